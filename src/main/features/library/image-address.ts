/** Where the window finds an image of a note: below its own origin, by the note's id and the path below the note's folder. */

const root = 'note-image';

/** The address of an image; another one once the file was changed, so that an old picture is never shown. */
export function imageAddress(noteId: string, path: string, modifiedAt: number): string {
  return `/${root}/${encodeURIComponent(noteId)}/${Buffer.from(path).toString('base64url')}?v=${modifiedAt}`;
}

/** What a path of our origin (decoded, without its first `/`) asks for; null when it is no image of a note. */
export function imageAt(address: string): { noteId: string; path: string } | null {
  const [first, noteId, path, ...more] = address.split('/');
  if (first !== root || !noteId || !path || more.length > 0) return null;
  return { noteId, path: Buffer.from(path, 'base64url').toString() };
}
