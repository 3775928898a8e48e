/** Reads a database where nothing can be written, not even the files that sqlite needs beside it: from a copy that goes when it is closed. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { besideEnds, keepPrivate } from './disk.js';
import { troubleOf } from './errors.js';
import { databaseFile } from './place.js';

/** Does an error mean that a file could not be written, rather than read? */
export const needsCopy = (error: unknown): boolean => ['unwritable', 'full', 'disk'].includes(troubleOf(error) ?? '');

/** @param read opens the database of a folder that can be written */
export function readCopy(folder: string, read: (folder: string) => Sqlite.Database | null): Sqlite.Database | null {
  const elsewhere = mkdtempSync(join(tmpdir(), 'etcdeck-read-'));
  const remove = (): void => rmSync(elsewhere, { recursive: true, force: true });
  try {
    const copy = databaseFile(elsewhere);
    for (const end of ['', ...besideEnds]) {
      if (!existsSync(databaseFile(folder) + end)) continue;
      copyFileSync(databaseFile(folder) + end, copy + end);
      keepPrivate(copy + end);
    }
    const db = read(elsewhere);
    if (!db) {
      remove();
      return null;
    }
    const close = db.close.bind(db);
    db.close = () => {
      close();
      remove();
      return db;
    };
    return db;
  } catch (error) {
    remove();
    throw error instanceof FailureError ? new FailureError({ ...error.failure, where: databaseFile(folder) }) : error;
  }
}
