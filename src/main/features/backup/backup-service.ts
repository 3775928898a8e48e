/** Backups as the rest of the app asks for them: before a risky step, once on each study day, and by the person. */
import type { Backup, BackupReason, BackupsView } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import type { Failure } from '../../../shared/result.js';
import { listBackups } from '../../store/open/backup-files.js';
import type { BackupThread } from './backup-thread.js';

/** When the daily backup is looked for: after the start is over, then now and then. */
const firstLookMs = 60_000;
const lookEveryMs = 3_600_000;

export interface BackupService {
  view(): BackupsView;
  make(reason: BackupReason): Promise<Backup>;
  /**
   * Does a step that changes much, once there is a backup from before. Without one it is not done: rejects with a FailureError that
   * says why.
   */
  before<T>(reason: BackupReason, step: () => T | Promise<T>): Promise<T>;
  /** Makes a backup when there are answers and this study day has none yet; null when nothing was to be done. */
  daily(): Promise<Backup | null>;
  /** Waits for what is being copied and looks for nothing more. */
  close(): Promise<void>;
}

interface Parts {
  dataFolder: string;
  thread: BackupThread;
  now: () => number;
  /** The study day of an instant. */
  dayOf: (at: number) => string;
  hasAnswers: () => boolean;
  onChanged: (view: BackupsView) => void;
  /** Gets why a backup failed that nobody waits for. */
  log: (error: unknown) => void;
}

export function createBackupService({ dataFolder, thread, now, dayOf, hasAnswers, onChanged, log }: Parts): BackupService {
  let problem: Failure | null = null;

  const service: BackupService = {
    view: () => ({ backups: listBackups(dataFolder), problem }),
    async make(reason) {
      try {
        const made = await thread.run('make', { reason, at: now() });
        problem = null;
        return made;
      } catch (error) {
        problem = error instanceof FailureError ? error.failure : unforeseen;
        throw error;
      } finally {
        onChanged(service.view());
      }
    },
    async before(reason, step) {
      await service.make(reason);
      return step();
    },
    async daily() {
      const today = dayOf(now());
      if (!hasAnswers() || listBackups(dataFolder).some(({ at }) => dayOf(at) === today)) return null;
      return service.make('daily');
    },
    async close() {
      clearTimeout(first);
      clearInterval(later);
      await thread.idle();
    },
  };

  const look = (): void => void service.daily().catch(log);
  const first = setTimeout(look, firstLookMs).unref();
  const later = setInterval(look, lookEveryMs).unref();
  return service;
}

const unforeseen: Failure = {
  code: 'internal',
  message: 'No backup was made: something went wrong inside Etcdeck.',
  hint: 'Try again; etcdeck.log in the data folder says what failed.',
};
