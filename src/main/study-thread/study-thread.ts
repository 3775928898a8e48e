/** Heavy work on schedules in a thread of its own, one task at a time: a thread for each task, gone when it is done. */
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/result.js';
import { bundledWorker } from '../threads/bundled-worker.js';
import type { OnProgress, Reply, TaskName, TaskRequest, Tasks, ThreadSettings } from './tasks.js';

export interface StudyThread {
  /** Does a task. One that only reads gives way to the next, one that writes is waited for. Rejects with `cancelled` when stopped. */
  run<N extends TaskName>(name: N, input: Tasks[N]['input'], onProgress: OnProgress): Promise<Tasks[N]['result']>;
  /** Stops the running task and waits until its thread is gone; nothing it did stays. */
  cancel(): Promise<void>;
}

export interface StudyThreadOptions {
  dataFolder: string;
  startWorker?: (settings: ThreadSettings) => Worker;
}

const startBundled = (workerData: ThreadSettings): Worker => new Worker(bundledWorker('study-worker.js'), { workerData });

/** Tasks that change the database. */
const writing: readonly TaskName[] = ['reschedule', 'undoReschedule'];

export function createStudyThread({ dataFolder, startWorker = startBundled }: StudyThreadOptions): StudyThread {
  let current: Running | null = null;

  return {
    async run(name, input, onProgress) {
      while (current) await (current.writes ? current.ended : current.stop());
      const running = new Running(startWorker({ dataFolder, request: { name, input } as TaskRequest }), writing.includes(name), onProgress);
      current = running;
      try {
        return (await running.answer) as Tasks[typeof name]['result'];
      } finally {
        await running.ended;
        if (current === running) current = null;
      }
    },
    async cancel() {
      await current?.stop();
    },
  };
}

/** A thread at work. */
class Running {
  readonly answer: Promise<unknown>;
  readonly ended: Promise<void>;
  private reject: (error: Error) => void = () => undefined;

  constructor(
    private readonly worker: Worker,
    readonly writes: boolean,
    onProgress: OnProgress,
  ) {
    this.ended = new Promise((resolve) => worker.once('exit', () => resolve()));
    this.answer = new Promise((resolve, reject) => {
      this.reject = reject;
      worker.on('message', (reply: Reply) => {
        if (reply.kind === 'progress') onProgress(reply.done, reply.total);
        else if (reply.kind === 'value') resolve(reply.value);
        else if (reply.kind === 'failure') reject(new FailureError(reply.failure));
        else reject(new Error(reply.message, { cause: reply.stack }));
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the study thread ended with code ${code}`)));
    });
  }

  async stop(): Promise<void> {
    this.reject(new FailureError({ code: 'cancelled', message: 'This was stopped; nothing was changed.' }));
    await this.worker.terminate();
    await this.ended;
  }
}
