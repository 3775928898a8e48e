/** A thread for those who ask it something: started by the first question, and anew after it died or had nothing to do. */
import type { Worker } from 'node:worker_threads';
import { fromPlain, type Call, type Reply, type Tasks } from './protocol.js';

export interface ThreadParts {
  /** For errors: "the … thread ended with code 1". */
  name: string;
  start: () => Worker;
  /** A thread that has no work and holds nothing ends after this, to give its memory back. Without it, it stays. */
  idleMs?: number;
  onEvent?: (...event: never[]) => void;
  /** Gets why the thread died while nobody waited for it. */
  onDeath?: (error: Error) => void;
}

/** A worker that was started, and the calls it has not answered. */
type Running = { worker: Worker; calls: Map<number, Waiting> };
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void; onProgress: Tasks[string]['onProgress'] };

export class Thread<T extends Tasks> {
  private current: Running | null = null;
  private ending: Promise<unknown> = Promise.resolve();
  private idleTimer: NodeJS.Timeout | undefined;
  private lastId = 0;

  constructor(private readonly parts: ThreadParts) {}

  /** Rejects with what the task threw, or with why the thread is gone. */
  async ask<N extends keyof T & string>(task: N, input: T[N]['input'], onProgress?: T[N]['onProgress']) {
    return (await this.call(this.warm(), task, input, onProgress)) as T[N]['output'];
  }

  /** Asks a thread that is there; one that is not, or dies meanwhile, has nothing to do. */
  async tell<N extends keyof T & string>(task: N, input: T[N]['input']): Promise<void> {
    const { current } = this;
    if (!current) return;
    await this.call(current, task, input).catch((error: unknown) => {
      if (current === this.current) throw error;
    });
  }

  /** Starts it, be it ahead of the first question. */
  warm(): Running {
    if (this.current) return this.current;
    const running: Running = { worker: this.parts.start(), calls: new Map() };
    running.worker.on('message', (reply: Reply) => this.take(running, reply));
    running.worker.on('error', (error: Error) => this.lose(running, error));
    running.worker.on('exit', (code) => this.lose(running, new Error(`the ${this.parts.name} thread ended with code ${code}`)));
    this.rest((this.current = running), false);
    return running;
  }

  /** Ends it when it has put away what it holds; for a reason, which who waits is told, at once. Resolves when it is gone, come what may. */
  async end(why?: Error): Promise<void> {
    const left = this.current;
    this.current = null;
    clearTimeout(this.idleTimer);
    if (left) this.ending = Promise.all([this.ending, this.stop(left, why)]);
    await this.ending;
  }

  private async stop(running: Running, why?: Error): Promise<void> {
    if (!why) await this.call(running, 'close').catch(() => undefined);
    for (const { reject } of running.calls.values()) reject(why ?? new Error(`the ${this.parts.name} thread was closed`));
    running.calls.clear();
    await running.worker.terminate();
  }

  private lose(running: Running, why: Error): void {
    if (running === this.current && running.calls.size === 0) this.parts.onDeath?.(why);
    void (running === this.current ? this.end(why) : this.stop(running, why));
  }

  private call({ worker, calls }: Running, task: string, input?: unknown, onProgress?: Waiting['onProgress']): Promise<unknown> {
    const id = ++this.lastId;
    worker.postMessage({ id, task, input } satisfies Call);
    clearTimeout(this.idleTimer);
    // Work under way keeps the process alive, an idle thread does not.
    worker.ref();
    return new Promise((resolve, reject) => calls.set(id, { resolve, reject, onProgress }));
  }

  private take(running: Running, reply: Reply): void {
    if ('event' in reply) return this.parts.onEvent?.(...(reply.event as never[]));
    const call = running.calls.get(reply.id);
    if ('progress' in reply) return call?.onProgress?.(...(reply.progress as never[]));
    running.calls.delete(reply.id);
    if (running.calls.size === 0) this.rest(running, reply.holds);
    if ('value' in reply) call?.resolve(reply.value);
    else call?.reject(fromPlain(reply.error));
  }

  private rest(running: Running, holds: boolean): void {
    const { idleMs } = this.parts;
    running.worker.unref();
    if (running === this.current && idleMs !== undefined && !holds) this.idleTimer = setTimeout(() => void this.end(), idleMs).unref();
  }
}
