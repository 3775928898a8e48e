/** Clocks that change, travel and go back: no review is lost, given twice, or in the way of the next. */
import { describe, expect, test } from 'vitest';
import { daily } from '../../../src/shared/study.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { addCards, cardIds } from '../sample-cards.js';
import { handClock, studying } from './studying.js';
import type { Studying } from './studying.js';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const yearMs = 365 * 24 * hourMs;

interface Shown {
  cardId: string;
  queue: 'new' | 'learning' | 'due';
  on: string;
}

/** Answers everything that waits now; learning steps are waited for. */
function sit(study: Studying, shown: Shown[]): void {
  let view = study.sessions.start(daily(null));
  for (let answers = 0; view.card && answers < 200; answers++) {
    const { cardId, queue } = view.card;
    shown.push({ cardId, queue, on: study.study.moment().on });
    study.clock.at += 10_000;
    view = study.sessions.rate({ cardId, rating: 'good', durationMs: 10_000 });
  }
  expect(view.summary).not.toBeNull();
  study.sessions.end();
}

/** What must hold whatever the clocks did. */
function expectSound(study: Studying, shown: readonly Shown[]): void {
  expect(study.db.prepare('SELECT count(*) FROM reviews').pluck().get()).toBe(shown.length);
  expect(checkDatabase(study.db).findings).toEqual([]);
  const asDue = shown.filter(({ queue }) => queue === 'due').map(({ cardId, on }) => `${cardId} ${on}`);
  expect(new Set(asDue).size).toBe(asDue.length);
  const asNew = shown.filter(({ queue }) => queue === 'new').map(({ cardId }) => cardId);
  expect(new Set(asNew).size).toBe(asNew.length);
}

function begin(iso: string, zone: string, cards = 12): Studying {
  const study = studying(undefined, handClock(iso, zone));
  addCards(study.db, cardIds(cards));
  return study;
}

describe('the clocks change', () => {
  const changes = [
    { name: 'in spring in Berlin', zone: 'Europe/Berlin', from: '2026-03-26T22:30:00Z' },
    { name: 'in autumn in Berlin', zone: 'Europe/Berlin', from: '2026-10-22T22:30:00Z' },
    { name: 'in autumn in Auckland', zone: 'Pacific/Auckland', from: '2026-04-02T10:30:00Z' },
    { name: 'by half an hour on Lord Howe', zone: 'Australia/Lord_Howe', from: '2026-04-02T10:30:00Z' },
  ];
  test.each(changes)('$name: every card comes on its day, once', ({ zone, from }) => {
    const study = begin(from, zone);
    const shown: Shown[] = [];
    for (let sitting = 0; sitting < 3 * 12; sitting++) {
      sit(study, shown);
      // Every two hours around the change, so that the day begins between two sittings whichever way the clock jumps.
      study.clock.at += 2 * hourMs;
    }
    expectSound(study, shown);
    const reviewedOn = study.db.prepare<[], string>('SELECT DISTINCT reviewedOn FROM reviews ORDER BY 1').pluck().all();
    expect(reviewedOn).toEqual([...reviewedOn].sort());
    expect(shown.some(({ queue }) => queue === 'due')).toBe(true);
  });

  test('and a card due on the day of the change waits from the start of that day, not before', () => {
    const study = begin('2026-03-26T09:00:00Z', 'Europe/Berlin', 1);
    sit(study, []);
    const memory = study.memories.get('card-0') ?? expect.fail('no memory');
    study.memories.put('card-0', { ...memory, dueOn: '2026-03-29' });
    study.clock.at = Date.parse('2026-03-29T01:59:00Z');
    expect(study.today()).toMatchObject({ dayOn: '2026-03-28', counts: { due: 0 } });
    study.clock.at += 2 * minuteMs;
    expect(study.today()).toMatchObject({ dayOn: '2026-03-29', counts: { due: 1 } });
  });
});

test('a flight from Auckland to Honolulu, into the day before, loses and doubles nothing', () => {
  const study = begin('2026-11-23T20:00:00Z', 'Pacific/Auckland');
  const shown: Shown[] = [];
  sit(study, shown);
  const memory = study.memories.get('card-0');
  study.clock.at += 9 * hourMs;
  study.clock.in = 'Pacific/Honolulu';
  expect(study.today().dayOn < (memory?.reviewedOn ?? '')).toBe(true);
  sit(study, shown);
  expect(study.memories.get('card-0')).toEqual(memory);
  for (let days = 0; days < 20; days++) {
    study.clock.at += 24 * hourMs;
    sit(study, shown);
  }
  study.clock.in = 'Pacific/Auckland';
  sit(study, shown);
  expectSound(study, shown);
  expect(shown.filter(({ cardId }) => cardId === 'card-0').length).toBeGreaterThan(2);
});

describe('a clock that is set back', () => {
  test.each([
    { name: 'an hour', byMs: hourMs },
    { name: 'a year', byMs: yearMs },
  ])('$name in the middle of a session leaves the card on show to be answered, and the log in order', ({ byMs }) => {
    const study = begin('2026-11-23T09:00:00Z', 'UTC');
    const first = study.sessions.start(daily(null)).card ?? expect.fail('no card');
    const second = study.sessions.rate({ cardId: first.cardId, rating: 'again', durationMs: 1 }).card ?? expect.fail('no card');
    study.clock.at -= byMs;
    const shown: Shown[] = [{ cardId: first.cardId, queue: 'new', on: '2026-11-23' }];
    expect(study.sessions.current().card?.cardId).toBe(second.cardId);
    sit(study, shown);
    expectSound(study, shown);
    expect(study.db.prepare<[], string>('SELECT cardId FROM reviews ORDER BY reviewId').pluck().all()).toEqual(
      shown.map(({ cardId }) => cardId),
    );
    study.clock.at += byMs + 20 * 24 * hourMs;
    sit(study, shown);
    expectSound(study, shown);
    expect(study.sessions.undo.bind(study.sessions)).toThrow('No review session is running.');
  });

  test('a year does not bring back what is known, and the plan for a pile waits too', () => {
    const study = begin('2026-11-23T09:00:00Z', 'UTC');
    sit(study, []);
    study.clock.at += 40 * 24 * hourMs;
    study.catchUp.start(3, false);
    study.clock.at -= yearMs;
    expect(study.today().counts.due).toBe(0);
    study.clock.at += yearMs;
    expect(study.today()).toMatchObject({ catchUp: { cards: 12, perDay: 4 }, counts: { due: 4 } });
  });
});
