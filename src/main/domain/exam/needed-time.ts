/** How much time it would take to see every card, when the time planned does not suffice. */
import { daysUntil } from './calendar.js';
import type { StudyTime } from './calendar.js';
import { freshToday } from './plan.js';

/** Half hours are tried: people plan in those. */
const stepHours = 0.5;

interface NewCards {
  fresh: number;
  /** Seconds one takes on its first day. */
  secondsEach: number;
  /** Study days since the plan was made. */
  daysIn: number;
}

/** New cards that the days show; they come first on each day, so that nothing else takes their time. */
function shown({ fresh, secondsEach, daysIn }: NewCards, days: readonly { seconds: number }[]): number {
  let left = fresh;
  days.forEach(({ seconds }, n) => {
    const share = freshToday(left, { daysIn: daysIn + n, daysLeft: days.length - n, budgetSeconds: seconds });
    left -= Math.min(share, Math.floor(seconds / secondsEach));
  });
  return fresh - left;
}

/**
 * The fewest hours a week, in half hours, with which every new card is seen before the exam; null when not even `mostHours` would do.
 * Reviews take what new cards leave of a day.
 */
export function hoursToSeeAll(
  cards: NewCards,
  { examOn, todayOn, time, mostHours }: { examOn: string; todayOn: string; time: Omit<StudyTime, 'hoursPerWeek'>; mostHours: number },
): number | null {
  for (let hoursPerWeek = stepHours; hoursPerWeek <= mostHours; hoursPerWeek += stepHours) {
    if (shown(cards, daysUntil(examOn, todayOn, { ...time, hoursPerWeek })) === cards.fresh) return hoursPerWeek;
  }
  return null;
}
