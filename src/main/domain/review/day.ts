/**
 * The study day: it begins at the same hour of the wall clock every day, wherever the person is, and belongs to one local date.
 * Every instant lies in exactly one day and days follow each other without a gap, over every change of the clocks.
 */
import { tzOffset } from '@date-fns/tz';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Where and when the person's day begins. */
export interface DayRule {
  /** IANA time zone, e.g. `Europe/Berlin`. */
  zone: string;
  /** Hour of the wall clock at which a new day begins, 0 to 23. */
  startsAtHour: number;
}

/** Minutes the wall clock of a zone is ahead of UTC at an instant. Throws a RangeError for a zone nobody knows. */
export function offsetMinutes(at: number, zone: string): number {
  const offset = tzOffset(zone, new Date(at));
  if (Number.isNaN(offset)) throw new RangeError(`Unknown time zone: ${zone}`);
  return offset;
}

/** The wall clock at an instant, as the epoch milliseconds it would be in UTC. */
const wallClock = (at: number, zone: string): number => at + offsetMinutes(at, zone) * minuteMs;

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);
const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The local day that is `days` after another one. */
export const addDays = (day: string, days: number): string => dateOf(midnightOf(day) + days * dayMs);

/** Whole days from one local day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((midnightOf(to) - midnightOf(from)) / dayMs);

/** Day of the week of a local day, 0 for Monday to 6 for Sunday. */
export const weekday = (day: string): number => (new Date(midnightOf(day)).getUTCDay() + 6) % 7;

/**
 * The instant a local day begins: the first one at which the wall clock shows its date and hour, or anything later
 * when the clocks jump over that hour (in Apia a whole day was skipped).
 */
export function startOfDay(day: string, { zone, startsAtHour }: DayRule): number {
  const wanted = midnightOf(day) + startsAtHour * 60 * minuteMs;
  // Offsets a day on either side: between them lies at most one change of the clocks.
  const before = offsetMinutes(wanted - dayMs, zone);
  const after = offsetMinutes(wanted + dayMs, zone);
  const earliest = wanted - Math.max(before, after) * minuteMs;
  if (wallClock(earliest, zone) === wanted) return earliest;
  const latest = wanted - Math.min(before, after) * minuteMs;
  if (wallClock(latest, zone) === wanted && wallClock(latest - 1, zone) < wanted) return latest;
  return firstInstantShowing(wanted, earliest, latest, zone);
}

/** The instant in a gap at which the wall clock jumps from before `wanted` to after it. */
function firstInstantShowing(wanted: number, from: number, to: number, zone: string): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle, zone) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

/** The local day an instant belongs to. */
export function dayOf(at: number, rule: DayRule): string {
  const shown = dateOf(wallClock(at, rule.zone) - rule.startsAtHour * 60 * minuteMs);
  // A clock that was put back over the day's start shows the day before again; the day that has begun goes on.
  const next = addDays(shown, 1);
  return at >= startOfDay(next, rule) ? next : shown;
}
