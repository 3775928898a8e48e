import { describe, expect, test } from 'vitest';
import type { Rating, SessionView } from '../../../src/shared/contract.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { plainly } from '../../../src/main/store/open/errors.js';
import { addCards, cardIds } from '../sample-cards.js';
import { setDefault, studying } from './studying.js';
import type { Studying } from './studying.js';
import { daily } from '../../../src/shared/study.js';

const minuteMs = 60_000;

function started(count: number, deck: string | null = null): Studying & { view: SessionView } {
  const study = studying();
  addCards(study.db, cardIds(count));
  return { ...study, view: study.sessions.start(daily(deck)) };
}

const shownId = (view: SessionView): string => view.card?.cardId ?? '';

function rate({ sessions }: Studying, view: SessionView, rating: Rating, durationMs = 4000): SessionView {
  return sessions.rate({ cardId: shownId(view), rating, durationMs });
}

describe('answering a card', () => {
  test('stores review, memory and the way back, and shows the next card', () => {
    const study = started(3);
    const first = shownId(study.view);
    const next = rate(study, study.view, 'good');
    expect(shownId(next)).not.toBe(first);
    expect(study.db.prepare('SELECT cardId, rating, stateBefore, reviewedOn, offsetMinutes, durationMs FROM reviews').all()).toEqual([
      { cardId: first, rating: 3, stateBefore: 'new', reviewedOn: '2026-11-23', offsetMinutes: 0, durationMs: 4000 },
    ]);
    expect(study.memories.get(first)).toMatchObject({ state: 'learning', reps: 1, dueAt: study.clock.at + 10 * minuteMs });
    expect(next).toMatchObject({ canUndo: true, undoLabel: `Good on “What is ${first}?”`, remaining: { new: 2, learning: 1, due: 0 } });
  });

  test('counts a minute at most', () => {
    const study = started(1);
    rate(study, study.view, 'easy', 3_600_000);
    expect(study.db.prepare('SELECT durationMs FROM reviews').pluck().get()).toBe(60_000);
  });

  test('twice by mistake stores it once and shows what is on show', () => {
    const study = started(3);
    const once = rate(study, study.view, 'good');
    const twice = rate(study, study.view, 'again');
    expect(twice).toEqual(once);
    expect(study.db.prepare('SELECT count(*) FROM reviews').pluck().get()).toBe(1);
  });

  test('gives the interval its button promised', () => {
    const study = started(1);
    const promised = study.view.card?.intervalMs?.easy;
    const { cardId } = study.view.card ?? { cardId: '' };
    rate(study, study.view, 'easy');
    expect((study.memories.get(cardId)?.intervalDays ?? 0) * 86_400_000).toBe(promised);
  });
});

describe('an answer to a card that the new queue has no room for', () => {
  /** A session with a limit of one card, and another card that now comes before the one on show. */
  function overtaken(): Studying & { view: SessionView } {
    const study = studying();
    addCards(study.db, cardIds(2));
    setDefault(study, { newPerDay: 1 });
    const view = study.sessions.start(daily(null));
    addCards(study.db, [{ cardId: 'earlier', note: 'a.md' }]);
    return { ...study, view };
  }
  const answered = ({ db }: Studying): unknown => db.prepare('SELECT cardId FROM reviews').pluck().all();

  test('is stored when it is given after the day changed', () => {
    const study = overtaken();
    study.clock.at += 24 * 60 * minuteMs;
    rate(study, study.view, 'good');
    expect(answered(study)).toEqual([shownId(study.view)]);
  });

  test('is stored when it is given after an import, and counts against the limit', () => {
    const study = overtaken();
    study.sessions.refresh();
    expect(study.sessions.current()).toMatchObject({ card: { cardId: shownId(study.view) }, remaining: { new: 1 } });
    expect(rate(study, study.view, 'easy').card).toBeNull();
    expect(answered(study)).toEqual([shownId(study.view)]);
  });

  test('is not stored when the card was suspended meanwhile', () => {
    const study = overtaken();
    study.db.prepare('UPDATE cards SET suspendedAt = 1 WHERE cardId = ?').run(shownId(study.view));
    study.sessions.refresh();
    expect(shownId(rate(study, study.view, 'easy'))).toBe('earlier');
    expect(answered(study)).toEqual([]);
  });
});

