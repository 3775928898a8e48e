/** The plan played through to exam day with a likely run of answers: what each day holds and what is known at the end. */
import { randomFrom } from '../review/random.js';
import { recallAfter, strengthAtEndOfDay, toldRecall } from './expected-recall.js';
import type { ExamCard, Learner } from './expected-recall.js';
import { planToday } from './plan.js';
import type { PlannedDay } from './calendar.js';

export interface ForecastDay {
  dayOn: string;
  reviews: number;
  fresh: number;
  reviewSeconds: number;
  freshSeconds: number;
  /** All cards were seen before, and what is studied is the weakest of them. */
  lastPass: boolean;
}

export interface Forecast {
  days: ForecastDay[];
  /** Cards never seen by exam day. */
  unseen: number;
  /** Mean chance of recall of all cards on exam day, as it is told, 0 to 1. */
  recall: number;
}

/**
 * Plays the plan from today on. `daysIn` counts from the plan's start to today. Of n cards and d days it computes n x d worths,
 * about a second for 3,000 cards and 90 days: for a worker. `onDay` hears how many days are played.
 */
export function forecast(
  cards: readonly ExamCard[],
  days: readonly PlannedDay[],
  daysIn: number,
  learner: Learner,
  seed: string,
  onDay: (played: number) => void = () => undefined,
): Forecast {
  const chance = randomFrom(seed);
  let now = cards;
  const played = days.map(({ dayOn, seconds }, n): ForecastDay => {
    const tasks = planToday(now, { daysIn: daysIn + n, daysLeft: days.length - n, budgetSeconds: seconds }, learner);
    const today = new Map(tasks.map((task) => [task.cardId, task]));
    const unseenBefore = now.some(({ strength }) => strength === null);
    now = now.map((card) => {
      if (!today.has(card.cardId)) return card.strength ? { ...card, elapsedDays: card.elapsedDays + 1 } : card;
      const remembered = card.strength !== null && chance() < recallAfter(card.strength, card.elapsedDays, learner);
      const rating = remembered || (card.strength === null && chance() >= learner.pace.firstForgotten) ? 'good' : 'again';
      return { ...card, strength: strengthAtEndOfDay(card.strength, card.elapsedDays, rating, learner.parameters), elapsedDays: 1 };
    });
    onDay(n + 1);
    const fresh = tasks.filter((task) => task.fresh);
    const reviews = tasks.filter((task) => !task.fresh);
    const sum = (some: typeof tasks): number => some.reduce((total, task) => total + task.seconds, 0);
    return {
      dayOn,
      reviews: reviews.length,
      fresh: fresh.length,
      reviewSeconds: sum(reviews),
      freshSeconds: sum(fresh),
      lastPass: !unseenBefore && reviews.length > 0,
    };
  });
  const recall = now.reduce((total, card) => total + toldRecall(card, 0, learner), 0) / Math.max(1, now.length);
  return { days: played, unseen: now.filter(({ strength }) => strength === null).length, recall };
}
