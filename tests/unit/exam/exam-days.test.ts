import { beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { readDatabase } from '../../../src/main/store/open/database.js';
import { daily, examDay } from '../../../src/shared/study.js';
import { builtWorkers } from '../import/built-workers.js';
import { planUntil, preparedFolder, preparing } from './preparing.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtWorkers();
});

const dayMs = 86_400_000;

/** Everything the log and the schedules hold. */
function schedulesIn(folder: string): unknown {
  const db = readDatabase(folder);
  if (!db) throw new Error('Nothing was stored');
  try {
    return [db.prepare('SELECT * FROM memories ORDER BY cardId').all(), db.prepare('SELECT * FROM reviews').all()];
  } finally {
    db.close();
  }
}

describe("a day of the exam's plan", () => {
  it('is studied in the order of the plan, and then done', async () => {
    const { get, answerAll } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-12-13', { hoursPerWeek: 1 }) });
    const { cardIds = [], fresh } = (await get('exam.get', {})).today ?? {};
    expect(fresh).toBe(cardIds.length);
    expect(await get('study.count', { study: examDay })).toEqual({ cards: cardIds.length });
    await get('session.start', { study: examDay });
    // At the pace the plan assumes.
    expect(await answerAll('easy', 40_000)).toEqual(cardIds);
    const { today } = await get('exam.get', {});
    expect(today).toMatchObject({ cardIds: [], spentSeconds: 40 * cardIds.length });
  });

  it('takes up the rest when its session was left, with what is still being learned first', async () => {
    const { get, clock } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-11-27', { hoursPerWeek: 7 }) });
    const first = await get('session.start', { study: examDay });
    const learned = first.card?.cardId ?? '';
    await get('session.rate', { cardId: learned, rating: 'again', durationMs: 10_000 });
    await get('session.end', {});
    expect((await get('today.get', {})).paused).toBeNull();
    clock.at += 5 * 60_000;
    expect((await get('exam.get', {})).today?.cardIds[0]).toBe(learned);
    expect((await get('session.start', { study: examDay })).card).toMatchObject({ cardId: learned, queue: 'learning' });
  });

  it('leaves a session of chosen cards that can be gone on with alone', async () => {
    const { get } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-12-13') });
    const asked = { scope: { kind: 'deck', deck: 'Notes' }, pick: { kind: 'every' }, practice: true } as const;
    const { card } = await get('session.start', { study: asked });
    await get('session.rate', { cardId: card?.cardId ?? '', rating: 'good', durationMs: 10 });
    await get('session.end', {});
    await get('session.start', { study: examDay });
    await get('session.end', {});
    expect((await get('today.get', {})).paused).toMatchObject({ study: asked, done: 1 });
  });

  it('after missed ones has what is new still and what has faded meanwhile, within its time', async () => {
    const { get, answerAll, clock } = await preparing(bundles);
    await get('exam.plan', { plan: planUntil('2026-12-13', { hoursPerWeek: 1 }) });
    await get('session.start', { study: examDay });
    const known = await answerAll('easy', 40_000);
    clock.at += 6 * dayMs;
    const { today } = await get('exam.get', {});
    expect(today?.fresh).toBe(20 - known.length);
    expect(today?.cardIds.some((cardId) => known.includes(cardId))).toBe(true);
    expect(today?.seconds).toBeLessThanOrEqual(3600 / 7);
  });

  it('has no session without a plan', async () => {
    const { call } = await preparing(bundles);
    expect(await call('session.start', { study: examDay })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('the plain schedule', () => {
  it('is not touched by making, changing and ending a plan', async () => {
    const dataFolder = preparedFolder();
    const { get, answerAll } = await preparing(bundles, dataFolder);
    await get('session.start', { study: daily(null) });
    await answerAll('good');
    const before = schedulesIn(dataFolder);
    for (const plan of [planUntil('2026-12-13'), planUntil('2026-12-01', { leftOut: ['node/kubelet'] }), null]) {
      await get('exam.plan', { plan });
      await get('exam.get', {});
      await get('exam.forecast', {});
      expect(schedulesIn(dataFolder)).toEqual(before);
    }
  });

  it('can be made anew from the log after days of the plan, and holds again when the exam is over', async () => {
    const dataFolder = preparedFolder();
    const { get, answerAll, clock, close } = await preparing(bundles, dataFolder);
    await get('exam.plan', { plan: planUntil('2026-11-27', { hoursPerWeek: 7 }) });
    for (const rating of ['good', 'again', 'easy', 'good'] as const) {
      await get('session.start', { study: examDay });
      const { card } = await get('session.current', {});
      // One answer of this kind, the rest recalled.
      if (card) await get('session.rate', { cardId: card.cardId, rating, durationMs: 8_000 });
      await answerAll('easy', 8_000);
      clock.at += dayMs;
    }
    // Exam day and the day after.
    expect((await get('today.get', {})).exam?.daysLeft).toBe(0);
    clock.at += 40 * dayMs;
    const { exam, counts } = await get('today.get', {});
    expect(exam).toBeNull();
    expect(counts.due).toBeGreaterThan(0);
    expect((await get('session.start', { study: daily(null) })).card?.queue).toBe('due');
    await close();
    const db = readDatabase(dataFolder);
    if (!db) throw new Error('Nothing was stored');
    expect(checkDatabase(db)).toMatchObject({ findings: [] });
    db.close();
  });
});
