import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/main/domain/review/day.js';
import {
  answersLeft,
  defaultParameters,
  idealInterval,
  intervalRange,
  preview,
  retrievability,
  schedule,
  waitMs,
} from '../../../src/main/domain/review/scheduler.js';
import type { Memory, Parameters } from '../../../src/main/domain/review/scheduler.js';
import type { Rating } from '../../../src/shared/contract.js';

const exact: Parameters = { ...defaultParameters, fuzz: false };
const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const start = { at: Date.parse('2026-11-22T09:00:00Z'), on: '2026-11-22' };
const dayMs = 86_400_000;

/** The moment a card comes back, in a zone where the study day is the UTC day. */
const whenDue = (memory: Memory): { at: number; on: string } =>
  memory.dueAt !== null
    ? { at: memory.dueAt, on: memory.reviewedOn }
    : { at: memory.reviewedAt + memory.intervalDays * dayMs, on: addDays(memory.reviewedOn, memory.intervalDays) };

function answer(sequence: readonly Rating[], parameters = exact, seed = 'card'): Memory[] {
  const memories: Memory[] = [];
  for (const rating of sequence) {
    const last = memories.at(-1) ?? null;
    memories.push(schedule(last, rating, last ? whenDue(last) : start, parameters, seed));
  }
  return memories;
}

describe('the public vectors of FSRS-6', () => {
  test('give their intervals', () => {
    const sequence = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3].map((grade) => ratings[grade - 1] as Rating);
    expect(answer(sequence).map((memory) => memory.intervalDays)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  test('give their chances of recall', () => {
    const pairs = [
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 4],
      [5, 2],
    ] as const;
    const chances = pairs.map(([elapsed, stability]) => retrievability(stability, elapsed, exact));
    [0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359].forEach((expected, index) => expect(chances[index]).toBeCloseTo(expected, 6));
  });
});

describe('learning steps', () => {
  test('are one and ten minutes for a new card', () => {
    const next = preview(null, start, exact, 'card');
    expect([next.again, next.hard, next.good].map((memory) => waitMs(memory, start.at) / 60_000)).toEqual([1, 6, 10]);
    expect(next.easy).toMatchObject({ state: 'review', dueAt: null, intervalDays: 8, dueOn: '2026-11-30' });
  });

  test('are ten minutes for a forgotten card, which counts a lapse', () => {
    const [, learned] = answer(['good', 'good']);
    const lapsed = schedule(learned as Memory, 'again', whenDue(learned as Memory), exact, 'card');
    expect(lapsed).toMatchObject({ state: 'relearning', lapses: 1, intervalDays: 0, dueOn: null });
    expect(waitMs(lapsed, lapsed.reviewedAt)).toBe(600_000);
  });

  test('tell how many answers are left', () => {
    const [first, second] = answer(['good', 'good']);
    expect([null, first, second].map((memory) => answersLeft(memory ?? null, exact))).toEqual([2, 1, 1]);
  });
});

describe('days', () => {
  test('are study days: an answer minutes later on the same study day is not a day later, whatever UTC says', () => {
    const [, learned] = answer(['good', 'good']);
    const memory = learned as Memory;
    const again = schedule(memory, 'good', { at: Date.parse('2026-11-23T00:05:00Z'), on: memory.reviewedOn }, exact, 'card');
    const sameMinute = schedule(memory, 'good', { at: memory.reviewedAt, on: memory.reviewedOn }, exact, 'card');
    expect(again.stability).toBe(sameMinute.stability);
  });

  test('do not run backwards when the clock is set back by a year', () => {
    const [, learned] = answer(['good', 'good']);
    const memory = learned as Memory;
    const earlier = schedule(memory, 'good', { at: memory.reviewedAt - 365 * dayMs, on: '2025-11-22' }, exact, 'card');
    const atOnce = schedule(memory, 'good', { at: memory.reviewedAt, on: memory.reviewedOn }, exact, 'card');
    expect(earlier).toMatchObject({ stability: atOnce.stability, reviewedOn: '2025-11-22' });
    expect(daysBetween('2025-11-22', earlier.dueOn ?? '')).toBe(earlier.intervalDays);
  });
});

describe('fuzz', () => {
  const old = answer(['good', 'good', 'good', 'good']).at(-1) as Memory;

  test('parts two like cards', () => {
    const seeds = Array.from({ length: 20 }, (_, index) => `card-${index}`);
    const days = new Set(seeds.map((seed) => schedule(old, 'good', whenDue(old), defaultParameters, seed).intervalDays));
    expect(days.size).toBeGreaterThan(3);
  });

  test('is the same in the preview and in the answer', () => {
    for (const rating of ratings) {
      expect(schedule(old, rating, whenDue(old), defaultParameters, 'card')).toEqual(
        preview(old, whenDue(old), defaultParameters, 'card')[rating],
      );
    }
  });

  test('never brings a card that was recalled back sooner than last time, where the last interval is as good a one', () => {
    const recalled = fc.constantFrom<Rating>('hard', 'good', 'easy');
    const asked = fc.record({
      desiredRetention: fc.constantFrom(0.8, 0.9, 0.95, 0.97, 0.99),
      answers: fc.array(recalled, { minLength: 3, maxLength: 12 }),
      seed: fc.uuid(),
    });
    let compared = 0;
    fc.assert(
      fc.property(asked, ({ desiredRetention, answers, seed }) => {
        const parameters = { ...defaultParameters, desiredRetention };
        const memories = answer(answers, parameters, seed);
        for (const [index, memory] of memories.entries()) {
          const last = memories[index - 1];
          if (last?.state !== 'review' || memory.state !== 'review') continue;
          const ideal = idealInterval(memory.stability, parameters);
          const { maxDays } = intervalRange(ideal, last.intervalDays, parameters);
          if (maxDays < last.intervalDays) continue;
          compared += 1;
          expect(memory.intervalDays).toBeGreaterThanOrEqual(last.intervalDays);
        }
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});

const sequences = fc.array(fc.record({ rating: fc.constantFrom(...ratings), lateDays: fc.integer({ min: -400, max: 400 }) }), {
  minLength: 1,
  maxLength: 40,
});

test('after any answers at any times a memory is whole, and a better rating never comes back sooner', () => {
  fc.assert(
    fc.property(sequences, fc.uuid(), (sequence, seed) => {
      let memory: Memory | null = null;
      for (const { rating, lateDays } of sequence) {
        const due = memory ? whenDue(memory) : start;
        const moment = { at: due.at + lateDays * dayMs, on: addDays(due.on, lateDays) };
        const next = preview(memory, moment, defaultParameters, seed);
        const waits = ratings.map((each) => waitMs(next[each], moment.at));
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
        memory = next[rating];
        expect(memory.stability).toBeGreaterThan(0);
        expect(memory.difficulty).toBeGreaterThanOrEqual(1);
        expect(memory.difficulty).toBeLessThanOrEqual(10);
        expect(memory.intervalDays).toBeLessThanOrEqual(defaultParameters.maximumIntervalDays);
        expect((memory.dueOn === null) === (memory.dueAt !== null)).toBe(true);
        expect(memory.state === 'review').toBe(memory.intervalDays > 0);
      }
    }),
  );
});

test('the library leaves no methods on dates', () => {
  const names: string[] = [];
  for (const name in new Date()) names.push(name);
  expect(names).toEqual([]);
});
