import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/main/domain/review/day.js';
import { anyDay, leastLoaded } from '../../../src/main/domain/review/placement.js';
import type { Loads } from '../../../src/main/domain/review/placement.js';
import { randomFrom } from '../../../src/main/domain/review/random.js';
import { defaultParameters, idealInterval, intervalRange, preview, schedule } from '../../../src/main/domain/review/scheduler.js';
import type { Memory } from '../../../src/main/domain/review/scheduler.js';
import type { EasyDay } from '../../../src/shared/contract.js';

/** A Monday. */
const on = '2026-11-23';
const week = (change: Partial<Record<number, EasyDay>> = {}): EasyDay[] => Array.from({ length: 7 }, (_, day) => change[day] ?? 'normal');
const loadsOf =
  (cards: Record<string, number>): Loads =>
  (first, last) =>
    new Map(Object.entries(cards).filter(([day]) => day >= first && day <= last));
const noLoads = loadsOf({});
const range = { on, minDays: 5, maxDays: 9 };

describe('the day a card comes back', () => {
  test('is the one with the fewest cards', () => {
    const loads = loadsOf({ '2026-11-28': 9, '2026-11-29': 4, '2026-11-30': 3, '2026-12-01': 4, '2026-12-02': 8 });
    for (const draw of [0, 0.5, 0.99]) expect(leastLoaded(loads, week())(range, draw)).toBe(7);
  });

  test('is drawn among equals, and the same for the same card', () => {
    const days = Array.from({ length: 200 }, (_, card) => leastLoaded(noLoads, week())(range, randomFrom(`card-${card}`)()));
    expect(new Set(days)).toEqual(new Set([5, 6, 7, 8, 9]));
    expect(Array.from({ length: 200 }, (_, card) => leastLoaded(noLoads, week())(range, randomFrom(`card-${card}`)()))).toEqual(days);
  });

  test('gets half of the others when its weekday takes fewer', () => {
    const cards: Record<string, number> = {};
    const place = leastLoaded((...days) => loadsOf(cards)(...days), week({ 5: 'fewer' }));
    for (let card = 0; card < 450; card++) {
      const day = addDays(on, place(range, randomFrom(`card-${card}`)()));
      cards[day] = (cards[day] ?? 0) + 1;
    }
    expect(cards).toEqual({ '2026-11-28': 50, '2026-11-29': 100, '2026-11-30': 100, '2026-12-01': 100, '2026-12-02': 100 });
  });

  test('is no weekday that takes none, unless there is no other', () => {
    const weekend = week({ 5: 'none', 6: 'none' });
    const loads = loadsOf({ '2026-11-30': 99, '2026-12-01': 99, '2026-12-02': 99 });
    expect(leastLoaded(loads, weekend)(range, 0.5)).toBeGreaterThanOrEqual(7);
    expect([5, 6]).toContain(leastLoaded(noLoads, weekend)({ on, minDays: 5, maxDays: 6 }, 0.5));
  });
});

const learned: Memory = {
  state: 'review',
  stability: 40,
  difficulty: 5,
  step: 0,
  reps: 4,
  lapses: 0,
  reviewedAt: 0,
  reviewedOn: '2026-10-14',
  intervalDays: 40,
  dueAt: null,
  dueOn: on,
};

test('the preview gives what the answer does, inside the range the model allows, with better ratings later', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.double({ min: 3, max: 2000, noNaN: true }),
      fc.array(fc.nat(50), { minLength: 30 }),
      (seed, stability, fullness) => {
        const memory = { ...learned, stability };
        const loads: Loads = (first, last) => {
          const days = new Map<string, number>();
          for (let day = first, index = 0; day <= last; day = addDays(day, 1), index++)
            days.set(day, fullness[index % fullness.length] ?? 0);
          return days;
        };
        const place = leastLoaded(loads, week({ 6: 'none' }));
        const next = preview(memory, { at: 0, on }, defaultParameters, seed, place);
        for (const rating of ['again', 'hard', 'good', 'easy'] as const) {
          expect(schedule(memory, rating, { at: 0, on }, defaultParameters, seed, place)).toEqual(next[rating]);
        }
        const ideal = idealInterval(next.hard.stability, defaultParameters);
        const { minDays, maxDays } = intervalRange(ideal, 40, defaultParameters);
        expect(next.hard.intervalDays).toBeGreaterThanOrEqual(Math.min(minDays, ideal));
        expect(next.hard.intervalDays).toBeLessThanOrEqual(maxDays);
        expect(next.good.intervalDays).toBeGreaterThan(next.hard.intervalDays);
        expect(next.easy.intervalDays).toBeGreaterThan(next.good.intervalDays);
      },
    ),
  );
});

test('without loads any day of the range is as likely', () => {
  const counts = [0, 0, 0, 0, 0];
  for (let card = 0; card < 5000; card++) {
    const index = anyDay(range, randomFrom(`card-${card}`)()) - 5;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
