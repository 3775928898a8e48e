/**
 * Parses files in threads, so that the window never waits. A note that takes absurdly long is given up, a thread that dies is
 * replaced, and the rest goes on.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { bundledWorker } from '../threads/bundled-worker.js';
import { FailureError } from '../../shared/result.js';
import type { Problem } from '../domain/notes/card.js';
import type { ParseRequest, ParseResult } from './parse-file.js';

export interface ParsePool {
  /** Changes whenever the notes engine does, so that notes parsed by an older one are parsed again. */
  readonly engine: string;
  /**
   * Reads and parses files, giving each result with its request, in the order of the requests. Takes requests as results are taken,
   * so memory does not grow with their number. Throws a FailureError `cancelled` when the signal aborts.
   */
  parse(
    requests: AsyncIterable<ParseRequest> | Iterable<ParseRequest>,
    signal?: AbortSignal,
  ): AsyncGenerator<{ request: ParseRequest; result: ParseResult }>;
  /** Ends the threads. */
  close(): Promise<void>;
}

export interface ParsePoolOptions {
  startWorker: () => Worker;
  engine: string;
  threads: number;
  /** A note that takes longer is given up; a large one has as much for each megabyte. */
  noteLimitMs: number;
  /** Threads without work end after this, to give their memory back. */
  idleMs: number;
}

/** Files handed to a thread at once: enough to keep it busy, few enough to show progress. */
const chunkFiles = 8;

export interface ThreadedParsePool extends ParsePool {
  /** Starts a thread ahead of the first note, for whoever has something else to do before it; without work it ends like any other. */
  warm(): void;
}

/** A pool over the bundled `parse-worker.js`. */
export function createParsePool(options: Partial<ParsePoolOptions> = {}): ThreadedParsePool {
  const bundle = options.startWorker ? null : bundledWorker('parse-worker.js');
  return new ThreadPool({
    // A runaway note ends its thread, not the app.
    startWorker: () => new Worker(bundle ?? '', { resourceLimits: { maxOldGenerationSizeMb: 1024 } }),
    engine: bundle ? createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 16) : 'unbundled',
    threads: Math.max(2, Math.min(4, availableParallelism() - 1)),
    noteLimitMs: 20_000,
    idleMs: 5_000,
    ...options,
  });
}

class ThreadPool implements ThreadedParsePool {
  readonly engine: string;
  private readonly idle: ParseThread[] = [];
  private readonly threads = new Set<ParseThread>();
  private readonly waiting: ((thread: ParseThread) => void)[] = [];

  constructor(private readonly options: ParsePoolOptions) {
    this.engine = options.engine;
  }

  warm(): void {
    if (this.threads.size > 0) return;
    const thread = new ParseThread(this.options);
    this.threads.add(thread);
    this.idle.push(thread);
    thread.start();
  }

