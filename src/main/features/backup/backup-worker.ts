/** The backup thread: does one task and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.js';
import { runBackupTask } from './backup-task.js';
import type { Reply, ThreadSettings } from './backup-task.js';

const { dataFolder, task } = workerData as ThreadSettings;
const send = (reply: Reply): void => parentPort?.postMessage(reply);

try {
  send({ kind: 'value', value: runBackupTask(dataFolder, task) });
} catch (error) {
  if (error instanceof FailureError) send({ kind: 'failure', failure: error.failure });
  else send({ kind: 'error', message: String(error), stack: error instanceof Error ? error.stack : undefined });
}
