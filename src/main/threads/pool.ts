/** Threads that share the work on a stream of items. */
import type { Tasks } from './protocol.js';
import { Thread, type ThreadParts } from './thread.js';

/** Items under way for each thread: enough to keep it busy, few enough for memory not to grow with their number. */
const ahead = 16;

export class Pool<T extends Tasks> {
  private readonly threads: readonly Thread<T>[];
  /** The one that worked last is the next to work, so that those nobody needs become idle. */
  private readonly free: Thread<T>[];
  private readonly waiting: ((thread: Thread<T>) => void)[] = [];
  private over: Error | null = null;

  constructor(threads: number, parts: ThreadParts) {
    this.threads = Array.from({ length: threads }, () => new Thread<T>(parts));
    this.free = [...this.threads];
  }

  /** Has a thread to itself for each item; the results come in the order of the items, which are taken as results are. */
  async *map<I, R>(items: AsyncIterable<I> | Iterable<I>, work: (item: I, thread: Thread<T>) => Promise<R>): AsyncGenerator<R> {
    const results: Promise<R>[] = [];
    for await (const item of items) {
      const result = this.withThread((thread) => work(item, thread));
      // It may fail before anybody waits for it, or after nobody does any more.
      result.catch(() => undefined);
      if (results.push(result) >= this.threads.length * ahead) yield results.shift() as Promise<R>;
    }
    yield* results;
  }

  /** Starts a thread ahead of the first item. */
  warm(): void {
    this.free.at(-1)?.warm();
  }

  /** Ends the threads for good; who waits for them is told why. */
  async end(why: Error): Promise<void> {
    this.over = why;
    await Promise.all(this.threads.map((thread) => thread.end(why)));
  }

  private async withThread<R>(work: (thread: Thread<T>) => Promise<R>): Promise<R> {
    const thread = this.free.pop() ?? (await new Promise<Thread<T>>((resolve) => this.waiting.push(resolve)));
    try {
      if (this.over) throw this.over;
      return await work(thread);
    } finally {
      const next = this.waiting.shift();
      if (next) next(thread);
      else this.free.push(thread);
    }
  }
}
