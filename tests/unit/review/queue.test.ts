import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildQueue, learnAheadMs, mix, takeNext, withLearning, withoutSiblings } from '../../../src/main/domain/review/queue.js';
import type { Entry, LearningEntry } from '../../../src/main/domain/review/queue.js';

const minuteMs = 60_000;
const now = 1_000_000_000;
const due = (cardId: string): Entry => ({ cardId, queue: 'due', item: cardId, answersLeft: 1 });
const fresh = (cardId: string): Entry => ({ cardId, queue: 'new', item: cardId, answersLeft: 2 });
const learning = (cardId: string, dueAt: number, answeredAt = now - minuteMs): LearningEntry => ({
  cardId,
  queue: 'learning',
  item: cardId,
  answersLeft: 1,
  dueAt,
  answeredAt,
});

describe('what comes next', () => {
  test('is a learning step that is due before everything else, the longest waiting first', () => {
    const queue = buildQueue([learning('b', now - 1), learning('a', now - 2)], [due('c')], []);
    expect(takeNext(queue, now)).toMatchObject({ kind: 'card', entry: { cardId: 'a' } });
  });

  test('is a review while learning steps are not due yet', () => {
    const queue = buildQueue([learning('a', now + minuteMs)], [due('b')], []);
    expect(takeNext(queue, now)).toMatchObject({ kind: 'card', entry: { cardId: 'b' } });
  });

  test('is a learning step ahead of its time when nothing else is left', () => {
    const queue = buildQueue([learning('a', now + learnAheadMs)], [], []);
    expect(takeNext(queue, now)).toMatchObject({ kind: 'card', entry: { cardId: 'a' } });
  });

  test('is a wait when that time is far', () => {
    const queue = buildQueue([learning('a', now + learnAheadMs + 5)], [], []);
    expect(takeNext(queue, now)).toEqual({ kind: 'wait', until: now + 5 });
  });

  test('is a learning step at once when the clock was set back behind its answer', () => {
    const yearMs = 365 * 24 * 60 * minuteMs;
    const queue = buildQueue([learning('a', now + yearMs, now + yearMs - minuteMs)], [], []);
    expect(takeNext(queue, now)).toMatchObject({ kind: 'card', entry: { cardId: 'a' } });
  });

  test('is nothing in an empty queue', () => {
    expect(takeNext(buildQueue([], [], []), now)).toEqual({ kind: 'done' });
  });

  test('keeps learning steps in the order of their instants', () => {
    const queue = withLearning(buildQueue([learning('a', now + 10)], [], []), learning('b', now + 5));
    expect(queue.learning.map((entry) => entry.cardId)).toEqual(['b', 'a']);
  });

  test('holds siblings back but not those being learned', () => {
    const queue = withoutSiblings(buildQueue([learning('x', now)], [{ ...due('a'), item: 'x' }, due('b')], []), 'x');
    expect([...queue.learning, ...queue.rest].map((entry) => entry.cardId)).toEqual(['x', 'b']);
  });
});

describe('mixing', () => {
  test('spreads new cards among reviews', () => {
    const names = mix(['1', '2', '3', '4', '5', '6'].map(due), ['a', 'b'].map(fresh)).map((entry) => entry.cardId);
    expect(names).toEqual(['1', '2', 'a', '3', '4', '5', 'b', '6']);
  });

  test('keeps every card once, in order, and evenly', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (dueCount, freshCount) => {
        const a = Array.from({ length: dueCount }, (_, index) => due(`d${index}`));
        const b = Array.from({ length: freshCount }, (_, index) => fresh(`n${index}`));
        const mixed = mix(a, b);
        expect(mixed.filter((entry) => entry.queue === 'due')).toEqual(a);
        expect(mixed.filter((entry) => entry.queue === 'new')).toEqual(b);
        mixed.forEach((_, index) => {
          const share = mixed.slice(0, index + 1).filter((entry) => entry.queue === 'new').length;
          expect(Math.abs(share - ((index + 1) * freshCount) / mixed.length)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
