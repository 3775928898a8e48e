import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLeft, isBacklog, perDayFor, usualDays } from '../../../src/main/domain/review/catch-up.js';
import { allowanceOf } from '../../../src/main/domain/review/limits.js';
import type { Allowance, DayLimits } from '../../../src/main/domain/review/limits.js';
import { planDay } from '../../../src/main/domain/review/plan.js';
import type { Room } from '../../../src/main/domain/review/plan.js';

const upTo = (cards: number): Allowance => allowanceOf({ perDay: new Map([['', cards]]), extra: new Map(), done: new Map() });
const room = (due: number, fresh: number, waited = 0): Room => ({ due: upTo(due), fresh: upTo(fresh), waited, decks: ['CKA'] });

const card = (cardId: string, item = cardId): { cardId: string; item: string; deck: string; waited: boolean } => ({
  cardId,
  item,
  deck: 'CKA',
  waited: false,
});
const waitedCard = (cardId: string): ReturnType<typeof card> => ({ ...card(cardId), waited: true });
const ids = (cards: readonly { cardId: string }[]): string[] => cards.map(({ cardId }) => cardId);

describe('the plan of a day', () => {
  const nothing = { learning: [], due: [], fresh: [], answeredItems: [] };

  test('takes one card of an item: one being learned, else a review, else the first new one', () => {
    const plan = planDay(
      {
        ...nothing,
        learning: [card('l', 'x')],
        due: [card('d1', 'x'), card('d2', 'y')],
        fresh: [card('n1', 'y'), card('n2', 'z'), card('n3', 'z')],
      },
      room(9, 9),
    );
    expect([plan.learning, plan.due, plan.fresh].map(ids)).toEqual([['l'], ['d2'], ['n2']]);
  });

  test('leaves out items answered today', () => {
    expect(planDay({ ...nothing, fresh: [card('a')], answeredItems: ['a'] }, room(9, 9)).fresh).toEqual([]);
  });

  test('stops reading at the limits', () => {
    let read = 0;
    function* endless(): Generator<ReturnType<typeof card>> {
      for (;;) yield card(`d${(read += 1)}`);
    }
    expect(planDay({ ...nothing, due: endless() }, room(3, 0)).due.length).toBe(3);
    expect(read).toBe(4);
    expect(planDay({ ...nothing, due: endless(), fresh: endless() }, room(0, 0))).toEqual({ learning: [], due: [], fresh: [] });
    expect(read).toBe(4);
  });

  test('takes so many of the pile that waited beside what comes due, in one order', () => {
    const due = [waitedCard('w1'), card('d1'), waitedCard('w2'), waitedCard('w3'), card('d2'), card('d3')];
    expect(ids(planDay({ ...nothing, due }, room(2, 0, 2)).due)).toEqual(['w1', 'd1', 'w2', 'd2']);
    expect(ids(planDay({ ...nothing, due }, room(2, 0, -1)).due)).toEqual(['d1', 'd2']);
  });
});

describe('limits', () => {
  const limits = (change: Partial<Record<keyof DayLimits, Record<string, number>>>): Allowance =>
    allowanceOf({
      perDay: new Map(Object.entries(change.perDay ?? {})),
      extra: new Map(Object.entries(change.extra ?? {})),
      done: new Map(Object.entries(change.done ?? {})),
    });
  const taken = (allowance: Allowance, deck: string): number => {
    let count = 0;
    while (count < 1000 && allowance.take(deck)) count += 1;
    return count;
  };

  test('of a parent cap its children, and the rest of the decks share one', () => {
    const allowance = limits({ perDay: { '': 5, CKA: 4, 'CKA::Node': 3 } });
    expect([taken(allowance, 'CKA::Node::kubelet'), taken(allowance, 'CKA'), taken(allowance, 'CKA::Node')]).toEqual([3, 1, 0]);
    expect([taken(allowance, 'Shell'), taken(allowance, 'Vim'), allowance.has('Vim')]).toEqual([5, 0, false]);
  });

  test('of a child do not reach past those of its parent', () => {
    const allowance = limits({ perDay: { '': 9, CKA: 2, 'CKA::Node': 5 } });
    expect(taken(allowance, 'CKA::Node')).toBe(2);
  });

  test('count what was done, and are never less than spent', () => {
    const allowance = limits({ perDay: { '': 3 }, done: { CKA: 7 } });
    expect(taken(allowance, 'CKA')).toBe(0);
  });

  test('of a deck whose name begins alike are its own', () => {
    const allowance = limits({ perDay: { '': 1, CKA: 4 } });
    expect(taken(allowance, 'CKAD')).toBe(1);
  });

  test('give what was added for today to the deck it was added for, after the day itself is spent', () => {
    const allowance = limits({ perDay: { '': 2 }, extra: { 'CKA::Node': 3 }, done: { Shell: 1, 'CKA::Node': 2 } });
    expect([taken(allowance, 'Shell'), taken(allowance, 'CKA::Node::kubelet')]).toEqual([0, 2]);
  });

  test('are never exceeded, whatever is asked for in whatever order', () => {
    const decks = ['A', 'A::B', 'A::B::C', 'D', 'D::E'];
    const numbers = fc.dictionary(fc.constantFrom(...decks), fc.nat(6));
    fc.assert(
      fc.property(numbers, fc.nat(6), numbers, fc.array(fc.constantFrom(...decks), { maxLength: 60 }), (own, rest, extra, asked) => {
        const allowance = limits({ perDay: { '': rest, ...own }, extra });
        const given = asked.filter((deck) => {
          const has = allowance.has(deck);
          expect(allowance.take(deck)).toBe(has);
          return has;
        });
        const within = (path: string): number => given.filter((deck) => deck === path || deck.startsWith(`${path}::`)).length;
        const added = Object.values(extra).reduce((sum, count) => sum + count, 0);
        for (const [path, limit] of Object.entries(own)) expect(within(path)).toBeLessThanOrEqual(limit + added);
        // What is done of a day leaves exactly as much of it, however often it is counted anew.
        const done = new Map<string, number>();
        for (const deck of given) done.set(deck, (done.get(deck) ?? 0) + 1);
        const anew = allowanceOf({ perDay: new Map(Object.entries({ '': rest, ...own })), extra: new Map(), done });
        for (const [path, limit] of Object.entries(own))
          expect(taken(anew, path)).toBeLessThanOrEqual(Math.max(0, limit - within(path) + added));
      }),
    );
  });
});

describe('a catch-up plan', () => {
  test('spreads 312 cards over 6 days, 52 a day', () => {
    expect([usualDays(312), perDayFor(312, 6), daysLeft(260, 52)]).toEqual([6, 52, 5]);
  });

  test('is done in the days it says, whatever it begins with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 60 }), (cards, days) => {
        expect(daysLeft(cards, perDayFor(cards, days))).toBeLessThanOrEqual(days);
      }),
    );
  });

  test('is offered after days away or for more than a day takes, not for a day that ran late', () => {
    expect(isBacklog(312, 9, 200)).toBe(true);
    expect(isBacklog(312, 0, 200)).toBe(true);
    expect(isBacklog(60, 1, 200)).toBe(false);
    expect(isBacklog(12, 9, 200)).toBe(false);
  });
});
