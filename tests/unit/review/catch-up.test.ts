import { describe, expect, test } from 'vitest';
import type { PresetOptions } from '../../../src/shared/contract.js';
import type { Memory } from '../../../src/main/domain/review/scheduler.js';
import { addCards } from '../sample-cards.js';
import { handClock, setDefault, studying } from './studying.js';
import type { Studying } from './studying.js';
import { daily } from '../../../src/shared/study.js';

const dayMs = 24 * 60 * 60 * 1000;

const inReview = (change: Partial<Memory>): Memory => ({
  state: 'review',
  stability: 10,
  difficulty: 5,
  step: 0,
  reps: 1,
  lapses: 0,
  reviewedAt: 0,
  reviewedOn: '2026-11-01',
  intervalDays: 10,
  dueAt: null,
  dueOn: '2026-11-11',
  ...change,
});

/** A person who studied once, and comes back to many cards that were due meanwhile. */
function away(cards: number, fresh = 0): Studying {
  const study = studying(undefined, handClock('2026-11-11T09:00:00Z'));
  addCards(study.db, [
    ...Array.from({ length: fresh + 1 }, (_, index) => ({ cardId: `n${index}` })),
    ...Array.from({ length: cards }, (_, index) => ({ cardId: `w${index}` })),
  ]);
  study.sessions.start(daily(null));
  study.sessions.rate({ cardId: 'n0', rating: 'easy', durationMs: 1000 });
  study.db.exec("UPDATE cards SET suspendedAt = 1 WHERE cardId = 'n0'");
  study.clock.at = Date.parse('2026-11-23T09:00:00Z');
  for (let index = 0; index < cards; index++) study.memories.put(`w${index}`, inReview({ stability: 5 + index }));
  return study;
}

/** Answers what the day has; returns how many reviews and new cards there were. */
function studyDay(study: Studying): { due: number; new: number } {
  const seen = { due: 0, new: 0 };
  let view = study.sessions.start(daily(null));
  while (view.card) {
    if (view.card.queue !== 'learning') seen[view.card.queue] += 1;
    view = study.sessions.rate({ cardId: view.card.cardId, rating: 'easy', durationMs: 1000 });
  }
  return seen;
}

describe('a pile', () => {
  test('is told after days away with a plan that takes a quarter of an hour a day', () => {
    expect(away(312).today()).toMatchObject({ backlog: { cards: 312, awayDays: 11, days: 6 }, catchUp: null });
  });

  test('is not told the day after, or when it is small', () => {
    expect(away(30).today().backlog).toBeNull();
    const study = away(60);
    study.clock.at = Date.parse('2026-11-12T09:00:00Z');
    expect(study.today().backlog).toBeNull();
  });
});

describe('a catch-up plan', () => {
  test('gives its quota a day, the most at risk first, without new cards, until it is done', () => {
    const study = away(120, 30);
    study.catchUp.start(3, true);
    expect(study.today()).toMatchObject({
      backlog: null,
      catchUp: { cards: 120, left: 120, perDay: 40, daysLeft: 3, pausesNew: true },
      counts: { new: 0, due: 40 },
    });
    expect(study.study.plan('2026-11-23', null).due.at(0)?.cardId).toBe('w0');
    for (const left of [80, 40]) {
      expect(studyDay(study)).toEqual({ due: 40, new: 0 });
      expect(study.today()).toMatchObject({ catchUp: { left, daysLeft: left / 40 }, counts: { due: 0 } });
      study.clock.at += dayMs;
    }
    expect(studyDay(study)).toEqual({ due: 40, new: 0 });
    expect(study.today()).toMatchObject({ catchUp: null, counts: { new: 20 } });
  });

  test('follows a day that was missed instead of doubling the next', () => {
    const study = away(120);
    study.catchUp.start(3, true);
    study.clock.at += 5 * dayMs;
    expect(study.today()).toMatchObject({ catchUp: { perDay: 40, daysLeft: 3 }, counts: { due: 40 } });
  });

  test('stands beside what comes due by itself, and lets new cards in if wanted', () => {
    const study = away(120, 30);
    study.memories.put('n5', inReview({ dueOn: '2026-11-23' }));
    study.catchUp.start(3, false);
    setDefault(study, { reviewsPerDay: 1 });
    expect(study.today().counts).toEqual({ new: 20, learning: 0, due: 41 });
  });

  test('can be given up, taken up again, and outlives a restart; an undone answer is part of it again', () => {
    let study = away(120);
    study.catchUp.start(3, true);
    study.catchUp.end();
    expect(study.today()).toMatchObject({ catchUp: null, backlog: { cards: 120 }, counts: { due: 120 } });
    study.catchUp.resume();
    study = study.restarted();
    const { card } = study.sessions.start(daily(null));
    study.sessions.rate({ cardId: card?.cardId ?? '', rating: 'good', durationMs: 1000 });
    expect(study.today().catchUp?.left).toBe(119);
    study.sessions.undo();
    expect(study.today()).toMatchObject({ catchUp: { left: 120 }, counts: { due: 40 } });
  });

  test('is refused when nothing waited', () => {
    expect(() => studying().catchUp.start(3, true)).toThrow('No card has waited since before today.');
  });
});

