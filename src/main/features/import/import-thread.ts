/** The import service in a thread of its own: started with the first call, ended when it has nothing to do. */
import { Worker } from 'node:worker_threads';
import type { ImportPreview, Output } from '../../../shared/contract.js';
import { bundledWorker } from '../../threads/bundled-worker.js';
import type { ImportService, TakenOver } from './import-service.js';
import type { OnProgress } from './progress.js';
import { fromPlain, type Call, type Reply, type ThreadSettings } from './thread-messages.js';

export interface ThreadOptions extends ThreadSettings {
  startWorker?: (settings: ThreadSettings) => Worker;
  /** A thread without work ends after this, to give its memory back. */
  idleMs?: number;
}

/** The import service over the database of a data folder, which this process has open. */
export function createImportThread({ dataFolder, startWorker = startBundled, idleMs = 10_000 }: ThreadOptions): ImportService {
  let current: Connection | null = null;
  let ending = Promise.resolve();

  /** Ends the thread; a call made from now on starts another one. */
  function retire(): Promise<void> {
    const ended = current;
    current = null;
    if (ended) ending = Promise.all([ending, ended.end()]).then(() => undefined);
    return ending;
  }

  function connection(): Connection {
    if (current && !current.isOver) return current;
    current = new Connection(startWorker({ dataFolder }), idleMs, retire);
    return current;
  }

  return {
    preview: (choice, onProgress, signal) => connection().call<ImportPreview>('preview', choice, onProgress, signal),
    cards: (input) => connection().call<Output<'import.cards'>>('cards', input),
    decide: (input) => connection().call<ImportPreview>('decide', input),
    commit: (input) => connection().call<Output<'import.commit'>>('commit', input),
    undo: (input) => connection().call<undefined>('undo', input),
    takeOver: (changes) => connection().call<TakenOver | null>('takeOver', changes),
    fileOf: (input) => connection().call<string>('fileOf', input),
    importStarters: (folder) => connection().call<Output<'import.commit'>>('importStarters', folder),
    // A thread that is not there, or not any more, has nothing to stop.
    async cancel() {
      const asked = current;
      if (!asked || asked.isOver) return;
      await asked.call<undefined>('cancel').catch((error: unknown) => {
        if (!asked.isOver) throw error;
      });
    },
    close: retire,
  };
}

const startBundled = (workerData: ThreadSettings): Worker => new Worker(bundledWorker('import-worker.js'), { workerData });

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress: OnProgress | undefined;
}

/** A running thread and the calls it has not answered. */
class Connection {
  private readonly waiting = new Map<number, Waiting>();
  /** The thread ended by itself. */
  isOver = false;
  private lastId = 0;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly worker: Worker,
    private readonly idleMs: number,
    private readonly onIdle: () => Promise<void>,
  ) {
    worker.on('message', (reply: Reply) => this.take(reply));
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', (code) => this.fail(new Error(`the import thread ended with code ${code}`)));
  }

  async call<T>(method: Exclude<Call['method'], 'abort'>, input?: unknown, onProgress?: OnProgress, signal?: AbortSignal): Promise<T> {
    const id = ++this.lastId;
    const abort = (): void => this.worker.postMessage({ id, method: 'abort' } satisfies Call);
    clearTimeout(this.idleTimer);
    // Work under way keeps the process alive, an idle thread does not.
    this.worker.ref();
    const reply = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject, onProgress }));
    this.worker.postMessage({ id, method, input });
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    try {
      return (await reply) as T;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Frees the database and ends the thread. Never throws: a thread that failed is over too. */
  async end(): Promise<void> {
    if (!this.isOver) await this.call('close').catch(() => undefined);
    await this.worker.terminate();
  }

  private take(reply: Reply): void {
    const call = this.waiting.get(reply.id);
    if (!call) return;
    if (reply.kind === 'progress') {
      call.onProgress?.(reply.progress);
      return;
    }
    this.waiting.delete(reply.id);
    if (this.waiting.size === 0) {
      this.worker.unref();
      if (!reply.holds) this.idleTimer = setTimeout(() => void this.onIdle(), this.idleMs).unref();
    }
    if (reply.kind === 'value') call.resolve(reply.value);
    else call.reject(fromPlain(reply.error));
  }

  private fail(error: Error): void {
    this.isOver = true;
    clearTimeout(this.idleTimer);
    for (const call of this.waiting.values()) call.reject(error);
    this.waiting.clear();
  }
}
