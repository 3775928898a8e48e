import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedLearner } from '../../../scripts/bench/simulated-learner.js';
import { daysUntil, secondsLeft } from '../../../src/main/domain/exam/calendar.js';
import { forecast } from '../../../src/main/domain/exam/forecast.js';
import { spreadOverTopics } from '../../../src/main/domain/exam/new-card-order.js';
import { hoursToSeeAll } from '../../../src/main/domain/exam/needed-time.js';
import type { ExamCard } from '../../../src/main/domain/exam/expected-recall.js';
import { freshToday } from '../../../src/main/domain/exam/plan.js';
import { addDays } from '../../../src/main/domain/review/day.js';

const todayOn = '2026-11-23';
const fresh = (cardId: string, topicId: string | null = null): ExamCard => ({
  ...{ cardId, item: cardId, topicId, strength: null, elapsedDays: 0 },
});

describe('the time of a day', () => {
  it('is what was not spent of it, and nothing once little is left', () => {
    expect(secondsLeft(1200, 0)).toBe(1200);
    expect(secondsLeft(1200, 300)).toBe(900);
    expect(secondsLeft(1200, 1100)).toBe(0);
    expect(secondsLeft(1200, 5000)).toBe(0);
    expect(secondsLeft(0, 0)).toBe(0);
  });

  it('takes no more new cards when its share is done, whenever that is asked', () => {
    const day = { daysIn: 0, daysLeft: 30, budgetSeconds: 1200 };
    for (let done = 0; done <= 10; done++) expect(freshToday(210 - done, { ...day, freshDone: done })).toBe(10 - done);
    expect(freshToday(195, { ...day, freshDone: 15 })).toBe(0);
  });
});

describe('new cards', () => {
  it('bring all topics forward together, each in its order', () => {
    const cards = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2'].map((id) => fresh(id, id.slice(0, 1)));
    expect(spreadOverTopics(cards).map(({ cardId }) => cardId)).toEqual(['a1', 'b1', 'a2', 'a3', 'b2', 'a4']);
  });

  it('are the same cards in another order', () => {
    const cards = fc.array(fc.record({ topicId: fc.option(fc.constantFrom('a', 'b', 'c')), known: fc.boolean() }));
    fc.assert(
      fc.property(cards, (made) => {
        const given = made.map(({ topicId, known }, n): ExamCard => ({
          ...fresh(`${n}`, topicId),
          strength: known ? { stability: 1, difficulty: 5 } : null,
        }));
        const spread = spreadOverTopics(given);
        expect(new Set(spread)).toEqual(new Set(given));
        expect(spread).toHaveLength(given.length);
      }),
    );
  });
});

describe('the hours a week that show every card', () => {
  it('do so when the plan is played with them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 40 }), (count, days) => {
        const time = { restDays: [6], daysOff: [addDays(todayOn, 2)] };
        const examOn = addDays(todayOn, days);
        const secondsEach = assumedLearner.pace.newMs / 1000;
        const hours = hoursToSeeAll({ fresh: count, secondsEach, daysIn: 0 }, { examOn, todayOn, time, mostHours: 80 });
        if (hours === null) return;
        const cards = Array.from({ length: count }, (_, n) => fresh(`${n}`));
        const played = forecast(cards, daysUntil(examOn, todayOn, { ...time, hoursPerWeek: hours }), 0, assumedLearner, 'seed');
        expect(played.unseen).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('are unknown when no time would do', () => {
    const asked = { examOn: addDays(todayOn, 1), todayOn, time: { restDays: [], daysOff: [todayOn] }, mostHours: 80 };
    expect(hoursToSeeAll({ fresh: 1, secondsEach: 40, daysIn: 0 }, asked)).toBeNull();
  });
});
