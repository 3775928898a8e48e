/** A thread that does what tests ask of it. */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import type { TasksOf } from '../../../src/main/threads/protocol.js';
import { emit, serve } from '../../../src/main/threads/serve.js';
import { FailureError } from '../../../src/shared/result.js';

export interface SampleSettings {
  /** Gets a line for each thing done. */
  diary: string;
}

export type SampleTasks = TasksOf<typeof work>;

const { diary } = workerData as SampleSettings;
const note = (line: string): void => appendFileSync(diary, `${line}\n`);
let isHolding = false;

/** Keeps this thread from doing anything else. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const work = {
  echo: (what: unknown): unknown => what,
  async wait(ms: number): Promise<number> {
    await sleep(ms);
    return ms;
  },
  count(to: number, onProgress: (done: number, total: number) => void): number {
    for (let done = 1; done <= to; done++) onProgress(done, to);
    return to;
  },
  /** Tells something after its answer. */
  late(_: undefined, onProgress: (what: string) => void): void {
    setTimeout(() => onProgress('too late'), 20);
  },
  forever: (): Promise<never> => new Promise(() => undefined),
  fail(kind: 'failure' | 'error' | 'text'): void {
    if (kind === 'failure') throw new FailureError({ code: 'conflict', message: 'Not now.', where: 'a.md:3', hint: 'Wait.' });
    if (kind === 'error') throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' });
    return JSON.parse('no JSON') as never;
  },
  function: () => () => 'nobody can send this',
  /** Writes a line when it begins and one when it is done, and does nothing else in between. */
  write(ms: number): void {
    note('writing');
    block(ms);
    note('written');
  },
  spin: (): void => block(Infinity),
  hold: (holds: boolean): boolean => (isHolding = holds),
  exit: (code: number): never => process.exit(code),
  /** Dies later, when nobody waits for it. */
  dieIn: (ms: number): void => void setTimeout(() => void Promise.reject(new Error('fell over')), ms),
  tell(many: number): void {
    for (let n = 1; n <= many; n++) emit('event', n);
  },
};

note('started');
serve({ ...work, close: () => sleep(20).then(() => note('closed')) }, () => isHolding);
