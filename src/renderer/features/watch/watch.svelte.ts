import { createContext } from 'svelte';
import type { Input, WatchedFolder } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { Events } from '../../state/events.js';

/** The folders Etcdeck keeps an eye on. */
export class Watch {
  /** null until they were asked for. */
  folders = $state.raw<readonly WatchedFolder[] | null>(null);
  failure = $state.raw<Failure | null>(null);

  constructor(events: Events) {
    events.on('watch.changed', ({ folders }) => (this.folders = folders));
  }

  /** Notes that are not as they were imported: new, changed or gone. */
  readonly changedNotes = $derived((this.folders ?? []).reduce((total, { changedNotes }) => total + changedNotes, 0));

  /** Is a folder watched, by itself or with one above it? Paths are absolute and in the notation of the system. */
  covers(path: string): boolean {
    return (this.folders ?? []).some(
      (folder) => path === folder.path || path.startsWith(`${folder.path}/`) || path.startsWith(`${folder.path}\\`),
    );
  }

  async refresh(): Promise<void> {
    this.#take(await call('watch.list', {}));
  }

  /** Watches a folder; answers why not. */
  async add(input: Input<'watch.add'>): Promise<Failure | null> {
    return this.#take(await call('watch.add', input));
  }

  async set(input: Input<'watch.set'>): Promise<Failure | null> {
    return this.#take(await call('watch.set', input));
  }

  async remove(folderId: number): Promise<Failure | null> {
    return this.#take(await call('watch.remove', { folderId }));
  }

  #take(result: Result<{ folders: WatchedFolder[] }>): Failure | null {
    if (result.ok) this.folders = result.value.folders;
    this.failure = result.ok ? null : result.error;
    return this.failure;
  }
}

export const [useWatch, provideWatch] = createContext<Watch>();
