/**
 * Where the cards of an import wait between preview and commit: in a temporary database of sqlite's own, of which only a little is
 * held in memory. No name leads to it, and it is gone when it is closed or the process ends.
 */
import Sqlite from 'better-sqlite3';
import type { DraftCard } from '../../domain/notes/card.js';
import { FailureError } from '../../../shared/result.js';
import { unpackDrafts, unpackMarks, type CardMark, type PackedCards } from '../../domain/notes/packed-note.js';
import { troubleOf } from '../open/errors.js';

export interface DraftShelf {
  /** Puts the cards of a note away; answers where. */
  put(cards: PackedCards): number;
  marks(place: number): CardMark[];
  drafts(place: number): DraftCard[];
  close(): void;
}

const cacheKiB = 4 * 1024;
/** Cards of a note fill many small pages; of large ones a few. */
const pageBytes = 64 * 1024;

export const createDraftShelf = (): DraftShelf => guarded(openShelf);

function openShelf(): DraftShelf {
  const db = new Sqlite('');
  db.pragma(`page_size = ${pageBytes}`);
  // Nothing of it outlives the process, so there is nothing to take back or to keep safe.
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma(`cache_size = -${cacheKiB}`);
  db.exec('CREATE TABLE shelf (place INTEGER PRIMARY KEY, marks TEXT NOT NULL, drafts TEXT NOT NULL) STRICT');
  // One that never ends: each note by itself would be written out at once.
  db.exec('BEGIN');
  const put = db.prepare<[string, string]>('INSERT INTO shelf (marks, drafts) VALUES (?, ?)');
  const marks = db.prepare<[number], string>('SELECT marks FROM shelf WHERE place = ?').pluck();
  const drafts = db.prepare<[number], string>('SELECT drafts FROM shelf WHERE place = ?').pluck();
  return {
    put: (cards) => guarded(() => Number(put.run(cards.marks, cards.drafts).lastInsertRowid)),
    marks: (place) => guarded(() => unpackMarks(marks.get(place) ?? '[]')),
    drafts: (place) => guarded(() => unpackDrafts(drafts.get(place) ?? '[]')),
    close: () => void db.close(),
  };
}

/** What goes wrong here says nothing of the person's data, and is mended elsewhere. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (troubleOf(error) === null) throw error;
    throw new FailureError({
      code: 'file',
      message: 'The folder for temporary files is full or cannot be written, so the notes could not be read. Nothing was stored.',
      hint: 'Free some space there, or name another folder with TMPDIR (on Windows TEMP), and choose the notes again.',
    });
  }
}
