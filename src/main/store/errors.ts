/** What sqlite and the file system report, in words a person can act on. */
import { FailureError } from '../../shared/result.js';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** A damaged database, named with what to do; nothing of it was changed. */
export const damaged = (file: string, why: string): FailureError =>
  new FailureError({
    code: 'store',
    message: `The database is damaged: ${why}. It was left as it is.`,
    where: file,
    hint: 'Move the file somewhere safe and start again, or put a backup in its place.',
  });

/**
 * The failure to show for an error of the store or of the file system below it, with the file or folder it is about.
 * Anything else is returned as it came.
 */
export function explain(error: unknown, where: string): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new FailureError({
      code: 'store',
      message: 'The disk is full, so nothing was saved.',
      where,
      hint: 'Free some space and try again. What was saved before is safe.',
    });
  }
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES$|EPERM$|EROFS$)/.test(code)) {
    return new FailureError({
      code: 'store',
      message: 'Etcdeck cannot write to its data folder.',
      where,
      hint: 'Make the folder writable, or name another one with ETCDECK_DATA.',
    });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new FailureError({
      code: 'store',
      message: 'The data folder cannot be made: there is a file in its way.',
      where,
      hint: 'Move the file, or name another folder with ETCDECK_DATA.',
    });
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new FailureError({
      code: 'busy',
      message: 'Another program is using the database.',
      where,
      hint: 'Wait until it is done, or close it, and try again.',
    });
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(where, 'parts of it cannot be read');
  if (code.startsWith('SQLITE_IOERR')) {
    return new FailureError({
      code: 'store',
      message: 'The disk reported an error, so nothing was saved.',
      where,
      hint: 'Check that the disk is connected and healthy, then try again.',
    });
  }
  return error;
}

/** Runs a task of the store; its errors come out in plain words. */
export function plainly<T>(where: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw explain(error, where);
  }
}
