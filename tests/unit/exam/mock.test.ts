import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurriculum } from '../../../src/main/domain/exam/curriculum.js';
import { creditOf, scoreOf } from '../../../src/main/domain/mock/mock-result.js';
import { asksByNumber, chooseTasks, fewestTasks, shapeOf, supplyOf, tasksPerDomain } from '../../../src/main/domain/mock/mock-tasks.js';
import type { Askable } from '../../../src/main/domain/mock/mock-tasks.js';
import { beginMock, foldMock, passTime, reduceMock, stateOf } from '../../../src/main/domain/mock/mock.js';
import type { MockAction } from '../../../src/main/domain/mock/mock.js';
import type { TypedGrade } from '../../../src/shared/contract.js';

const { curriculum } = readCurriculum(readFileSync('decks/cka/curriculum.yaml', 'utf8'));
if (!curriculum) throw new Error('The shipped curriculum cannot be read');
const topics = curriculum.domains.flatMap((domain) => domain.topics.map(({ id }) => id));
/** Twelve cards a topic in four sections; two cards of an item each. */
const cards: Askable[] = topics.flatMap((topicId) =>
  Array.from({ length: 12 }, (_, n) => ({
    cardId: `${topicId} ${n}`,
    item: `${topicId} ${n >> 1}`,
    section: `${topicId} ${n % 2}`,
    position: n,
    topicId,
    isCommand: n % 3 === 0,
  })),
);
const tasks = chooseTasks(curriculum, cards, { tasks: 20, parts: 2 }, 'a');
const hour = 3_600_000;

