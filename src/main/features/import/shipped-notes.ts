/** The notes that ship with the app and wait to be asked for. */
import { findNotes } from '../../note-files/note-files.js';
import { shippedPath } from './gather.js';

/**
 * How many of the notes in a folder of the app are not imported yet.
 * @param stored paths under which notes are stored
 */
export async function shippedLeft(folder: string, stored: ReadonlySet<string>): Promise<number> {
  let left = 0;
  for await (const entry of findNotes([folder])) if (entry.kind === 'note' && !stored.has(shippedPath(entry.file))) left++;
  return left;
}
