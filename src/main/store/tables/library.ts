/** Notes and cards as the Library shows them. */
import type { CardKind } from '../../../shared/contract.js';
import type { Database } from '../open/database.js';
import { noteReportOf } from './import-rows.js';
import { textsIn } from './json.js';

export interface NoteRow {
  noteId: string;
  /** Absolute path, or `starter:<relative>`. */
  path: string;
  /** Path as shown to people. */
  name: string;
  title: string;
  fileHash: string;
  importedAt: number;
  missingAt: number | null;
  /** Cards the last import held back. */
  heldBack: number;
}

export interface NoteCounts {
  noteId: string;
  name: string;
  title: string;
  missing: 0 | 1;
  cards: number;
  orphans: number;
}

/** A card with both of its wordings, its marks and its schedule. */
export interface CardRow {
  cardId: string;
  kind: CardKind;
  noteId: string;
  noteName: string;
  noteMissing: 0 | 1;
  deck: string;
  headings: string[];
  line: number;
  endLine: number;
  front: string;
  back: string;
  editedFront: string | null;
  editedBack: string | null;
  editedSpanHash: string | null;
  spanHash: string;
  suspendedAt: number | null;
  orphanedAt: number | null;
  flagged: 0 | 1;
  memory: 'learning' | 'review' | 'relearning' | null;
  dueAt: number | null;
  dueOn: string | null;
  stability: number | null;
  lapses: number | null;
}

export interface LibraryStore {
  notes(): NoteCounts[];
  /** The notes without what has to be counted. */
  names(): { noteId: string; name: string }[];
  note(noteId: string): NoteRow | null;
  /** The cards of a note in its order, those set aside last. */
  cardsOf(noteId: string): CardRow[];
  card(cardId: string): CardRow | null;
}

const select = `
  SELECT c.cardId, c.kind, c.noteId, n.name AS noteName, n.missingAt IS NOT NULL AS noteMissing, d.path AS deck, c.headings, c.line, c.endLine,
    c.front, c.back, c.editedFront, c.editedBack, c.editedSpanHash, c.spanHash, c.suspendedAt, c.orphanedAt, c.flagged,
    m.state AS memory, m.dueAt, m.dueOn, m.stability, m.lapses
  FROM cards c JOIN notes n USING (noteId) JOIN decks d USING (deckId) LEFT JOIN memories m USING (cardId)`;

type StoredRow = Omit<CardRow, 'headings'> & { headings: string };

const cardOf = (row: StoredRow): CardRow => ({ ...row, headings: textsIn(row.headings) });

export function createLibraryStore(db: Database): LibraryStore {
  const notes = db.prepare<[], NoteCounts>(
    // Counted in the indexes alone: the rows of all cards are never looked at.
    `WITH allCards AS (SELECT noteId, count(*) AS n FROM cards INDEXED BY cardsByNote GROUP BY noteId),
       setAside AS (SELECT noteId, count(*) AS n FROM cards INDEXED BY orphanCards WHERE orphanedAt IS NOT NULL GROUP BY noteId)
     SELECT noteId, name, title, missingAt IS NOT NULL AS missing,
       coalesce(allCards.n, 0) - coalesce(setAside.n, 0) AS cards, coalesce(setAside.n, 0) AS orphans
     FROM notes LEFT JOIN allCards USING (noteId) LEFT JOIN setAside USING (noteId)`,
  );
  const note = db.prepare<[string], Omit<NoteRow, 'heldBack'> & { report: string }>(
    'SELECT noteId, path, name, title, fileHash, importedAt, missingAt, report FROM notes WHERE noteId = ?',
  );
  const cardsOf = db.prepare<[string], StoredRow>(`${select} WHERE c.noteId = ? ORDER BY c.orphanedAt IS NOT NULL, c.position, c.cardId`);
  const card = db.prepare<[string], StoredRow>(`${select} WHERE c.cardId = ?`);
  const names = db.prepare<[], { noteId: string; name: string }>('SELECT noteId, name FROM notes');
  return {
    notes: () => notes.all(),
    names: () => names.all(),
    note(noteId) {
      const row = note.get(noteId);
      if (!row) return null;
      const { report, ...rest } = row;
      return { ...rest, heldBack: noteReportOf(report).heldBack };
    },
    cardsOf: (noteId) => cardsOf.all(noteId).map(cardOf),
    card(cardId) {
      const row = card.get(cardId);
      return row ? cardOf(row) : null;
    },
  };
}
