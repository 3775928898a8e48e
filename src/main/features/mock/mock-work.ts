/** Chooses the tasks of a mock exam, and says what there is to choose from: both read every card, so a thread does it. */
import type { Curriculum } from '../../domain/exam/curriculum.js';
import { asksByNumber, chooseTasks, supplyOf } from '../../domain/mock/mock-tasks.js';
import type { Askable, MockShape } from '../../domain/mock/mock-tasks.js';
import { topicFinder } from '../../domain/exam/topics.js';
import { askableCards } from '../../store/tables/askable-cards.js';
import type { AskableRow } from '../../store/tables/askable-cards.js';
import { createCardStore } from '../../store/tables/cards.js';
import type { Database } from '../../store/open/database.js';
import type { AskedTask } from '../../store/tables/mock-exams.js';
import { createTopicChoices } from '../../store/tables/topic-choices.js';
import type { TasksOf } from '../../threads/protocol.js';

export interface DomainSupply {
  domainId: string;
  cards: number;
  /** Tasks it can fill, by the parts a task has. */
  tasks: Record<number, number>;
}

/** The cards that belong to a topic of the exam and can be answered without their page. */
function askables(db: Database, curriculum: Curriculum): Askable[] {
  const topicOf = topicFinder(curriculum, createTopicChoices(db).of(curriculum.short));
  const found: Askable[] = [];
  for (const card of askableCards(db)) {
    if (asksByNumber(card.front)) continue;
    const { topicId } = topicOf(card);
    if (topicId !== null) found.push(askable(card, topicId));
  }
  return found;
}

const askable = ({ cardId, item, noteId, headings, position, kind }: AskableRow, topicId: string): Askable => ({
  cardId,
  item,
  section: JSON.stringify([noteId, headings]),
  position,
  topicId,
  isCommand: kind === 'command',
});

/** The tasks of a mock, each card with both sides as they are now. */
export function mockTasks(db: Database, curriculum: Curriculum, shape: MockShape, seed: string): AskedTask[] {
  const cards = createCardStore(db);
  const titles = new Map(curriculum.domains.flatMap(({ topics }) => topics.map(({ id, title }) => [id, title])));
  return chooseTasks(curriculum, askables(db, curriculum), shape, seed).map(({ cardIds, topicId, domainId }) => ({
    title: titles.get(topicId) ?? topicId,
    domainId,
    cards: cardIds.flatMap((cardId) => {
      const card = cards.get(cardId);
      if (!card) return [];
      const { kind, front, back, noteId, noteName, line, endLine } = card;
      return [{ cardId, kind, front, back, noteId, noteName, line, endLine }];
    }),
  }));
}

/** What each domain has, for tasks of each of these numbers of parts. */
export function mockSupply(db: Database, curriculum: Curriculum, parts: readonly number[]): DomainSupply[] {
  const cards = askables(db, curriculum);
  const supplies = parts.map((n) => [n, supplyOf(curriculum, cards, n)] as const);
  return curriculum.domains.map(({ id, topics }) => {
    const own = new Set(topics.map((topic) => topic.id));
    return {
      domainId: id,
      cards: cards.filter(({ topicId }) => own.has(topicId)).length,
      tasks: Object.fromEntries(supplies.map(([n, supply]) => [n, supply.get(id) ?? 0])),
    };
  });
}

export type MockTasks = TasksOf<ReturnType<typeof mockWork>>;

/** Both as tasks of a thread. Neither stores anything. */
export const mockWork = (db: Database) => ({
  mockTasks: ({ curriculum, shape, seed }: { curriculum: Curriculum; shape: MockShape; seed: string }): AskedTask[] =>
    mockTasks(db, curriculum, shape, seed),
  mockSupply: ({ curriculum, parts }: { curriculum: Curriculum; parts: number[] }): DomainSupply[] => mockSupply(db, curriculum, parts),
});
