/** Keeps a database that nothing can be read of, for whoever can: byte for byte, with its journals. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolder } from '../open/backup-files.js';
import { besideEnds, giveName, keepPrivate, partialName } from '../open/disk.js';
import { databaseFile } from '../open/place.js';

/** Copies the files, so that there is no moment without them. Returns where the first of them is. */
export function keepAside(dataFolder: string, now: number): string {
  const file = databaseFile(dataFolder);
  const folder = backupFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.sqlite`);
  const copies = ['', ...besideEnds].filter((end) => existsSync(file + end)).map((end) => aside + end);
  for (const copy of copies) copyAs(file + copy.slice(aside.length), copy);
  return copies[0] ?? aside;
}

/** A copy has its name when it is whole. */
function copyAs(from: string, to: string): void {
  const partial = partialName(to);
  try {
    copyFileSync(from, partial);
    keepPrivate(partial);
    giveName(partial, to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
