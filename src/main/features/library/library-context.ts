/** What the Library needs around it. */
import { FailureError } from '../../../shared/result.js';
import type { Actions } from '../../store/tables/actions.js';
import type { CardSearch } from '../../store/tables/card-search.js';
import type { CardStore } from '../../store/tables/cards.js';
import type { LibraryStore, NoteRow } from '../../store/tables/library.js';
import type { FactsService } from '../facts/facts-service.js';
import type { StudyDay } from '../review/study-day.js';

export interface LibraryContext {
  store: LibraryStore;
  search: CardSearch;
  cards: CardStore;
  actions: Actions;
  study: StudyDay;
  startersFolder: string | null;
  facts: Pick<FactsService, 'outdated'>;
}

/** Throws a FailureError `not-found` when there is no such note. */
export function noteRow({ store }: LibraryContext, noteId: string): NoteRow {
  const row = store.note(noteId);
  if (!row) throw new FailureError({ code: 'not-found', message: 'This note is no longer in Etcdeck.' });
  return row;
}
