import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurriculum } from '../../../src/main/exam/curriculum.js';
import { beginMock, chooseTasks, reduceMock, resultOf, tasksPerDomain } from '../../../src/main/exam/mock.js';
import type { Askable, MockEvent } from '../../../src/main/exam/mock.js';

const { curriculum } = readCurriculum(readFileSync('decks/cka/curriculum.yaml', 'utf8'));
if (!curriculum) throw new Error('The shipped curriculum cannot be read');
const topics = curriculum.domains.flatMap((domain) => domain.topics.map(({ id }) => id));
const cards: Askable[] = topics.flatMap((topicId) =>
  Array.from({ length: 12 }, (_, n) => ({ cardId: `${topicId} ${n}`, item: `${topicId} ${n >> 1}`, topicId, typed: n % 3 === 0 })),
);
const tasks = chooseTasks(curriculum, cards, 20, 2, 'a');
const mock = beginMock(tasks, 0, 120);
const hour = 3_600_000;

describe('the tasks of a mock exam', () => {
  it('are weighted as the exam is', () => {
    const perDomain = curriculum.domains.map(({ id }) => tasks.filter(({ domainId }) => domainId === id).length);
    expect(perDomain).toEqual([6, 5, 4, 3, 2]);
  });

  it('ask of no item twice, and what can be typed first', () => {
    const chosen = tasks.flatMap(({ cardIds }) => cards.filter(({ cardId }) => cardIds.includes(cardId)));
    expect(new Set(chosen.map(({ item }) => item)).size).toBe(chosen.length);
    expect(chosen.filter(({ typed }) => typed).length).toBeGreaterThan(chosen.length / 2);
  });

  it('are others with another seed, and the same with the same', () => {
    expect(chooseTasks(curriculum, cards, 20, 2, 'a')).toEqual(tasks);
    expect(chooseTasks(curriculum, cards, 20, 2, 'b')).not.toEqual(tasks);
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
});

describe('a mock exam', () => {
  const first = tasks[0]?.cardIds[0] ?? '';
  const fold = (events: MockEvent[]) => events.reduce(reduceMock, mock);

  it('keeps answers, flags and the place', () => {
    const after = fold([
      { type: 'answered', cardId: first, text: 'kubectl get po', at: 1 },
      { type: 'flagged', task: 3, flagged: true, at: 2 },
      { type: 'went', to: 5, at: 3 },
    ]);
    expect(after).toMatchObject({ answers: { [first]: 'kubectl get po' }, flagged: [3], at: 5, finishedAt: null });
  });

  it('takes no answer after its time, and is over then', () => {
    const after = fold([{ type: 'answered', cardId: first, text: 'late', at: 2 * hour }]);
    expect(after).toMatchObject({ answers: {}, finishedAt: 2 * hour });
  });

  it('does not change once it is handed in', () => {
    const handedIn = fold([{ type: 'finished', at: hour }]);
    expect(reduceMock(handedIn, { type: 'answered', cardId: first, text: 'x', at: hour + 1 })).toBe(handedIn);
  });

  it('ignores places and cards that are not in it', () => {
    expect(
      fold([
        { type: 'went', to: 99, at: 1 },
        { type: 'answered', cardId: 'other', text: 'x', at: 1 },
      ]),
    ).toEqual(mock);
  });

  it('is passed at 66 %, each part of a task earning its part', () => {
    const all = new Map(tasks.flatMap(({ cardIds }) => cardIds.map((id) => [id, 1] as const)));
    expect(resultOf(mock, curriculum, all)).toMatchObject({ scorePercent: 100, passed: true });
    const half = new Map(tasks.map(({ cardIds }) => [cardIds[0] ?? '', 1]));
    expect(resultOf(mock, curriculum, half)).toMatchObject({ scorePercent: 50, passed: false });
    expect(resultOf(mock, curriculum, new Map())).toMatchObject({ scorePercent: 0, passed: false });
    expect(resultOf(mock, curriculum, half).domains.map(({ tasks: count }) => count)).toEqual([6, 5, 4, 3, 2]);
  });
});