describe('the tasks of a mock exam', () => {
  it('are weighted as the exam is', () => {
    const perDomain = curriculum.domains.map(({ id }) => tasks.filter(({ domainId }) => domainId === id).length);
    expect(perDomain).toEqual([6, 5, 4, 3, 2]);
  });

  it('are cards of one section each, in the order of the note', () => {
    const byId = new Map(cards.map((card) => [card.cardId, card]));
    for (const { cardIds, topicId } of tasks) {
      const parts = cardIds.flatMap((cardId) => byId.get(cardId) ?? []);
      expect(parts).toHaveLength(cardIds.length);
      expect(new Set(parts.map(({ section }) => section)).size).toBe(1);
      expect(parts.every((part) => part.topicId === topicId)).toBe(true);
      expect(parts.map(({ position }) => position)).toEqual(parts.map(({ position }) => position).sort((a, b) => a - b));
    }
    expect(tasks.some(({ cardIds }) => cardIds.length === 2)).toBe(true);
  });

  it('ask for no step by its number alone', () => {
    for (const front of ['Which command do you run to do step 1 of deployments?', 'Upgrade: what is step 3?']) {
      expect(asksByNumber(front), front).toBe(true);
    }
    for (const front of ['Upgrade, step 2: which command drains the node?', 'In which step 2 of 3 is the Pod bound, and by whom?']) {
      expect(asksByNumber(front), front).toBe(false);
    }
  });

  it('ask of no item twice, and commands first', () => {
    const chosen = tasks.map(({ cardIds }) => cards.filter(({ cardId }) => cardIds.includes(cardId)));
    expect(new Set(chosen.flat().map(({ item }) => item)).size).toBe(chosen.flat().length);
    expect(chosen.every((parts) => parts.some(({ isCommand }) => isCommand))).toBe(true);
  });

  it('give each topic of a domain a task before one has two', () => {
    for (const domain of curriculum.domains) {
      const counts = domain.topics.map(({ id }) => tasks.filter(({ topicId }) => topicId === id).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it('are others with another seed, and the same with the same', () => {
    expect(chooseTasks(curriculum, cards, { tasks: 20, parts: 2 }, 'a')).toEqual(tasks);
    expect(chooseTasks(curriculum, cards, { tasks: 20, parts: 2 }, 'b')).not.toEqual(tasks);
  });

  it('fill up from other domains when one is short of cards, and never exceed what there is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }), fc.nat(40), (sizes, count) => {
        const available = new Map(curriculum.domains.map(({ id }, n) => [id, sizes[n] ?? 0]));
        const wanted = tasksPerDomain(curriculum, available, count);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        expect([...wanted.values()].reduce((sum, size) => sum + size, 0)).toBe(Math.min(count, total));
        for (const [id, size] of wanted) expect(size).toBeLessThanOrEqual(available.get(id) ?? 0);
      }),
    );
  });

  it('are as many as a supply says, whatever the cards and the seed', () => {
    fc.assert(
      fc.property(
        fc.subarray(cards),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.string(),
        (some, count, parts, seed) => {
          const supply = [...supplyOf(curriculum, some, parts).values()].reduce((sum, n) => sum + n, 0);
          const chosen = chooseTasks(curriculum, some, { tasks: count, parts }, seed);
          const ids = chosen.flatMap(({ cardIds }) => cardIds);
          expect(new Set(ids).size).toBe(ids.length);
          expect(chosen.length).toBeLessThanOrEqual(count);
          if (supply > 0) expect(chosen.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('are as many as the exam has in its whole time, and fewer and shorter in less', () => {
    expect(shapeOf(120, curriculum.format)).toEqual({ tasks: 20, parts: 3 });
    expect(shapeOf(60, curriculum.format)).toEqual({ tasks: 14, parts: 3 });
    expect(shapeOf(30, curriculum.format)).toEqual({ tasks: 10, parts: 2 });
    expect(shapeOf(15, curriculum.format)).toEqual({ tasks: 7, parts: 2 });
    expect(shapeOf(1, curriculum.format).tasks).toBe(fewestTasks);
    expect(shapeOf(120, { ...curriculum.format, tasks: 'some' }).tasks).toBe(fewestTasks);
  });
});

describe('a mock exam', () => {
  const first = tasks[0]?.cardIds[0] ?? '';
  const fold = (...actions: MockAction[]) =>
    foldMock(
      tasks,
      120,
      actions.map((action, n) => ({ action, spentMs: (n + 1) * 1000 })),
    );

  it('keeps answers, flags, the place and the time', () => {
    const after = fold(
      { type: 'typed', cardId: first, texts: ['kubectl get po'] },
      { type: 'flagged', task: 3, flagged: true },
      { type: 'went', to: 5 },
    );
    expect(after).toMatchObject({ typed: { [first]: ['kubectl get po'] }, flagged: [3], at: 5, finished: false, spentMs: 3000 });
  });

  it('says of each task how far it is', () => {
    const after = fold(
      ...(tasks[0]?.cardIds ?? []).map((cardId): MockAction => ({ type: 'typed', cardId, texts: ['x'] })),
      { type: 'skipped', task: 1 },
      { type: 'typed', cardId: tasks[2]?.cardIds[0] ?? '', texts: [' ', ''] },
    );
    expect([0, 1, 2].map((index) => stateOf(after, index))).toEqual(['answered', 'skipped', 'open']);
    expect(after.at).toBe(2);
  });

  it('takes no answer after its time, and is over then', () => {
    const after = reduceMock(beginMock(tasks, 120), { action: { type: 'typed', cardId: first, texts: ['late'] }, spentMs: 2 * hour + 1 });
    expect(after).toMatchObject({ typed: {}, finished: true, spentMs: 2 * hour });
  });

  it('has a clock that never goes back', () => {
    const later = passTime(beginMock(tasks, 120), hour);
    expect(passTime(later, 5)).toBe(later);
    expect(reduceMock(later, { action: { type: 'resumed' }, spentMs: 0 })).toMatchObject({ spentMs: hour, stops: 1 });
  });

  it('does not change once it is handed in, but for what the person says of an answer', () => {
    const handedIn = fold({ type: 'finished' });
    expect(reduceMock(handedIn, { action: { type: 'typed', cardId: first, texts: ['x'] }, spentMs: hour })).toEqual(handedIn);
    const judged = reduceMock(handedIn, { action: { type: 'judged', cardId: first, credit: 0.5 }, spentMs: 0 });
    expect(judged.judged).toEqual({ [first]: 0.5 });
    expect(reduceMock(judged, { action: { type: 'judged', cardId: first, credit: null }, spentMs: 0 }).judged).toEqual({});
  });

  it('lets nobody judge an answer before the end', () => {
    expect(fold({ type: 'judged', cardId: first, credit: 1 }).judged).toEqual({});
  });

  it('ignores places and cards that are not in it', () => {
    const after = fold(
      { type: 'went', to: 99 },
      { type: 'typed', cardId: 'other', texts: ['x'] },
      { type: 'flagged', task: -1, flagged: true },
      { type: 'skipped', task: 50 },
    );
    expect(after).toEqual({ ...beginMock(tasks, 120), spentMs: 4000 });
  });
});

describe('the result of a mock exam', () => {
  const exam = { passPercent: 66, domainIds: curriculum.domains.map(({ id }) => id) };

  it('passes at 66 %, each part of a task earning its part', () => {
    const all = new Map(tasks.flatMap(({ cardIds }) => cardIds.map((id) => [id, 1] as const)));
    expect(scoreOf(tasks, exam, all)).toMatchObject({ scorePercent: 100, passed: true });
    const two = tasks.filter(({ cardIds }) => cardIds.length === 2);
    const half = new Map(two.map(({ cardIds }) => [cardIds[0] ?? '', 1]));
    expect(scoreOf(two, exam, half)).toMatchObject({ scorePercent: 50, passed: false });
    expect(scoreOf(tasks, exam, new Map())).toMatchObject({ scorePercent: 0, passed: false });
    expect(scoreOf(tasks, exam, half).domains.map(({ tasks: count }) => count)).toEqual([6, 5, 4, 3, 2]);
  });

  it('passes with exactly the pass mark, also made of thirds', () => {
    const three = Array.from({ length: 3 }, (_, n) => ({ domainId: 'storage', cardIds: [`${n} a`, `${n} b`, `${n} c`] }));
    const credit = new Map(three.flatMap(({ cardIds }) => cardIds.slice(0, 2).map((id) => [id, 1] as const)));
    expect(scoreOf(three, { ...exam, passPercent: 200 / 3 }, credit).passed).toBe(true);
  });

  const grade = (change: Partial<TypedGrade>): TypedGrade => ({
    ...{ how: 'command', verdict: 'different', typed: [], expected: [], differ: 3, of: 4, suggested: 'again' },
    ...change,
  });

  it.each([
    ['the same command', grade({ verdict: 'same' }), 1],
    ['a command with a slip', grade({ verdict: 'close', suggested: 'hard' }), 0.5],
    ['another command', grade({ verdict: 'close' }), 0],
    ['three of four items', grade({ how: 'list', verdict: 'close', differ: 1 }), 0.75],
    ['none of two gaps', grade({ how: 'cloze', differ: 2, of: 2 }), 0],
    ['a text that is close', grade({ how: 'text', verdict: 'close' }), 0.5],
    ['another text', grade({ how: 'text' }), 0],
    ['nothing to compare', grade({ how: 'list', differ: 0, of: 0 }), 0],
  ] as const)('gives %s its credit', (_, given, credit) => {
    expect(creditOf(given)).toBe(credit);
  });
});
