/** The study thread: does one task and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../../shared/result.js';
import { joinDatabase } from '../store/open/database.js';
import { runTask } from './run-task.js';
import { loadTrainer } from '../features/presets/rust-trainer.js';
import type { Reply, ThreadSettings } from './tasks.js';

const { dataFolder, request } = workerData as ThreadSettings;
const send = (reply: Reply): void => parentPort?.postMessage(reply);

const db = joinDatabase(dataFolder);
try {
  const value = await runTask(db, request, loadTrainer, (done, total) => send({ kind: 'progress', done, total }));
  send({ kind: 'value', value });
} catch (error) {
  if (error instanceof FailureError) send({ kind: 'failure', failure: error.failure });
  else send({ kind: 'error', message: String(error), stack: error instanceof Error ? error.stack : undefined });
} finally {
  db.close();
}
