import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedLearner, compare, scenarios } from '../../../scripts/bench/simulated-learner.js';
import { daysUntil, secondsOn } from '../../../src/main/domain/exam/calendar.js';
import { forecast } from '../../../src/main/domain/exam/forecast.js';
import type { ExamCard } from '../../../src/main/domain/exam/expected-recall.js';
import { freshToday, planToday } from '../../../src/main/domain/exam/plan.js';

const fresh = (n: number): ExamCard => ({ cardId: `new ${n}`, item: `new ${n}`, topicId: null, strength: null, elapsedDays: 0 });
const known = (n: number, stability: number, elapsedDays = 5): ExamCard => ({
  cardId: `known ${n}`,
  item: `known ${n}`,
  topicId: null,
  strength: { stability, difficulty: 5 },
  elapsedDays,
});
const many = <T>(count: number, one: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => one(n));

const cardArb = fc
  .record({
    n: fc.nat(),
    item: fc.nat(20),
    elapsedDays: fc.nat(200),
    strength: fc.option(
      fc.record({ stability: fc.double({ min: 0.01, max: 3000, noNaN: true }), difficulty: fc.double({ min: 1, max: 10, noNaN: true }) }),
    ),
  })
  .map(({ n, item, strength, elapsedDays }): ExamCard => ({
    cardId: `${n}`,
    item: `${item}`,
    topicId: null,
    strength,
    elapsedDays: strength ? elapsedDays : 0,
  }));
const cardsArb = fc.uniqueArray(cardArb, { selector: ({ cardId }) => cardId, maxLength: 60 });

describe('the plan of a day', () => {
  const day = { daysIn: 0, daysLeft: 30, budgetSeconds: 1200 };

  it('spreads new cards over the first seven tenths of the days', () => {
    expect(freshToday(210, day)).toBe(10);
    expect(freshToday(100, { ...day, daysIn: 11, daysLeft: 19 })).toBe(10);
    expect(freshToday(7, { ...day, daysIn: 25, daysLeft: 5 })).toBe(7);
  });

  it('takes the weakest cards first when the exam is near', () => {
    const tasks = planToday([known(1, 400), known(2, 6), known(3, 60)], { daysIn: 28, daysLeft: 2, budgetSeconds: 45 }, assumedLearner);
    expect(tasks.map(({ cardId }) => cardId)).toEqual(['known 2', 'known 3', 'known 1']);
  });

  it('never exceeds its time, takes no item twice and no card of today again', () => {
    fc.assert(
      fc.property(cardsArb, fc.nat(60), fc.nat(90), fc.nat(3600), (cards, daysIn, daysLeft, budgetSeconds) => {
        const tasks = planToday(cards, { daysIn, daysLeft, budgetSeconds }, assumedLearner, ['3']);
        expect(tasks.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(budgetSeconds);
        const chosen = tasks.map(({ cardId }) => cards.find((card) => card.cardId === cardId));
        expect(new Set(chosen.map((card) => card?.item)).size).toBe(tasks.length);
        expect(chosen.some((card) => card?.item === '3')).toBe(false);
        expect(chosen.some((card) => card?.strength && card.elapsedDays === 0)).toBe(false);
      }),
    );
  });
});

describe('the days to the exam', () => {
  const time = { hoursPerWeek: 5, restDays: [6, 5], daysOff: ['2026-11-25'] };

  it('share the hours of a week; rest days and days off have none, the exam day is not one of them', () => {
    const days = daysUntil('2026-11-30', '2026-11-23', time);
    expect(days.map(({ dayOn, seconds }) => [dayOn, seconds / 60])).toEqual([
      ['2026-11-23', 60],
      ['2026-11-24', 60],
      ['2026-11-25', 0],
      ['2026-11-26', 60],
      ['2026-11-27', 60],
      ['2026-11-28', 0],
      ['2026-11-29', 0],
    ]);
  });

  it('are none on the day itself and after it', () => {
    expect(daysUntil('2026-11-30', '2026-11-30', time)).toEqual([]);
    expect(daysUntil('2026-11-30', '2026-12-05', time)).toEqual([]);
    expect(secondsOn('2026-11-26', { ...time, restDays: [0, 1, 2, 3, 4, 5, 6] })).toBe(0);
  });
});

describe('the forecast', () => {
  const days = daysUntil('2026-12-31', '2026-12-01', { hoursPerWeek: 7, restDays: [], daysOff: [] });

  it('shows every card when the time suffices, ends in a last pass, and has no day above its time', () => {
    const { days: played, unseen, recall } = forecast(many(200, fresh), days, 0, assumedLearner, 'a');
    expect(unseen).toBe(0);
    expect(recall).toBeGreaterThan(0.9);
    expect(played.at(-1)).toMatchObject({ lastPass: true, fresh: 0 });
    for (const { reviewSeconds, freshSeconds } of played) expect(reviewSeconds + freshSeconds).toBeLessThanOrEqual(3600);
  });

  it('says how many cards are never seen when the time does not suffice', () => {
    const short = daysUntil('2026-12-31', '2026-12-27', { hoursPerWeek: 1, restDays: [], daysOff: [] });
    expect(forecast(many(200, fresh), short, 0, assumedLearner, 'a').unseen).toBeGreaterThan(100);
  });

  it('is the same for the same cards and seed', () => {
    const cards = [...many(50, fresh), ...many(50, (n) => known(n, n + 1))];
    expect(forecast(cards, days, 0, assumedLearner, 'b')).toEqual(forecast(cards, days, 0, assumedLearner, 'b'));
  });
});

describe('people who study by the plan', () => {
  it('know more on exam day than with plain FSRS in the same time, and no day is long', { timeout: 240_000 }, () => {
    const all = scenarios(600).map(compare);
    for (const { gain, timeRatio, longestOverMean } of all) {
      expect(gain).toBeGreaterThan(0);
      expect(timeRatio).toBeLessThanOrEqual(1.01);
      expect(longestOverMean).toBeLessThan(1.5);
    }
    expect(all.reduce((sum, { gain }) => sum + gain, 0) / all.length).toBeGreaterThan(3);
  });
});
