/** The sentences about backups. */
import type { Backup, BackupReason } from '../../../../shared/contract.js';
import { counted, dayAndTime, fileSize } from '../../../words/format.js';
import { messages as shared } from '../../../words/messages.js';

export const backups = {
  title: 'Backups',
  none: 'None yet. Etcdeck makes one on each day you study, and before it changes much.',
  help: (newest: Backup, kept: number, now: number) =>
    `${capital(dayAndTime(newest.at, now))}, ${kept === 1 ? 'the only one' : `${counted(kept, 'backup')} kept`}. Each is checked after writing.`,
  make: 'Back up now',
  making: 'Backing up',
  made: (backup: Backup, now: number) => `Backup made ${dayAndTime(backup.at, now)}, ${fileSize(backup.bytes)}`,
  restore: 'Restore',
  restoring: 'Restoring',
  choose: 'Restore a backup',
  chooseHelp: 'It takes the place of all cards, answers and settings. What is stored now is kept as a backup, so that you can go back.',
  list: 'Backups, newest first',
  reasons: {
    asked: 'you asked for it',
    daily: 'daily',
    upgrade: 'before an upgrade',
    weights: 'before fitted weights',
    reschedule: 'before rescheduling',
    import: 'before an import',
    restore: 'before restoring',
  } satisfies Record<BackupReason, string>,
  at: (backup: Backup, now: number) => capital(dayAndTime(backup.at, now)),
  size: (backup: Backup) => fileSize(backup.bytes),
  restoreOf: (backup: Backup, now: number) => `Restore ${dayAndTime(backup.at, now)}`,
  restored: (backup: Backup, now: number) => `Restored as of ${dayAndTime(backup.at, now)}`,
  goneBack: 'Everything is as it was before restoring',
  restoreIt: 'Restore it',
  newestGood: (backup: Backup, now: number) =>
    `The newest backup is from ${dayAndTime(backup.at, now)}. The damaged file is moved aside, untouched.`,
  missing: (backup: Backup, now: number) =>
    `The newest backup is from ${dayAndTime(backup.at, now)}. If you start anew, the backups stay as they are.`,
  startAnew: 'Start anew',
  journal: (backup: Backup | null, now: number) =>
    `If you go on without them, the files are kept as they are, beside the backups.${
      backup ? ` The newest backup is from ${dayAndTime(backup.at, now)}.` : ''
    }`,
  goOn: 'Go on without them',
  writeAnew: 'Write it anew',
  lookAgain: 'Look again',
  mending: 'One moment',
  foot: (backup: Backup, now: number) => `Saved, backup ${dayAndTime(backup.at, now).replace('today ', '')}`,
  footProblem: 'The last backup failed',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const messages = { ...shared, backups };
