/** The tree of notes. Pure. */
import type { LibraryNote } from '../../../shared/contract.js';

/** A folder of the tree with its notes. */
export interface NoteFolder {
  /** '' for notes that are in no folder. */
  path: string;
  cards: number;
  notes: readonly LibraryNote[];
}

/** The folders in the order of the notes, each with its own notes. */
export function foldersOf(notes: readonly LibraryNote[]): NoteFolder[] {
  const byFolder = new Map<string, LibraryNote[]>();
  for (const note of notes) byFolder.set(note.folder, [...(byFolder.get(note.folder) ?? []), note]);
  return [...byFolder].map(([path, own]) => ({ path, notes: own, cards: own.reduce((sum, { cards }) => sum + cards, 0) }));
}

/** Does the name, folder or title of a note hold every word of this? */
export const nameHolds = (find: string): ((note: LibraryNote) => boolean) => {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ folder, name, title }) => {
    const text = `${folder}/${name} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
};
