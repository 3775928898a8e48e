/** What is different between a watched folder and the store. Only files whose looks changed are read. */
import { statSync, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { findNotes, isGone, readNote } from '../../../note-files/note-files.js';

/** A note as the store knows it. */
export interface KnownNote {
  /** Absolute. */
  path: string;
  /** sha256 of the file's bytes, in hex. */
  fileHash: string;
  /** When an import no longer found it; null while it is there. */
  missingAt: number | null;
}

export interface NoteChange {
  /** Absolute. */
  path: string;
  /** sha256 of the file as it is now; null when it is gone. */
  hash: string | null;
}

/** A file as it looked when it was read. */
interface Seen {
  looks: string;
  /** null for a file that cannot be read as a note: nothing would come of importing it. */
  hash: string | null;
  readAt: number;
}

/** Times of files are this coarse on some drives: a file that changed shortly before it was read may have changed after. */
const coarseMs = 2_000;

/** Files looked at before others have their turn. */
const filesPerTurn = 64;

export class FolderScan {
  private seen = new Map<string, Seen>();

  /** @param root absolute, with links resolved */
  constructor(private readonly root: string) {}

  /** The notes that are not as the store knows them; null when the folder is not there, or only the place where a drive belongs. */
  async changes(known: readonly KnownNote[]): Promise<NoteChange[] | null> {
    const found = new Set<string>();
    let isThere = false;
    for await (const entry of findNotes([this.root])) {
      // A link now stands in the folder's place.
      if (entry.kind === 'folder' && entry.path !== this.root) return null;
      if (entry.kind === 'folder') isThere = true;
      else if (entry.kind === 'note') found.add(entry.file.path);
    }
    if (!isThere || (found.size === 0 && known.length > 0 && (await isEmpty(this.root)))) return null;

    const seen = new Map<string, Seen>();
    let looked = 0;
    for (const path of found) {
      if (++looked % filesPerTurn === 0) await nextTurn();
      const file = this.look(path);
      if (file) seen.set(path, file);
    }
    this.seen = seen;
    const changes: NoteChange[] = [];
    const stored = new Map(known.map((note) => [note.path, note]));
    for (const [path, { hash }] of seen) {
      const note = stored.get(path);
      if (hash !== null && (note?.fileHash !== hash || note.missingAt !== null)) changes.push({ path, hash });
    }
    for (const { path, missingAt } of known) {
      if (missingAt === null && !found.has(path) && (await isGone(path))) changes.push({ path, hash: null });
    }
    return changes;
  }

  private look(path: string): Seen | null {
    const file = statSync(path, { throwIfNoEntry: false });
    if (!file) return null;
    const looks = looksOf(file);
    const before = this.seen.get(path);
    if (before?.looks === looks && before.readAt - Math.max(file.mtimeMs, file.ctimeMs) > coarseMs) return before;
    const readAt = Date.now();
    const note = readNote(path);
    return { looks, hash: note.ok ? note.hash : null, readAt };
  }
}

const looksOf = ({ ino, size, mtimeMs, ctimeMs }: Stats): string => `${ino} ${size} ${mtimeMs} ${ctimeMs}`;

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch {
    return true;
  }
}