describe('an answer that cannot be stored', () => {
  test('is refused in plain words and changes neither database nor session', () => {
    const study = started(3);
    const view = rate(study, study.view, 'good');
    const stored = (): unknown => ['reviews', 'memories', 'undoSteps'].map((table) => study.db.prepare(`SELECT * FROM ${table}`).all());
    const before = stored();
    study.db.exec(
      'CREATE TEMP TRIGGER fullDisk BEFORE INSERT ON main.undoSteps BEGIN INSERT INTO settings VALUES (NEW.label, hex(zeroblob(200000))); END',
    );
    study.db.pragma(`max_page_count = ${String(study.db.pragma('page_count', { simple: true }))}`);
    expect(() => plainly(study.folder, () => rate(study, view, 'good'))).toThrow('The disk is full, so nothing was saved.');
    study.db.exec('DROP TRIGGER fullDisk');
    expect(stored()).toEqual(before);
    expect(study.sessions.current()).toEqual(view);
    expect(rate(study, view, 'good').remaining).not.toEqual(view.remaining);
  });
});

describe('a session', () => {
  test('brings a card back until it is learned, then ends with a summary', () => {
    const study = started(2);
    let view = study.view;
    const ratings: Rating[] = ['again', 'easy', 'good', 'good'];
    const forgotten = shownId(view);
    const progress = [view.progress];
    for (const rating of ratings) {
      view = rate(study, view, rating);
      progress.push(view.progress);
    }
    expect(view.card).toBeNull();
    expect(view.summary).toMatchObject({
      answered: 4,
      byRating: { again: 1, hard: 0, good: 2, easy: 1 },
      newSeen: 2,
      durationMs: 16_000,
      hard: [{ cardId: forgotten, times: 1, noteName: 'etcd.md' }],
    });
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  test('that is not running says so', () => {
    expect(() => studying().sessions.current()).toThrow('No review session is running.');
  });

  test('goes on after a restart with everything answered', () => {
    const study = started(3);
    const first = shownId(study.view);
    rate(study, study.view, 'easy');
    const again = study.restarted();
    expect(again.sessions.start(daily(null)).remaining).toEqual({ new: 2, learning: 0, due: 0 });
    expect(again.memories.get(first)?.state).toBe('review');
  });

  test('follows a day that begins meanwhile', () => {
    const study = started(25);
    expect(study.view.remaining.new).toBe(20);
    rate(study, study.view, 'easy');
    study.clock.at += 24 * 60 * minuteMs;
    expect(study.sessions.current().remaining.new).toBe(20);
  });

  test('notices cards that came or went', () => {
    const study = started(2);
    const shown = shownId(study.view);
    addCards(study.db, [{ cardId: 'later' }]);
    study.sessions.refresh();
    expect(study.sessions.current()).toMatchObject({ card: { cardId: shown }, remaining: { new: 3 } });
    study.db.prepare('UPDATE cards SET orphanedAt = 1 WHERE cardId = ?').run(shown);
    study.sessions.refresh();
    const view = study.sessions.current();
    expect(shownId(view)).not.toBe(shown);
    expect(view.remaining.new).toBe(2);
  });

  test('over one deck shows its cards and those of its children only', () => {
    const study = studying();
    addCards(study.db, [
      { cardId: 'a', deck: 'CKA::Node' },
      { cardId: 'b', deck: 'CKA::Node::kubelet' },
      { cardId: 'c', deck: 'CKA::Nodes' },
    ]);
    expect(study.sessions.start(daily('CKA::Node')).remaining.new).toBe(2);
  });
});

describe('undo', () => {
  test('takes back an answer exactly and shows the card again', () => {
    const study = started(3);
    const view = rate(study, study.view, 'good');
    rate(study, view, 'hard');
    expect(study.sessions.undo()).toEqual({ ...view, redoLabel: 'Hard on “What is card-1?”' });
    expect(study.sessions.undo()).toEqual({ ...study.view, redoLabel: 'Good on “What is card-0?”' });
    expect(study.db.prepare('SELECT count(*) FROM memories').pluck().get()).toBe(0);
    expect(study.db.prepare('SELECT count(*) FROM retractions').pluck().get()).toBe(2);
  });

  test('reaches across a restart', () => {
    const study = started(3);
    const first = shownId(study.view);
    rate(study, study.view, 'good');
    const again = study.restarted();
    again.sessions.start(daily(null));
    const view = again.sessions.undo();
    expect(view).toMatchObject({ card: { cardId: first, queue: 'new' }, remaining: { new: 3, learning: 0 }, canUndo: false });
    expect(again.memories.get(first)).toBeNull();
  });

  test('after the last card opens the session again', () => {
    const study = started(1);
    expect(rate(study, study.view, 'easy').summary).not.toBeNull();
    expect(study.sessions.undo()).toEqual({ ...study.view, redoLabel: 'Easy on “What is card-0?”' });
  });

  test('of an answer does not show a card whose text left the notes since', () => {
    const study = started(2);
    const [first, second] = ['card-0', 'card-1'];
    rate(study, study.view, 'easy');
    study.db.prepare('UPDATE cards SET orphanedAt = 1 WHERE cardId = ?').run(first);
    study.sessions.refresh();
    const view = study.sessions.undo();
    expect(view).toMatchObject({ card: { cardId: second }, remaining: { new: 1, learning: 0, due: 0 }, progress: 0, canUndo: false });
    expect(study.memories.get(first)).toBeNull();
  });

  test('that suspends a card again does not show it', () => {
    const study = started(1);
    const { cardId, marks } = study.cards.get(shownId(study.view)) ?? expect.fail('no card');
    study.db.prepare('UPDATE cards SET suspendedAt = 1').run();
    study.actions.mark('suspend', cardId, marks, 'Unsuspend', 1);
    study.sessions.start(daily(null));
    expect(study.sessions.undo().card).toBeNull();
  });

  test('of a flag leaves a wording that an import stored since', () => {
    const study = started(1);
    const cardId = shownId(study.view);
    study.sessions.flag(cardId, true);
    study.db.prepare("UPDATE cards SET editedFront = 'Mine?', editedSpanHash = spanHash").run();
    study.sessions.refresh();
    expect(study.sessions.undo().card).toMatchObject({ front: 'Mine?', flagged: false });
  });

  test('of a flag does not suspend a card that is in use again', () => {
    const study = started(1);
    const { cardId, marks } = study.cards.get(shownId(study.view)) ?? expect.fail('no card');
    const suspended = study.actions.mark('suspend', cardId, { ...marks, suspendedAt: 1 }, 'Suspend', 1);
    study.actions.mark('flag', cardId, { ...marks, suspendedAt: 1, flagged: 1 }, 'Flag', 2);
    study.actions.unmark(suspended ? [suspended.stepId] : []);
    study.sessions.undo();
    expect(study.cards.get(cardId)?.marks).toEqual(marks);
  });

  test('with nothing to take back changes nothing', () => {
    const study = started(1);
    expect(study.sessions.undo()).toEqual(study.view);
  });
});

describe('redo', () => {
  test('gives an answer again as it was, with the next card, and can be taken back again', () => {
    const study = started(3);
    const answered = rate(study, study.view, 'good');
    const memory = study.memories.get('card-0');
    study.sessions.undo();
    study.clock.at += minuteMs;
    expect(study.sessions.redo()).toMatchObject({ card: answered.card, remaining: answered.remaining, redoLabel: null, canUndo: true });
    expect(study.memories.get('card-0')).toEqual(memory);
    expect(checkDatabase(study.db).findings).toEqual([]);
    expect(shownId(study.sessions.undo())).toBe('card-0');
  });

  test('reaches across a restart, a hundred steps back and forth', () => {
    let study: Studying = started(120);
    study.presets.put({ ...study.presets.default(), options: { ...study.presets.default().options, newPerDay: 200 } });
    let view = study.sessions.start(daily(null));
    for (let answers = 0; answers < 110; answers++) view = rate(study, view, 'easy');
    const stored = (): unknown => study.db.prepare('SELECT * FROM memories').all();
    const before = stored();
    for (let steps = 0; steps < 110; steps++) study.sessions.undo();
    expect(stored()).toEqual([]);
    study = study.restarted();
    study.sessions.start(daily(null));
    for (let steps = 0; steps < 110; steps++) study.sessions.redo();
    expect(stored()).toEqual(before);
    expect(study.sessions.current()).toMatchObject({ redoLabel: null, remaining: view.remaining });
    expect(checkDatabase(study.db).findings).toEqual([]);
  });

  test('is over when something else is done', () => {
    const study = started(3);
    rate(study, study.view, 'good');
    expect(study.sessions.undo().redoLabel).not.toBeNull();
    expect(study.sessions.flag('card-0', true).redoLabel).toBeNull();
    expect(study.sessions.redo()).toMatchObject({ card: { cardId: 'card-0', flagged: true } });
  });

  test('suspends, buries and flags again', () => {
    for (const action of ['suspend', 'bury'] as const) {
      const study = started(2);
      study.sessions[action]('card-0');
      const marks = study.cards.get('card-0')?.marks;
      study.sessions.undo();
      expect(shownId(study.sessions.redo())).toBe('card-1');
      expect(study.cards.get('card-0')?.marks).toEqual(marks);
    }
    const study = started(1);
    study.sessions.flag('card-0', true);
    expect(study.sessions.undo().card?.flagged).toBe(false);
    expect(study.sessions.redo().card?.flagged).toBe(true);
  });
});

describe('a card', () => {
  test('is suspended or buried, leaves the session, and comes back with undo', () => {
    for (const action of ['suspend', 'bury'] as const) {
      const study = started(2);
      const first = shownId(study.view);
      const next = study.sessions[action](first);
      expect(shownId(next)).not.toBe(first);
      expect(next.remaining.new).toBe(1);
      expect(study.sessions.start(daily(null)).remaining.new).toBe(1);
      expect(study.sessions.undo()).toMatchObject({ card: { cardId: first }, remaining: { new: 2 } });
    }
  });

  test('that is buried comes back tomorrow', () => {
    const study = started(1);
    study.sessions.bury(shownId(study.view));
    expect(study.today().counts.new).toBe(0);
    study.clock.at += 24 * 60 * minuteMs;
    expect(study.today().counts.new).toBe(1);
  });

  test('is flagged and stays on show', () => {
    const study = started(2);
    const flagged = study.sessions.flag(shownId(study.view), true);
    expect(flagged.card).toMatchObject({ cardId: shownId(study.view), flagged: true });
    expect(study.sessions.undo().card).toMatchObject({ cardId: shownId(study.view), flagged: false });
  });

  test('is reworded beside its generated text', () => {
    const study = started(1);
    const cardId = shownId(study.view);
    expect(study.sessions.edit(cardId, 'Mine?', `Answer of ${cardId}`).card).toMatchObject({ front: 'Mine?', back: `Answer of ${cardId}` });
    const stored = study.db.prepare('SELECT front, editedFront, editedBack, editedSpanHash FROM cards').get();
    expect(stored).toEqual({ front: `What is **${cardId}**?`, editedFront: 'Mine?', editedBack: null, editedSpanHash: cardId });
    expect(study.sessions.undo().card?.front).toBe(`What is **${cardId}**?`);
  });

  test('that is gone is named in the refusal', () => {
    const study = started(1);
    expect(() => study.sessions.flag('nobody', true)).toThrow('This card is no longer there.');
  });
});

describe('siblings', () => {
  test('of an answered card wait until tomorrow', () => {
    const study = studying();
    addCards(study.db, [{ cardId: 'a', item: 'x' }, { cardId: 'b', item: 'x' }, { cardId: 'c' }]);
    expect(study.sessions.start(daily(null)).remaining.new).toBe(2);
    study.sessions.rate({ cardId: 'a', rating: 'easy', durationMs: 1 });
    expect(study.sessions.start(daily(null)).remaining.new).toBe(1);
    study.clock.at += 24 * 60 * minuteMs;
    expect(study.sessions.start(daily(null)).remaining.new).toBe(2);
  });
});
