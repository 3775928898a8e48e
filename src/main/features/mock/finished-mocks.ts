/** Mock exams that are over: their grades, results and history. */
import type { FinishedMock, MockResult } from '../../../shared/mock.js';
import { FailureError } from '../../../shared/result.js';
import { foldMock, isAnswered } from '../../domain/mock/mock.js';
import type { Mock } from '../../domain/mock/mock.js';
import { gradeTyped } from '../../domain/grading/index.js';
import type { Grades, MockStore, StoredMock } from '../../store/tables/mock-exams.js';
import { mockScore, resultOf, rowOf } from './mock-views.js';

export interface MockDesk {
  /** A mock with everything done in it. Throws a FailureError `not-found`. */
  load(mockId: string): { stored: StoredMock; mock: Mock };
  finished(): Promise<FinishedMock[]>;
  result(mockId: string): Promise<MockResult>;
  /** What an answer earns, as the person says; null as it was graded. */
  judge(mockId: string, cardId: string, credit: number | null, at: number): Promise<MockResult>;
}

const missing = (): FailureError => new FailureError({ code: 'not-found', message: 'This mock exam is no longer there.' });

/** Lets the window be answered between two answers that are graded: a long one takes its time. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function grade({ tasks }: StoredMock, mock: Mock): Promise<Grades> {
  const grades: Record<string, Grades[string]> = {};
  for (const card of tasks.flatMap(({ cards }) => cards)) {
    if (!isAnswered(mock, card.cardId)) continue;
    grades[card.cardId] = gradeTyped(card, mock.typed[card.cardId] ?? []);
    await breath();
  }
  return grades;
}

export function createMockDesk(store: MockStore): MockDesk {
  function load(mockId: string): { stored: StoredMock; mock: Mock } {
    const stored = store.get(mockId);
    if (!stored || stored.deletedAt !== null) throw missing();
    const tasks = stored.tasks.map(({ cards }) => ({ cardIds: cards.map(({ cardId }) => cardId) }));
    return { stored, mock: foldMock(tasks, stored.minutes, store.events(mockId)) };
  }

  /** A finished mock with its grades; they are worked out once, also when a crash came before that. */
  async function graded(mockId: string): Promise<{ stored: StoredMock; mock: Mock; grades: Grades }> {
    const { stored, mock } = load(mockId);
    if (stored.finishedAt === null) {
      throw new FailureError({ code: 'conflict', message: 'This mock exam is not finished.', hint: 'Continue it and finish it first.' });
    }
    if (stored.grades) return { stored, mock, grades: stored.grades };
    const grades = await grade(stored, mock);
    store.setResult(mockId, grades, mockScore(stored, mock, grades).scorePercent);
    return { stored, mock, grades };
  }

  return {
    load,
    async finished() {
      const rows: FinishedMock[] = [];
      for (const row of store.history()) {
        const scorePercent = row.scorePercent ?? (await scoreOfRow(row.mockId));
        if (scorePercent !== null) rows.push(rowOf({ ...row, scorePercent }));
      }
      return rows;
    },
    async result(mockId) {
      const { stored, mock, grades } = await graded(mockId);
      return resultOf(stored, mock, grades);
    },
    async judge(mockId, cardId, credit, at) {
      await graded(mockId);
      store.append(mockId, [{ type: 'judged', cardId, credit }], 0, at);
      const { stored, mock, grades } = await graded(mockId);
      store.setResult(mockId, grades, mockScore(stored, mock, grades).scorePercent);
      return resultOf(stored, mock, grades);
    },
  };

  /** null for one this version cannot read: the history does without it. */
  async function scoreOfRow(mockId: string): Promise<number | null> {
    if (!store.get(mockId)) return null;
    const { stored, mock, grades } = await graded(mockId);
    return mockScore(stored, mock, grades).scorePercent;
  }
}
