/** Schedules made anew after the parameters changed: what each card in review would come to. */
import type { EasyDay } from '../../../shared/contract.js';
import { addDays } from './day.js';
import { leastLoaded } from './placement.js';
import type { Loads } from './placement.js';
import { randomFrom } from './random.js';
import { near, rescheduled, strengthFrom } from './rebuild.js';
import type { LoggedEvent } from './rebuild.js';
import { idealInterval, intervalRange } from './scheduler.js';
import type { Memory, Parameters } from './scheduler.js';

/** A card in review with what happened to it so far. */
export interface ScheduledCard {
  cardId: string;
  memory: Memory;
  events: readonly LoggedEvent[];
}

export interface Rescheduling {
  /** The memory the card would have; null when the parameters change nothing for it. */
  next(card: ScheduledCard): Memory | null;
}

/**
 * Makes schedules anew one card after the other, each on the least loaded of its days. Days up to today count as one: what is due
 * by then waits together.
 * @param loads cards that come back on each day as things stand, the ones to be rescheduled included
 */
export function rescheduling(
  parameters: Parameters,
  today: string,
  loads: ReadonlyMap<string, number>,
  easyDays: readonly EasyDay[],
): Rescheduling {
  const cards = new Map<string, number>();
  const waitingOn = (day: string): string => (day < today ? today : day);
  const count = (day: string, by: number): void => void cards.set(waitingOn(day), (cards.get(waitingOn(day)) ?? 0) + by);
  for (const [day, number] of loads) count(day, number);

  const loadsNow: Loads = (firstOn, lastOn) => {
    const range = new Map<string, number>();
    for (let day = firstOn; day <= lastOn; day = addDays(day, 1)) range.set(day, cards.get(waitingOn(day)) ?? 0);
    return range;
  };
  const place = leastLoaded(loadsNow, easyDays);

  return {
    next({ cardId, memory, events }) {
      const last = events.at(-1);
      const before = last?.kind === 'start' ? null : last?.parameters;
      const strength = strengthFrom(events, parameters);
      if (memory.state !== 'review' || memory.dueOn === null || !strength || !before) return null;
      const ideal = idealInterval(strength.stability, parameters);
      const sameInterval = ideal === idealInterval(memory.stability, before);
      if (sameInterval && near(strength.stability, memory.stability) && near(strength.difficulty, memory.difficulty)) return null;
      if (sameInterval) return rescheduled(memory, strength, memory.intervalDays);
      count(memory.dueOn, -1);
      const draw = randomFrom(`${cardId}/${memory.reps}`)();
      const next = rescheduled(memory, strength, place({ on: memory.reviewedOn, ...intervalRange(ideal, 0, parameters) }, draw));
      if (next.dueOn !== null) count(next.dueOn, 1);
      return next;
    },
  };
}
