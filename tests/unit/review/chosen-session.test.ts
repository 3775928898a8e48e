import { describe, expect, test } from 'vitest';
import type { SessionView, StudyPick, StudyRequest } from '../../../src/shared/contract.js';
import { daily } from '../../../src/shared/study.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { addCards, cardIds } from '../sample-cards.js';
import { choose } from '../../../src/main/features/review/session/choose.js';
import { setDefault, studying } from './studying.js';
import type { Studying } from './studying.js';

const dayMs = 24 * 60 * 60 * 1000;

const asked = (pick: StudyPick, practice = true): StudyRequest => ({ scope: { kind: 'all' }, pick, practice });
const shownId = (view: SessionView): string => view.card?.cardId ?? '';
const schedules = ({ db }: Studying): unknown =>
  ['reviews', 'memories', 'retractions'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());

/** Eight cards; the first was forgotten, the second is known and due in some days. */
function studied(): Studying {
  const study = studying();
  addCards(study.db, cardIds(8));
  study.sessions.start(daily(null));
  study.sessions.rate({ cardId: 'card-0', rating: 'again', durationMs: 1000 });
  study.sessions.rate({ cardId: 'card-1', rating: 'easy', durationMs: 1000 });
  study.sessions.end();
  return study;
}

describe('chosen cards', () => {
  const ids = (study: Studying, pick: StudyPick, listed: string[] | null = null): string[] =>
    choose(study, asked(pick), study.study.moment().on, listed);

  test('are those forgotten lately, due soon, new, or all', () => {
    const study = studied();
    expect(ids(study, { kind: 'forgotten', days: 1 })).toEqual(['card-0']);
    expect(ids(study, { kind: 'ahead', days: 60 })).toEqual(['card-1']);
    expect(ids(study, { kind: 'ahead', days: 1 })).toEqual([]);
    expect(ids(study, { kind: 'new', cards: 3 })).toEqual(['card-2', 'card-3', 'card-4']);
    expect(ids(study, { kind: 'every' })).toHaveLength(8);
    expect(ids(study, { kind: 'every' }, ['card-7', 'card-1'])).toEqual(['card-1', 'card-7']);
    study.clock.at += 3 * dayMs;
    expect(ids(study, { kind: 'forgotten', days: 3 })).toEqual([]);
    expect(ids(study, { kind: 'forgotten', days: 4 })).toEqual(['card-0']);
  });

  test('leave out what is suspended, buried or set aside, and an answer taken back', () => {
    const study = studied();
    study.db.exec("UPDATE cards SET suspendedAt = 1 WHERE cardId = 'card-2'; UPDATE cards SET orphanedAt = 1 WHERE cardId = 'card-3'");
    expect(ids(study, { kind: 'new', cards: 2 })).toEqual(['card-4', 'card-5']);
    study.sessions.start(daily(null));
    study.sessions.undo();
    study.sessions.undo();
    expect(ids(study, { kind: 'forgotten', days: 7 })).toEqual([]);
  });

  test('of a deck are those of its children too', () => {
    const study = studying();
    addCards(study.db, [
      { cardId: 'a', deck: 'CKA::Node' },
      { cardId: 'b', deck: 'CKA' },
      { cardId: 'c', deck: 'CKAD' },
    ]);
    const request: StudyRequest = { scope: { kind: 'deck', deck: 'CKA' }, pick: { kind: 'every' }, practice: false };
    expect(choose(study, request, '2026-11-23', null).sort()).toEqual(['a', 'b']);
  });
});

