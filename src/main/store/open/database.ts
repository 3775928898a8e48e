/** Opens the database of a data folder: safe settings, one writer, the newest schema; refuses what it does not know. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { damaged, explain, plainly } from './errors.js';
import { inspect } from './header.js';
import { lockFolder } from './lock.js';
import { migrate } from './migrate.js';
import { migrations as allMigrations } from './migrations/index.js';

export type Database = Sqlite.Database;

/** 'ETCK', in the header of every database of ours. */
const applicationId = 0x4554434b;

export const databaseFile = (folder: string): string => join(folder, 'etcdeck.sqlite');

/**
 * Opens a data folder for reading and writing; makes folder and database when they are not there.
 * Closing the database frees the folder for others.
 * Throws a FailureError when another process has it (`busy`), or when the database is newer, foreign or damaged, or the folder
 * cannot be written (`store`); the files are left byte for byte as they were.
 */
export function openDatabase(folder: string, migrations: readonly string[] = allMigrations): Database {
  const file = databaseFile(folder);
  let unlock: (() => void) | null = null;
  let db: Database | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    unlock = lockFolder(folder);
    const version = knownVersion(file, migrations.length);
    const tables = version === migrations.length ? tablesOf(migrations) : [];
    if (version !== null) plainly(file, () => probe(file, tables, { alone: true }));
    db = new Sqlite(file, { timeout: 5_000 });
    configure(db);
    migrate(db, migrations, folder, Date.now());
    return closingWith(db, unlock);
  } catch (error) {
    db?.close();
    unlock?.();
    throw explain(error, db ? file : folder);
  }
}

/**
 * Opens a data folder for reading only, also beside a window that is writing to it; null when nothing was ever stored there.
 * Throws a FailureError for the same databases as `openDatabase`, and for one of an older version.
 */
export function readDatabase(folder: string, migrations: readonly string[] = allMigrations): Database | null {
  const file = databaseFile(folder);
  return plainly(file, () => {
    const version = knownVersion(file, migrations.length);
    if (version === null || version === 0) return null;
    if (version < migrations.length) {
      throw new FailureError({
        code: 'store',
        message: 'The database was made by an earlier version of Etcdeck.',
        where: file,
        hint: 'Open Etcdeck once; it makes a copy and brings the database up to date.',
      });
    }
    probe(file, tablesOf(migrations), { alone: false });
    const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
    db.pragma('trusted_schema = OFF');
    return db;
  });
}

/** Opens the database of a folder that this process has open already, for another thread of it. */
export function joinDatabase(folder: string): Database {
  const file = databaseFile(folder);
  return plainly(file, () => {
    const db = new Sqlite(file, { fileMustExist: true, timeout: 5_000 });
    configure(db);
    return db;
  });
}

/** The schema version of a database that is ours; null when there is none yet. Throws for every other file. */
export function knownVersion(file: string, newest: number): number | null {
  const state = inspect(file);
  if (state.kind === 'absent') return null;
  if (state.kind === 'damaged') throw damaged(file, state.why);
  const { header } = state;
  if (header.applicationId !== applicationId) {
    throw new FailureError({
      code: 'store',
      message: 'The database belongs to another program. It was left as it is.',
      where: file,
      hint: 'Move the file away, or name another data folder with ETCDECK_DATA.',
    });
  }
  if (header.version > newest) {
    throw new FailureError({
      code: 'store',
      message: `The database was made by a newer version of Etcdeck (schema ${header.version}, this one knows ${newest}). It was left as it is.`,
      where: file,
      hint: 'Install the newest Etcdeck, or name another data folder with ETCDECK_DATA.',
    });
  }
  return header.version;
}

/**
 * Reads a little of every table without writing: a damaged database is found before anything touches it.
 * @param expected tables it must have
 * @param alone no other process can be using the files
 */
function probe(file: string, expected: readonly string[], { alone }: { alone: boolean }): void {
  const wal = `${file}-wal`;
  const index = `${file}-shm`;
  const hadWal = existsSync(wal);
  // Even a reader rebuilds the index of a journal left by a crash.
  const indexBytes = existsSync(index) ? readFileSync(index) : null;
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    const present = tableNames(db);
    const missing = expected.find((name) => !present.includes(name));
    if (missing) throw damaged(file, `the table ${missing} is missing`);
    for (const name of present) db.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}" LIMIT 1`).get();
  } catch (error) {
    db.close();
    if (!hadWal) rmSync(wal, { force: true });
    if (!indexBytes) rmSync(index, { force: true });
    else if (alone) writeFileSync(index, indexBytes);
    throw error;
  }
  db.close();
}

function configure(db: Database): void {
  // First of all, so that a crash in the middle of the first start leaves a file we know as ours.
  if (db.pragma('application_id', { simple: true }) !== applicationId) db.pragma(`application_id = ${applicationId}`);
  db.pragma('journal_mode = WAL');
  // The binding is built with NORMAL for WAL, which may lose the last answers at a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
}

const tableNames = (db: Database): string[] => db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();

/** The tables a database has after these migrations. */
function tablesOf(migrations: readonly string[]): string[] {
  const db = new Sqlite(':memory:');
  for (const sql of migrations) db.exec(sql);
  const names = tableNames(db);
  db.close();
  return names;
}

/** The same database; closing it also gives the folder's lock back. */
function closingWith(db: Database, unlock: () => void): Database {
  const close = db.close.bind(db);
  db.close = () => {
    close();
    unlock();
    return db;
  };
  return db;
}
