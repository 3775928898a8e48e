import type { TodayView } from '../../../shared/contract.js';
import { messages } from './messages.js';
import { daysBetween, weekday } from '../../words/format.js';

/** When nothing is due: what comes next and when, in words. `now` is epoch ms; days are local. */
export function nextWords(view: Pick<TodayView, 'nextDueAt' | 'dueTomorrow' | 'dayOn'>, now: number): string {
  const m = messages.today;
  if (view.nextDueAt === null) return m.nothingScheduled;
  const wait = view.nextDueAt - now;
  if (wait < 3_600_000) return m.nextAt(m.in(Math.max(0, wait)));
  const dueOn = localDay(view.nextDueAt);
  const days = daysBetween(view.dayOn, dueOn);
  if (days <= 0) return m.nextAt(m.in(wait));
  if (days === 1) return m.nextAt(m.tomorrow(view.dueTomorrow));
  return m.nextAt(m.onDay(days < 7 ? weekday(dueOn) : messages.day(dueOn)));
}

function localDay(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
