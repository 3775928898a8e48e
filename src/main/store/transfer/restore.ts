/** Puts a copy in the place of a data folder's database. Until the last step, a rename, everything is as it was. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { backupFolder } from '../open/backup-files.js';
import { flush, flushFolder, makeBackup, requireWhole } from '../open/copy.js';
import { databaseFile, knownVersion, openDatabase } from '../open/database.js';
import { explain, plainly, troubleOf } from '../open/errors.js';
import { lockFolder } from '../open/lock.js';
import { migrations } from '../open/migrations/index.js';

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
  const stage = join(dataFolder, 'restoring');
  try {
    const incoming = staged(file, stage);
    const kept = keepPresent(dataFolder, now);
    plainly(dataFolder, () => {
      renameSync(incoming, databaseFile(dataFolder));
      flushFolder(dataFolder);
    });
    return kept;
  } finally {
    rmSync(stage, { recursive: true, force: true });
    unlock();
  }
}

/** Copies a file, with its journal, into a folder of its own and makes sure that this version can work with it. */
function staged(file: string, stage: string): string {
  try {
    if (!existsSync(file)) throw new FailureError({ code: 'not-found', message: 'There is no such file.' });
    if (!knownVersion(file, migrations.length)) throw new FailureError({ code: 'file', message: 'There is nothing stored in this file.' });
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage, { recursive: true, mode: 0o700 });
    const copy = databaseFile(stage);
    for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    openDatabase(stage).close();
    requireWhole(copy);
    flush(copy);
    return copy;
  } catch (error) {
    throw notRestored(error, file);
  }
}

/** Keeps the database that is there as a backup, or moves it aside when it is too damaged for one; its journal is gone afterwards. */
function keepPresent(dataFolder: string, now: number): Restored {
  const file = databaseFile(dataFolder);
  if (!existsSync(file)) return { replaced: null, movedTo: null };
  try {
    return { replaced: backUp(dataFolder, now), movedTo: null };
  } catch (error) {
    const isDamaged = troubleOf(error) === 'damaged' || (error instanceof FailureError && error.failure.code === 'damaged');
    if (!isDamaged) throw explain(error, dataFolder);
    return { replaced: null, movedTo: plainly(dataFolder, () => moveAside(dataFolder, now)) };
  }
}

function backUp(dataFolder: string, now: number): string {
  const file = databaseFile(dataFolder);
  // Reading only, so that a damaged file stays as it is.
  const reader = new Sqlite(file, { readonly: true, timeout: 5_000 });
  let name: string;
  try {
    ({ name } = makeBackup(reader, dataFolder, 'restore', now));
  } finally {
    reader.close();
  }
  // A journal that stayed would be taken for that of the restored database. It goes only when nobody else is reading.
  const db = new Sqlite(file, { timeout: 5_000 });
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  return name;
}

/** The damaged file and its journal, byte for byte; they are copied first, so that there is no moment without them. */
function moveAside(dataFolder: string, now: number): string {
  const file = databaseFile(dataFolder);
  const folder = backupFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.sqlite`);
  for (const end of ['', '-wal']) {
    if (!existsSync(file + end)) continue;
    copyFileSync(file + end, aside + end);
    flush(aside + end);
  }
  flushFolder(folder);
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  return aside;
}

/** Why a file was not restored; it is about the file, not about the copy that was tried. */
function notRestored(error: unknown, file: string): unknown {
  const known = explain(error, file);
  if (!(known instanceof FailureError)) return known;
  const { code, message } = known.failure;
  if (code === 'damaged') {
    return new FailureError({
      code: 'file',
      message: 'This backup is damaged. Nothing was restored.',
      where: file,
      hint: 'Choose another backup. What is stored now was left as it is.',
    });
  }
  const hint = known.failure.hint ?? 'Choose another file.';
  return new FailureError({ code, message: `${message} Nothing was restored.`, where: file, hint });
}
