/**
 * Hints that something in a folder may have changed. What did is for a scan to find out, so neither lost events nor the way an editor
 * saves (in place, or beside and then renamed) matter. Straight on `fs.watch` and without a library: macOS and Windows watch a whole
 * tree with one handle; on Linux, where node and chokidar would watch each file of it, one handle for each folder is enough.
 */
import { watch, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';
import { foldersIn, isPassedOver } from '../../../note-files/note-files.js';

export interface FolderEvents {
  /** Takes in folders that came since. */
  refresh(): Promise<void>;
  close(): void;
}

interface Listener {
  /** Something may have changed. */
  onHint: () => void;
  /** The system gives no more word of changes: too many folders, or a drive that cannot be watched. */
  onFail: () => void;
}

/** Listens to a folder and everything below it but for what a scan passes over. */
export const listenTo = (root: string, listener: Listener): FolderEvents =>
  process.platform === 'linux' ? new FolderByFolder(root, listener) : wholeTree(root, listener);

function wholeTree(root: string, { onHint, onFail }: Listener): FolderEvents {
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(root, { recursive: true }, (_event, name) => {
      if (name === null || !name.split(sep).some(isPassedOver)) onHint();
    });
    watcher.on('error', onHint);
  } catch {
    onFail();
  }
  return { refresh: () => Promise.resolve(), close: () => watcher?.close() };
}

class FolderByFolder implements FolderEvents {
  private readonly watchers = new Map<string, FSWatcher>();
  private isClosed = false;

  constructor(
    private readonly root: string,
    private readonly listener: Listener,
  ) {}

  async refresh(): Promise<void> {
    const present = new Set<string>();
    for await (const folder of foldersIn(this.root)) present.add(folder);
    if (this.isClosed) return;
    for (const folder of this.watchers.keys()) if (!present.has(folder)) this.drop(folder);
    for (const folder of present) if (!this.watchers.has(folder) && !this.add(folder)) return;
  }

  close(): void {
    this.isClosed = true;
    for (const folder of [...this.watchers.keys()]) this.drop(folder);
  }

  private add(folder: string): boolean {
    try {
      const watcher = watch(folder, (event, name) => this.heard(folder, event, name));
      watcher.on('error', () => this.drop(folder));
      this.watchers.set(folder, watcher);
      return true;
    } catch (error) {
      // It may have gone since it was listed.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
      this.close();
      this.listener.onFail();
      return false;
    }
  }

  private heard(folder: string, event: string, name: string | null): void {
    if (name !== null && isPassedOver(name)) return;
    // A folder that is removed, or replaced by another one of its name, is no longer heard.
    if (event === 'rename') {
      if (name !== null) this.dropBelow(join(folder, name));
      if (name !== null && folder.endsWith(sep + name)) this.dropBelow(folder);
    }
    this.listener.onHint();
  }

  private dropBelow(folder: string): void {
    for (const known of [...this.watchers.keys()]) if (known === folder || known.startsWith(folder + sep)) this.drop(known);
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }
}
