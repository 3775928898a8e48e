/** A memory made anew from the log: what is stored can always be checked, or replaced, by this. */
import type { Rating } from '../../../shared/contract.js';
import { addDays, daysBetween } from './day.js';
import { scheduleAgain, strengthen } from './scheduler.js';
import type { Memory, Parameters, Strength } from './scheduler.js';

/** An answer as the log has it. */
export interface LoggedAnswer {
  kind: 'answer';
  rating: Rating;
  reviewedAt: number;
  reviewedOn: string;
  /** What the scheduler was told then. */
  parameters: Parameters;
  /** Days to the next answer as they were chosen then: the choice looked at the other cards, which are not as they were. */
  intervalDays: number;
}

/** The card's schedule was made anew with other parameters: all its answers so far count as if they had been in force. */
export interface LoggedRescheduling {
  kind: 'rescheduling';
  parameters: Parameters;
  /** Days from the last answer to the next. */
  intervalDays: number;
}

/** The card came with a schedule of another program. Comes first, if at all: a card that was answered takes none over. */
export interface LoggedStart {
  kind: 'start';
  memory: Memory;
}

export type LoggedEvent = LoggedStart | LoggedAnswer | LoggedRescheduling;

/** The memory after what happened to a card, in that order; null when nothing did. */
export function rebuild(events: readonly LoggedEvent[]): Memory | null {
  let memory: Memory | null = null;
  for (const [index, event] of events.entries()) {
    if (event.kind === 'start') memory = event.memory;
    else if (event.kind === 'answer') {
      const { rating, reviewedAt, reviewedOn, parameters, intervalDays } = event;
      memory = scheduleAgain(memory, rating, { at: reviewedAt, on: reviewedOn }, parameters, intervalDays);
    } else if (memory?.state === 'review') {
      const strength = strengthFrom(events.slice(0, index), event.parameters);
      memory = rescheduled(memory, strength ?? memory, event.intervalDays);
    }
  }
  return memory;
}

/** A card in review with another strength and interval; its last answer stays. */
export const rescheduled = (memory: Memory, { stability, difficulty }: Strength, intervalDays: number): Memory => ({
  ...memory,
  stability,
  difficulty,
  intervalDays,
  dueOn: addDays(memory.reviewedOn, intervalDays),
});

/** The strength a card has if all its answers were given under these parameters, from the one it started with; null without any. */
export function strengthFrom(events: readonly LoggedEvent[], parameters: Parameters): Strength | null {
  let strength: Strength | null = null;
  let lastOn: string | null = null;
  for (const event of events) {
    if (event.kind === 'rescheduling') continue;
    if (event.kind === 'start') {
      strength = event.memory;
      lastOn = event.memory.reviewedOn;
      continue;
    }
    // A clock that was set back passes no time.
    const elapsedDays = lastOn === null ? 0 : Math.max(0, daysBetween(lastOn, event.reviewedOn));
    strength = strengthen(strength, event.rating, elapsedDays, parameters);
    lastOn = event.reviewedOn;
  }
  return strength;
}

/** Numbers may differ in their last digits between machines. */
const tolerance = 1e-6;

export const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** The name of the first part in which two memories differ; null when they agree. */
export function difference(stored: Memory, rebuilt: Memory): keyof Memory | null {
  const parts = Object.keys(rebuilt) as (keyof Memory)[];
  const differs = (part: keyof Memory): boolean => {
    const [a, b] = [stored[part], rebuilt[part]];
    return typeof a === 'number' && typeof b === 'number' ? !near(a, b) : a !== b;
  };
  return parts.find(differs) ?? null;
}
