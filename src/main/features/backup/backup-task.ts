/** Copying and restoring, as one task each: work of seconds that is done away from the window. */
import type { Backup, BackupReason } from '../../../shared/backups.js';
import type { Failure } from '../../../shared/result.js';
import { makeBackup } from '../../store/open/copy.js';
import { joinDatabase } from '../../store/open/database.js';
import { restoreDatabase } from '../../store/transfer/restore.js';
import type { Restored } from '../../store/transfer/restore.js';

export interface BackupTasks {
  /** Needs a database that this process has open. */
  make: { input: { reason: BackupReason; at: number }; result: Backup };
  /** Needs one that nobody has open. */
  restore: { input: { file: string; at: number }; result: Restored };
}
export type BackupTask = { [N in keyof BackupTasks]: { name: N; input: BackupTasks[N]['input'] } }[keyof BackupTasks];

export interface ThreadSettings {
  dataFolder: string;
  task: BackupTask;
}

export type Reply =
  { kind: 'value'; value: unknown } | { kind: 'failure'; failure: Failure } | { kind: 'error'; message: string; stack: string | undefined };

/** Does a task in this thread. */
export function runBackupTask(dataFolder: string, { name, input }: BackupTask): Backup | Restored {
  if (name === 'restore') return restoreDatabase(dataFolder, input.file, input.at);
  const db = joinDatabase(dataFolder);
  try {
    return makeBackup(db, dataFolder, input.reason, input.at);
  } finally {
    db.close();
  }
}
