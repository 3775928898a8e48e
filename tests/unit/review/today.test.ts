import { describe, expect, test } from 'vitest';
import { deckTree, estimateMinutes, weekOf } from '../../../src/main/domain/review/today.js';
import { addCards, cardIds } from '../sample-cards.js';
import { handClock, setDefault, studying } from './studying.js';
import { daily } from '../../../src/shared/study.js';

const dayMs = 86_400_000;
const deck = (path: string, cards: number): Parameters<typeof deckTree>[0][number] => ({ path, cards, collapsed: false });
const noCounts = () => ({ new: 0, learning: 0, due: 0 });

describe('the tree of decks', () => {
  test('adds children to their parents, which need no cards of their own', () => {
    const decks = [deck('CKA::Node', 2), deck('CKA::Node::kubelet', 3), deck('CKA::Plane', 4)];
    const rows = deckTree(decks, (path) => ({ new: path.length, learning: 0, due: 0 }));
    expect(rows.map(({ path, depth, hasChildren, cards, counts }) => [path, depth, hasChildren, cards, counts.new])).toEqual([
      ['CKA', 0, true, 9, 3],
      ['CKA::Node', 1, true, 5, 9],
      ['CKA::Node::kubelet', 2, false, 3, 18],
      ['CKA::Plane', 1, false, 4, 10],
    ]);
  });

  test('leaves out decks without cards', () => {
    expect(
      deckTree([deck('Empty', 0), deck('A', 1), deck('A::Empty', 0)], noCounts).map(({ path, hasChildren }) => [path, hasChildren]),
    ).toEqual([['A', false]]);
  });
});