describe('a cram of chosen cards', () => {
  test('shows the weakest first and each until it is known once, and leaves schedules untouched', () => {
    const study = studying();
    addCards(study.db, cardIds(3));
    study.sessions.start(daily(null));
    for (const [cardId, rating] of [
      ['card-0', 'easy'],
      ['card-1', 'good'],
      ['card-2', 'easy'],
    ] as const)
      study.sessions.rate({ cardId, rating, durationMs: 1000 });
    study.sessions.end();
    study.clock.at += 3 * dayMs;
    study.db.exec("UPDATE memories SET stability = 2 WHERE cardId = 'card-2'; UPDATE memories SET stability = 5 WHERE cardId = 'card-1'");
    const before = schedules(study);

    const scope = { kind: 'cards' as const, cardIds: ['card-0', 'card-1', 'card-2'] };
    let view = study.sessions.start({ scope, pick: { kind: 'every' }, practice: true }, scope.cardIds);
    const seen: string[] = [];
    for (const rating of ['again', 'good', 'good', 'again', 'good'] as const) {
      seen.push(shownId(view));
      view = study.sessions.rate({ cardId: shownId(view), rating, durationMs: 1000 });
    }
    expect(seen).toEqual(['card-2', 'card-1', 'card-0', 'card-2', 'card-2']);
    expect(view.card).toBeNull();
    expect(schedules(study)).toEqual(before);
  });
});

describe('a session that leaves schedules untouched', () => {
  test('changes neither log nor memories, brings a forgotten card back last, and says what was hard', () => {
    const study = studied();
    const before = schedules(study);
    let view = study.sessions.start(asked({ kind: 'new', cards: 2 }));
    expect(view.card).toMatchObject({ cardId: 'card-2', intervalMs: null });
    const seen: string[] = [];
    for (const rating of ['again', 'good', 'good'] as const) {
      seen.push(shownId(view));
      view = study.sessions.rate({ cardId: shownId(view), rating, durationMs: 90_000 });
    }
    expect(seen).toEqual(['card-2', 'card-3', 'card-2']);
    expect(view.summary).toMatchObject({ answered: 3, durationMs: 180_000, hard: [{ cardId: 'card-2', times: 1 }] });
    expect(schedules(study)).toEqual(before);
    expect(study.today().answeredToday).toBe(2);
    expect(checkDatabase(study.db).findings).toEqual([]);
  });

  test('can be taken back and done again, across a restart, and then too no schedule changes', () => {
    let study = studied();
    const before = schedules(study);
    const first = study.sessions.start(asked({ kind: 'every' }));
    const second = study.sessions.rate({ cardId: shownId(first), rating: 'good', durationMs: 1 });
    expect(study.sessions.undo().card).toEqual(first.card);
    study = study.restarted();
    expect(study.sessions.resume().card).toEqual(first.card);
    expect(study.sessions.redo()).toMatchObject({ card: { cardId: shownId(second) }, remaining: second.remaining });
    expect(schedules(study)).toEqual(before);
  });

  test('does not show a card whose real answer is taken back in it', () => {
    const study = studied();
    study.sessions.start(asked({ kind: 'new', cards: 2 }));
    expect(shownId(study.sessions.undo())).toBe('card-2');
    expect(study.memories.get('card-1')).toBeNull();
    expect(shownId(study.sessions.redo())).toBe('card-2');
    expect(study.memories.get('card-1')?.state).toBe('review');
    expect(checkDatabase(study.db).findings).toEqual([]);
  });
});

