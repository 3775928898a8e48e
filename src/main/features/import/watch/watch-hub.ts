/** The eyes on all watched folders. */
import type { WatchedFolder, WatchedFolders } from '../../../store/tables/watched-folders.js';
import { FolderWatch, type FolderState, type WatchTimes } from './folder-watch.js';

/** What is known of a watched folder, told whenever it is another thing. */
export type TellState = (folderId: number, state: FolderState) => void;

export interface Watcher {
  /** Looks at all watched folders: at the beginning, and when folders or notes in the store changed. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** Watches nothing: for the command line, which ends before anything could change. */
export const noWatcher: Watcher = { look: () => Promise.resolve(), close: () => Promise.resolve() };

/** Watches in this thread. */
export function createWatchHub(folders: Pick<WatchedFolders, 'all' | 'notesIn'>, tell: TellState, times?: WatchTimes): Watcher {
  const watches = new Map<string, FolderWatch>();
  const nameOf = ({ folderId, path, polls }: WatchedFolder): string => JSON.stringify([folderId, path, polls]);

  return {
    async look() {
      const wanted = new Map(folders.all().map((folder) => [nameOf(folder), folder]));
      const closing: Promise<void>[] = [];
      for (const [name, watch] of watches) {
        if (wanted.has(name)) continue;
        closing.push(watch.close());
        watches.delete(name);
      }
      for (const [name, { folderId, path, polls }] of wanted) {
        if (watches.has(name)) continue;
        const known = () => folders.notesIn(path);
        watches.set(name, new FolderWatch({ path, polls, known, tell: (state) => tell(folderId, state), ...(times ? { times } : {}) }));
      }
      await Promise.all([...closing, ...[...watches.values()].map((watch) => watch.look())]);
    },
    async close() {
      await Promise.all([...watches.values()].map((watch) => watch.close()));
      watches.clear();
    },
  };
}
