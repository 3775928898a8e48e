/** Whose database a file is and of which version, before sqlite may touch it; and a change that was cut off, rolled back. */
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { damaged } from './errors.js';
import { hasRollbackJournal, inspect } from './header.js';

/** 'ETCK', in the header of every database of ours. */
export const applicationId = 0x4554434b;

/**
 * The schema version of a database that is ours; null when there is none yet. Throws a FailureError for every other file.
 * @param isQuiet nobody else can be using the files
 */
export function knownVersion(file: string, newest: number, isQuiet: boolean): number | null {
  const state = inspect(file, isQuiet);
  if (state.kind === 'absent') return null;
  if (state.kind === 'damaged') throw damaged(file, state.why);
  if (state.kind === 'cut') throw cut(file);
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

/** The same for files nobody else uses, once what a killed process had begun is taken back. */
export function settledVersion(file: string, newest: number): number | null {
  const version = knownVersion(file, newest, true);
  if (version === null || !rollBack(file)) return version;
  return knownVersion(file, newest, true);
}

/**
 * A process that was killed while it changed the file itself left a rollback journal: sqlite takes the change back for the first
 * connection that may write, and lets nobody in who may not. Answers whether there was one.
 */
export function rollBack(file: string): boolean {
  if (!hasRollbackJournal(file)) return false;
  const db = new Sqlite(file, { fileMustExist: true, timeout: 5_000 });
  try {
    db.pragma('schema_version');
  } finally {
    db.close();
  }
  return true;
}

const cut = (file: string): FailureError =>
  new FailureError({
    code: 'journal',
    message: 'The last changes cannot be read: the journal beside the database is damaged or gone. Nothing was touched.',
    where: file,
    hint: 'The window of Etcdeck offers to go on without them and keeps the files as they are. Or restore a backup.',
  });
