/**
 * From a memory and a rating to the next memory: FSRS-6. The only user of ts-fsrs; none of its names leave this file.
 * The library counts days by the UTC calendar; it is told the person's own study days instead, as if each began at midnight UTC.
 */
import { FSRS, State, default_w, forgetting_curve, get_fuzz_range } from 'ts-fsrs';
import type { CardInput, Grade, RecordLogItem } from 'ts-fsrs';
import type { Rating } from '../../../shared/contract.js';
import { addDays, daysBetween } from './day.js';
import { anyDay } from './placement.js';
import type { Place } from './placement.js';
import { randomFrom } from './random.js';

// The library puts methods on every Date, enumerable ones, and does not need them itself.
for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name);

const minuteMs = 60_000;

/** What is known of how well a card is remembered, and when it comes back. A card without one is new. */
export interface Memory {
  state: 'learning' | 'review' | 'relearning';
  /** Days until recall falls to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** Learning step, from 0. */
  step: number;
  /** Answers given. */
  reps: number;
  /** Times it was forgotten while in review. */
  lapses: number;
  /** The last answer: its instant and its study day. */
  reviewedAt: number;
  reviewedOn: string;
  /** Days from that answer to the next; 0 while learning. */
  intervalDays: number;
  /** The instant a learning card comes back; null in review. */
  dueAt: number | null;
  /** The study day a card in review comes back; null while learning. */
  dueOn: string | null;
}

/** Everything the scheduler is told about a person; the same parameters and answers always give the same memory. */
export interface Parameters {
  algorithm: 'FSRS-6';
  /** Counts changes of this file that alter results. */
  version: 1;
  weights: readonly number[];
  /** Chance of recall at which a card comes due. */
  desiredRetention: number;
  maximumIntervalDays: number;
  learningStepsMinutes: readonly number[];
  relearningStepsMinutes: readonly number[];
  /** An interval may fall on neighbouring days of the best one; which of them is no part of this, the log keeps it. */
  fuzz: boolean;
}

/** When an answer is given: the instant and the study day it belongs to. */
export interface Moment {
  at: number;
  on: string;
}

export const defaultParameters: Parameters = {
  algorithm: 'FSRS-6',
  version: 1,
  weights: [...default_w],
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  fuzz: true,
};

const grades: Record<Rating, Grade> = { again: 1, hard: 2, good: 3, easy: 4 };
const states = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;
const stateNames = { [State.Learning]: 'learning', [State.Review]: 'review', [State.Relearning]: 'relearning' } as const;

// Building one checks and prepares the parameters; they are few, the answers many.
const engines = new WeakMap<Parameters, FSRS>();

function engineFor(parameters: Parameters): FSRS {
  let engine = engines.get(parameters);
  if (!engine) {
    engine = new FSRS({
      w: parameters.weights,
      request_retention: parameters.desiredRetention,
      maximum_interval: parameters.maximumIntervalDays,
      enable_fuzz: false,
      enable_short_term: true,
      learning_steps: parameters.learningStepsMinutes.map((minutes) => `${minutes}m` as const),
      relearning_steps: parameters.relearningStepsMinutes.map((minutes) => `${minutes}m` as const),
    });
    engines.set(parameters, engine);
  }
  return engine;
}

const utcMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

function cardOf(memory: Memory | null, now: Date): CardInput {
  return {
    due: now,
    stability: memory?.stability ?? 0,
    difficulty: memory?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: memory?.intervalDays ?? 0,
    learning_steps: memory?.step ?? 0,
    reps: memory?.reps ?? 0,
    lapses: memory?.lapses ?? 0,
    state: memory ? states[memory.state] : State.New,
    last_review: memory ? utcMidnight(memory.reviewedOn) : null,
  };
}

/** The memory an item of the library stands for, with an interval of so many days if it is in review. */
function memoryOf({ card }: RecordLogItem, now: Date, moment: Moment, days: number): Memory {
  if (card.state === State.New) throw new Error('An answered card is never new');
  const inReview = card.state === State.Review;
  const intervalDays = inReview ? days : 0;
  return {
    state: stateNames[card.state],
    stability: card.stability,
    difficulty: card.difficulty,
    step: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    reviewedAt: moment.at,
    reviewedOn: moment.on,
    intervalDays,
    dueAt: inReview ? null : moment.at + (card.due.getTime() - now.getTime()),
    dueOn: inReview ? addDays(moment.on, intervalDays) : null,
  };
}

