/** Watched folders for the window: which there are, what changed in them, and changes that are taken over without asking. */
import { realpath, stat } from 'node:fs/promises';
import type { Output, WatchedFolder } from '../../../../shared/contract.js';
import { FailureError } from '../../../../shared/result.js';
import { isInFolder } from '../../../note-files/note-files.js';
import type { WatchedFolders } from '../../../store/tables/watched-folders.js';
import type { ChangedNotes } from '../gather.js';
import type { TakenOver } from '../import-service.js';
import { labelOf } from '../import-label.js';
import type { FolderState } from './folder-watch.js';
import { isOnNetwork } from './network-drive.js';
import type { TellState, Watcher } from './watch-hub.js';

export interface WatchService {
  list(): Output<'watch.list'>;
  /** Throws a FailureError `file` for what is no folder, `conflict` for one that is watched already. */
  add(input: { path: string; takesOver?: boolean | undefined; polls?: boolean | undefined }): Promise<Output<'watch.list'>>;
  set(input: { folderId: number; takesOver?: boolean | undefined; polls?: boolean | undefined }): Output<'watch.list'>;
  remove(folderId: number): Output<'watch.list'>;
  /** Everything that changed; throws a FailureError `not-found` when nothing did. */
  changes(): ChangedNotes;
  /** The store changed, or a preview that stood in the way is gone. */
  look(): void;
  /** An import was taken back: when it was one nobody asked about, its folders ask from now on. */
  tookBack(batchId: string): void;
  close(): Promise<void>;
}

interface Parts {
  folders: WatchedFolders;
  createWatcher: (tell: TellState) => Watcher;
  now: () => number;
  /** Imports changes nobody has to be asked about; see `ImportService.takeOver`. */
  takeOver: (changes: ChangedNotes) => Promise<TakenOver | null>;
  onChanged: (view: Output<'watch.list'>) => void;
  onTaken: (taken: TakenOver) => void;
  log: (error: unknown) => void;
  /** Changes are taken over when they stay the same for this long: nobody wants each half-written line imported. */
  restMs?: number;
}

export function createWatchService(parts: Parts): WatchService {
  const { folders, now, takeOver, onChanged, onTaken, log, restMs = 3_000 } = parts;
  const states = new Map<number, FolderState>();
  /** Folders of imports nobody asked about, by import. */
  const taken = new Map<string, number[]>();
  let resting: NodeJS.Timeout | undefined;
  let isClosed = false;

  const watcher = parts.createWatcher((folderId, state) => {
    states.set(folderId, state);
    onChanged(list());
    restart();
  });

  const changesOf = (folderId: number): FolderState['changes'] => states.get(folderId)?.changes ?? [];

  function list(): Output<'watch.list'> {
    const view = folders.all().map(({ folderId, path, takesOver, polls }): WatchedFolder => ({
      folderId,
      path,
      name: labelOf([path]),
      state: states.get(folderId)?.state ?? 'starting',
      takesOver,
      polls,
      notes: folders.notesIn(path).filter(({ missingAt }) => missingAt === null).length,
      changedNotes: changesOf(folderId).length,
    }));
    return { folders: view };
  }

  function look(): void {
    watcher.look().catch(log);
    restart();
  }

  /** The list changed: tells it, and has the watcher follow. */
  function told(): Output<'watch.list'> {
    const view = list();
    onChanged(view);
    look();
    return view;
  }

  function restart(): void {
    clearTimeout(resting);
    if (isClosed || !folders.all().some(({ folderId, takesOver }) => takesOver && changesOf(folderId).length > 0)) return;
    resting = setTimeout(() => void takeWhatCan().catch(log), restMs);
    resting.unref();
  }

  async function takeWhatCan(): Promise<void> {
    const changed = folders.all().filter(({ folderId }) => changesOf(folderId).length > 0);
    const own = changed.filter(({ takesOver }) => takesOver);
    // A note that left a folder that asks may be the one that came to this one.
    const mayHaveMoved = changed.some(({ folderId, takesOver }) => !takesOver && changesOf(folderId).some(({ hash }) => hash === null));
    if (own.length === 0 || mayHaveMoved) return;
    const done = await takeOver(notesOf(own));
    if (!done) return;
    taken.set(
      done.batchId,
      own.map(({ folderId }) => folderId),
    );
    onTaken(done);
    look();
  }

  const notesOf = (of: readonly { folderId: number; path: string }[]): ChangedNotes => ({
    folders: of.map(({ path }) => path),
    paths: of.flatMap(({ folderId }) => changesOf(folderId).map(({ path }) => path)),
  });

  function folder(folderId: number) {
    const found = folders.all().find((candidate) => candidate.folderId === folderId);
    if (!found) throw new FailureError({ code: 'not-found', message: 'This folder is no longer watched.' });
    return found;
  }

  return {
    list,
    async add({ path, takesOver = false, polls }) {
      const real = await folderAt(path);
      const above = folders.all().find((known) => isInFolder(real, known.path));
      if (above) {
        const part = above.path === real ? '' : `, as part of ${labelOf([above.path])}`;
        throw new FailureError({ code: 'conflict', message: `This folder is watched already${part}.`, where: real });
      }
      folders.add({ path: real, takesOver, polls: polls ?? (await isOnNetwork(real)) }, now());
      return told();
    },
    set({ folderId, takesOver, polls }) {
      const before = folder(folderId);
      folders.set({ ...before, takesOver: takesOver ?? before.takesOver, polls: polls ?? before.polls });
      return told();
    },
    remove(folderId) {
      folders.remove(folder(folderId).folderId);
      states.delete(folderId);
      return told();
    },
    changes() {
      const changed = folders.all().filter(({ folderId }) => changesOf(folderId).length > 0);
      if (changed.length > 0) return notesOf(changed);
      throw new FailureError({ code: 'not-found', message: 'No watched note is changed any more.' });
    },
    look,
    tookBack(batchId) {
      for (const folderId of taken.get(batchId) ?? []) {
        const known = folders.all().find((candidate) => candidate.folderId === folderId);
        if (known) folders.set({ ...known, takesOver: false });
      }
      if (taken.delete(batchId)) onChanged(list());
    },
    async close() {
      isClosed = true;
      clearTimeout(resting);
      await watcher.close();
    },
  };
}

/** The folder at a path, with links resolved. */
async function folderAt(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    if ((await stat(real)).isDirectory()) return real;
  } catch {
    // Said below.
  }
  throw new FailureError({ code: 'file', message: 'There is no folder here.', where: path, hint: 'Look whether a drive is missing.' });
}
