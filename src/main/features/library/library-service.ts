/** The Library: every note and card there is, and what a person does to cards outside a review. */
import type { Input, LibraryCard, LibraryCards, LibraryNote, LibraryNoteView, Output } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { byName } from '../../domain/natural-order.js';
import { dayOf, daysBetween } from '../../domain/review/day.js';
import type { Actions } from '../../store/tables/actions.js';
import type { CardSearch } from '../../store/tables/card-search.js';
import type { CardStore, Marks, ShownCard } from '../../store/tables/cards.js';
import type { CardRow, LibraryStore, NoteRow } from '../../store/tables/library.js';
import type { StudyDay } from '../review/study-day.js';
import { undoLabel } from '../review/undo-label.js';
import { isEmpty, parseCardQuery } from '../../domain/search/card-query.js';
import type { CardQuery } from '../../domain/search/card-query.js';
import type { FactsService } from '../facts/facts-service.js';
import { imageAddress } from './image-address.js';
import { noteImages, type Image } from './note-images.js';
import { fileOf, isOwnNote, linesOf } from '../../note-files/note-on-disk.js';

type Steps = { stepIds: number[] };

export interface LibraryService {
  notes(): { notes: LibraryNote[] };
  /** A note with its cards; throws a FailureError `not-found` when there is none. */
  note(noteId: string): LibraryNoteView;
  /** Finds cards; gives way to other work every few milliseconds. */
  cards(input: Input<'library.cards'>): Promise<LibraryCards>;
  /** Ids of the cards that fit a query, of all notes or of one, in the order of their notes; gives way as `cards` does. */
  find(query: CardQuery, noteId?: string): Promise<string[]>;
  edit(cardId: string, front: string, back: string): Steps;
  revert(cardId: string): Steps;
  suspend(cardIds: readonly string[], suspended: boolean): Steps;
  flag(cardIds: readonly string[], flagged: boolean): Steps;
  undo(stepIds: readonly number[]): void;
  /** The file of a note; throws a FailureError when it is not there or not to be read. */
  fileOf(noteId: string): string;
  /** Where the window finds an image that a note names, or why it does not. */
  image(noteId: string, source: string): Promise<Output<'note.image'>>;
  /** An image by its path below the note's folder; null when there is none. */
  readImage(noteId: string, path: string): Promise<Image | null>;
}

interface Parts {
  store: LibraryStore;
  search: CardSearch;
  cards: CardStore;
  actions: Actions;
  study: StudyDay;
  startersFolder: string | null;
  facts: Pick<FactsService, 'outdated'>;
}

/** A search works this long before it gives way to what else is waiting. */
const sliceMs = 12;

