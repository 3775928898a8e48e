/**
 * One writer at a time for a data folder. The lock is one of the operating system, taken through sqlite:
 * it goes with its process, however that ends, so there is nothing stale to clear. The file holds nothing.
 */
import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { entryAt, keepPrivate } from './disk.js';
import { troubleOf } from './errors.js';

const lockName = 'etcdeck.lock';

/** Takes the lock of a folder and returns the way to give it back. Throws a FailureError `busy` when another process has it. */
export function lockFolder(folder: string): () => void {
  const unlock = lockIfFree(folder, 500);
  if (unlock) return unlock;
  throw new FailureError({
    code: 'busy',
    message: 'Etcdeck is already open with this data folder.',
    where: folder,
    hint: 'Close the other window or command first. Reading commands (cards, decks, due, check) work beside it.',
  });
}

/** The same without a complaint: null when another process has the lock. */
export function lockIfFree(folder: string, waitMs = 0): (() => void) | null {
  const file = join(folder, lockName);
  try {
    return take(file, waitMs);
  } catch (error) {
    if (!empty(file, troubleOf(error) === 'damaged')) throw error;
    return take(file, waitMs);
  }
}

function take(file: string, waitMs: number): (() => void) | null {
  const lock = new Sqlite(file, { timeout: waitMs });
  try {
    // Nothing is ever written, so there is nothing to take back: no second file.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    keepPrivate(file);
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (troubleOf(error) === 'busy') return null;
    throw error;
  }
}

/**
 * Makes a file that is no lock one again; answers whether anything was done. Its content is found wrong only by a process that has
 * it for itself, and the same file stays: two processes that do this at once still meet at one lock.
 */
function empty(file: string, isDamaged: boolean): boolean {
  const entry = entryAt(file);
  if (!entry) return false;
  if (entry.isDirectory()) renameSync(file, `${file}.${randomBytes(4).toString('hex')}`);
  else if (!entry.isFile()) rmSync(file);
  else if (isDamaged) truncateSync(file);
  else return false;
  return true;
}
