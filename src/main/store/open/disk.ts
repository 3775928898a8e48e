/** Files that must be on the disk in full, belong to their owner alone, and never take the place of another. */
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';

/** For their owner only. */
const privateMode = 0o600;

/** Has everything of a file written to the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Has the names in a folder written to the disk; Windows does that by itself and has no call for it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes an empty file for its owner only. Throws when there is anything of that name, be it a link. */
export const makePrivate = (file: string): void => closeSync(openSync(file, 'wx', privateMode));

/** Takes a file away from everybody but its owner; one of somebody else stays as it is. */
export function keepPrivate(file: string): void {
  try {
    chmodSync(file, privateMode);
  } catch {
    // Whether it can be used shows when it is.
  }
}

/** Earlier versions gave them no number. */
const partialPattern = /\.sqlite(-journal|-wal|-shm)?(\.[0-9a-f]{8})?\.partial(-journal|-wal|-shm)?$/;

/** A name for a file that is not finished yet: nobody else has it. */
export const partialName = (path: string): string => `${path}.${randomBytes(4).toString('hex')}.partial`;

/** Is this the name of an unfinished copy of a database, or of a journal beside one? */
export const isPartialName = (name: string): boolean => partialPattern.test(name);

/** Gives a finished file its name, and has that written to the disk. Throws EEXIST when somebody took the name meanwhile. */
export function giveName(partial: string, path: string): void {
  flush(partial);
  try {
    // Unlike a rename it never takes the place of anything.
    linkSync(partial, path);
    rmSync(partial);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    // File systems of sticks and some drives know no second names.
    renameSync(partial, path);
  }
  flushFolder(dirname(path));
}

/** What is at a path, be it a link that leads nowhere; null when there is nothing. */
export const entryAt = (path: string): Stats | null => looked(() => lstatSync(path));

/** How long a file is; 0 when there is none. */
export const sizeOf = (path: string): number => looked(() => statSync(path))?.size ?? 0;

/** Is this a folder, or a link to one? */
export const isFolder = (path: string): boolean => looked(() => statSync(path))?.isDirectory() ?? false;

function looked(look: () => Stats): Stats | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/** Removes a database file with its journals. */
export function removeDatabase(file: string): void {
  for (const end of ['', ...besideEnds]) rmSync(file + end, { force: true });
}

/** What sqlite keeps beside a database: two kinds of journals and the index of one. */
export const besideEnds = ['-wal', '-shm', '-journal'] as const;
