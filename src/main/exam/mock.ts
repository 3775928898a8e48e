/** A mock exam as a fold over what happens in it: pure, so that each action can be saved and a killed app goes on where it was. */
import type { Curriculum } from './curriculum.js';
import { randomFrom } from '../review/random.js';

/** A card that can be asked. */
export interface Askable {
  cardId: string;
  item: string;
  topicId: string;
  /** A command is typed and graded by meaning; anything else the person judges at the end. */
  typed: boolean;
}

export interface MockTask {
  /** The parts of the task, cards of one topic; each counts the same. */
  cardIds: string[];
  topicId: string;
  domainId: string;
}

export interface Mock {
  startedAt: number;
  /** The instant its time is up. */
  endsAt: number;
  tasks: MockTask[];
  /** Index of the task on show. */
  at: number;
  /** By card: what was typed. */
  answers: Readonly<Record<string, string>>;
  /** Indexes of flagged tasks. */
  flagged: readonly number[];
  /** The instant it was handed in or its time was up. */
  finishedAt: number | null;
}

export type MockEvent =
  | { type: 'answered'; cardId: string; text: string; at: number }
  | { type: 'went'; to: number; at: number }
  | { type: 'flagged'; task: number; flagged: boolean; at: number }
  | { type: 'finished'; at: number };

/** How many of `count` tasks each domain gets, by its weight: largest remainders, and none without cards. */
export function tasksPerDomain(curriculum: Curriculum, available: ReadonlyMap<string, number>, count: number): Map<string, number> {
  const open = curriculum.domains.filter(({ id }) => (available.get(id) ?? 0) > 0);
  const weight = open.reduce((sum, { weightPercent }) => sum + weightPercent, 0);
  const shares = open.map(({ id, weightPercent }) => {
    const exact = Math.min((count * weightPercent) / weight, available.get(id) ?? 0);
    return { id, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left =
    Math.min(
      count,
      open.reduce((sum, { id }) => sum + (available.get(id) ?? 0), 0),
    ) - shares.reduce((sum, { whole }) => sum + whole, 0);
  // Domains short of cards leave their part to the others: by remainder first, then to whoever has cards left.
  const byRest = [...shares].sort((a, b) => b.rest - a.rest);
  while (left > 0) {
    for (const share of byRest) {
      if (left > 0 && share.whole < (available.get(share.id) ?? 0)) {
        share.whole += 1;
        left -= 1;
      }
    }
  }
  return new Map(shares.map(({ id, whole }) => [id, whole]));
}

/**
 * Chooses the tasks of a mock: by domain weight, as evenly over a domain's topics as its cards allow, typed cards first,
 * at most one card of an item. A task has up to `parts` cards of one topic.
 */
export function chooseTasks(curriculum: Curriculum, cards: readonly Askable[], count: number, parts: number, seed: string): MockTask[] {
  const chance = randomFrom(seed);
  const shuffled = cards
    .map((card) => ({ card, key: chance() }))
    .sort((a, b) => Number(b.card.typed) - Number(a.card.typed) || a.key - b.key)
    .map(({ card }) => card);
  const items = new Set<string>();
  const single = shuffled.filter(({ item }) => !items.has(item) && items.add(item));
  const tasksOf = new Map<string, MockTask[]>();
  for (const domain of curriculum.domains) {
    const perTopic = domain.topics.map(({ id }) => {
      const own = single.filter(({ topicId }) => topicId === id);
      return Array.from({ length: Math.ceil(own.length / parts) }, (_, n): MockTask => {
        return { cardIds: own.slice(n * parts, (n + 1) * parts).map(({ cardId }) => cardId), topicId: id, domainId: domain.id };
      });
    });
    const rounds = Math.max(0, ...perTopic.map(({ length }) => length));
    tasksOf.set(domain.id, Array.from({ length: rounds }, (_, n) => perTopic.flatMap((tasks) => tasks.slice(n, n + 1))).flat());
  }
  const available = new Map([...tasksOf].map(([id, { length }]) => [id, length]));
  const wanted = tasksPerDomain(curriculum, available, count);
  return [...tasksOf]
    .flatMap(([id, tasks]) => tasks.slice(0, wanted.get(id) ?? 0))
    .map((task) => ({ task, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ task }) => task);
}

export const beginMock = (tasks: MockTask[], startedAt: number, minutes: number): Mock => ({
  startedAt,
  endsAt: startedAt + minutes * 60_000,
  tasks,
  at: 0,
  answers: {},
  flagged: [],
  finishedAt: null,
});

/** What happens after the time is up, or after it was handed in, changes nothing but that it is finished. */
export function reduceMock(mock: Mock, event: MockEvent): Mock {
  if (mock.finishedAt !== null) return mock;
  if (event.at >= mock.endsAt) return { ...mock, finishedAt: mock.endsAt };
  switch (event.type) {
    case 'answered': {
      const known = mock.tasks.some(({ cardIds }) => cardIds.includes(event.cardId));
      return known ? { ...mock, answers: { ...mock.answers, [event.cardId]: event.text } } : mock;
    }
    case 'went':
      return event.to >= 0 && event.to < mock.tasks.length ? { ...mock, at: event.to } : mock;
    case 'flagged': {
      const others = mock.flagged.filter((task) => task !== event.task);
      return { ...mock, flagged: event.flagged && mock.tasks[event.task] ? [...others, event.task].sort((a, b) => a - b) : others };
    }
    case 'finished':
      return { ...mock, finishedAt: event.at };
  }
}

export interface MockResult {
  /** 0 to 100, each task counting the same, each part of a task its part. */
  scorePercent: number;
  passed: boolean;
  domains: { domainId: string; tasks: number; scorePercent: number }[];
}

/** The result, from the share of each card's answer that was right, 0 to 1; a card without one counts nothing. */
export function resultOf(mock: Mock, curriculum: Curriculum, credit: ReadonlyMap<string, number>): MockResult {
  const scoreOf = ({ cardIds }: MockTask): number => cardIds.reduce((sum, id) => sum + (credit.get(id) ?? 0), 0) / cardIds.length;
  const percent = (tasks: readonly MockTask[]): number =>
    tasks.length === 0 ? 0 : (100 * tasks.reduce((sum, task) => sum + scoreOf(task), 0)) / tasks.length;
  const scorePercent = percent(mock.tasks);
  const domains = curriculum.domains.flatMap(({ id }) => {
    const tasks = mock.tasks.filter(({ domainId }) => domainId === id);
    return tasks.length === 0 ? [] : [{ domainId: id, tasks: tasks.length, scorePercent: percent(tasks) }];
  });
  return { scorePercent, passed: scorePercent >= curriculum.format.passPercent, domains };
}
