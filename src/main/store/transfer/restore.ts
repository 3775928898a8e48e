/** Puts a copy in the place of a data folder's database. Until the last step, a rename, everything is as it was. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { makeBackup, requireWhole } from '../open/copy.js';
import { openDatabase } from '../open/database.js';
import { besideEnds, entryAt, flush, flushFolder } from '../open/disk.js';
import { explain, plainly } from '../open/errors.js';
import { inspect } from '../open/header.js';
import { lockFolder } from '../open/lock.js';
import { migrations } from '../open/migrations/index.js';
import { databaseFile, stageFolder } from '../open/place.js';
import { knownVersion, rollBack } from '../open/version.js';
import { keepAside } from './keep-aside.js';

export interface Restored {
  /** Name of the backup of what was there before; null when there was nothing, or it was damaged. */
  replaced: string | null;
  /** Where a damaged database was put; null when there was none. */
  movedTo: string | null;
}

/**
 * Restores a file: a backup, or the database of another data folder. It is copied, opened, brought to the newest schema and checked
 * before it takes the place of anything; what was there is kept.
 * Throws a FailureError when the file is no whole database of ours or a newer one, when a process has the folder open, or when what
 * is there cannot be kept; then nothing was replaced.
 */
export function restoreDatabase(dataFolder: string, file: string, now: number): Restored {
  plainly(dataFolder, () => mkdirSync(dataFolder, { recursive: true, mode: 0o700 }));
  const unlock = plainly(dataFolder, () => lockFolder(dataFolder));
  try {
    const incoming = staged(file, dataFolder);
    const kept = keepPresent(dataFolder, now);
    plainly(dataFolder, () => {
      const place = databaseFile(dataFolder);
      // A journal that stayed would be taken for that of the restored database.
      for (const end of besideEnds) rmSync(place + end, { force: true });
      renameSync(incoming, place);
      flushFolder(dataFolder);
    });
    return kept;
  } finally {
    rmSync(stageFolder(dataFolder), { recursive: true, force: true });
    unlock();
  }
}

/** Copies a file, with its journals, into a folder of its own and makes sure that this version can work with it. */
function staged(file: string, dataFolder: string): string {
  const stage = stageFolder(dataFolder);
  try {
    if (!entryAt(file)) throw new FailureError({ code: 'not-found', message: 'There is no such file.' });
    if (!statSync(file).isFile()) throw new FailureError({ code: 'file', message: 'This is not a file.' });
    if (!knownVersion(file, migrations.length, false)) {
      throw new FailureError({ code: 'file', message: 'There is nothing stored in this file.' });
    }
  } catch (error) {
    throw notRestored(explain(error, file), file, file);
  }
  try {
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage, { recursive: true, mode: 0o700 });
    const copy = databaseFile(stage);
    for (const end of ['', '-wal', '-journal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    openDatabase(stage).close();
    requireWhole(copy);
    flush(copy);
    return copy;
  } catch (error) {
    throw notRestored(explain(error, dataFolder), file, dataFolder);
  }
}

/** Keeps the database that is there as a backup, or aside when it is too damaged for one. Nobody reads it and its journal is done. */
function keepPresent(dataFolder: string, now: number): Restored {
  const file = databaseFile(dataFolder);
  try {
    const { kind } = inspect(file, true);
    if (kind === 'absent') return { replaced: null, movedTo: null };
    if (kind === 'database') return { replaced: backUp(dataFolder, now), movedTo: null };
  } catch (error) {
    const known = explain(error, dataFolder);
    if (!(known instanceof FailureError) || known.failure.code !== 'damaged') throw known;
  }
  return { replaced: null, movedTo: plainly(dataFolder, () => keepAside(dataFolder, now)) };
}

function backUp(dataFolder: string, now: number): string {
  const file = databaseFile(dataFolder);
  rollBack(file);
  // Reading only, so that a damaged file stays as it is.
  const reader = new Sqlite(file, { readonly: true, timeout: 5_000 });
  let name: string;
  try {
    ({ name } = makeBackup(reader, dataFolder, 'restore', now));
  } finally {
    reader.close();
  }
  const db = new Sqlite(file, { timeout: 5_000 });
  try {
    // Fails when somebody is reading. Without a shared index, and closing brings the journal to its end: no instant has half of it.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } finally {
    db.close();
  }
  return name;
}

/** Why a file was not restored. What only the disk is to blame for is about the place, the rest about the file. */
function notRestored(error: unknown, file: string, place: string): unknown {
  if (!(error instanceof FailureError)) return error;
  const { code, message, hint = 'Choose another file.' } = error.failure;
  if (code === 'damaged' || code === 'journal') {
    return new FailureError({
      code: 'file',
      message: 'This backup is damaged. Nothing was restored.',
      where: file,
      hint: 'Choose another backup. What is stored now was left as it is.',
    });
  }
  return new FailureError({ code, message: `${message} Nothing was restored.`, where: code === 'store' ? place : file, hint });
}
