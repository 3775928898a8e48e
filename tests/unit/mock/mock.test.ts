import { describe, expect, it } from 'vitest';
import type { MockView } from '../../../src/shared/contract.js';
import { addTopic, mockTable, rightCommand } from './mock-table.js';
import type { MockTable } from './mock-table.js';

const minute = 60_000;

const partsOf = (view: MockView) => view.tasks.flatMap(({ parts }) => parts);
const typed = (cardId: string, ...texts: string[]) => ({ type: 'typed' as const, cardId, texts });

/** Answers every part rightly, but for the kinds that are left out. */
function answerAll({ service }: MockTable, view: MockView, ...without: string[]): void {
  const right: Record<string, string[]> = {
    command: ['k get po -n shop'],
    list: ['green\nred'],
    cloze: ['blue', 'green'],
    definition: ['The smallest unit that Kubernetes runs.'],
  };
  for (const { cardId, kind } of partsOf(view))
    if (!without.includes(kind)) service.act(view.mockId, [typed(cardId, ...(right[kind] ?? []))]);
}

describe('a mock exam', () => {
  it('asks tasks weighted as the exam is, without their answers', async () => {
    const { service } = mockTable();
    const view = await service.start(60);
    expect(view).toMatchObject({ exam: 'CKA', limitMs: 60 * minute, leftMs: 60 * minute, at: 0 });
    expect(view.tasks).toHaveLength(14);
    expect(new Set(view.tasks.map(({ domain }) => domain)).size).toBe(5);
    expect(JSON.stringify(view)).not.toContain(rightCommand);
    expect(partsOf(view).find(({ kind }) => kind === 'cloze')?.typed ?? ['', '']).toEqual(['', '']);
  });

  it('asks for no step that only its page tells, and does not count it either', async () => {
    const { service, db } = mockTable();
    const { cards } = await service.supply();
    const front = 'Which command do you run to do step 1 of deployments?';
    const { changes } = db.prepare("UPDATE cards SET front = ? WHERE kind = 'command'").run(front);
    expect(changes).toBeGreaterThan(0);
    expect((await service.supply()).cards).toBe(cards - changes);
    expect(partsOf(await service.start(60)).filter((part) => part.front === front)).toEqual([]);
  });

  it('is one at a time', async () => {
    const { service } = mockTable();
    await service.start(15);
    await expect(service.start(15)).rejects.toMatchObject({ failure: { code: 'conflict' } });
    const { service: other } = mockTable();
    const both = await Promise.allSettled([other.start(15), other.start(15)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not begin with too few cards, and says what to do', async () => {
    const { service, db } = mockTable({ each: 0 });
    await expect(service.start(15)).rejects.toMatchObject({
      failure: { code: 'not-found', hint: expect.stringContaining('Import') as string },
    });
    expect(await service.supply()).toMatchObject({ cards: 0, tooFew: true });
    addTopic(db, 'storage/storage-classes', 30);
    const supply = await service.supply();
    expect(supply).toMatchObject({ cards: 30, tooFew: false });
    expect(supply.domains.filter(({ cards }) => cards > 0).map(({ domainId }) => domainId)).toEqual(['storage']);
  });

  it('offers lengths with the tasks they would have', async () => {
    const { service } = mockTable();
    expect((await service.supply()).lengths).toEqual([
      { minutes: 15, tasks: 7 },
      { minutes: 30, tasks: 10 },
      { minutes: 60, tasks: 14 },
      { minutes: 120, tasks: 20 },
    ]);
  });

  it('leaves suspended cards and those of no topic out', async () => {
    const { service, db } = mockTable({ each: 2 });
    db.exec(
      "UPDATE cards SET suspendedAt = 1 WHERE cardId LIKE 'storage%'; UPDATE cards SET tags = '[]', headings = '[]' WHERE cardId LIKE 'workloads%'",
    );
    db.exec("UPDATE notes SET name = 'x.md' WHERE name LIKE 'workloads%'");
    const view = await service.start(120);
    expect(partsOf(view).filter(({ cardId }) => cardId.startsWith('storage') || cardId.startsWith('workloads'))).toEqual([]);
  });

  it('keeps the questions as they were when it began', async () => {
    const table = mockTable();
    const view = await table.service.start(15);
    table.db.exec("UPDATE cards SET editedFront = 'other', editedBack = 'other'");
    const again = table.restarted().service.resume(view.mockId);
    expect(again?.tasks).toEqual(view.tasks);
  });
});

describe('the clock of a mock exam', () => {
  it('counts while the mock is open and stands still while it is left', async () => {
    const table = mockTable();
    const { service } = table;
    const { mockId } = await service.start(60);
    await table.wait(10 * minute);
    service.leave(mockId);
    await table.wait(3 * 60 * minute);
    expect((await service.home()).open).toMatchObject({ leftMs: 50 * minute });
    expect(service.unfinished()).toEqual((await service.home()).open);
    expect(service.resume(mockId)).toMatchObject({ leftMs: 50 * minute });
    await table.wait(5 * minute);
    service.finish(mockId);
    expect(await service.result(mockId)).toMatchObject({ spentMs: 15 * minute, stops: 1, stoodMs: 180 * minute, timeUp: false });
  });

  it('gives at most two seconds back to a killed app, and goes on where it was', async () => {
    const table = mockTable();
    const view = await table.service.start(60);
    const { mockId } = view;
    table.service.act(mockId, [
      { type: 'flagged', task: 2, flagged: true },
      { type: 'went', to: 4 },
    ]);
    await table.wait(7 * minute + 1_500);
    const after = table.restarted('killed');
    const resumed = after.service.resume(mockId);
    expect(resumed).toMatchObject({ at: 4 });
    expect(resumed?.tasks[2]?.flagged).toBe(true);
    const leftMs = resumed?.leftMs ?? 0;
    expect(leftMs).toBeGreaterThanOrEqual(53 * minute - 1_500);
    expect(leftMs).toBeLessThanOrEqual(53 * minute + 500);
  });

  it('stands still while the computer sleeps, and when its time is put forward or back', async () => {
    const table = mockTable();
    const { mockId } = await table.service.start(60);
    await table.wait(minute);
    table.clock.at += 8 * 60 * minute;
    await table.wait(4_000);
    table.clock.at -= 9 * 60 * minute;
    await table.wait(4_000);
    const leftMs = table.service.resume(mockId)?.leftMs ?? 0;
    expect(60 * minute - leftMs).toBeGreaterThanOrEqual(minute);
    expect(60 * minute - leftMs).toBeLessThanOrEqual(minute + 8_000);
  });

  it('ends the mock by itself when the time is up, and tells', async () => {
    const table = mockTable();
    const { mockId, tasks } = await table.service.start(15);
    await table.wait(15 * minute + 5_000);
    expect(table.told.at(-1)).toBe(`over ${mockId}`);
    expect(table.told.filter((word) => word.startsWith('error'))).toEqual([]);
    expect(() => table.service.act(mockId, [typed(tasks[0]?.parts[0]?.cardId ?? '', 'late')])).toThrow('not open');
    expect(await table.service.result(mockId)).toMatchObject({ timeUp: true, spentMs: 15 * minute, scorePercent: 0, passed: false });
    expect((await table.service.home()).open).toBeNull();
  });

  it('takes no answer that comes after the time, between two looks at the clock', async () => {
    const table = mockTable();
    const { mockId, tasks } = await table.service.start(1);
    await table.wait(59_000);
    table.clock.at += 1_500;
    expect(table.service.act(mockId, [typed(tasks[0]?.parts[0]?.cardId ?? '', 'late')])).toBeNull();
    expect((await table.service.result(mockId)).reviewed[0]?.parts[0]?.typed).toEqual([]);
  });

  it('is over when it is opened with no time left', async () => {
    const table = mockTable();
    const { mockId } = await table.service.start(1);
    table.db.exec('UPDATE mocks SET spentMs = 60000');
    const after = table.restarted('killed');
    expect(after.service.resume(mockId)).toBeNull();
    expect(await after.service.result(mockId)).toMatchObject({ timeUp: true });
  });
});

describe('the result of a mock exam', () => {
  it('is full marks for right answers in other words, and passed', async () => {
    const table = mockTable();
    const view = await table.service.start(30);
    answerAll(table, view);
    table.service.finish(view.mockId);
    const result = await table.service.result(view.mockId);
    expect(result).toMatchObject({ scorePercent: 100, passed: true, passPercent: 66 });
    expect(result.domains.every(({ scorePercent }) => scorePercent === 100)).toBe(true);
    expect(result.reviewed.flatMap(({ parts }) => parts).every(({ back }) => back !== '')).toBe(true);
  });

  it('gives a task the share of its parts that are right', async () => {
    const table = mockTable();
    const view = await table.service.start(120);
    answerAll(table, view, 'list');
    table.service.finish(view.mockId);
    const { reviewed, scorePercent } = await table.service.result(view.mockId);
    expect(scorePercent).toBeLessThan(100);
    for (const { parts, scorePercent: share } of reviewed) {
      const right = parts.filter(({ kind }) => kind !== 'list').length;
      expect(share).toBeCloseTo((100 * right) / parts.length);
    }
    expect(reviewed.some(({ parts }) => parts.length === 3 && parts.some(({ kind }) => kind === 'list'))).toBe(true);
  });

  it('follows what the person says of an answer, and takes it back', async () => {
    const table = mockTable();
    const view = await table.service.start(15);
    table.service.finish(view.mockId);
    const { cardId } = partsOf(view)[0] ?? { cardId: '' };
    const judged = await table.service.judge(view.mockId, cardId, 1);
    expect(judged.reviewed[0]?.parts[0]).toMatchObject({ credit: 1, judged: true });
    expect(judged.scorePercent).toBeGreaterThan(0);
    expect((await table.service.home()).finished[0]?.scorePercent).toBeCloseTo(judged.scorePercent);
    expect((await table.restarted().service.judge(view.mockId, cardId, null)).scorePercent).toBe(0);
  });

  it('is worked out later when a crash came between the end and it', async () => {
    const table = mockTable();
    const view = await table.service.start(15);
    answerAll(table, view);
    table.service.finish(view.mockId);
    const after = table.restarted('killed');
    expect((await after.service.home()).finished).toMatchObject([{ mockId: view.mockId, scorePercent: 100, passed: true }]);
  });

  it('is not told before the end', async () => {
    const { service } = mockTable();
    const { mockId } = await service.start(15);
    await expect(service.result(mockId)).rejects.toMatchObject({ failure: { code: 'conflict' } });
  });

  it('changes no schedule and no review', async () => {
    const table = mockTable();
    const view = await table.service.start(15);
    answerAll(table, view);
    table.service.finish(view.mockId);
    await table.service.result(view.mockId);
    for (const name of ['reviews', 'memories', 'practice']) expect(table.db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toBe(0);
  });
});

describe('the history of mock exams', () => {
  it('lists finished ones, newest first, and loses one that is deleted until that is undone', async () => {
    const table = mockTable();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { mockId } = await table.service.start(15);
      await table.wait(minute);
      table.service.finish(mockId);
      ids.unshift(mockId);
    }
    const listed = async () => (await table.service.home()).finished.map(({ mockId }) => mockId);
    expect(await listed()).toEqual(ids);
    table.service.delete(ids[1] ?? '');
    expect(await listed()).toEqual([ids[0], ids[2]]);
    table.service.restore(ids[1] ?? '');
    expect(await listed()).toEqual(ids);
    table.service.delete(ids[1] ?? '');
    const after = table.restarted();
    expect(() => after.service.restore(ids[1] ?? '')).toThrow('no longer there');
  });

  it('has no line for a mock that was given up; given up by mistake, it goes on', async () => {
    const table = mockTable();
    const { mockId } = await table.service.start(15);
    await table.wait(minute);
    table.service.delete(mockId);
    expect(await table.service.home()).toMatchObject({ open: null, finished: [] });
    await table.wait(10 * minute);
    table.service.restore(mockId);
    expect(table.service.resume(mockId)).toMatchObject({ leftMs: 14 * minute });
    table.service.delete(mockId);
    await table.service.start(15);
    expect(() => table.service.restore(mockId)).toThrow('begun since');
  });

  it('answers plainly about a mock that is not there', async () => {
    const { service } = mockTable();
    await expect(service.result('none')).rejects.toMatchObject({ failure: { code: 'not-found' } });
    expect(() => service.act('none', [{ type: 'went', to: 1 }])).toThrow('not open');
    expect(() => service.delete('none')).toThrow('no longer there');
  });
});
