/** Which cards a study day or a session holds: everything being learned, then reviews and new cards within the day's limits. */
import { choose } from './queue.js';

interface Candidate {
  item: string;
}

/** What may be shown, in order of preference; read only as far as the limits go. */
export interface Candidates<L extends Candidate, C extends Candidate> {
  learning: readonly L[];
  due: Iterable<C>;
  fresh: Iterable<C>;
  /** Items answered today, whose other cards wait until tomorrow. */
  answeredItems: Iterable<string>;
}

export interface DayPlan<L, C> {
  learning: readonly L[];
  due: readonly C[];
  fresh: readonly C[];
}

/** How many more cards a day takes after what was done: a limit that was lowered never goes below none. */
export function leftToday(
  limits: { newPerDay: number; reviewsPerDay: number },
  done: { newCards: number; reviewedCards: number },
): { fresh: number; due: number } {
  return { fresh: Math.max(0, limits.newPerDay - done.newCards), due: Math.max(0, limits.reviewsPerDay - done.reviewedCards) };
}

/** The cards of a day: of each item at most one beside those being learned; a review comes before a new sibling. */
export function planDay<L extends Candidate, C extends Candidate>(
  candidates: Candidates<L, C>,
  left: { fresh: number; due: number },
): DayPlan<L, C> {
  const takenItems = new Set(candidates.answeredItems);
  for (const { item } of candidates.learning) takenItems.add(item);
  const due = choose(candidates.due, left.due, takenItems);
  return { learning: candidates.learning, due, fresh: choose(candidates.fresh, left.fresh, takenItems) };
}
