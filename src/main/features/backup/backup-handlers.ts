/** Answers the calls about backups. */
import { FailureError } from '../../../shared/result.js';
import type { Handlers } from '../../router.js';
import type { BackupService } from './backup-service.js';

export type BackupMethod = Extract<keyof Handlers, `backups.${string}`>;

export const backupHandlers = (backups: BackupService): Pick<Handlers, BackupMethod> => ({
  'backups.list': () => backups.view(),
  'backups.make': () => backups.make('asked'),
  /** Restoring takes the services away under itself, so whoever opened them answers this instead (see the shell's backend). */
  'backups.restore'() {
    throw new FailureError({ code: 'busy', message: 'The data folder is in use, so nothing can be restored.' });
  },
});
