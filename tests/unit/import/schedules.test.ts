/** Schedules that notes hold themselves, from the preview to `etcdeck check`; and all schedules through losing and finding a note. */
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/main/domain/review/day.js';
import { defaultParameters, schedule, type Memory } from '../../../src/main/domain/review/scheduler.js';
import { createActions } from '../../../src/main/store/tables/actions.js';
import { createCardStore } from '../../../src/main/store/tables/cards.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { createMemoryStore } from '../../../src/main/store/tables/memories.js';
import { createReviewLog } from '../../../src/main/store/tables/reviews.js';
import { createUndoSteps } from '../../../src/main/store/tables/undo.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';
import { importDesk, inlinePool, type Desk } from './import-desk.js';

const rule = { zone: 'UTC', startsAtHour: 0 };
const at = Date.UTC(2026, 10, 22, 9);
const note = (sr: string): string[] => [
  '# Tools',
  '',
  `Which tool builds a cluster by hand?::kubeadm ${sr}`,
  '',
  'What runs pods?::kubelet',
  '',
];

/** A desk with the real parser, over a real review. */
function desk(files: Record<string, string[]>) {
  const made = importDesk(files, { pool: inlinePool(parseNote) });
  const memories = createMemoryStore(made.db);
  const reviews = createReviewLog(made.db, () => 'device');
  const undoSteps = createUndoSteps(made.db);
  const actions = createActions(made.db, { cards: createCardStore(made.db), memories, reviews, undoSteps } as Parameters<
    typeof createActions
  >[1]);
  const rate = (cardId: string): void => {
    const before = memories.get(cardId);
    const after = schedule(before, 'good', { at, on: dayOf(at, rule) }, defaultParameters, cardId);
    const review = { cardId, rating: 'good' as const, stateBefore: before?.state ?? ('new' as const), offsetMinutes: 0, durationMs: 900 };
    actions.rate({ ...review, parameters: defaultParameters, after }, 'Good');
  };
  return { ...made, memories, actions, rate, findings: () => checkDatabase(made.db).findings };
}

const all = (db: Desk['db'], table: string): unknown[] => db.prepare(`SELECT * FROM ${table}`).all();

