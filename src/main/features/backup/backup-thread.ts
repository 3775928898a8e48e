/** Copying and restoring in a thread of its own. What is asked for is done: a copy is never stopped halfway. */
import { starting, type ThreadOptions } from '../../threads/start-worker.js';
import { TaskThread } from '../../threads/task-thread.js';
import type { BackupTasks } from './backup-work.js';

export type BackupThread = Pick<TaskThread<BackupTasks>, 'run' | 'idle'>;

export const createBackupThread = (options: ThreadOptions): BackupThread =>
  new TaskThread({ name: 'backup', start: starting('backup-worker.js', options) });
