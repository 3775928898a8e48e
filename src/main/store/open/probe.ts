/** Looks through a database before anything works with it, so that a damaged one is found and stays as it is. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { damaged } from './errors.js';
import { schemaDifference, tableNames } from './schema.js';

/**
 * Compares the schema and reads a little of every table, without writing. Throws a FailureError `damaged`, or what sqlite says.
 * @param version its schema version, by its header
 * @param isAlone no other process can be using the files
 */
export function probe(file: string, migrations: readonly string[], version: number, isAlone: boolean): void {
  const wal = `${file}-wal`;
  const index = `${file}-shm`;
  const hadWal = existsSync(wal);
  // Even a reader rebuilds the index of a journal left by a crash.
  const indexBytes = existsSync(index) ? readFileSync(index) : null;
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    const difference = schemaDifference(db, migrations, version);
    if (difference !== null) throw damaged(file, difference);
    for (const name of tableNames(db)) db.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}" LIMIT 1`).get();
  } catch (error) {
    db.close();
    if (!hadWal) rmSync(wal, { force: true });
    if (!indexBytes) rmSync(index, { force: true });
    else if (isAlone) writeFileSync(index, indexBytes);
    throw error;
  }
  db.close();
}
