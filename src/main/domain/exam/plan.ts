/**
 * What to study today so that most is known on exam day. Each day anew: the cards whose answer today adds most to the recall
 * of exam day for the time they take, until the day's time is used. Early in the plan that keeps what was learned from fading
 * just enough; towards the end it becomes a last pass over the weakest. New cards are spread over the first part of the plan.
 * Simulated learners gain by it over a fixed number of new cards a day in every case tried: see `npm run bench`, exam_plan.
 */
import { worthOfFresh, worthOfKnown } from './expected-recall.js';
import type { ExamCard, Learner, Worth } from './expected-recall.js';

/** New cards are introduced within this share of the days from the plan's start to the exam; what remains is for keeping them. */
export const introducedBy = 0.7;

export interface DayOfPlan {
  /** Study days since the plan was made; 0 on its first day. */
  daysIn: number;
  /** Study days until the exam; 0 on the day itself. */
  daysLeft: number;
  budgetSeconds: number;
  /** New cards answered today already: they are part of the day's share. */
  freshDone?: number;
}

export interface Task {
  cardId: string;
  fresh: boolean;
  seconds: number;
}

/** What of new cards a day should still take so that all are seen in time; all of them once the time for new cards is over. */
export function freshToday(freshLeft: number, { daysIn, daysLeft, freshDone = 0 }: DayOfPlan): number {
  const daysForFresh = Math.floor((daysIn + daysLeft) * introducedBy) - daysIn;
  return daysForFresh < 1 ? freshLeft : Math.max(0, Math.ceil((freshLeft + freshDone) / daysForFresh) - freshDone);
}

/** Cards in the order they are worth a day's time: this day's new ones, then the known ones by gain, then more new ones. */
export function inOrderOfWorth(cards: readonly ExamCard[], day: DayOfPlan, learner: Learner): (ExamCard & Worth)[] {
  const fresh = cards.filter(({ strength }) => strength === null);
  const ofFresh = fresh.length > 0 ? worthOfFresh(day.daysLeft, learner) : null;
  const newOnes = ofFresh ? fresh.map((card) => ({ ...card, ...ofFresh })) : [];
  const known = cards
    .filter((card): card is ExamCard & { strength: NonNullable<ExamCard['strength']> } => card.strength !== null && card.elapsedDays > 0)
    .map((card) => ({ ...card, ...worthOfKnown(card, day.daysLeft, learner) }))
    .sort((a, b) => b.gain / b.seconds - a.gain / a.seconds || (a.cardId < b.cardId ? -1 : 1));
  const share = freshToday(fresh.length, day);
  return [...newOnes.slice(0, share), ...known, ...newOnes.slice(share)];
}

/**
 * The tasks of a day, as many as its time allows; new cards in the order given. One card of an item: its siblings would give it
 * away. `takenItems` are the items answered today already.
 */
export function planToday(cards: readonly ExamCard[], day: DayOfPlan, learner: Learner, takenItems: Iterable<string> = []): Task[] {
  const taken = new Set(takenItems);
  const tasks: Task[] = [];
  let left = day.budgetSeconds;
  for (const { cardId, item, strength, seconds, gain } of inOrderOfWorth(cards, day, learner)) {
    if (seconds > left || taken.has(item) || gain <= 0) continue;
    taken.add(item);
    left -= seconds;
    tasks.push({ cardId, fresh: strength === null, seconds });
  }
  return tasks;
}