test('a week begins on Monday', () => {
  expect(weekOf('2026-11-22')).toEqual(['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`));
});

test('the time today takes is a minute at least, or none', () => {
  const none = { answers: 0, medianMs: 0 };
  expect([0, 1, 20].map((cards) => estimateMinutes(cards, none))).toEqual([0, 1, 5]);
  expect(estimateMinutes(20, { answers: 500, medianMs: 60_000 })).toBe(19);
});

test('the time today takes is not told from a few fast answers alone', () => {
  const fast = (answers: number): number => estimateMinutes(477, { answers, medianMs: 2100 });
  expect([fast(3), fast(47), fast(500)]).toEqual([110, 57, 23]);
});

describe('today', () => {
  test('counts within the limits, in all and by deck', () => {
    const study = studying();
    addCards(study.db, [
      ...cardIds(15).map((card) => ({ ...card, deck: 'CKA::Note 2' })),
      ...cardIds(15).map(({ cardId }) => ({ cardId: `${cardId}b`, deck: 'CKA::Note 10' })),
    ]);
    const view = study.today();
    expect(view).toMatchObject({ dayOn: '2026-11-23', counts: { new: 20, learning: 0, due: 0 }, cards: 30, nextDueAt: null });
    expect(view.estimateMinutes).toBe(5);
    expect(view.decks.map(({ path, cards, counts }) => [path, cards, counts.new])).toEqual([
      ['CKA', 30, 20],
      ['CKA::Note 2', 15, 15],
      ['CKA::Note 10', 15, 15],
    ]);
    expect(study.sessions.start(daily(null)).remaining).toEqual(view.counts);
  });

  test('shows what was done and when to come back', () => {
    const study = studying();
    addCards(study.db, cardIds(1));
    study.sessions.start(daily(null));
    study.sessions.rate({ cardId: 'card-0', rating: 'easy', durationMs: 30_000 });
    const dueOn = study.memories.get('card-0')?.dueOn ?? '';
    const view = study.today();
    expect(view).toMatchObject({ answeredToday: 1, daysInARow: 1, counts: { new: 0, learning: 0, due: 0 }, dueTomorrow: 0 });
    expect(view.nextDueAt).toBe(Date.parse(`${dueOn}T04:00:00Z`));
    expect(view.week.map(({ answered }) => answered)).toEqual([true, null, null, null, null, null, null]);
    study.clock.at = Date.parse(`${dueOn}T05:00:00Z`) - dayMs;
    expect(study.today().dueTomorrow).toBe(1);
    study.clock.at += dayMs;
    expect(study.today().counts.due).toBe(1);
    study.clock.at += 20 * dayMs;
    expect(study.today().counts.due).toBe(1);
  });

  test('counts days in a row, which a day that has only begun does not break, and an answer taken back does not make', () => {
    const study = studying(undefined, handClock('2026-11-21T09:00:00Z'));
    addCards(study.db, cardIds(9));
    for (const index of [0, 1, 2]) {
      study.sessions.start(daily(null));
      study.sessions.rate({ cardId: `card-${index}`, rating: 'easy', durationMs: 1000 });
      study.clock.at += dayMs;
    }
    expect(study.today().daysInARow).toBe(3);
    study.sessions.start(daily(null));
    study.sessions.rate({ cardId: 'card-3', rating: 'easy', durationMs: 1000 });
    study.sessions.undo();
    expect(study.today()).toMatchObject({ daysInARow: 3, answeredToday: 0 });
    study.clock.at += dayMs;
    expect(study.today().daysInARow).toBe(0);
  });

  test('knows when nothing was ever learned', () => {
    expect(studying().today()).toMatchObject({ cards: 0, decks: [], nextDueAt: null, daysInARow: 0, estimateMinutes: 0 });
  });

  test('says tomorrow when more new cards wait than a day takes', () => {
    const study = studying();
    addCards(study.db, cardIds(3));
    setDefault(study, { newPerDay: 0 });
    expect(study.today()).toMatchObject({ counts: { new: 0 }, nextDueAt: Date.parse('2026-11-24T04:00:00Z') });
  });

  test('leaves out suspended, buried and orphaned cards and counts the orphans', () => {
    const study = studying();
    addCards(study.db, cardIds(4));
    study.db.exec(`UPDATE cards SET suspendedAt = 1 WHERE cardId = 'card-0';
      UPDATE cards SET buriedOn = '2026-11-23' WHERE cardId = 'card-1';
      UPDATE cards SET orphanedAt = 1 WHERE cardId = 'card-2';`);
    expect(study.today()).toMatchObject({ counts: { new: 1 }, cards: 3, orphans: 1 });
  });

  test('folds decks away, also those that only hold others', () => {
    const study = studying();
    addCards(study.db, [{ cardId: 'a', deck: 'CKA::Node' }]);
    expect(study.decks.collapse('CKA', true)).toBe(true);
    expect(study.today().decks.map(({ path, collapsed }) => [path, collapsed])).toEqual([
      ['CKA', true],
      ['CKA::Node', false],
    ]);
    expect(study.decks.collapse('Nowhere', true)).toBe(false);
  });

  test('shows the most at risk first', () => {
    const study = studying();
    addCards(study.db, cardIds(3));
    const memory = (cardId: string, stability: number, reviewedOn: string): void =>
      study.memories.put(cardId, {
        state: 'review',
        stability,
        difficulty: 5,
        step: 0,
        reps: 1,
        lapses: 0,
        reviewedAt: 0,
        reviewedOn,
        intervalDays: 10,
        dueAt: null,
        dueOn: '2026-11-20',
      });
    memory('card-0', 100, '2026-11-01');
    memory('card-1', 5, '2026-11-10');
    memory('card-2', 20, '2026-11-01');
    setDefault(study, { reviewsPerDay: 2 });
    expect(study.sessions.start(daily(null))).toMatchObject({ card: { cardId: 'card-1', queue: 'due' }, remaining: { due: 2 } });
    expect(study.study.plan('2026-11-23', null).due.map((card) => card.cardId)).toEqual(['card-1', 'card-2']);
  });
});
