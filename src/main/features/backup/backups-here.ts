import type { BackupThread } from './backup-thread.js';
import { backupWork, type BackupTasks } from './backup-work.js';

/** The work of the backup thread in the thread that asks, for those who have nobody waiting at a window. */
export function backupsInThisThread(dataFolder: string): BackupThread {
  const work: Record<string, (input: never) => unknown> = backupWork(dataFolder);
  return {
    run: async (task, input) => work[task]?.(input as never) as BackupTasks[typeof task]['output'],
    idle: () => Promise.resolve(),
  };
}
