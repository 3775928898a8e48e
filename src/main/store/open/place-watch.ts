/**
 * Notices when a database is taken away under its connection, by a cleaner, a program that synchronises folders, or a person. The
 * system lets a process go on writing to a file that has no name any more, and nothing of it is there afterwards.
 */
import { statSync } from 'node:fs';
import { FailureError } from '../../../shared/result.js';
import type { Database } from './database.js';

/** Makes the function that says why nothing more is to be stored; null while the files are those that were opened. */
export function createPlaceWatch(db: Database): () => FailureError | null {
  const files = [db.name, `${db.name}-wal`];
  const opened = files.map(identityOf);
  return () => (files.some((file, index) => identityOf(file) !== opened[index]) ? moved(db.name) : null);
}

/** What stays the same as long as a file is the same, whatever is written to it; null when there is none. */
function identityOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

const moved = (file: string): FailureError =>
  new FailureError({
    code: 'moved',
    message: 'The database was moved or removed while Etcdeck was open, so nothing more is stored.',
    where: file,
    hint: 'Put it back, or have it written anew: what was answered until now is still here.',
  });
