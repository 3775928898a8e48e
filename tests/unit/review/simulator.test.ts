import { describe, expect, test } from 'vitest';
import { paceOf, usualPace } from '../../../src/main/domain/review/pace.js';
import type { PacedAnswer } from '../../../src/main/domain/review/pace.js';
import { randomFrom } from '../../../src/main/domain/review/random.js';
import { defaultParameters } from '../../../src/main/domain/review/scheduler.js';
import { simulate } from '../../../src/main/domain/review/simulator.js';
import type { Simulation } from '../../../src/main/domain/review/simulator.js';

const random = randomFrom('cards');
const simulation: Simulation = {
  cards: Array.from({ length: 1000 }, () => ({
    stability: 5 + random() * 100,
    difficulty: 2 + random() * 6,
    elapsedDays: Math.floor(random() * 20),
  })),
  newCards: 500,
  newPerDay: 10,
  pace: usualPace,
  days: 90,
  seed: 'test',
};
const at = (desiredRetention: number, change: Partial<Simulation> = {}) =>
  simulate({ ...simulation, ...change }, { ...defaultParameters, desiredRetention });

describe('the simulator', () => {
  test('asks more reviews and more time for a higher retention', () => {
    const points = [0.8, 0.85, 0.9, 0.95].map((retention) => at(retention));
    for (const part of ['reviewsPerDay', 'minutesPerDay'] as const) {
      const figures = points.map((point) => point[part]);
      expect(figures).toEqual([...figures].sort((a, b) => a - b));
    }
    expect(points[2]?.reviewsPerDay).toBeGreaterThan(10);
  });

  test('gives the same figures every time', () => expect(at(0.9)).toEqual(at(0.9)));

  test('recalls as often as was asked', () => {
    // With a forgotten card costing nothing and a recalled one a minute, minutes over reviews is the share recalled.
    const pace = { ...usualPace, recalledMs: 60_000, forgottenMs: 0, newMs: 0 };
    // Answered just now, so that none is late.
    const cards = simulation.cards.map((card) => ({ ...card, stability: 5, elapsedDays: 0 }));
    for (const retention of [0.8, 0.9]) {
      const { minutesPerDay, reviewsPerDay } = at(retention, { cards, pace, newPerDay: 0 });
      expect(Math.abs(minutesPerDay / reviewsPerDay - retention)).toBeLessThan(0.03);
    }
  });

  test('follows a part of many cards that stands for all', () => {
    const few = at(0.9, { newPerDay: 0 });
    const many = at(0.9, { newPerDay: 0, cards: Array.from({ length: 20 }, () => simulation.cards).flat() });
    expect(many.reviewsPerDay / 20 / few.reviewsPerDay).toBeGreaterThan(0.9);
    expect(many.reviewsPerDay / 20 / few.reviewsPerDay).toBeLessThan(1.1);
  });

  test('asks nothing where there is nothing', () => {
    expect(at(0.9, { cards: [], newCards: 0 })).toEqual({ desiredRetention: 0.9, reviewsPerDay: 0, minutesPerDay: 0 });
  });
});

describe('the pace of a person', () => {
  const answers = (count: number, answer: PacedAnswer): PacedAnswer[] => Array.from({ length: count }, () => answer);

  test('is the usual one before the first answer', () => expect(paceOf([])).toEqual(usualPace));

  test('comes from the usual one to that of the answers, the more of them there are', () => {
    const recalledMs = [1, 10, 30, 100, 3000].map(
      (count) => paceOf(answers(count, { rating: 'good', stateBefore: 'review', durationMs: 2000 })).recalledMs,
    );
    expect(recalledMs.map(Math.round)).toEqual([11_677, 9500, 7000, 4308, 2099]);
    const { firstForgotten } = paceOf(answers(47, { rating: 'good', stateBefore: 'new', durationMs: 1000 }));
    expect(firstForgotten).toBeGreaterThan(0.05);
  });

  test('counts learning a card again to the time a forgotten card takes', () => {
    // So many that what is usual is lost in rounding.
    const many = 10_000;
    const pace = paceOf([
      ...answers(3 * many, { rating: 'good', stateBefore: 'review', durationMs: 4000 }),
      ...answers(many, { rating: 'hard', stateBefore: 'review', durationMs: 8000 }),
      ...answers(3 * many, { rating: 'again', stateBefore: 'review', durationMs: 9000 }),
      ...answers(6 * many, { rating: 'good', stateBefore: 'relearning', durationMs: 3000 }),
      ...answers(2 * many, { rating: 'again', stateBefore: 'new', durationMs: 5000 }),
      ...answers(2 * many, { rating: 'good', stateBefore: 'new', durationMs: 5000 }),
      ...answers(4 * many, { rating: 'good', stateBefore: 'learning', durationMs: 2000 }),
    ]);
    const inTens = (ms: number): number => Math.round(ms / 100) * 100;
    expect([pace.recalledMs, pace.forgottenMs, pace.newMs].map(inTens)).toEqual([5000, 15_000, 7000]);
    expect([pace.firstForgotten, pace.hard, pace.easy].map((share) => share.toFixed(2))).toEqual(['0.50', '0.25', '0.00']);
  });
});
