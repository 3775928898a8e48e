/** The notes of the Library, as they stand on disk and with their cards. */
import type { LibraryNote, LibraryNoteView, Output } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { givingWay } from '../../give-way.js';
import { fileOf, isOwnNote, linesOf } from '../../note-files/note-on-disk.js';
import { cardView } from './card-view.js';
import { imageAddress } from './image-address.js';
import { noteRow, type LibraryContext } from './library-context.js';
import { noteImages, type Image } from './note-images.js';
import { byNoteName, splitName } from './note-name.js';

export function libraryNotes({ store }: LibraryContext): { notes: LibraryNote[] } {
  return {
    notes: store
      .notes()
      .sort((a, b) => byNoteName(a.name, b.name))
      .map(({ name, missing, ...row }) => ({ ...row, ...splitName(name), missing: missing === 1 })),
  };
}

/** A note with its cards; gives way to other work every few milliseconds. Throws a FailureError `not-found` when there is none. */
export async function libraryNote(library: LibraryContext, noteId: string): Promise<LibraryNoteView> {
  const row = noteRow(library, noteId);
  const { lines, hash, problem } = linesOf(fileOf(row.path, library.startersFolder));
  const cards = [];
  const giveWay = givingWay();
  for (const card of library.store.cardsOf(noteId)) {
    cards.push(cardView(library, card));
    await giveWay();
  }
  return {
    noteId,
    ...splitName(row.name),
    title: row.title,
    path: isOwnNote(row.path) ? row.path : null,
    importedAt: row.importedAt,
    lines,
    problem,
    changed: hash !== null && row.fileHash !== '' && hash !== row.fileHash,
    heldBack: row.heldBack,
    cards,
  };
}

/** The file of a note. Throws a FailureError when it is not there or not to be read. */
export function noteFile(library: LibraryContext, noteId: string): string {
  const row = noteRow(library, noteId);
  const file = fileOf(row.path, library.startersFolder);
  const { problem } = linesOf(file);
  if (file !== null && problem === null) return file;
  throw new FailureError({ code: 'file', where: row.name, ...(problem ?? { message: 'The file is no longer there.' }) });
}

/** Where the window finds an image that a note names, or why it does not. */
export async function noteImage(library: LibraryContext, noteId: string, source: string): Promise<Output<'note.image'>> {
  const file = fileOf(noteRow(library, noteId).path, library.startersFolder);
  const found = file === null ? { ok: false as const, problem: 'Its note is no longer there.' } : await noteImages.find(file, source);
  if (!found.ok) return { address: null, problem: found.problem, width: null, height: null };
  return { address: imageAddress(noteId, found.path, found.modifiedAt), problem: null, width: found.width, height: found.height };
}

/** An image by its path below the note's folder; null when there is none. */
export async function readImage({ store, startersFolder }: LibraryContext, noteId: string, path: string): Promise<Image | null> {
  const row = store.note(noteId);
  const file = row && fileOf(row.path, startersFolder);
  return file === null ? null : noteImages.read(file, path);
}
