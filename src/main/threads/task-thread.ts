/** One task at a time, each in a thread of its own that is gone when the task is done. */
import { FailureError } from '../../shared/result.js';
import type { Tasks } from './protocol.js';
import { Thread, type ThreadParts } from './thread.js';

export class TaskThread<T extends Tasks> {
  private readonly turns = new Set<{ givesWay: boolean; stop: () => void; over: Promise<unknown> }>();

  /** @param givesWay is a task stopped when another one is asked for, instead of waited for? */
  constructor(
    private readonly parts: ThreadParts,
    private readonly givesWay = (_task: keyof T): boolean => false,
  ) {}

  /** Does a task after those before it. Rejects with a FailureError `cancelled` when it is stopped. */
  run<N extends keyof T & string>(task: N, input: T[N]['input'], onProgress?: T[N]['onProgress']): Promise<T[N]['output']> {
    for (const turn of this.turns) if (turn.givesWay) turn.stop();
    const thread = new Thread<T>(this.parts);
    let stopped: FailureError | null = null;
    const stop = (): void => {
      stopped = new FailureError({ code: 'cancelled', message: 'This was stopped; nothing was changed.' });
      void thread.end(stopped);
    };
    const answer = this.idle().then(() => {
      if (stopped) throw stopped;
      return thread.ask(task, input, onProgress).finally(() => thread.end());
    });
    const turn = { givesWay: this.givesWay(task), stop, over: Promise.allSettled([answer]) };
    this.turns.add(turn);
    return answer.finally(() => this.turns.delete(turn));
  }

  /** Stops whatever was asked for and waits until its threads are gone; nothing they did stays. */
  async cancel(): Promise<void> {
    for (const { stop } of this.turns) stop();
    await this.idle();
  }

  /** Resolves when everything that was asked for is done. */
  async idle(): Promise<void> {
    await Promise.all([...this.turns].map(({ over }) => over));
  }
}
