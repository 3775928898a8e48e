/** Chooses the tasks of a mock exam, and says what there is to choose from: both read every card. */
import type { Curriculum } from '../exam/curriculum.js';
import { chooseTasks, supplyOf } from '../exam/mock-tasks.js';
import type { Askable, MockShape } from '../exam/mock-tasks.js';
import { topicFinder } from '../exam/topics.js';
import type { TopicChoice } from '../exam/topics.js';
import { askableCards } from '../store/askable-cards.js';
import type { AskableRow } from '../store/askable-cards.js';
import { createCardStore } from '../store/cards.js';
import type { Database } from '../store/database.js';
import type { AskedTask } from '../store/mocks.js';

export interface OfExam {
  curriculum: Curriculum;
  choices: readonly TopicChoice[];
}

export interface DomainSupply {
  domainId: string;
  cards: number;
  /** Tasks it can fill, by the parts a task has. */
  tasks: Record<number, number>;
}

/** The cards that belong to a topic of the exam. */
function askables(db: Database, { curriculum, choices }: OfExam): Askable[] {
  const topicOf = topicFinder(curriculum, choices);
  // Cards of one place have one topic: looked up once.
  const known = new Map<string, string | null>();
  const found: Askable[] = [];
  for (const card of askableCards(db)) {
    const place = JSON.stringify([card.noteName, card.deck, card.headings, card.tags]);
    let topicId = known.get(place);
    if (topicId === undefined) {
      topicId = topicOf(card)?.topicId ?? null;
      known.set(place, topicId);
    }
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
export function mockTasks(db: Database, exam: OfExam, shape: MockShape, seed: string): AskedTask[] {
  const cards = createCardStore(db);
  const titles = new Map(exam.curriculum.domains.flatMap(({ topics }) => topics.map(({ id, title }) => [id, title])));
  return chooseTasks(exam.curriculum, askables(db, exam), shape, seed).map(({ cardIds, topicId, domainId }) => ({
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
export function mockSupply(db: Database, exam: OfExam, parts: readonly number[]): DomainSupply[] {
  const cards = askables(db, exam);
  const supplies = parts.map((n) => [n, supplyOf(exam.curriculum, cards, n)] as const);
  return exam.curriculum.domains.map(({ id, topics }) => {
    const own = new Set(topics.map((topic) => topic.id));
    return {
      domainId: id,
      cards: cards.filter(({ topicId }) => own.has(topicId)).length,
      tasks: Object.fromEntries(supplies.map(([n, supply]) => [n, supply.get(id) ?? 0])),
    };
  });
}
