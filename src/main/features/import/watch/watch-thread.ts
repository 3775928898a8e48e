/** The eyes on folders in a thread of their own, which is there only while a folder is watched. */
import { Worker } from 'node:worker_threads';
import { bundledWorker } from '../../../threads/bundled-worker.js';
import type { ThreadSettings } from '../thread-messages.js';
import type { FolderState } from './folder-watch.js';
import type { TellState, Watcher } from './watch-hub.js';

export interface WatchOrder {
  id: number;
  order: 'look' | 'close';
}

export type WatchWord = { kind: 'state'; folderId: number; state: FolderState } | { kind: 'done'; id: number };

interface ThreadParts extends ThreadSettings {
  /** Is any folder watched? */
  isNeeded: () => boolean;
  tell: TellState;
  /** Gets what made the thread end; it is started again when somebody looks. */
  log: (error: unknown) => void;
  startWorker?: (settings: ThreadSettings) => Worker;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, () => void>;
}

export function createWatchThread({ dataFolder, isNeeded, tell, log, startWorker = startBundled }: ThreadParts): Watcher {
  let thread: Thread | null = null;
  let lastId = 0;

  function started(): Thread {
    const worker = startWorker({ dataFolder });
    const fresh: Thread = { worker, waiting: new Map() };
    worker.on('message', (word: WatchWord) => {
      if (word.kind === 'state') tell(word.folderId, word.state);
      else {
        fresh.waiting.get(word.id)?.();
        fresh.waiting.delete(word.id);
      }
    });
    worker.on('error', log);
    worker.on('exit', () => {
      if (thread === fresh) thread = null;
      for (const resolve of fresh.waiting.values()) resolve();
    });
    // Watching alone does not keep the process alive.
    worker.unref();
    return fresh;
  }

  function ask({ worker, waiting }: Thread, order: WatchOrder['order']): Promise<void> {
    const id = ++lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, order } satisfies WatchOrder);
    });
  }

  async function close(): Promise<void> {
    const ended = thread;
    thread = null;
    if (!ended) return;
    await ask(ended, 'close');
    await ended.worker.terminate();
  }

  return {
    async look() {
      if (!isNeeded()) await close();
      else await ask((thread ??= started()), 'look');
    },
    close,
  };
}

const startBundled = (workerData: ThreadSettings): Worker => new Worker(bundledWorker('watch-worker.js'), { workerData });
