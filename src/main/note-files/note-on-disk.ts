/** The file of a stored note, for showing and opening it. The path comes from the database, never from the window. */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isInFolder, readNote } from './note-files.js';

const starterPrefix = 'starter:';

/** The file of a note; null for a note that shipped with an app that is no longer here. */
export function fileOf(path: string, startersFolder: string | null): string | null {
  if (!path.startsWith(starterPrefix)) return path;
  if (startersFolder === null) return null;
  const file = join(startersFolder, path.slice(starterPrefix.length));
  if (!existsSync(file)) return file;
  return isInFolder(realpathSync(file), realpathSync(startersFolder)) ? file : null;
}

/** A note a person can import again by its path. */
export const isOwnNote = (path: string): boolean => !path.startsWith(starterPrefix);

export interface NoteLines {
  lines: string[];
  /** sha256 of the bytes, in hex; null when the file could not be read. */
  hash: string | null;
  problem: { message: string; hint: string } | null;
}

/** The lines of a note as it is on disk now. Never throws. */
export function linesOf(file: string | null): NoteLines {
  if (file === null) return { lines: [], hash: null, problem: gone };
  const note = readNote(file);
  if (note.ok) return { lines: note.text.split(/\r\n?|\n/), hash: note.hash, problem: null };
  const { message, hint } = existsSync(file) ? note.problem : gone;
  return { lines: [], hash: null, problem: { message, hint } };
}

const gone = {
  message: 'The file is no longer there.',
  hint: 'Its cards stay in Etcdeck. Put the file back, or import it from where it is now.',
};
