/** Data folders as a killed process leaves them: copied while a connection is at work. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import type { Database } from '../../../src/main/store/open/database.js';
import { freshFolder } from '../folder.js';

/** A copy of the database of a folder, in a new one, with the journals that are there at this moment. */
export function copied(folder: string): string {
  const left = freshFolder();
  for (const end of ['', '-wal', '-shm', '-journal']) {
    const file = databaseFile(folder) + end;
    if (existsSync(file)) copyFileSync(file, databaseFile(left) + end);
  }
  return left;
}

/** A folder whose last commits are only in the write-ahead journal. */
export function killedAfter(work: (db: Database) => void): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  db.pragma('wal_checkpoint(TRUNCATE)');
  work(db);
  const left = copied(folder);
  db.close();
  return left;
}

/** A folder with a rollback journal: a transaction had begun to change the file itself when its process was killed. */
export function killedInRollbackMode(setting: string, changed: string): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  db.prepare("INSERT INTO settings VALUES ('colour', ?)").run(JSON.stringify(setting));
  db.close();
  const other = new Sqlite(databaseFile(folder));
  other.pragma('journal_mode = DELETE');
  // Pages are written out as soon as there are more than a few, before the transaction ends.
  other.pragma('cache_size = 2');
  other.pragma('synchronous = OFF');
  other.exec('BEGIN IMMEDIATE');
  other.prepare("UPDATE settings SET value = ? WHERE key = 'colour'").run(JSON.stringify(changed));
  const fill = other.prepare('INSERT INTO settings VALUES (?, ?)');
  for (let row = 0; row < 40; row++) fill.run(`filler ${row}`, 'x'.repeat(2000));
  const left = copied(folder);
  other.close();
  if (!existsSync(join(left, 'etcdeck.sqlite-journal'))) throw new Error('There is no journal');
  return left;
}