describe('a schedule in the note', () => {
  it('becomes what the card starts with, shown before and found right by the check', async () => {
    const { preview, cards, service, memories, cardId, findings, db } = desk({ 'a.md': note('<!--SR:!2026-12-03,14,250-->') });
    const shown = await preview();
    expect((await cards(shown)).map(({ back, takesOverDueOn }) => [back, takesOverDueOn])).toEqual([
      ['kubeadm', '2026-12-03'],
      ['kubelet', null],
    ]);
    await service.commit({ importId: shown.importId });
    expect(memories.get(cardId('kubeadm'))).toMatchObject({
      state: 'review',
      stability: 14,
      intervalDays: 14,
      reviewedOn: '2026-11-19',
      dueOn: '2026-12-03',
      reps: 0,
    });
    expect(memories.get(cardId('kubelet'))).toBeNull();
    expect(findings()).toEqual([]);
    db.prepare('UPDATE memories SET stability = 99').run();
    expect(findings()).toHaveLength(1);
  });

  it('is what the first answer builds on, and the check agrees', async () => {
    const { import: run, memories, cardId, rate, findings } = desk({ 'a.md': note('<!--SR:!2026-11-22,14,250-->') });
    await run();
    rate(cardId('kubeadm'));
    expect(memories.get(cardId('kubeadm'))?.stability).toBeGreaterThan(14);
    expect(findings()).toEqual([]);
  });

  it('follows the other program until the card is answered here, and never after', async () => {
    const its = desk({ 'a.md': note('<!--SR:!2026-11-20,14,250-->') });
    await its.import();
    its.write('a.md', ...note('<!--SR:!2027-01-02,40,250-->'));
    await its.import();
    const id = its.cardId('kubeadm');
    expect(its.memories.get(id)).toMatchObject({ dueOn: '2027-01-02', intervalDays: 40 });
    its.rate(id);
    const answered = its.memories.get(id);
    its.write('a.md', ...note('<!--SR:!2027-09-09,200,250-->'));
    const preview = await its.preview();
    expect((await its.cards(preview)).every(({ takesOverDueOn }) => takesOverDueOn === null)).toBe(true);
    await its.service.commit({ importId: preview.importId });
    expect(its.memories.get(id)).toEqual(answered);
    expect(its.findings()).toEqual([]);
  });

  it('does not replace answers given here before the note had a schedule', async () => {
    const its = desk({ 'a.md': note('') });
    await its.import();
    its.rate(its.cardId('kubeadm'));
    const answered = its.memories.get(its.cardId('kubeadm'));
    its.write('a.md', ...note('<!--SR:!2027-09-09,200,250-->'));
    await its.import();
    expect(its.memories.get(its.cardId('kubeadm'))).toEqual(answered);
    expect(all(its.db, 'startingMemories')).toEqual([]);
    expect(its.findings()).toEqual([]);
  });

  it('goes with an import that is taken back, unless the card was answered since', async () => {
    const its = desk({ 'a.md': note('') });
    await its.import();
    its.write('a.md', ...note('<!--SR:!2026-12-03,14,250-->'));
    const first = await its.import();
    const id = its.cardId('kubeadm');
    await its.service.undo({ batchId: first.batchId });
    expect(its.memories.get(id)).toBeNull();
    expect(all(its.db, 'startingMemories')).toEqual([]);
    const second = await its.import();
    its.rate(id);
    const answered = its.memories.get(id);
    await its.service.undo({ batchId: second.batchId });
    expect(its.memories.get(id)).toEqual(answered);
    expect(its.findings()).toEqual([]);
  });

  it('goes whole with a first import that is taken back', async () => {
    const its = desk({ 'a.md': note('<!--SR:!2026-12-03,14,250-->') });
    const { batchId } = await its.import();
    await its.service.undo({ batchId });
    expect([all(its.db, 'cards'), all(its.db, 'memories'), all(its.db, 'startingMemories')]).toEqual([[], [], []]);
  });

  it('is nothing when the other program had not shown the card, or the day is none', async () => {
    const its = desk({ 'a.md': note('<!--SR:!2000-01-01,1,250-->'), 'b.md': ['# B', '', 'Which day?::none <!--SR:!2026-13-45,4,250-->'] });
    await its.import();
    expect(all(its.db, 'memories')).toEqual([]);
  });
});

describe('importing', () => {
  const notes = () => ({
    'a.md': [
      '# Etcd',
      '',
      'Etcd is a consistent key-value store.',
      '',
      '- **Leader**: takes every write',
      '- **Follower**: copies the log',
      '',
    ],
    'deep/b.md': note('<!--SR:!2026-12-03,14,250-->'),
    'deep/copy.md': note(''),
  });
  /** Everything in the database, byte for byte. */
  const dump = (db: Desk['db']): string => {
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    return JSON.stringify(tables.map((table) => [table, all(db, table)]));
  };

  it('the same notes twice changes nothing in any table', async () => {
    const its = desk(notes());
    await its.import();
    its.rate(its.cardId('kubeadm'));
    const before = dump(its.db);
    expect((await its.import()).totals).toMatchObject({ kept: expect.any(Number) as number });
    expect(dump(its.db)).toBe(before);
    // Read and parsed anew it changes nothing either.
    its.pool.engine = 'another';
    await its.preview();
    expect(dump(its.db)).toBe(before);
  });

  it('a note that was deleted and restored gives every card its schedule back', async () => {
    const its = desk(notes());
    await its.import();
    const live = its.db.prepare<[], string>('SELECT cardId FROM cards ORDER BY cardId').pluck().all();
    for (const cardId of live) its.rate(cardId);
    const before = [...its.memories.all()];
    expect(before.length).toBeGreaterThan(4);
    for (const name of ['a.md', 'deep']) its.remove(name);
    await its.import();
    expect(its.live()).toEqual([]);
    for (const [name, lines] of Object.entries(notes())) its.write(name, ...lines);
    await its.import();
    expect([...its.memories.all()]).toEqual(before satisfies (Memory & { cardId: string })[]);
    expect(its.db.prepare('SELECT cardId FROM cards WHERE orphanedAt IS NULL ORDER BY cardId').pluck().all()).toEqual(live);
    expect(its.findings()).toEqual([]);
  });
});
