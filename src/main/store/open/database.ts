/** Opens the database of a data folder: safe settings, one writer, the newest schema; refuses what it does not know. */
import { existsSync, mkdirSync, opendirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { requireNoBackups } from './backup-files.js';
import { besideEnds, flush, flushFolder, keepPrivate, makePrivate, removeDatabase } from './disk.js';
import { codeOf, explain, plainly } from './errors.js';
import { hasRollbackJournal } from './header.js';
import { lockFolder, lockIfFree } from './lock.js';
import { migrate } from './migrate.js';
import { migrations as allMigrations } from './migrations/index.js';
import { databaseFile, stageFolder } from './place.js';
import { probe } from './probe.js';
import { needsCopy, readCopy } from './read-copy.js';
import { applicationId, knownVersion, settledVersion } from './version.js';

export type Database = Sqlite.Database;

/** How long a thread that nobody looks at waits for another program that is writing. */
const patientMs = 5_000;
/** The same for the thread of the window, in which everything stands still meanwhile: it refuses, and the person tries again. */
const windowMs = 250;

/**
 * Opens a data folder for reading and writing; makes folder and database when they are not there.
 * Closing the database frees the folder for others.
 * Throws a FailureError when another process has it (`busy`), when there is no database but its backups (`missing`), when its last
 * changes cannot be read (`journal`), or when it is newer, foreign or damaged, or the folder cannot be written (`store`, `damaged`);
 * the files are left byte for byte as they were.
 */
export function openDatabase(folder: string, migrations: readonly string[] = allMigrations): Database {
  const file = databaseFile(folder);
  let unlock: (() => void) | null = null;
  let db: Database | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    unlock = lockFolder(folder);
    rmSync(stageFolder(folder), { recursive: true, force: true });
    const version = settledVersion(file, migrations.length);
    if (version === null) {
      requireNoBackups(folder);
      createDatabase(file, migrations);
    } else plainly(file, () => probe(file, migrations, version, true));
    for (const end of ['', ...besideEnds]) if (existsSync(file + end)) keepPrivate(file + end);
    db = new Sqlite(file, { timeout: patientMs });
    configure(db);
    migrate(db, migrations, folder, Date.now());
    db.pragma(`busy_timeout = ${windowMs}`);
    return closingWith(db, unlock);
  } catch (error) {
    db?.close();
    unlock?.();
    throw explain(error, db ? file : folder);
  }
}

/**
 * Makes a new database, under another name until it is whole: however the process ends, there is all of it or nothing.
 * The folder must be locked, and there must be none of that name, or an empty file.
 */
export function createDatabase(file: string, migrations: readonly string[] = allMigrations): void {
  const unborn = `${file}.new`;
  removeDatabase(unborn);
  makePrivate(unborn);
  const db = new Sqlite(unborn, { timeout: patientMs });
  try {
    configure(db);
    migrate(db, migrations, dirname(file), Date.now());
  } finally {
    db.close();
  }
  flush(unborn);
  // A journal that is left of another database would be taken for one of this.
  for (const end of besideEnds) rmSync(file + end, { force: true });
  renameSync(unborn, file);
  flushFolder(dirname(file));
}

/**
 * Opens a data folder for reading only, also beside a window that is writing to it, and on a disk that cannot be written; null when
 * nothing was ever stored there.
 * Throws a FailureError for the same databases as `openDatabase`, and for one of an older version.
 */
export function readDatabase(folder: string, migrations: readonly string[] = allMigrations): Database | null {
  return plainly(databaseFile(folder), () => {
    if (!isThere(folder)) return null;
    try {
      const db = readInPlace(folder, migrations);
      if (!db) requireNoBackups(folder);
      return db;
    } catch (error) {
      if (!needsCopy(error)) throw error;
      return readCopy(folder, (copy) => readInPlace(copy, migrations));
    }
  });
}

/** Is there such a folder? Throws for a file of that name, and for a folder that is closed to us. */
function isThere(folder: string): boolean {
  try {
    opendirSync(folder).closeSync();
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function readInPlace(folder: string, migrations: readonly string[]): Database | null {
  const file = databaseFile(folder);
  const version = versionForReading(folder, file, migrations.length);
  if (version === null || version === 0) return null;
  probe(file, migrations, version, false);
  if (version < migrations.length) {
    throw new FailureError({
      code: 'store',
      message: 'The database was made by an earlier version of Etcdeck.',
      where: file,
      hint: 'Open Etcdeck once; it makes a copy and brings the database up to date.',
    });
  }
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: patientMs });
  db.pragma('trusted_schema = OFF');
  return db;
}

/** What a process left that was killed is settled first, which nobody else may be in the way of: a window has done it already. */
function versionForReading(folder: string, file: string, newest: number): number | null {
  const isLeft = hasRollbackJournal(file) || existsSync(`${file}-wal`) || existsSync(`${file}-shm`);
  const unlock = isLeft ? lockIfFree(folder) : null;
  try {
    return unlock ? settledVersion(file, newest) : knownVersion(file, newest, false);
  } finally {
    unlock?.();
  }
}

/** Opens the database of a folder that this process has open already, for another thread of it. */
export function joinDatabase(folder: string): Database {
  const file = databaseFile(folder);
  return plainly(file, () => {
    const db = new Sqlite(file, { fileMustExist: true, timeout: patientMs });
    configure(db);
    return db;
  });
}

function configure(db: Database): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId) db.pragma(`application_id = ${applicationId}`);
  db.pragma('journal_mode = WAL');
  // The binding is built with NORMAL for WAL, which may lose the last answers at a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
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