/** The study day the library is told: when the clock went back, no time has passed since the last answer. */
const dayFor = (memory: Memory | null, { on }: Moment): Date => utcMidnight(memory && memory.reviewedOn > on ? memory.reviewedOn : on);

/**
 * The memory after an answer. `seed` is the card's id: it decides between days that are as good, so that the answer gives what
 * the button promised and two like cards part. `place` picks among the days; it must give the same for the preview.
 */
export const schedule = (
  memory: Memory | null,
  rating: Rating,
  moment: Moment,
  parameters: Parameters,
  seed: string,
  place?: Place,
): Memory => preview(memory, moment, parameters, seed, place)[rating];

/** What each rating would lead to. */
export function preview(
  memory: Memory | null,
  moment: Moment,
  parameters: Parameters,
  seed: string,
  place: Place = anyDay,
): Record<Rating, Memory> {
  const now = dayFor(memory, moment);
  const items = engineFor(parameters).repeat(cardOf(memory, now), now);
  const elapsedDays = memory ? Math.max(0, daysBetween(memory.reviewedOn, moment.on)) : 0;
  const draw = randomFrom(`${seed}/${memory?.reps ?? 0}`)();
  let before = { ideal: 0, days: 0 };
  const of = (rating: Rating): Memory => {
    const item = items[grades[rating]];
    if (item.card.state !== State.Review) return memoryOf(item, now, moment, 0);
    const ideal = Math.min(item.card.scheduled_days, parameters.maximumIntervalDays);
    const { minDays, maxDays } = intervalRange(ideal, elapsedDays, parameters);
    // A better rating never comes back sooner, nor does chance alone bring a card that was recalled back sooner than last time.
    const better = Math.min(before.days + (ideal > before.ideal ? 1 : 0), parameters.maximumIntervalDays);
    const asBefore = memory && rating !== 'again' && memory.intervalDays <= maxDays ? memory.intervalDays : 0;
    const least = Math.max(better, asBefore);
    const days = place({ on: moment.on, minDays: Math.max(minDays, least), maxDays: Math.max(maxDays, least) }, draw);
    before = { ideal, days };
    return memoryOf(item, now, moment, days);
  };
  return { again: of('again'), hard: of('hard'), good: of('good'), easy: of('easy') };
}

/** The memory after an answer whose interval is known, as the log has it. */
export function scheduleAgain(memory: Memory | null, rating: Rating, moment: Moment, parameters: Parameters, intervalDays: number): Memory {
  const now = dayFor(memory, moment);
  return memoryOf(engineFor(parameters).next(cardOf(memory, now), now, grades[rating]), now, moment, intervalDays);
}

/** What the model holds of a card: stability in days, difficulty 1 to 10. */
export type Strength = Pick<Memory, 'stability' | 'difficulty'>;

/** The strength after an answer `elapsedDays` study days after the last one; before the first answer it is null. */
export const strengthen = (before: Strength | null, rating: Rating, elapsedDays: number, parameters: Parameters): Strength =>
  engineFor(parameters).next_state(before, elapsedDays, grades[rating]);

/** Days after which the chance of recall has fallen to the desired retention, at least 1. */
export const idealInterval = (stability: number, parameters: Parameters): number => engineFor(parameters).next_interval(stability, 0);

/** The days around an interval that are as good: wider the longer it is. */
export function intervalRange(idealDays: number, elapsedDays: number, parameters: Parameters): { minDays: number; maxDays: number } {
  if (!parameters.fuzz || idealDays < 2.5) return { minDays: idealDays, maxDays: idealDays };
  const { min_ivl: minDays, max_ivl: maxDays } = get_fuzz_range(idealDays, elapsedDays, parameters.maximumIntervalDays);
  return { minDays, maxDays };
}

/** Chance of recall, 0 to 1, after `elapsedDays` study days. */
export const retrievability = (stability: number, elapsedDays: number, parameters: Parameters): number =>
  forgetting_curve(parameters.weights, Math.max(0, elapsedDays), stability);

/** How long until the card comes back, in milliseconds; days count 24 hours. */
export const waitMs = (memory: Memory, now: number): number =>
  memory.dueAt === null ? memory.intervalDays * 24 * 60 * minuteMs : Math.max(0, memory.dueAt - now);

/** Answers a card still takes today when all go well; a new card has no memory. */
export function answersLeft(memory: Pick<Memory, 'state' | 'step'> | null, parameters: Parameters): number {
  if (memory?.state === 'review') return 1;
  const steps = memory?.state === 'relearning' ? parameters.relearningStepsMinutes : parameters.learningStepsMinutes;
  return Math.max(1, steps.length - (memory?.step ?? 0));
}
