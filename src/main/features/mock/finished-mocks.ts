/** Mock exams that are over: their grades, results and history. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FinishedMock, MockResult } from '../../../shared/mock.js';
import { FailureError } from '../../../shared/result.js';
import { foldMock, isAnswered, type Mock } from '../../domain/mock/mock.js';
import type { Grades, MockStore, StoredMock } from '../../store/tables/mock-exams.js';
import { mockScore, resultOf, rowOf } from './mock-views.js';

/** A mock with everything done in it. Throws a FailureError `not-found`. */
export function load(store: MockStore, mockId: string): { stored: StoredMock; mock: Mock } {
  const stored = store.get(mockId);
  if (!stored || stored.deletedAt !== null) {
    throw new FailureError({ code: 'not-found', message: 'This mock exam is no longer there.' });
  }
  const tasks = stored.tasks.map(({ cards }) => ({ cardIds: cards.map(({ cardId }) => cardId) }));
  return { stored, mock: foldMock(tasks, stored.minutes, store.events(mockId)) };
}

/** The history, with the score of each. */
export async function finished(store: MockStore): Promise<FinishedMock[]> {
  const rows: FinishedMock[] = [];
  for (const row of store.history()) {
    const scorePercent = row.scorePercent ?? (await scoreOf(store, row.mockId));
    if (scorePercent !== null) rows.push(rowOf({ ...row, scorePercent }));
  }
  return rows;
}

/** null for one this version cannot read: the history does without it. */
async function scoreOf(store: MockStore, mockId: string): Promise<number | null> {
  if (!store.get(mockId)) return null;
  const { stored, mock, grades } = await graded(store, mockId);
  return mockScore(stored, mock, grades).scorePercent;
}

export async function result(store: MockStore, mockId: string): Promise<MockResult> {
  const { stored, mock, grades } = await graded(store, mockId);
  return resultOf(stored, mock, grades);
}

/** What an answer earns, as the person says; null as it was graded. */
export async function judge(store: MockStore, mockId: string, cardId: string, credit: number | null, at: number): Promise<MockResult> {
  await graded(store, mockId);
  store.append(mockId, [{ type: 'judged', cardId, credit }], 0, at);
  const { stored, mock, grades } = await graded(store, mockId);
  store.setResult(mockId, grades, mockScore(stored, mock, grades).scorePercent);
  return resultOf(stored, mock, grades);
}

/** A finished mock with its grades; they are worked out once, also when a crash came before that. */
async function graded(store: MockStore, mockId: string): Promise<{ stored: StoredMock; mock: Mock; grades: Grades }> {
  const { stored, mock } = load(store, mockId);
  if (stored.finishedAt === null) {
    throw new FailureError({ code: 'conflict', message: 'This mock exam is not finished.', hint: 'Continue it and finish it first.' });
  }
  if (stored.grades) return { stored, mock, grades: stored.grades };
  const grades = await grade(stored, mock);
  store.setResult(mockId, grades, mockScore(stored, mock, grades).scorePercent);
  return { stored, mock, grades };
}

/** Grades all answers, and lets the window be answered between two of them: a long one takes its time. */
async function grade({ tasks }: StoredMock, mock: Mock): Promise<Grades> {
  // Read when it is needed, not at every start: it brings the parser of Markdown.
  const { gradeTyped } = await import('../../domain/grading/index.js');
  const grades: Record<string, Grades[string]> = {};
  for (const card of tasks.flatMap(({ cards }) => cards)) {
    if (!isAnswered(mock, card.cardId)) continue;
    grades[card.cardId] = gradeTyped(card, mock.typed[card.cardId] ?? []);
    await nextTurn();
  }
  return grades;
}
