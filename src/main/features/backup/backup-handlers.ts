/** Answers the calls about backups. */
import type { backupMethods } from '../../../shared/backups.js';
import { FailureError } from '../../../shared/result.js';
import type { HandlersOf } from '../../handlers.js';
import type { BackupService } from './backup-service.js';

export const backupHandlers = (backups: BackupService): HandlersOf<typeof backupMethods> => ({
  'backups.list': () => backups.view(),
  'backups.make': () => backups.make('asked'),
  /** These take the services away under themselves, so whoever opened them answers instead (see the shell's backend). */
  'backups.restore'() {
    throw new FailureError({ code: 'busy', message: 'The data folder is in use, so nothing can be restored.' });
  },
  'backups.mend'() {
    throw new FailureError({ code: 'busy', message: 'The data folder is in use, so nothing can be mended.' });
  },
});
