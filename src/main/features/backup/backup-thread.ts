/** Copying and restoring in a thread of its own, one task after the other: a thread for each, gone when it is done. */
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.js';
import { bundledWorker } from '../../threads/bundled-worker.js';
import { runBackupTask } from './backup-task.js';
import type { BackupTask, BackupTasks, Reply, ThreadSettings } from './backup-task.js';

export interface BackupThread {
  /** Does a task when those before it are done. */
  run<N extends keyof BackupTasks>(name: N, input: BackupTasks[N]['input']): Promise<BackupTasks[N]['result']>;
  /** Resolves when nothing is being done. */
  idle(): Promise<void>;
}

export interface BackupThreadOptions {
  dataFolder: string;
  startWorker?: (settings: ThreadSettings) => Worker;
}

const startBundled = (workerData: ThreadSettings): Worker => new Worker(bundledWorker('backup-worker.js'), { workerData });

export function createBackupThread({ dataFolder, startWorker = startBundled }: BackupThreadOptions): BackupThread {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(name, input) {
      const result = last.then(() => answerOf(startWorker({ dataFolder, task: { name, input } as BackupTask })));
      last = result.catch(() => undefined);
      return result as Promise<BackupTasks[typeof name]['result']>;
    },
    async idle() {
      await last;
    },
  };
}

/** The same in the thread that asks, for those who have nobody waiting at a window. */
export const backupsInThisThread = (dataFolder: string): BackupThread => ({
  run: async (name, input) =>
    Promise.resolve(runBackupTask(dataFolder, { name, input } as BackupTask) as BackupTasks[typeof name]['result']),
  idle: () => Promise.resolve(),
});

/** What a thread answered, once it is gone and its files are closed. */
async function answerOf(worker: Worker): Promise<unknown> {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (reply: Reply) => {
        if (reply.kind === 'value') resolve(reply.value);
        else if (reply.kind === 'failure') reject(new FailureError(reply.failure));
        else reject(new Error(reply.message, { cause: reply.stack }));
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the backup thread ended with code ${code}`)));
    });
  } finally {
    await ended;
  }
}
