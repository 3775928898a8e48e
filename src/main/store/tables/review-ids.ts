/**
 * Ids of reviews: UUIDv7, each greater than the one before on this device, also when its clock goes back.
 * So the order of ids is the order of the answers.
 */
import { parse, v7 } from 'uuid';
import type { Database } from '../open/database.js';

/** The instant an id was made for, in epoch milliseconds. */
const instantOf = (reviewId: string): number => Buffer.from(parse(reviewId)).readUIntBE(0, 6);

/** Makes ids that follow `last`, the newest one there is. */
export function reviewIdsAfter(last: string | null): (now: number) => string {
  let newest = last === null ? 0 : instantOf(last);
  return (now) => {
    newest = Math.max(now, newest + 1);
    return v7({ msecs: newest });
  };
}

/** Makes the ids of the log's events, whichever thread added the newest one. Call the result inside a transaction. */
export function createLogIds(db: Database): (now: number) => string {
  const newest = db
    .prepare<[], string | null>(
      'SELECT max(id) FROM (SELECT max(reviewId) AS id FROM reviews UNION ALL SELECT max(rescheduleId) FROM reschedules)',
    )
    .pluck();
  return (now) => reviewIdsAfter(newest.get() ?? null)(now);
}
