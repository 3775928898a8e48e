/** Data folders that faults are done to. */
import { openDatabase, readDatabase, type Database } from '../../src/main/store/open/database.js';
import { checkDatabase } from '../../src/main/store/transfer/integrity.js';
import { addCards, cardIds } from '../unit/sample-cards.js';
import { freshFolder } from '../unit/folder.js';

/** A data folder with cards nobody has answered. */
export function folderWithCards(cards = 60): string {
  const folder = freshFolder();
  fill(folder, cards);
  return folder;
}

export function fill(folder: string, cards = 60): void {
  const db = openDatabase(folder);
  addCards(db, cardIds(cards));
  db.close();
}

/** Reads a data folder, also beside a process that has it open. */
export function reading<T>(folder: string, read: (db: Database) => T): T {
  const db = readDatabase(folder);
  if (!db) throw new Error(`There is no database in ${folder}.`);
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** What the check finds wrong; nothing, as a rule. */
export const findings = (folder: string): string[] => reading(folder, (db) => checkDatabase(db).findings);
