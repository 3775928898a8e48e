/** Copies of a database: consistent while it is in use, checked, and on the disk in full before they have their name. */
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Backup, BackupReason } from '../../../shared/backups.js';
import { FailureError } from '../../../shared/result.js';
import { backupFolder, backupName, listBackups, outdatedBackups } from './backup-files.js';
import { troubleOf } from './errors.js';
import type { Trouble } from './errors.js';

const partialEnd = '.partial';
/** A copy that was begun this long ago and never got its name belongs to a process that was stopped. */
const abandonedMs = 3_600_000;

/**
 * Copies a database into a new file. The copy is of one moment (sqlite reads it as one transaction), writers go on meanwhile.
 * It takes a second for a million reviews and stops its thread that long.
 * Throws a FailureError that says why there is no copy; then no file is left behind, and none is ever replaced.
 */
export function copyDatabase(db: Sqlite.Database, path: string): void {
  if (existsSync(path)) {
    throw new FailureError({
      code: 'conflict',
      message: 'There is a file of this name already.',
      where: path,
      hint: 'Choose another name.',
    });
  }
  const partial = path + partialEnd;
  try {
    rmSync(partial, { force: true });
    db.prepare('VACUUM INTO ?').run(partial);
    chmodSync(partial, 0o600);
    requireWhole(partial);
    // Sqlite leaves it to us to have such a copy written to the disk.
    flush(partial);
    renameSync(partial, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(partial, { force: true });
    throw noBackup(error, dirname(path));
  }
}

/** Makes a backup in the data folder and lets go of those that are no longer kept. Throws as `copyDatabase`. */
export function makeBackup(db: Sqlite.Database, dataFolder: string, reason: BackupReason, now: number): Backup {
  const folder = backupFolder(dataFolder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw noBackup(error, folder);
  }
  let at = now;
  while (existsSync(join(folder, backupName(at, reason)))) at += 1;
  const name = backupName(at, reason);
  copyDatabase(db, join(folder, name));
  tidy(dataFolder, name, now);
  return { name, at, reason, bytes: statSync(join(folder, name)).size };
}

/** Throws a FailureError `damaged` unless sqlite finds every page and index of a file in order. */
export function requireWhole(file: string): void {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const [found] = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    if (found !== 'ok') throw new Sqlite.SqliteError(found ?? 'nothing was answered', 'SQLITE_CORRUPT');
  } finally {
    db.close();
  }
}

/** Has everything of a file written to the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Has the names in a folder written to the disk; Windows does that by itself and has no call for it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes what is no longer kept, and what a stopped process left. A file that cannot go stays: the new backup is there all the same. */
function tidy(dataFolder: string, made: string, now: number): void {
  const folder = backupFolder(dataFolder);
  const outdated = outdatedBackups(listBackups(dataFolder), now).filter(({ name }) => name !== made);
  const abandoned = readdirSync(folder)
    .filter((name) => name.endsWith(partialEnd))
    .filter((name) => now - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now) > abandonedMs);
  for (const name of [...outdated.map((backup) => backup.name), ...abandoned]) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // It is tried again with the next backup.
    }
  }
}

const reasons: Record<Trouble, { because: string; hint: string }> = {
  full: { because: 'the disk is full', hint: 'Free some space and try again.' },
  unwritable: { because: 'its folder is not there or cannot be written', hint: 'Make the folder writable and try again.' },
  'in-the-way': { because: 'there is a file in the way of its folder', hint: 'Move the file and try again.' },
  busy: { because: 'another program is using the database', hint: 'Wait until it is done, or close it, and try again.' },
  damaged: { because: 'parts of the database cannot be read', hint: 'Restore an earlier backup; the damaged file is kept beside it.' },
  disk: { because: 'the disk reported an error', hint: 'Check that the disk is connected and healthy, then try again.' },
};

/** Why there is no backup. What is stored is as it was, and so is everything the backup was to be made before. */
function noBackup(error: unknown, where: string): unknown {
  const trouble = troubleOf(error);
  if (trouble === null) return error;
  const { because, hint } = reasons[trouble];
  return new FailureError({
    code: trouble === 'damaged' || trouble === 'busy' ? trouble : 'store',
    message: `No backup was made: ${because}. Nothing else was changed.`,
    where,
    hint,
  });
}
