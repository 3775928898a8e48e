/** A memory made anew from the log: what is stored can always be checked, or replaced, by this. */
import type { Rating } from '../../shared/contract.js';
import { scheduleAgain } from './scheduler.js';
import type { Memory, Parameters } from './scheduler.js';

/** An answer as the log has it. */
export interface LoggedAnswer {
  rating: Rating;
  reviewedAt: number;
  reviewedOn: string;
  /** What the scheduler was told then. */
  parameters: Parameters;
  /** Days to the next answer as they were chosen then: the choice looked at the other cards, which are not as they were. */
  intervalDays: number;
}

/** The memory after a card's answers, in the order they were given; null without one. */
export function rebuild(answers: Iterable<LoggedAnswer>): Memory | null {
  let memory: Memory | null = null;
  for (const { rating, reviewedAt, reviewedOn, parameters, intervalDays } of answers) {
    memory = scheduleAgain(memory, rating, { at: reviewedAt, on: reviewedOn }, parameters, intervalDays);
  }
  return memory;
}

/** Numbers may differ in their last digits between machines. */
const tolerance = 1e-6;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** The name of the first part in which two memories differ; null when they agree. */
export function difference(stored: Memory, rebuilt: Memory): keyof Memory | null {
  const parts = Object.keys(rebuilt) as (keyof Memory)[];
  const differs = (part: keyof Memory): boolean => {
    const [a, b] = [stored[part], rebuilt[part]];
    return typeof a === 'number' && typeof b === 'number' ? !near(a, b) : a !== b;
  };
  return parts.find(differs) ?? null;
}