  async *parse(requests: AsyncIterable<ParseRequest> | Iterable<ParseRequest>, signal?: AbortSignal) {
    const running: { chunk: ParseRequest[]; results: Promise<ParseResult[]> }[] = [];
    try {
      for await (const chunk of chunked(requests, chunkFiles)) {
        running.push({ chunk, results: this.run(chunk, signal) });
        // One chunk for each thread is under way and one waits for it.
        if (running.length >= this.options.threads * 2) yield* settled(running.shift());
      }
      while (running.length > 0) yield* settled(running.shift());
    } finally {
      // After an error nobody awaits these.
      for (const { results } of running) results.catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private async run(chunk: ParseRequest[], signal?: AbortSignal): Promise<ParseResult[]> {
    const thread = await this.acquire();
    try {
      return await thread.run(chunk, signal);
    } finally {
      const next = this.waiting.shift();
      if (next) next(thread);
      else this.idle.push(thread);
    }
  }

  private acquire(): Promise<ParseThread> {
    const thread = this.idle.pop();
    if (thread) return Promise.resolve(thread);
    if (this.threads.size < this.options.threads) {
      const fresh = new ParseThread(this.options);
      this.threads.add(fresh);
      return Promise.resolve(fresh);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

async function* settled(entry: { chunk: ParseRequest[]; results: Promise<ParseResult[]> } | undefined) {
  const results = (await entry?.results) ?? [];
  for (const [index, request] of (entry?.chunk ?? []).entries()) {
    const result = results[index];
    if (result) yield { request, result };
  }
}

async function* chunked<T>(items: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    if (chunk.push(item) < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** One worker at a time: started when there is work, replaced when it hangs or dies, ended when idle. */
class ParseThread {
  private worker: Worker | null = null;
  private idleTimer: NodeJS.Timeout | null = null;

  constructor(private readonly options: ParsePoolOptions) {}

  start(): void {
    this.ready().unref();
    this.endWhenIdle();
  }

  /** Parses the files; a file at which the worker hangs or dies gets a problem, and the next ones a new worker. */
  async run(requests: readonly ParseRequest[], signal?: AbortSignal): Promise<ParseResult[]> {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    const results: ParseResult[] = [];
    try {
      while (results.length < requests.length) {
        const why = await this.work(requests.slice(results.length), results, signal);
        if (why) results.push({ status: 'failed', problem: why });
      }
    } finally {
      this.endWhenIdle();
    }
    return results;
  }

  async end(): Promise<void> {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private endWhenIdle(): void {
    this.idleTimer = setTimeout(() => void this.end(), this.options.idleMs).unref();
  }

  private ready(): Worker {
    if (this.worker) return this.worker;
    const worker = this.options.startWorker();
    // One that fails while nobody asks it anything is replaced when somebody does.
    worker.on('error', () => {
      if (this.worker === worker) this.worker = null;
    });
    return (this.worker = worker);
  }

  /** Appends results until all requests are answered (gives null) or the worker fails at one (gives the problem with it). */
  private async work(requests: readonly ParseRequest[], results: ParseResult[], signal?: AbortSignal): Promise<Problem | null> {
    if (signal?.aborted) throw cancelled();
    const worker = this.ready();
    // Work under way keeps the process alive, an idle thread does not.
    worker.ref();
    const first = results.length;
    const goal = first + requests.length;
    let stop: (() => void) | undefined;
    try {
      return await new Promise<Problem | null>((resolve, reject) => {
        const giveUp = (problem: Problem): void => {
          void this.end();
          resolve(problem);
        };
        const timeLimit = (): NodeJS.Timeout => {
          const megabytes = bytesOf(requests[results.length - first]) / 1e6;
          const limitMs = this.options.noteLimitMs * Math.max(1, megabytes);
          return setTimeout(() => giveUp(tookTooLong(limitMs)), limitMs);
        };
        let timer = timeLimit();
        const onResult = (result: ParseResult): void => {
          clearTimeout(timer);
          results.push(result);
          if (results.length === goal) resolve(null);
          else timer = timeLimit();
        };
        const onError = (error: Error): void => giveUp(parserFailed(error.message));
        const onExit = (): void => giveUp(parserFailed('it stopped'));
        const onAbort = (): void => {
          void this.end();
          reject(cancelled());
        };
        worker.on('message', onResult).on('error', onError).on('exit', onExit);
        signal?.addEventListener('abort', onAbort);
        stop = () => {
          clearTimeout(timer);
          worker.off('message', onResult).off('error', onError).off('exit', onExit);
          signal?.removeEventListener('abort', onAbort);
        };
        worker.postMessage(requests);
      });
    } finally {
      stop?.();
      worker.unref();
    }
  }
}

/** The size of a request's file; 0 when it cannot be told, which the thread will say. */
function bytesOf(request: ParseRequest | undefined): number {
  try {
    return request ? statSync(request.path).size : 0;
  } catch {
    return 0;
  }
}

const cancelled = (): FailureError => new FailureError({ code: 'cancelled', message: 'Reading the notes was stopped.' });

const tookTooLong = (limitMs: number): Problem => ({
  line: 1,
  severity: 'error',
  message: `Reading this note took longer than ${Math.round(limitMs / 1000)} seconds, so it was given up.`,
  hint: 'Split it into smaller notes, or leave it out.',
});

const parserFailed = (why: string): Problem => ({
  line: 1,
  severity: 'error',
  message: `This note could not be turned into cards (${why}).`,
  hint: 'Nothing else is affected. Please report it with the note, so that it can be mended.',
});
