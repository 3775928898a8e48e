/** The folders that notes came from. */
import type { Database } from '../open/database.js';

export interface NoteFolders {
  /** Folders in which imported notes lie, those above them up to what was imported, and watched ones; absolute, each once. */
  all(): string[];
}

export function createNoteFolders(db: Database): NoteFolders {
  const notes = db.prepare<[], { path: string; name: string }>("SELECT path, name FROM notes WHERE path NOT LIKE 'starter:%'");
  const watched = db.prepare<[], string>('SELECT path FROM watchedFolders').pluck();
  return {
    all: () => [...new Set([...watched.all(), ...notes.all().flatMap(foldersOf)])],
  };
}

/** `/home/me/notes/cka/etcd.md`, shown as `cka/etcd.md`, lies in `/home/me/notes/cka`, which lies in `/home/me/notes`. */
function foldersOf({ path, name }: { path: string; name: string }): string[] {
  const steps = name.split('/').length;
  const folders: string[] = [];
  let folder = path;
  for (let n = 0; n < steps; n++) {
    folder = folder.slice(0, Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')));
    if (folder === '') break;
    folders.push(folder);
  }
  return folders;
}