describe('a session of chosen cards', () => {
  test('goes on after a restart on another day where it was left, and says so', () => {
    let study = studied();
    const view = study.sessions.start(asked({ kind: 'new', cards: 3 }, false));
    study.sessions.rate({ cardId: shownId(view), rating: 'easy', durationMs: 1000 });
    study.sessions.end();
    study.clock.at += 2 * dayMs;
    study = study.restarted();
    expect(study.today().paused).toMatchObject({ startedOn: '2026-11-23', done: 1, cards: 3, study: { pick: { kind: 'new' } } });
    const resumed = study.sessions.resume();
    expect(resumed).toMatchObject({
      card: { cardId: 'card-3' },
      resumed: { startedOn: '2026-11-23', answered: 1 },
      remaining: { new: 2 },
      progress: 0.2,
    });
    for (const cardId of ['card-3', 'card-4']) study.sessions.rate({ cardId, rating: 'easy', durationMs: 1000 });
    expect(study.sessions.end()).toMatchObject({ answered: 3, left: 0 });
    expect(study.today().paused).toBeNull();
    expect(() => study.sessions.resume()).toThrow('No session was left to go on with.');
    expect(checkDatabase(study.db).findings).toEqual([]);
  });

  test('stays while the day is studied, and goes when it is discarded or nothing was answered', () => {
    const study = studied();
    study.sessions.start(asked({ kind: 'every' }));
    study.sessions.end();
    expect(study.today().paused).toBeNull();
    const view = study.sessions.start(asked({ kind: 'every' }));
    study.sessions.rate({ cardId: shownId(view), rating: 'good', durationMs: 1 });
    expect(study.sessions.end().left).toBe(7);
    study.sessions.start(daily(null));
    study.sessions.end();
    expect(study.today().paused).toMatchObject({ done: 1, cards: 8 });
    study.sessions.discard();
    expect(study.today().paused).toBeNull();
  });

  test('takes siblings and more than the limits of the day, as it was asked to', () => {
    const study = studying();
    addCards(study.db, [{ cardId: 'a', item: 'x' }, { cardId: 'b', item: 'x' }, { cardId: 'c' }]);
    setDefault(study, { newPerDay: 0 });
    expect(study.sessions.start(daily(null)).summary).not.toBeNull();
    expect(study.sessions.start(asked({ kind: 'every' }, false)).remaining.new).toBe(3);
    study.sessions.rate({ cardId: 'a', rating: 'easy', durationMs: 1 });
    study.sessions.refresh();
    expect(study.sessions.current().remaining.new).toBe(2);
  });
});

describe('what waits in a scope', () => {
  test('is of the listed cards only, within the limits of the day', () => {
    const study = studying();
    addCards(study.db, cardIds(8));
    setDefault(study, { newPerDay: 2 });
    const request: StudyRequest = { scope: { kind: 'tag', tag: 'x' }, pick: { kind: 'waiting' }, practice: false };
    const view = study.sessions.start(request, ['card-5', 'card-6', 'card-7']);
    expect(view).toMatchObject({ card: { cardId: 'card-5' }, remaining: { new: 2 } });
    study.sessions.refresh();
    expect(shownId(study.sessions.rate({ cardId: 'card-5', rating: 'easy', durationMs: 1 }))).toBe('card-6');
  });
});

describe('a card that keeps slipping', () => {
  function slipping(lapses: number, leechSuspends = false): Studying & { view: SessionView } {
    const study = studied();
    setDefault(study, { leechSuspends });
    study.clock.at += 60 * dayMs;
    const memory = study.memories.get('card-1') ?? expect.fail('no memory');
    study.memories.put('card-1', { ...memory, lapses });
    study.sessions.start(asked({ kind: 'every' }, false), ['card-1']);
    return { ...study, view: study.sessions.rate({ cardId: 'card-1', rating: 'again', durationMs: 1 }) };
  }

  test('is told at its eighth lapse, and then at every fourth', () => {
    expect(slipping(7).view.leech).toMatchObject({ cardId: 'card-1', lapses: 8, suspended: false });
    expect(slipping(8).view.leech).toBeNull();
    expect(slipping(11).view.leech).toMatchObject({ lapses: 12 });
    expect(slipping(6).view.leech).toBeNull();
  });

  test('is suspended when the preset says so, in one step with its answer', () => {
    const study = slipping(7, true);
    expect(study.view).toMatchObject({ leech: { suspended: true }, summary: { answered: 1 } });
    expect(study.cards.get('card-1')?.marks.suspendedAt).toBe(study.clock.at);
    expect(study.sessions.undo().card?.cardId).toBe('card-1');
    expect(study.cards.get('card-1')?.marks.suspendedAt).toBeNull();
    study.sessions.redo();
    expect(study.cards.get('card-1')?.marks.suspendedAt).toBe(study.clock.at);
  });

  test('counts among those Today tells of', () => {
    const study = slipping(7);
    expect(study.today().leeches).toEqual({ cards: 1, lapses: 8 });
    setDefault(study, { leechLapses: 2 });
    expect(study.today().leeches).toEqual({ cards: 1, lapses: 2 });
  });
});
