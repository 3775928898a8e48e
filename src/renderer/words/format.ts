/** Numbers, days and durations as people read them. Pure: the moment is an argument. */
import type { Failure } from '../../shared/result.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const grouped = new Intl.NumberFormat('en');
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `3,412` */
export const number = (n: number): string => grouped.format(n);

/** A deck as people read its path: `CKA / Node`. */
export const deckName = (path: string): string => path.replaceAll('::', ' / ');

/** `1 card`, `2 cards`, `0 cards` */
export const counted = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/**
 * A time until something, rounded to what a person plans with: `10 minutes`, `3 hours`, `4 days`, `1.2 months`, `2 years`.
 * Days are counted up: a card due at the start of the fourth day from now is due in 4 days. An hour of slack covers clock changes.
 */
export function interval(ms: number): string {
  if (ms < 59.5 * minuteMs) return counted(Math.max(1, Math.round(ms / minuteMs)), 'minute');
  if (ms < 23.5 * hourMs) return counted(Math.round(ms / hourMs), 'hour');
  const days = Math.max(1, Math.ceil((ms - hourMs) / dayMs));
  if (days < 31) return counted(days, 'day');
  const months = days / 30.44;
  if (months < 11.95) return measured(months, 'month');
  return measured(days / 365.25, 'year');
}

function measured(n: number, unit: string): string {
  const text = tenths.format(n);
  return `${text} ${text === '1' ? unit : `${unit}s`}`;
}

/** File or folder name at the end of a path with `/`. */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `Sunday 22 November`, from a local day `YYYY-MM-DD`. */
export function longDay(dayOn: string): string {
  const date = new Date(`${dayOn}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(date);
  return `${part({ weekday: 'long' })} ${date.getUTCDate()} ${part({ month: 'long' })}`;
}

/** `3 December`, with the year when it is not that of `todayOn`; from local days. */
export function shortDay(dayOn: string, todayOn: string): string {
  const date = new Date(`${dayOn}T00:00:00Z`);
  const year = dayOn.slice(0, 4) === todayOn.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(date);
}

/** Whole days from one local day to another, both `YYYY-MM-DD`. */
export const daysBetween = (fromOn: string, toOn: string): number => Math.round((Date.parse(toOn) - Date.parse(fromOn)) / dayMs);

/** `Monday` … `Sunday`, from a local day. */
export const weekday = (dayOn: string): string => longDay(dayOn).split(' ')[0] ?? '';

/** `under a minute`, `12 minutes`, `1 hour 5 minutes` */
export function duration(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return counted(minutes, 'minute');
  const rest = minutes % 60;
  return counted(Math.floor(minutes / 60), 'hour') + (rest ? ` ${counted(rest, 'minute')}` : '');
}

/** A past moment: `10:41` today, else `22 November`, with the year when it is another one. */
export function moment(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', options).format(then);
  if (then.toDateString() === today.toDateString()) return part({ hour: '2-digit', minute: '2-digit' });
  const year = then.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return part({ day: 'numeric', month: 'long', ...year });
}

/** A past moment with its time of day: `today 08:02`, `21 November 08:02`, with the year when it is another one. */
export function dayAndTime(at: number, now: number): string {
  const then = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(then);
  const isToday = then.toDateString() === new Date(now).toDateString();
  return `${isToday ? 'today' : moment(at, now)} ${time}`;
}

/** `640 KB`, `12.4 MB` */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${number(Math.max(1, Math.round(kilobytes)))} KB`;
  return `${tenths.format(kilobytes / 1024)} MB`;
}

/** What happened and what to do about it. */
export const inWords = ({ message, hint }: Failure): string => (hint ? `${message} ${hint}` : message);

/** The time of day, e.g. `10:44:07`. */
export const clock = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at));
