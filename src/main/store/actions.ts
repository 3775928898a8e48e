/** What a person does to a card, each in one transaction with the image that takes it back. */
import type { CardStore, Marks } from './cards.js';
import type { Database } from './database.js';
import type { MemoryStore } from './memories.js';
import type { Review, ReviewLog } from './reviews.js';
import type { UndoStep, UndoSteps } from './undo.js';

export interface Actions {
  /** Stores an answer: review, memory and undo image. */
  rate(review: Review, label: string): { reviewId: string; stepId: number };
  /** Stores new marks of a card. Returns the step, or null when nothing changes or there is no such card. */
  mark(action: Exclude<UndoStep['action'], 'rate'>, cardId: string, marks: Marks, label: string, at: number): { stepId: number } | null;
  /** Takes the newest step back and returns it; null when there is none. */
  undo(at: number): UndoStep | null;
}

interface Parts {
  cards: CardStore;
  memories: MemoryStore;
  reviews: ReviewLog;
  undoSteps: UndoSteps;
}

const sameMarks = (a: Marks, b: Marks): boolean => (Object.keys(a) as (keyof Marks)[]).every((key) => a[key] === b[key]);

export function createActions(db: Database, { cards, memories, reviews, undoSteps }: Parts): Actions {
  const rate = db.transaction((review: Review, label: string) => {
    const { cardId, after } = review;
    const before = { memory: memories.get(cardId) };
    const reviewId = reviews.append(review);
    memories.put(cardId, after);
    return { reviewId, stepId: undoSteps.push({ action: 'rate', cardId, reviewId, label, before }, after.reviewedAt) };
  });

  const mark = db.transaction<Actions['mark']>((action, cardId, marks, label, at) => {
    const card = cards.get(cardId);
    if (!card || sameMarks(card.marks, marks)) return null;
    cards.mark(cardId, marks);
    return { stepId: undoSteps.push({ action, cardId, reviewId: null, label, before: { marks: card.marks } }, at) };
  });

  const undo = db.transaction<Actions['undo']>((at) => {
    const step = undoSteps.newest();
    if (!step) return null;
    const { before, cardId, reviewId } = step;
    if ('marks' in before) cards.mark(cardId, before.marks);
    else if (before.memory) memories.put(cardId, before.memory);
    else memories.remove(cardId);
    if (reviewId) reviews.retract(reviewId, at);
    undoSteps.drop(step.stepId);
    return step;
  });

  return {
    rate: (review, label) => rate.immediate(review, label),
    mark: (...input) => mark.immediate(...input),
    undo: (at) => undo.immediate(at),
  };
}
