/** Cards as they are printed: those in use, each with its note and deck. */
import type { Database } from '../open/database.js';
import { textsIn } from './json.js';

export interface PrintedRow {
  cardId: string;
  kind: string;
  front: string;
  back: string;
  deck: string;
  headings: string[];
  noteId: string;
  /** Title of the note. */
  note: string;
  /** Name of the note as shown to people, with its folder. */
  noteName: string;
  position: number;
}

export interface PrintedCards {
  /** Ids of the cards of these decks that are in use. */
  inDecks(deckIds: readonly number[]): string[];
  /** Those of these cards that are in use, in no order. */
  rows(cardIds: readonly string[]): PrintedRow[];
}

const inUse = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL';

export function createPrintedCards(db: Database): PrintedCards {
  const inDecks = db
    .prepare<[string], string>(`SELECT c.cardId FROM cards c WHERE c.deckId IN (SELECT value FROM json_each(?)) AND ${inUse}`)
    .pluck();
  const rows = db.prepare<[string], Omit<PrintedRow, 'headings'> & { headings: string }>(
    `SELECT c.cardId, c.kind, coalesce(c.editedFront, c.front) AS front, coalesce(c.editedBack, c.back) AS back, d.path AS deck,
       c.headings, c.noteId, n.title AS note, n.name AS noteName, c.position
     FROM cards c JOIN decks d USING (deckId) JOIN notes n USING (noteId)
     WHERE c.cardId IN (SELECT value FROM json_each(?)) AND ${inUse}`,
  );
  return {
    inDecks: (deckIds) => inDecks.all(JSON.stringify(deckIds)),
    rows: (cardIds) => rows.all(JSON.stringify(cardIds)).map((row) => ({ ...row, headings: textsIn(row.headings) })),
  };
}
