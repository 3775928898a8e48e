import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsLeft } from '../../../src/main/domain/exam/calendar.js';
import { spreadOverTopics } from '../../../src/main/domain/exam/new-card-order.js';
import type { ExamCard } from '../../../src/main/domain/exam/expected-recall.js';
import { freshToday } from '../../../src/main/domain/exam/plan.js';

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
