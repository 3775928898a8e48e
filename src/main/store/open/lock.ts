/**
 * One writer at a time for a data folder. The lock is one of the operating system, taken through sqlite:
 * it goes with its process, however that ends, so there is nothing stale to clear.
 */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';

const lockName = 'etcdeck.lock';

/** Takes the lock of a folder and returns the way to give it back. Throws a FailureError `busy` when another process has it. */
export function lockFolder(folder: string): () => void {
  const lock = new Sqlite(join(folder, lockName), { timeout: 500 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new FailureError({
        code: 'busy',
        message: 'Etcdeck is already open with this data folder.',
        where: folder,
        hint: 'Close the other window or command first. Reading commands (cards, decks, due, check) work beside it.',
      });
    }
    throw error;
  }
  return () => lock.close();
}
