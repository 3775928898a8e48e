/** The backup thread. */
import { serve } from '../../threads/serve.js';
import { givenFolder } from '../../threads/start-worker.js';
import { backupWork } from './backup-work.js';

serve(backupWork(givenFolder()));
