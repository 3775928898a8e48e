/** What sqlite and the file system report, in words a person can act on. */
import { dirname } from 'node:path';
import { FailureError } from '../../../shared/result.js';
import { isFolder } from './disk.js';
import { readingFails, writingFails } from './disk-trial.js';
import { databaseFile } from './place.js';

/** The code of an error of sqlite or of the system; empty for any other. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What can go wrong below the store. */
export type Trouble = 'full' | 'unwritable' | 'in-the-way' | 'busy' | 'damaged' | 'disk' | 'unreadable';

const troubles: readonly [Trouble, RegExp][] = [
  ['full', /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/],
  ['unwritable', /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)\w*|EACCES|EPERM|EROFS)$/],
  ['in-the-way', /^(ENOTDIR|EEXIST)$/],
  ['busy', /^(SQLITE_(BUSY|LOCKED)\w*|EBUSY)$/],
  ['damaged', /^SQLITE_(CORRUPT\w*|NOTADB|FORMAT)$/],
  ['unreadable', /^SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS)$/],
  ['disk', /^(SQLITE_IOERR\w*|EIO|ENXIO|ENODEV|ESTALE)$/],
];

/** The kind of an error of sqlite or of the file system; null for any other. */
export function troubleOf(error: unknown): Trouble | null {
  const code = codeOf(error);
  return troubles.find(([, pattern]) => pattern.test(code))?.[0] ?? null;
}

/**
 * The same, where sqlite says less than the system told it: a disk without room for a new file only "cannot open" it, one that is
 * full for this person or turned read-only is "an error of the disk", and one that cannot read is "a damaged database".
 * The system is asked again, by a small file in the folder or by reading all of the database.
 */
export function troubleAt(error: unknown, folder: string, database: string): Trouble | null {
  const trouble = troubleOf(error);
  if (!codeOf(error).startsWith('SQLITE_')) return trouble;
  if (trouble === 'unwritable' || trouble === 'disk') return troubleOf(writingFails(folder)) ?? trouble;
  if (trouble === 'damaged' && readingFails(database) !== null) return 'unreadable';
  return trouble;
}

const words: Record<Exclude<Trouble, 'damaged'>, { message: string; hint: string }> = {
  full: { message: 'The disk is full, so nothing was saved.', hint: 'Free some space and try again. What was saved before is safe.' },
  unwritable: {
    message: 'Etcdeck cannot write to its data folder.',
    hint: 'Make the folder writable, or name another one with ETCDECK_DATA. What is in it can be read all the same: etcdeck export FILE.',
  },
  'in-the-way': {
    message: 'The data folder cannot be made: there is a file in its way.',
    hint: 'Move the file, or name another folder with ETCDECK_DATA.',
  },
  busy: { message: 'Another program is using the database.', hint: 'Wait until it is done, or close it, and try again.' },
  disk: {
    message: 'The disk reported an error, so nothing was saved.',
    hint: 'Check that the disk is connected and healthy, then try again.',
  },
  unreadable: {
    message: 'The disk cannot read the database. The file itself may be in order.',
    hint: 'Check that the disk is connected and healthy, and copy the data folder to another one before anything else.',
  },
};

/** A damaged database, named with what to do; nothing of it was changed. */
export const damaged = (file: string, why: string): FailureError =>
  new FailureError({
    code: 'damaged',
    message: `The database is damaged: ${why}. It was left as it is.`,
    where: file,
    hint: 'Restore a backup; the damaged file is kept beside it.',
  });

/**
 * The failure to show for an error of the store or of the file system below it. Anything else is returned as it came.
 * @param where what it is about: a data folder or a database file
 */
export function explain(error: unknown, where: string): unknown {
  const trouble = isFolder(where) ? troubleAt(error, where, databaseFile(where)) : troubleAt(error, dirname(where), where);
  if (trouble === null) return error;
  if (trouble === 'damaged') return damaged(where, 'parts of it cannot be read');
  return new FailureError({ code: trouble === 'busy' ? 'busy' : 'store', where, ...words[trouble] });
}

/** Runs a task of the store; its errors come out in plain words. */
export function plainly<T>(where: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw explain(error, where);
  }
}
