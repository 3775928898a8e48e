/**
 * What comes next and why. First the learning steps that are due, then reviews with new cards spread among them,
 * and when nothing else is left, learning steps a little ahead of their time.
 */

/** Why a card is shown. */
export type QueueName = 'new' | 'learning' | 'due';

/** A card waiting in a session. */
export interface Entry {
  cardId: string;
  queue: QueueName;
  /** Names the source item; cards that share it are siblings. */
  item: string;
  /** Answers it still takes today when all go well. */
  answersLeft: number;
}

export interface LearningEntry extends Entry {
  queue: 'learning';
  /** The instant of its last answer. */
  answeredAt: number;
  dueAt: number;
}

/** The cards of a session still to come. Never changed in place: an undo takes the one before. */
export interface Queue {
  /** Soonest first. */
  learning: readonly LearningEntry[];
  /** Reviews and new cards in the order they are shown. */
  rest: readonly Entry[];
}

export type Next = { kind: 'card'; entry: Entry; queue: Queue } | { kind: 'wait'; until: number } | { kind: 'done' };

/** A learning step may be shown this much ahead when nothing else is left. */
export const learnAheadMs = 20 * 60_000;

/** Spreads new cards evenly among the reviews, keeping the order of both. */
export function mix<T>(due: readonly T[], fresh: readonly T[]): T[] {
  const mixed: T[] = [];
  const total = due.length + fresh.length;
  let freshTaken = 0;
  for (let index = 0; index < total; index++) {
    // The middle of the nth of equal stretches is where the nth new card belongs.
    const takesFresh = freshTaken < fresh.length && (freshTaken + 0.5) * total <= (index + 0.5) * fresh.length;
    const dueTaken = index - freshTaken;
    const next = takesFresh || dueTaken >= due.length ? fresh[freshTaken++] : due[dueTaken];
    if (next !== undefined) mixed.push(next);
  }
  return mixed;
}

const bySoonest = (a: LearningEntry, b: LearningEntry): number => a.dueAt - b.dueAt || (a.cardId < b.cardId ? -1 : 1);

export function buildQueue(learning: readonly LearningEntry[], due: readonly Entry[], fresh: readonly Entry[]): Queue {
  return { learning: [...learning].sort(bySoonest), rest: mix(due, fresh) };
}

/** The card to show at an instant, taken out of the queue, or how long to wait for one. */
export function takeNext(queue: Queue, now: number): Next {
  const [soonest] = queue.learning;
  const first = queue.rest[0];
  const readyBefore = now + (first ? 0 : learnAheadMs);
  // An answer that lies ahead of now means that the clock was set back: its instant says nothing any more.
  const ready = queue.learning.find(({ dueAt, answeredAt }) => dueAt <= readyBefore || answeredAt > now);
  if (ready) return { kind: 'card', entry: ready, queue: { ...queue, learning: queue.learning.filter((entry) => entry !== ready) } };
  if (first) return { kind: 'card', entry: first, queue: { ...queue, rest: queue.rest.slice(1) } };
  if (soonest) return { kind: 'wait', until: soonest.dueAt - learnAheadMs };
  return { kind: 'done' };
}

/** Puts a card that is being learned where its instant belongs. */
export function withLearning(queue: Queue, entry: LearningEntry): Queue {
  return { ...queue, learning: [...queue.learning, entry].sort(bySoonest) };
}

/** Holds an answered card's siblings back until tomorrow; those already being learned go on. */
export function withoutSiblings(queue: Queue, item: string): Queue {
  return { ...queue, rest: queue.rest.filter((entry) => entry.item !== item) };
}

export function withoutCard(queue: Queue, cardId: string): Queue {
  const others = (entry: Entry): boolean => entry.cardId !== cardId;
  return { learning: queue.learning.filter(others), rest: queue.rest.filter(others) };
}

export const find = (queue: Queue, cardId: string): Entry | null =>
  [...queue.learning, ...queue.rest].find((entry) => entry.cardId === cardId) ?? null;

/** The queue beside a card that is shown out of turn: without it, or without the last of its kind, so that a day keeps its limits. */
export function makeRoomFor(entry: Entry, queue: Queue): Queue {
  const others = withoutSiblings(withoutCard(queue, entry.cardId), entry.item);
  if (entry.queue === 'learning' || others.rest.length < queue.rest.length) return others;
  const last = others.rest.findLast((other) => other.queue === entry.queue);
  return last ? withoutCard(others, last.cardId) : others;
}
