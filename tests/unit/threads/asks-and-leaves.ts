/** A process that asks a thread something and has nothing else to do. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Thread } from '../../../src/main/threads/thread.js';
import type { SampleTasks } from './sample-worker.js';

const [diary] = process.argv.slice(2);
const start = (): Worker => new Worker(join(import.meta.dirname, 'sample-worker.js'), { workerData: { diary } });
const thread = new Thread<SampleTasks>({ name: 'sample', start });
thread.warm();
void thread.ask('wait', 300).then((ms) => process.stdout.write(`waited ${ms}`));
