/** Asks the system what is wrong with a disk, where sqlite does not pass it on. */
import { closeSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { partialName } from './disk.js';
import { databaseFile } from './place.js';

const trialBytes = 64 * 1024;

/** The error of the system when a small file is written in a folder, null when it can be. */
export function writingFails(folder: string): unknown {
  const trial = partialName(databaseFile(folder));
  try {
    const file = openSync(trial, 'wx', 0o600);
    try {
      writeSync(file, Buffer.alloc(trialBytes));
    } finally {
      closeSync(file);
      rmSync(trial, { force: true });
    }
    return null;
  } catch (error) {
    return error;
  }
}

/** The error of the system when a database and its journal are read from end to end, null when they can be. */
export function readingFails(database: string): unknown {
  const bytes = Buffer.allocUnsafe(1 << 20);
  try {
    for (const path of [database, `${database}-wal`]) {
      if (!existsSync(path)) continue;
      const file = openSync(path, 'r');
      try {
        while (readSync(file, bytes) > 0);
      } finally {
        closeSync(file);
      }
    }
    return null;
  } catch (error) {
    return error;
  }
}
