/** A schedule that another program kept, as the memory a card starts with here. */
import { addDays, startOfDay, type DayRule } from './day.js';
import { defaultParameters, type Memory } from './scheduler.js';

/** What an SM-2 scheduler (Obsidian spaced repetition, Anki before FSRS) knows of a card. */
export interface OldSchedule {
  dueOn: string;
  /** Days from its last review to `dueOn`. */
  intervalDays: number;
  /** In percent, 250 for a card of middling difficulty. */
  ease: number;
}

/** What Obsidian spaced repetition writes for a card it has not shown yet, beside siblings it has. */
const notShownYet = { dueOn: '2000-01-01', intervalDays: 1 };

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/**
 * The memory that fits the schedule; null for one that says nothing. SM-2 aims at a recall of about 90 % when a card comes due, and
 * stability is the days until recall falls to 90 %, so it is the interval. Difficulty is the one at which a Good answer would stretch
 * the interval by the ease: the stability increase of FSRS solved for difficulty, as `memory_state_from_sm2` of fsrs-rs does.
 */
export function startingMemory({ dueOn, intervalDays, ease }: OldSchedule, rule: DayRule): Memory | null {
  const isDay = !Number.isNaN(Date.parse(`${dueOn}T00:00:00Z`));
  if (!isDay || (dueOn === notShownYet.dueOn && intervalDays === notShownYet.intervalDays)) return null;
  const { weights, maximumIntervalDays } = defaultParameters;
  const stability = clamp(intervalDays, 1, maximumIntervalDays);
  const [growth = 0, saturation = 0, spacing = 0] = weights.slice(8, 11);
  const increaseAtDifficulty10 = Math.exp(growth) * stability ** -saturation * Math.expm1(0.1 * spacing);
  const reviewedOn = addDays(dueOn, -stability);
  return {
    state: 'review',
    stability,
    difficulty: clamp(11 - (ease / 100 - 1) / increaseAtDifficulty10, 1, 10),
    step: 0,
    reps: 0,
    lapses: 0,
    reviewedAt: startOfDay(reviewedOn, rule),
    reviewedOn,
    intervalDays: stability,
    dueAt: null,
    dueOn,
  };
}