export function createLibraryService({ store, search, cards, actions, study, startersFolder, facts }: Parts): LibraryService {
  /** A study day's distance from today. */
  const daysUntil = (row: CardRow): number | null => {
    const { on } = study.moment();
    if (row.dueOn !== null) return daysBetween(on, row.dueOn);
    return row.dueAt === null ? null : daysBetween(on, dayOf(row.dueAt, study.dayRule()));
  };

  const cardView = (row: CardRow): LibraryCard => ({
    cardId: row.cardId,
    kind: row.kind,
    noteId: row.noteId,
    noteName: row.noteName,
    deck: row.deck,
    line: row.line,
    endLine: row.endLine,
    front: row.editedFront ?? row.front,
    back: row.editedBack ?? row.back,
    generated: row.editedSpanHash === null ? null : { front: row.front, back: row.back },
    sourceChanged: row.editedSpanHash !== null && row.editedSpanHash !== row.spanHash,
    state: stateOf(row),
    dueInDays: daysUntil(row),
    stabilityDays: row.stability,
    lapses: row.lapses ?? 0,
    flagged: row.flagged === 1,
    outdated: facts.outdated({
      front: row.editedFront ?? row.front,
      back: row.editedBack ?? row.back,
      headings: row.headings,
      deck: row.deck,
    }),
    setAside: row.orphanedAt === null ? null : row.noteMissing === 1 ? 'note-missing' : 'text-removed',
  });

  function noteRow(noteId: string): NoteRow {
    const row = store.note(noteId);
    if (!row) throw new FailureError({ code: 'not-found', message: 'This note is no longer in Etcdeck.' });
    return row;
  }

  function mark(action: 'suspend' | 'flag' | 'edit', cardIds: readonly string[], change: (card: ShownCard) => Marks | null): Steps {
    const changes = cardIds.map((cardId) => {
      const card = cards.get(cardId);
      const marks = card && change(card);
      if (!card || !marks) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
      return { cardId, marks, label: undoLabel(action, card.front) };
    });
    return { stepIds: actions.markAll(action, changes, study.moment().at) };
  }

  async function find(query: CardQuery, noteId?: string, enough = Infinity): Promise<string[]> {
    const noteIds =
      noteId !== undefined
        ? [noteId]
        : store
            .names()
            .sort((a, b) => byNoteName(a.name, b.name))
            .map((note) => note.noteId);
    const found: string[] = [];
    let sliceEnd = performance.now() + sliceMs;
    for (const ids of search.find(query, noteIds, study.moment())) {
      for (const cardId of ids) found.push(cardId);
      if (found.length >= enough) break;
      if (performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + sliceMs;
    }
    return found;
  }

  return {
    notes: () => ({
      notes: store
        .notes()
        .sort((a, b) => byNoteName(a.name, b.name))
        .map(({ name, missing, ...row }) => ({ ...row, ...splitName(name), missing: missing === 1 })),
    }),

    note(noteId) {
      const row = noteRow(noteId);
      const { lines, hash, problem } = linesOf(fileOf(row.path, startersFolder));
      return {
        noteId,
        ...splitName(row.name),
        title: row.title,
        path: isOwnNote(row.path) ? row.path : null,
        importedAt: row.importedAt,
        lines,
        problem,
        changed: hash !== null && row.fileHash !== '' && hash !== row.fileHash,
        heldBack: row.heldBack,
        cards: store.cardsOf(noteId).map(cardView),
      };
    },

    async cards({ query: text, filter, limit, offset }) {
      const query = parseCardQuery(text);
      if (filter !== null) query.is.push(filter);
      // Without a condition every card fits: they are counted in the indexes, and only those up to the page are looked at.
      const total = isEmpty(query) ? store.notes().reduce((sum, note) => sum + note.cards + note.orphans, 0) : null;
      const found = await find(query, undefined, total === null ? Infinity : offset + limit);
      const page = found.slice(offset, offset + limit).flatMap((cardId) => store.card(cardId) ?? []);
      return { total: total ?? found.length, cards: page.map(cardView), unknown: query.unknown };
    },

    find: (query, noteId) => find(query, noteId),
    edit: (cardId, front, back) => mark('edit', [cardId], () => cards.reworded(cardId, front, back)),
    revert: (cardId) => mark('edit', [cardId], ({ marks }) => ({ ...marks, editedFront: null, editedBack: null, editedSpanHash: null })),
    suspend: (cardIds, suspended) =>
      mark('suspend', cardIds, ({ marks }) => ({
        ...marks,
        suspendedAt: suspended ? (marks.suspendedAt ?? study.moment().at) : null,
      })),
    flag: (cardIds, flagged) => mark('flag', cardIds, ({ marks }) => ({ ...marks, flagged: flagged ? 1 : 0 })),
    undo: (stepIds) => actions.unmark(stepIds),

    async image(noteId, source) {
      const file = fileOf(noteRow(noteId).path, startersFolder);
      const found = file === null ? { ok: false as const, problem: 'Its note is no longer there.' } : await noteImages.find(file, source);
      if (!found.ok) return { address: null, problem: found.problem, width: null, height: null };
      return { address: imageAddress(noteId, found.path, found.modifiedAt), problem: null, width: found.width, height: found.height };
    },

    async readImage(noteId, path) {
      const row = store.note(noteId);
      const file = row && fileOf(row.path, startersFolder);
      return file === null ? null : noteImages.read(file, path);
    },

    fileOf(noteId) {
      const row = noteRow(noteId);
      const file = fileOf(row.path, startersFolder);
      const { problem } = linesOf(file);
      if (file !== null && problem === null) return file;
      throw new FailureError({ code: 'file', where: row.name, ...(problem ?? { message: 'The file is no longer there.' }) });
    },
  };
}

function stateOf(row: CardRow): LibraryCard['state'] {
  if (row.orphanedAt !== null) return 'set-aside';
  if (row.suspendedAt !== null) return 'suspended';
  if (row.memory === null) return 'new';
  return row.memory === 'review' ? 'review' : 'learning';
}

/** `node/kubelet.md` as folder and file name. */
function splitName(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) };
}

/** The order of the tree: folder by folder, a folder's own notes before those of the folders in it. */
function byNoteName(a: string, b: string): number {
  const [left, right] = [splitName(a), splitName(b)];
  return byName(left.folder, right.folder) || byName(left.name, right.name);
}
