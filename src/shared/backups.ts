/** The part of the contract about copies of everything stored: made before what could go wrong, once a day, and when asked for. */
import * as v from 'valibot';
import { count, id, instant, method, nothing, text } from './schemas.js';
import { failureCodes } from './result.js';

/** What it was made before or for; `asked`: by the person, `restore`: what a restored backup took the place of. */
export const backupReason = v.picklist(['asked', 'daily', 'upgrade', 'weights', 'reschedule', 'import', 'restore']);
export type BackupReason = v.InferOutput<typeof backupReason>;

export const backup = v.strictObject({
  /** File name in the folder of backups. */
  name: id,
  at: instant,
  reason: backupReason,
  bytes: count,
});
export type Backup = v.InferOutput<typeof backup>;

/** A clock that is set right now and then goes back a little; one that was ahead by more than this was wrong. */
const dayMs = 86_400_000;

/** Was it made while the clock was ahead? Its name then says nothing about how old it is. */
export const isOfFuture = ({ at }: Pick<Backup, 'at'>, now: number): boolean => at > now + dayMs;

/** The newest of these backups, which are in order; one from the future only when there is no other. */
export const newestOf = <B extends Pick<Backup, 'at'>>(backups: readonly B[], now: number): B | null =>
  backups.find((one) => !isOfFuture(one, now)) ?? backups[0] ?? null;

/** As in `result.ts`. */
const failure = v.strictObject({ code: v.picklist(failureCodes), message: text, where: v.optional(text), hint: v.optional(text) });

/** The backups, newest first, and why the last one that was tried was not made. */
export const backupsView = v.strictObject({ backups: v.array(backup), problem: v.nullable(failure) });
export type BackupsView = v.InferOutput<typeof backupsView>;

export const backupEvents = {
  /** A backup was made, or could not be. */
  'backups.changed': backupsView,
  /** The database was taken away under the open app, or is back in its place. */
  'data.moved': nothing,
} as const;

export const backupMethods = {
  'backups.list': method(nothing, backupsView, 'reads'),
  'backups.make': method(nothing, backup, 'reads'),
  /** Puts a backup in the place of everything stored, which is kept as a backup; `replaced` is null when nothing could be kept as one. */
  'backups.restore': method(v.strictObject({ name: id }), v.strictObject({ replaced: v.nullable(id) }), 'reads'),
  /**
   * The way out of a failure that keeps everything else from working. `missing`: begins anew; `journal`: goes on without the changes
   * that cannot be read; `moved`: writes the database anew from what is still open.
   */
  'backups.mend': method(nothing, nothing, 'reads'),
} as const;
