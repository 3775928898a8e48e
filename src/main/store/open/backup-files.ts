/** The backups of a data folder: how they are named, which there are, which are kept. A name says when and why it was made. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOfFuture, newestOf } from '../../../shared/backups.js';
import type { Backup, BackupReason } from '../../../shared/backups.js';
import { FailureError } from '../../../shared/result.js';
import { databaseFile } from './place.js';

const dayMs = 86_400_000;

/** What was made in the last two days is kept whole, up to a number; then one of each day, week and month, so many of each. */
const wholeDays = 2;
const wholeAtMost = 20;
const periods = [
  { days: 1, kept: 12 },
  { days: 7, kept: 10 },
  { days: 30, kept: 9 },
] as const;

export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** `2026-11-22T08-02-11-123Z-weights.sqlite`; colons are not allowed in file names everywhere. */
export const backupName = (at: number, reason: BackupReason): string =>
  `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${reason}.sqlite`;

const pattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(asked|daily|upgrade|weights|reschedule|import|restore)\.sqlite$/;

/** The instant and the reason a file name tells; null for other files. */
export function readBackupName(name: string): { at: number; reason: BackupReason } | null {
  const match = pattern.exec(name);
  if (!match) return null;
  const [, day, hours, minutes, seconds, ms, reason] = match;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return Number.isNaN(at) ? null : { at, reason: reason as BackupReason };
}

/** The backups there are, newest first; files of other names are none. */
export function listBackups(dataFolder: string): Backup[] {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const read = readBackupName(name);
      const bytes = statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
      return read && bytes > 0 ? [{ name, ...read, bytes }] : [];
    })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/**
 * Throws a FailureError `missing` when there are backups. Where there is no database any more, somebody took it away: a new one would
 * look as if everything were gone.
 */
export function requireNoBackups(dataFolder: string): void {
  const newest = newestOf(listBackups(dataFolder), Date.now());
  if (!newest) return;
  throw new FailureError({
    code: 'missing',
    message: 'The database is not there any more, but its backups are.',
    where: databaseFile(dataFolder),
    hint: `Restore one: etcdeck restore ${join(backupFolder(dataFolder), newest.name)}. The window of Etcdeck also offers to start anew.`,
  });
}

/**
 * The backups that no rule keeps. Days, weeks and months are counted from the epoch and not from now: a period that moved along
 * would take its only backup for an older one again and again, until nothing old is left. Those of a clock that was ahead are no rivals of the others: by their names they stay the newest for years.
 * @param backups newest first
 */
export function outdatedBackups<B extends { at: number }>(backups: readonly B[], now: number): B[] {
  const [ahead, behind] = [true, false].map((future) => backups.filter((one) => isOfFuture(one, now) === future)) as [B[], B[]];
  const recent = behind.filter(({ at }) => now - at < wholeDays * dayMs);
  const kept = new Set([...ahead.slice(0, wholeAtMost), ...recent.slice(0, wholeAtMost)]);
  const older = backups.filter(({ at }) => now - at >= wholeDays * dayMs);
  for (const { days, kept: number } of periods) {
    const seen = new Set<number>();
    for (const backup of older) {
      const period = Math.floor(backup.at / (days * dayMs));
      if (seen.has(period) || seen.size >= number) continue;
      seen.add(period);
      kept.add(backup);
    }
  }
  return backups.filter((backup) => !kept.has(backup));
}
