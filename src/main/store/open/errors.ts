/** What sqlite and the file system report, in words a person can act on. */
import { FailureError } from '../../../shared/result.js';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** What can go wrong below the store. */
export type Trouble = 'full' | 'unwritable' | 'in-the-way' | 'busy' | 'damaged' | 'disk';

/** The kind of an error of sqlite or of the file system; null for any other. */
export function troubleOf(error: unknown): Trouble | null {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'full';
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES$|EPERM$|EROFS$)/.test(code)) return 'unwritable';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'in-the-way';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged';
  return code.startsWith('SQLITE_IOERR') ? 'disk' : null;
}

const words: Record<Exclude<Trouble, 'damaged'>, { message: string; hint: string }> = {
  full: { message: 'The disk is full, so nothing was saved.', hint: 'Free some space and try again. What was saved before is safe.' },
  unwritable: {
    message: 'Etcdeck cannot write to its data folder.',
    hint: 'Make the folder writable, or name another one with ETCDECK_DATA.',
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
 * The failure to show for an error of the store or of the file system below it, with the file or folder it is about.
 * Anything else is returned as it came.
 */
export function explain(error: unknown, where: string): unknown {
  const trouble = troubleOf(error);
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
