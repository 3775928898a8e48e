/** What a mock exam asks: tasks weighted as the exam is, each made of the cards of one section of a note. Pure; chance comes from a seed. */
import { randomFrom } from '../review/random.js';
import type { Curriculum } from '../exam/curriculum.js';

/** A card that can be asked. */
export interface Askable {
  cardId: string;
  /** Siblings share it; a mock asks one of them. */
  item: string;
  /** The note's section it stands in. */
  section: string;
  /** Its place in the note. */
  position: number;
  topicId: string;
  /** A command, graded by meaning. Those are asked first, for the exam is done by hand. */
  isCommand: boolean;
}

/** Does a question name what it asks for by the number of a step alone ("to do step 2 of the upgrade?")? Only its page tells what that is. */
export const asksByNumber = (front: string): boolean => /\bstep\s+\d+(?:\s+of\s+[^,:?]+)?\s*\?\s*$/i.test(front);

export interface ChosenTask {
  /** The parts of the task, in the order of the note; each counts the same. */
  cardIds: string[];
  topicId: string;
  domainId: string;
}

/** How many tasks, of at most how many parts. */
export interface MockShape {
  tasks: number;
  parts: number;
}

/** From this length on a task may have three parts, else two. */
const longMinutes = 45;
/** A mock shorter than this many tasks would say nothing. */
export const fewestTasks = 6;

/**
 * The shape of a mock of some minutes. The whole exam has as many tasks as its publisher says at most ("15-20"); a shorter mock has
 * more of them for its time, because its tasks are shorter: tasks go with the root of the time.
 */
export function shapeOf(minutes: number, format: Curriculum['format']): MockShape {
  const whole = Math.max(fewestTasks, ...(format.tasks.match(/\d+/g) ?? []).map(Number).filter((n) => n <= 100));
  const tasks = Math.round(whole * Math.sqrt(Math.min(1, minutes / format.minutes)));
  return { tasks: Math.max(fewestTasks, tasks), parts: minutes >= longMinutes ? 3 : 2 };
}

/** How many of `count` tasks each domain gets, by its weight: largest remainders, and none without tasks of its own. */
export function tasksPerDomain(curriculum: Curriculum, available: ReadonlyMap<string, number>, count: number): Map<string, number> {
  const open = curriculum.domains.filter(({ id }) => (available.get(id) ?? 0) > 0);
  const weight = open.reduce((sum, { weightPercent }) => sum + weightPercent, 0);
  const shares = open.map(({ id, weightPercent }) => {
    const exact = Math.min(weight === 0 ? 0 : (count * weightPercent) / weight, available.get(id) ?? 0);
    return { id, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const supply = open.reduce((sum, { id }) => sum + (available.get(id) ?? 0), 0);
  let left = Math.min(count, supply) - shares.reduce((sum, { whole }) => sum + whole, 0);
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

/** Groups in the order in which their first member comes. */
function groupBy<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The tasks the cards of one topic make, those with a command first; the order of the cards decides the rest. */
function tasksOfTopic(cards: readonly Askable[], parts: number): string[][] {
  const tasks: Askable[][] = [];
  for (const section of groupBy(cards, ({ section }) => section).values()) {
    for (let from = 0; from < section.length; from += parts) tasks.push(section.slice(from, from + parts));
  }
  const hasCommand = (task: readonly Askable[]): number => Number(task.some(({ isCommand }) => isCommand));
  return tasks
    .sort((a, b) => hasCommand(b) - hasCommand(a))
    .map((task) => [...task].sort((a, b) => a.position - b.position).map(({ cardId }) => cardId));
}

/** The tasks of each domain, its topics taking turns, so that no topic has two before each has one. */
function tasksByDomain(curriculum: Curriculum, cards: readonly Askable[], parts: number): Map<string, ChosenTask[]> {
  const items = new Set<string>();
  const single = cards.filter(({ item }) => !items.has(item) && items.add(item));
  const byTopic = groupBy(single, ({ topicId }) => topicId);
  return new Map(
    curriculum.domains.map(({ id: domainId, topics }) => {
      const perTopic = topics.map(({ id: topicId }) =>
        tasksOfTopic(byTopic.get(topicId) ?? [], parts).map((cardIds) => ({ cardIds, topicId, domainId })),
      );
      const rounds = Math.max(0, ...perTopic.map(({ length }) => length));
      return [domainId, Array.from({ length: rounds }, (_, n) => perTopic.flatMap((tasks) => tasks.slice(n, n + 1))).flat()];
    }),
  );
}

/** Cards in a chance order, commands before all others. */
function shuffled(cards: readonly Askable[], chance: () => number): Askable[] {
  return cards
    .map((card) => ({ card, key: chance() }))
    .sort((a, b) => Number(b.card.isCommand) - Number(a.card.isCommand) || a.key - b.key)
    .map(({ card }) => card);
}

/** Topics of a domain in a chance order: in a short mock not all of them get a task, and never the same ones. */
const mixedTopics = (curriculum: Curriculum, chance: () => number): Curriculum => ({
  ...curriculum,
  domains: curriculum.domains.map((domain) => ({
    ...domain,
    topics: domain.topics
      .map((topic) => ({ topic, key: chance() }))
      .sort((a, b) => a.key - b.key)
      .map(({ topic }) => topic),
  })),
});

/**
 * Chooses the tasks of a mock: by domain weight, as evenly over a domain's topics as its cards allow, tasks with commands first,
 * one card of an item at most. The same seed chooses the same.
 */
export function chooseTasks(curriculum: Curriculum, cards: readonly Askable[], { tasks, parts }: MockShape, seed: string): ChosenTask[] {
  const chance = randomFrom(seed);
  const byDomain = tasksByDomain(mixedTopics(curriculum, chance), shuffled(cards, chance), parts);
  const wanted = tasksPerDomain(curriculum, new Map([...byDomain].map(([id, { length }]) => [id, length])), tasks);
  return [...byDomain]
    .flatMap(([id, all]) => all.slice(0, wanted.get(id) ?? 0))
    .map((task) => ({ task, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ task }) => task);
}

/** How many tasks a mock of this shape finds in each domain. */
export function supplyOf(curriculum: Curriculum, cards: readonly Askable[], parts: number): Map<string, number> {
  return new Map([...tasksByDomain(curriculum, cards, parts)].map(([id, { length }]) => [id, length]));
}