describe('limits of a day', () => {
  const decks = { 'CKA::Node': 6, 'CKA::Storage': 6, Shell: 6 };
  function withDecks(): Studying {
    const study = studying();
    addCards(
      study.db,
      Object.entries(decks).flatMap(([deck, count]) => Array.from({ length: count }, (_, index) => ({ cardId: `${deck}-${index}`, deck }))),
    );
    return study;
  }
  function limit(study: Studying, deck: string, options: Partial<PresetOptions>): void {
    const base = study.presets.default();
    study.presets.put({ ...base, presetId: deck, name: deck, options: { ...base.options, ...options } });
    study.presets.assign(deck, deck);
  }
  const newIn = (study: Studying, deck: string): number => study.today().decks.find(({ path }) => path === deck)?.counts.new ?? 0;

  test('of a deck hold for its children, and a child may have less', () => {
    const study = withDecks();
    setDefault(study, { newPerDay: 2 });
    limit(study, 'CKA', { newPerDay: 5 });
    limit(study, 'CKA::Node', { newPerDay: 1 });
    expect([newIn(study, 'CKA::Node'), newIn(study, 'CKA'), newIn(study, 'Shell')]).toEqual([1, 5, 2]);
    study.sessions.start(daily(null));
    study.sessions.rate({ cardId: 'CKA::Node-0', rating: 'easy', durationMs: 1 });
    expect([newIn(study, 'CKA::Node'), newIn(study, 'CKA'), newIn(study, 'Shell')]).toEqual([0, 4, 2]);
  });

  test('are raised for today and one deck only', () => {
    const study = withDecks();
    setDefault(study, { newPerDay: 2 });
    expect(study.catchUp.setExtra('Shell', { new: 3, reviews: 0 })).toEqual({ new: 0, reviews: 0 });
    // Five in a session of the one deck; of a session of all, two are another's.
    expect([newIn(study, 'CKA'), newIn(study, 'Shell'), study.today().counts.new]).toEqual([2, 5, 5]);
    expect(study.today().extras).toEqual({ Shell: { new: 3, reviews: 0 } });
    study.clock.at += dayMs;
    expect([newIn(study, 'CKA'), newIn(study, 'Shell'), study.today().extras]).toEqual([2, 2, {}]);
  });

  test('put new cards in note order or mix them, the same all day', () => {
    const study = withDecks();
    const order = (): string[] => study.study.plan('2026-11-23', null).fresh.map(({ cardId }) => cardId);
    const asInNotes = order();
    setDefault(study, { newOrder: 'random' });
    const mixed = order();
    expect(mixed).not.toEqual(asInNotes);
    expect([...mixed].sort()).toEqual([...asInNotes].sort());
    expect(order()).toEqual(mixed);
    expect(study.study.plan('2026-11-24', null).fresh.map(({ cardId }) => cardId)).not.toEqual(mixed);
  });

  test('put reviews at risk first, due longest first, or mixed', () => {
    const study = withDecks();
    study.memories.put('Shell-0', inReview({ stability: 90, dueOn: '2026-11-02' }));
    study.memories.put('Shell-1', inReview({ stability: 1, dueOn: '2026-11-04' }));
    study.memories.put('Shell-2', inReview({ stability: 20, dueOn: '2026-11-03' }));
    const order = (reviewOrder: PresetOptions['reviewOrder'], day = '2026-11-23'): string[] => {
      setDefault(study, { reviewOrder });
      return study.study.plan(day, null).due.map(({ cardId }) => cardId.slice(-1));
    };
    expect(order('risk')).toEqual(['1', '2', '0']);
    expect(order('due')).toEqual(['0', '2', '1']);
    expect(order('random')).toEqual(order('random'));
    expect(
      new Set(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) => order('random', day).join(''))).size,
    ).toBeGreaterThan(1);
  });
});
