/** The texts of the cards in the notes, note by note, to be held against something. */
import type { Database } from '../open/database.js';
import { textsIn } from './json.js';

export interface CardTextRow {
  cardId: string;
  noteId: string;
  noteName: string;
  line: number;
  deck: string;
  headings: string[];
  tags: string[];
  /** In the person's own wording where there is one. */
  front: string;
  back: string;
}

export interface CardTexts {
  notes(): { noteId: string; name: string }[];
  /** The cards of a note in its order, without those whose text left it. */
  ofNote(noteId: string): CardTextRow[];
  /** Another text whenever anything was written, by whomever. */
  state(): string;
}

type Row = Omit<CardTextRow, 'headings' | 'tags'> & { headings: string; tags: string };

export function createCardTexts(db: Database): CardTexts {
  const notes = db.prepare<[], { noteId: string; name: string }>('SELECT noteId, name FROM notes');
  const ofNote = db.prepare<[string], Row>(
    `SELECT c.cardId, c.noteId, n.name AS noteName, c.line, d.path AS deck, c.headings, c.tags,
       coalesce(c.editedFront, c.front) AS front, coalesce(c.editedBack, c.back) AS back
     FROM cards c JOIN notes n USING (noteId) JOIN decks d USING (deckId)
     WHERE c.noteId = ? AND c.orphanedAt IS NULL ORDER BY c.position, c.cardId`,
  );
  const own = db.prepare<[], number>('SELECT total_changes()').pluck();
  const others = db.prepare<[], number>('SELECT data_version FROM pragma_data_version').pluck();
  return {
    notes: () => notes.all(),
    ofNote: (noteId) =>
      ofNote.all(noteId).map(({ headings, tags, ...row }) => ({ ...row, headings: textsIn(headings), tags: textsIn(tags) })),
    state: () => `${own.get() ?? 0}:${others.get() ?? 0}`,
  };
}
