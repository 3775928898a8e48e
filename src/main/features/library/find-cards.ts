/** Finds cards by a query, in the order of their notes. */
import type { Input, LibraryCards } from '../../../shared/contract.js';
import { isEmpty, parseCardQuery } from '../../domain/search/card-query.js';
import type { CardQuery } from '../../domain/search/card-query.js';
import { givingWay } from '../../give-way.js';
import { cardView } from './card-view.js';
import type { LibraryContext } from './library-context.js';
import { byNoteName } from './note-name.js';

/**
 * Ids of the cards that fit a query, of all notes or of one; gives way to other work every few milliseconds.
 * @param enough looks no further when so many are found
 */
export async function findCards(library: LibraryContext, query: CardQuery, noteId?: string, enough = Infinity): Promise<string[]> {
  const { store, search, study } = library;
  const allNotes = (): string[] =>
    store
      .names()
      .sort((a, b) => byNoteName(a.name, b.name))
      .map((note) => note.noteId);
  const found: string[] = [];
  const giveWay = givingWay();
  for (const ids of search.find(query, noteId === undefined ? allNotes() : [noteId], study.moment())) {
    for (const cardId of ids) found.push(cardId);
    if (found.length >= enough) break;
    await giveWay();
  }
  return found;
}

/** A page of what was found; gives way as `findCards` does. */
export async function libraryCards(
  library: LibraryContext,
  { query: text, filter, limit, offset }: Input<'library.cards'>,
): Promise<LibraryCards> {
  const { store } = library;
  const query = parseCardQuery(text);
  if (filter !== null) query.is.push(filter);
  // Without a condition every card fits: they are counted in the indexes, and only those up to the page are looked at.
  const total = isEmpty(query) ? store.notes().reduce((sum, note) => sum + note.cards + note.orphans, 0) : null;
  const found = await findCards(library, query, undefined, total === null ? Infinity : offset + limit);
  const page = found.slice(offset, offset + limit).flatMap((cardId) => store.card(cardId) ?? []);
  return { total: total ?? found.length, cards: page.map((row) => cardView(library, row)), unknown: query.unknown };
}
