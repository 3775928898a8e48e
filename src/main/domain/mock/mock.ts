/** A mock exam as a fold over what the person does in it: pure, so that each action can be saved and a killed app goes on where it was. */

/** A task as the fold knows it. */
export interface MockTask {
  cardIds: readonly string[];
}

export interface Mock {
  tasks: readonly MockTask[];
  /** How long it may take, and how much of that has passed; its clock stands still while it is not open. */
  limitMs: number;
  spentMs: number;
  /** Index of the task on show. */
  at: number;
  /** By card: what was typed, one text for each gap or one. */
  typed: Readonly<Record<string, readonly string[]>>;
  /** Indexes of tasks, in their order. */
  flagged: readonly number[];
  skipped: readonly number[];
  /** How often it was opened again after it was left or Etcdeck was closed. */
  stops: number;
  /** Handed in, or its time is up. */
  finished: boolean;
  /** By card: the credit the person gave in place of the graded one, 0 to 1. */
  judged: Readonly<Record<string, number>>;
}

export type MockAction =
  | { type: 'typed'; cardId: string; texts: string[] }
  | { type: 'went'; to: number }
  | { type: 'flagged'; task: number; flagged: boolean }
  /** Marks the task and goes on to the next. */
  | { type: 'skipped'; task: number }
  | { type: 'resumed' }
  | { type: 'finished' }
  /** After the end; null takes the graded credit again. */
  | { type: 'judged'; cardId: string; credit: number | null };

/** An action, and the time on the mock's clock when it was done. */
export interface MockEvent {
  action: MockAction;
  spentMs: number;
}

export const beginMock = (tasks: readonly MockTask[], minutes: number): Mock => ({
  tasks,
  limitMs: minutes * 60_000,
  spentMs: 0,
  at: 0,
  typed: {},
  flagged: [],
  skipped: [],
  stops: 0,
  finished: false,
  judged: {},
});

/** Everything that was done, in its order. */
export const foldMock = (tasks: readonly MockTask[], minutes: number, events: Iterable<MockEvent>): Mock => {
  let mock = beginMock(tasks, minutes);
  for (const event of events) mock = reduceMock(mock, event);
  return mock;
};

/** The clock has moved on; it never goes back, and stops at the limit, where the mock is over. */
export function passTime(mock: Mock, spentMs: number): Mock {
  if (mock.finished || spentMs <= mock.spentMs) return mock;
  return spentMs >= mock.limitMs ? { ...mock, spentMs: mock.limitMs, finished: true } : { ...mock, spentMs };
}

/** What happens after the end changes nothing but what the person says of an answer. */
export function reduceMock(before: Mock, { action, spentMs }: MockEvent): Mock {
  const mock = passTime(before, spentMs);
  if (action.type === 'judged') return judge(mock, action.cardId, action.credit);
  if (mock.finished) return mock;
  switch (action.type) {
    case 'typed':
      return isAsked(mock, action.cardId) ? { ...mock, typed: { ...mock.typed, [action.cardId]: action.texts } } : mock;
    case 'went':
      return mock.tasks[action.to] ? { ...mock, at: action.to } : mock;
    case 'flagged':
      return mock.tasks[action.task] ? { ...mock, flagged: marked(mock.flagged, action.task, action.flagged) } : mock;
    case 'skipped': {
      if (!mock.tasks[action.task]) return mock;
      const next = action.task + 1;
      return { ...mock, skipped: marked(mock.skipped, action.task, true), at: mock.tasks[next] ? next : mock.at };
    }
    case 'resumed':
      return { ...mock, stops: mock.stops + 1 };
    case 'finished':
      return { ...mock, finished: true };
  }
}

const isAsked = ({ tasks }: Mock, cardId: string): boolean => tasks.some(({ cardIds }) => cardIds.includes(cardId));

const marked = (marks: readonly number[], task: number, on: boolean): number[] => {
  const others = marks.filter((one) => one !== task);
  return on ? [...others, task].sort((a, b) => a - b) : others;
};

function judge(mock: Mock, cardId: string, credit: number | null): Mock {
  if (!mock.finished || !isAsked(mock, cardId)) return mock;
  const { [cardId]: _before, ...others } = mock.judged;
  return { ...mock, judged: credit === null ? others : { ...others, [cardId]: Math.min(1, Math.max(0, credit)) } };
}

/** Did the person write anything for this card? */
export const isAnswered = ({ typed }: Mock, cardId: string): boolean => (typed[cardId] ?? []).some((text) => text.trim() !== '');

/** How far a task is: every part has an answer, some have, it was skipped, or nothing was done. */
export function stateOf(mock: Mock, index: number): 'answered' | 'begun' | 'skipped' | 'open' {
  const cardIds = mock.tasks[index]?.cardIds ?? [];
  const answered = cardIds.filter((cardId) => isAnswered(mock, cardId)).length;
  if (answered > 0) return answered === cardIds.length ? 'answered' : 'begun';
  return mock.skipped.includes(index) ? 'skipped' : 'open';
}
