/** Copies of a database: consistent while it is in use, checked, and on the disk in full before they have their name. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Backup, BackupReason } from '../../../shared/backups.js';
import { FailureError } from '../../../shared/result.js';
import { backupFolder, backupName, listBackups, outdatedBackups } from './backup-files.js';
import { entryAt, giveName, isPartialName, makePrivate, partialName, removeDatabase } from './disk.js';
import { codeOf, troubleAt } from './errors.js';
import type { Trouble } from './errors.js';

/** A copy that was begun this long ago and never got its name belongs to a process that was stopped. */
const abandonedMs = 3_600_000;

/**
 * Copies a database into a new file. The copy is of one moment (sqlite reads it as one transaction), writers go on meanwhile.
 * It takes a second for a million reviews and stops its thread that long.
 * Throws a FailureError that says why there is no copy; then no file is left behind, and none is ever replaced.
 */
export function copyDatabase(db: Sqlite.Database, path: string): void {
  if (entryAt(path)) throw nameIsTaken(path);
  const partial = partialName(path);
  try {
    makePrivate(partial);
    db.prepare('VACUUM INTO ?').run(partial);
    requireWhole(partial);
    // Sqlite leaves it to us to have such a copy written to the disk.
    giveName(partial, path);
  } catch (error) {
    removeDatabase(partial);
    if (codeOf(error) === 'EEXIST') throw nameIsTaken(path);
    throw noBackup(error, dirname(path), db.name);
  }
}

/** Makes a backup in the data folder and lets go of those that are no longer kept. Throws as `copyDatabase`. */
export function makeBackup(db: Sqlite.Database, dataFolder: string, reason: BackupReason, now: number): Backup {
  const folder = backupFolder(dataFolder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw noBackup(error, folder, db.name);
  }
  let at = now;
  while (entryAt(join(folder, backupName(at, reason)))) at += 1;
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

/** Nothing is written over what somebody has. */
export const nameIsTaken = (where: string): FailureError =>
  new FailureError({ code: 'conflict', message: 'There is a file of this name already.', where, hint: 'Choose another name.' });

/** Removes what is no longer kept, and what a stopped process left. A file that cannot go stays: the new backup is there all the same. */
function tidy(dataFolder: string, made: string, now: number): void {
  const folder = backupFolder(dataFolder);
  const outdated = outdatedBackups(listBackups(dataFolder), now).filter(({ name }) => name !== made);
  const abandoned = readdirSync(folder).filter((name) => isPartialName(name) && isAbandoned(join(folder, name), now));
  for (const name of [...outdated.map((backup) => backup.name), ...abandoned]) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // It is tried again with the next backup.
    }
  }
}

/** One from the future was begun by a clock that was ahead. */
const isAbandoned = (path: string, now: number): boolean =>
  Math.abs(now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now)) > abandonedMs;

const reasons: Record<Trouble, { because: string; hint: string }> = {
  full: { because: 'the disk is full', hint: 'Free some space and try again.' },
  unwritable: { because: 'its folder is not there or cannot be written', hint: 'Make the folder writable and try again.' },
  'in-the-way': { because: 'there is a file in the way of its folder', hint: 'Move the file and try again.' },
  busy: { because: 'another program is using the database', hint: 'Wait until it is done, or close it, and try again.' },
  damaged: { because: 'parts of the database cannot be read', hint: 'Restore an earlier backup; the damaged file is kept beside it.' },
  disk: { because: 'the disk reported an error', hint: 'Check that the disk is connected and healthy, then try again.' },
  unreadable: { because: 'the disk cannot read the database', hint: 'Check that the disk is connected and healthy, then try again.' },
};

/** Why there is no backup. What is stored is as it was, and so is everything the backup was to be made before. */
function noBackup(error: unknown, folder: string, database: string): unknown {
  const trouble = codeOf(error) === 'ENOENT' ? 'unwritable' : troubleAt(error, folder, database);
  if (trouble === null) return error;
  const { because, hint } = reasons[trouble];
  return new FailureError({
    code: trouble === 'damaged' || trouble === 'busy' ? trouble : 'store',
    message: `No backup was made: ${because}. Nothing else was changed.`,
    where: folder,
    hint,
  });
}
