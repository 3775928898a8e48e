/** Watched folders, and what is known of the notes in them. */
import { sep } from 'node:path';
import type { Database } from '../open/database.js';

export interface WatchedFolder {
  folderId: number;
  /** Absolute, with links resolved. */
  path: string;
  /** Changes that only add, edit or move cards are imported without asking. */
  takesOver: boolean;
  /** Looked at now and then instead of waiting for word of changes. */
  polls: boolean;
}

export interface WatchedFolders {
  /** By path. */
  all(): WatchedFolder[];
  /** Adds a folder; the folders below it need no eye of their own and go. */
  add(folder: Omit<WatchedFolder, 'folderId'>, at: number): void;
  set(folder: WatchedFolder): void;
  remove(folderId: number): void;
  /** The notes of a folder as they were imported. */
  notesIn(path: string): { path: string; fileHash: string; missingAt: number | null }[];
}

type Row = Omit<WatchedFolder, 'takesOver' | 'polls'> & { takesOver: 0 | 1; polls: 0 | 1 };

const below = (path: string): string => (path.endsWith(sep) ? path : path + sep);

export function createWatchedFolders(db: Database): WatchedFolders {
  const all = db.prepare<[], Row>('SELECT folderId, path, takesOver, polls FROM watchedFolders ORDER BY path');
  const add = db.prepare('INSERT INTO watchedFolders (path, takesOver, polls, addedAt) VALUES (@path, @takesOver, @polls, @addedAt)');
  const set = db.prepare('UPDATE watchedFolders SET takesOver = @takesOver, polls = @polls WHERE folderId = @folderId');
  const remove = db.prepare('DELETE FROM watchedFolders WHERE folderId = ?');
  const removeBelow = db.prepare('DELETE FROM watchedFolders WHERE substr(path, 1, length(@below)) = @below');
  const notesIn = db.prepare<[{ below: string }], { path: string; fileHash: string; missingAt: number | null }>(
    'SELECT path, fileHash, missingAt FROM notes WHERE substr(path, 1, length(@below)) = @below ORDER BY path',
  );
  const plain = ({ takesOver, polls }: Pick<WatchedFolder, 'takesOver' | 'polls'>) => ({
    takesOver: takesOver ? 1 : 0,
    polls: polls ? 1 : 0,
  });

  return {
    all: () => all.all().map((row) => ({ ...row, takesOver: row.takesOver === 1, polls: row.polls === 1 })),
    add: db.transaction<WatchedFolders['add']>((folder, at) => {
      removeBelow.run({ below: below(folder.path) });
      add.run({ path: folder.path, ...plain(folder), addedAt: at });
    }).immediate,
    set: (folder) => void set.run({ folderId: folder.folderId, ...plain(folder) }),
    remove: (folderId) => void remove.run(folderId),
    notesIn: (path) => notesIn.all({ below: below(path) }),
  };
}
