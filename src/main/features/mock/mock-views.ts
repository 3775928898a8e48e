/** A mock exam as the window shows it: without answers while it goes on, with all of them after. */
import { gapsIn } from '../../../shared/grading.js';
import type { FinishedMock, MockResult, MockView, OpenMock, ReviewedPart } from '../../../shared/mock.js';
import { isAnswered, stateOf } from '../../domain/mock/mock.js';
import type { Mock } from '../../domain/mock/mock.js';
import { creditOf, scoreOf, taskCredit } from '../../domain/mock/mock-result.js';
import type { MockScore } from '../../domain/mock/mock-result.js';
import type { AskedCard, AskedTask, Grades, MockRow, StoredMock } from '../../store/tables/mock-exams.js';

/** Texts a card asks for: one for each gap, else one. */
const fieldsOf = ({ kind, front }: AskedCard): number => (kind === 'cloze' ? gapsIn(front) : 1);

/** What was typed for a card, a text for each of its fields. */
const typedFor = (mock: Mock, card: AskedCard): string[] =>
  Array.from({ length: fieldsOf(card) }, (_, index) => mock.typed[card.cardId]?.[index] ?? '');

const domainTitle = ({ exam }: StoredMock, { domainId }: AskedTask): string =>
  exam.domains.find((domain) => domain.domainId === domainId)?.title ?? domainId;

export function viewOf(stored: StoredMock, mock: Mock): MockView {
  return {
    mockId: stored.mockId,
    exam: stored.exam.short,
    limitMs: mock.limitMs,
    leftMs: Math.max(0, mock.limitMs - mock.spentMs),
    at: mock.at,
    tasks: stored.tasks.map((task, index) => ({
      title: task.title,
      domain: domainTitle(stored, task),
      state: stateOf(mock, index),
      flagged: mock.flagged.includes(index),
      parts: task.cards.map((card) => ({
        cardId: card.cardId,
        kind: card.kind,
        front: card.front,
        noteId: card.noteId,
        typed: typedFor(mock, card),
      })),
    })),
  };
}

export const openOf = ({ mockId, startedAt, tasks }: StoredMock, mock: Mock): OpenMock => ({
  mockId,
  startedAt,
  leftMs: Math.max(0, mock.limitMs - mock.spentMs),
  tasks: tasks.length,
  answered: tasks.filter((_, index) => stateOf(mock, index) === 'answered').length,
});

/** What each card earned: as the person judged it, else as it was graded. */
export function creditsOf(mock: Mock, grades: Grades): Map<string, number> {
  const graded = Object.entries(grades).map(([cardId, grade]) => [cardId, creditOf(grade)] as const);
  return new Map([...graded, ...Object.entries(mock.judged)]);
}

const idsOf = ({ domainId, cards }: AskedTask) => ({ domainId, cardIds: cards.map(({ cardId }) => cardId) });

export const mockScore = ({ exam, tasks }: StoredMock, mock: Mock, grades: Grades): MockScore =>
  scoreOf(
    tasks.map(idsOf),
    { passPercent: exam.passPercent, domainIds: exam.domains.map(({ domainId }) => domainId) },
    creditsOf(mock, grades),
  );

export const rowOf = ({ scorePercent, ...row }: MockRow & { scorePercent: number }): FinishedMock => ({
  ...row,
  scorePercent,
  passed: scorePercent >= row.passPercent - 1e-9,
});

export function resultOf(stored: StoredMock, mock: Mock, grades: Grades): MockResult {
  const { exam, tasks, mockId, startedAt, startedOn, minutes } = stored;
  const score = mockScore(stored, mock, grades);
  const credits = creditsOf(mock, grades);
  const part = (card: AskedCard): ReviewedPart => ({
    ...card,
    typed: isAnswered(mock, card.cardId) ? typedFor(mock, card) : [],
    grade: grades[card.cardId] ?? null,
    credit: credits.get(card.cardId) ?? 0,
    judged: mock.judged[card.cardId] !== undefined,
  });
  return {
    ...{ mockId, startedAt, startedOn, minutes },
    exam: exam.short,
    passPercent: exam.passPercent,
    spentMs: mock.spentMs,
    tasks: tasks.length,
    scorePercent: score.scorePercent,
    passed: score.passed,
    stops: mock.stops,
    stoodMs: Math.max(0, (stored.finishedAt ?? startedAt) - startedAt - mock.spentMs),
    timeUp: mock.spentMs >= mock.limitMs,
    domains: score.domains.map(({ domainId, ...domain }) => ({
      title: exam.domains.find((one) => one.domainId === domainId)?.title ?? domainId,
      weightPercent: exam.domains.find((one) => one.domainId === domainId)?.weightPercent ?? 0,
      ...domain,
    })),
    reviewed: tasks.map((task, index) => ({
      title: task.title,
      domain: domainTitle(stored, task),
      flagged: mock.flagged.includes(index),
      scorePercent: 100 * taskCredit(idsOf(task), credits),
      parts: task.cards.map(part),
    })),
  };
}
