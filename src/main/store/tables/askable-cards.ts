/** The cards an exam can ask, with what says which of its topics they belong to. */
import type { Database } from '../open/database.js';
import { textsIn } from './json.js';

export interface AskableRow {
  cardId: string;
  kind: string;
  front: string;
  noteId: string;
  /** The note as shown to people. */
  noteName: string;
  deck: string;
  item: string;
  position: number;
  headings: string[];
  tags: string[];
}

type Row = Omit<AskableRow, 'headings' | 'tags'> & { headings: string; tags: string };

/** Every card in use, in the order of its note. Reads lazily: write nothing meanwhile. */
export function* askableCards(db: Database): Generator<AskableRow> {
  const rows = db.prepare<[], Row>(
    `SELECT c.cardId, c.kind, c.front, c.noteId, n.name AS noteName, d.path AS deck, c.noteId || char(10) || c.item AS item, c.position,
       c.headings, c.tags
     FROM cards c JOIN notes n USING (noteId) JOIN decks d USING (deckId)
     WHERE c.suspendedAt IS NULL AND c.orphanedAt IS NULL ORDER BY c.noteId, c.position, c.cardId`,
  );
  for (const { headings, tags, ...row } of rows.iterate()) {
    yield { ...row, headings: textsIn(headings), tags: textsIn(tags) };
  }
}
