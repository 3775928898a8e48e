/** Threads that are watched by tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundled } from '../import/built-workers.js';
import { freshFolder } from '../folder.js';

/** Bundles the sample worker and gives the folder it lies in. */
export const builtSamples = (): Promise<string> =>
  bundled({ 'sample-worker': 'tests/unit/threads/sample-worker.ts', 'asks-and-leaves': 'tests/unit/threads/asks-and-leaves.ts' });

/** What starts sample threads, how many it started and how many of them run, and what they wrote into their diary. */
export function samples(bundles: string) {
  const diary = join(freshFolder(), 'diary');
  const workers: Worker[] = [];
  let ended = 0;
  return {
    start(): Worker {
      const worker = new Worker(join(bundles, 'sample-worker.js'), { workerData: { diary } });
      workers.push(worker);
      return worker.once('exit', () => ended++);
    },
    workers,
    running: (): number => workers.length - ended,
    diary: (): string[] => (existsSync(diary) ? readFileSync(diary, 'utf8').trimEnd().split('\n') : []),
  };
}
