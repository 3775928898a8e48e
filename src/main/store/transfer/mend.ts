/** Ways out where a database cannot be opened, each asked for by the person. They need a folder nobody has open. */
import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../../shared/result.js';
import { createDatabase } from '../open/database.js';
import { plainly } from '../open/errors.js';
import { inspect, type FileState } from '../open/header.js';
import { lockFolder } from '../open/lock.js';
import { databaseFile } from '../open/place.js';
import { keepAside } from './keep-aside.js';

/** Makes a new database where there is none any more; its backups stay. */
export function startAnew(dataFolder: string): void {
  locked(dataFolder, 'absent', () => createDatabase(databaseFile(dataFolder)));
}

/** Lets the changes go that can no longer be read, and keeps the files as they are. Returns where they are kept. */
export function goOnWithoutJournal(dataFolder: string, now: number): string {
  return locked(dataFolder, 'cut', () => {
    const file = databaseFile(dataFolder);
    const aside = keepAside(dataFolder, now);
    // It tells of changes that the journal no longer has; without it sqlite takes the journal up to where it can be read.
    rmSync(`${file}-shm`, { force: true });
    const db = new Sqlite(file, { fileMustExist: true, timeout: 5_000 });
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    return aside;
  });
}

/** @param state what the way out is for; from any other it would lead astray */
function locked<T>(dataFolder: string, state: FileState['kind'], work: () => T): T {
  return plainly(dataFolder, () => {
    const unlock = lockFolder(dataFolder);
    try {
      if (inspect(databaseFile(dataFolder), true).kind === state) return work();
      throw new FailureError({ code: 'conflict', message: 'The database is another one by now.', hint: 'Start Etcdeck again.' });
    } finally {
      unlock();
    }
  });
}
