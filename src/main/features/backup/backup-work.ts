/** Copying and restoring: work of seconds that is done away from the window. */
import type { Backup, BackupReason } from '../../../shared/backups.js';
import { makeBackup } from '../../store/open/copy.js';
import { joinDatabase } from '../../store/open/database.js';
import { restoreDatabase, type Restored } from '../../store/transfer/restore.js';
import type { TasksOf } from '../../threads/protocol.js';

export type BackupTasks = TasksOf<ReturnType<typeof backupWork>>;

export const backupWork = (dataFolder: string) => ({
  /** Needs a database that this process has open. */
  make({ reason, at }: { reason: BackupReason; at: number }): Backup {
    const db = joinDatabase(dataFolder);
    try {
      return makeBackup(db, dataFolder, reason, at);
    } finally {
      db.close();
    }
  },
  /** Needs one that nobody has open. */
  restore: ({ file, at }: { file: string; at: number }): Restored => restoreDatabase(dataFolder, file, at),
});
