/** Parses files in threads, so that the window never waits. A note that takes absurdly long is given up, and the rest goes on. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/result.js';
import { Pool } from '../threads/pool.js';
import type { TasksOf } from '../threads/protocol.js';
import { bundledWorker } from '../threads/start-worker.js';
import type { Thread } from '../threads/thread.js';
import { maxNoteBytes, sizeOf } from './note-files.js';
import type { parseQuickly, ParsePool, ParseRequest, ParseResult } from './parse-file.js';
import { parserFailed, readingStopped, tookTooLong } from './parse-problems.js';

type ParseTasks = TasksOf<{ parse: typeof parseQuickly }>;

const usual = {
  // A runaway note ends its thread, not the app.
  startWorker: () => new Worker(bundledWorker('parse-worker.js'), { resourceLimits: { maxOldGenerationSizeMb: 1024 } }),
  threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
  /** A note that takes longer is given up; a large one has as much for each megabyte. */
  noteLimitMs: 20_000,
  /** Threads without work end after this, to give their memory back. */
  idleMs: 5_000,
};

/** A pool over the bundled `parse-worker.js`. `warm` starts a thread ahead of the first note, for whoever has to do something before. */
export function createParsePool(options: Partial<typeof usual> = {}): ParsePool & { warm(): void } {
  const { startWorker, threads, noteLimitMs, idleMs } = { ...usual, ...options };
  const pool = new Pool<ParseTasks>(threads, { name: 'parse', start: startWorker, idleMs });

  async function parse(request: ParseRequest, thread: Thread<ParseTasks>, signal?: AbortSignal): Promise<ParseResult> {
    if (signal?.aborted) throw readingStopped();
    // What is larger than a note may be is not read at all, and so long a time would be more than a timer can count.
    const limitMs = noteLimitMs * Math.max(1, Math.min(sizeOf(request.path), maxNoteBytes) / 1e6);
    const tooLong = new Error('it took too long');
    const timer = setTimeout(() => void thread.end(tooLong), limitMs);
    const stop = (): void => void thread.end(readingStopped());
    signal?.addEventListener('abort', stop);
    try {
      return await thread.ask('parse', request);
    } catch (error) {
      if (error instanceof FailureError) throw error;
      return { status: 'failed', problem: error === tooLong ? tookTooLong(limitMs) : parserFailed(error) };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    engine: options.startWorker ? 'unbundled' : hash('sha256', readFileSync(bundledWorker('parse-worker.js')), 'hex').slice(0, 16),
    parse: (requests, signal) => pool.map(requests, async (request, thread) => ({ request, result: await parse(request, thread, signal) })),
    warm: () => pool.warm(),
    close: () => pool.end(readingStopped()),
  };
}
