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
  mark(action: MarkAction, cardId: string, marks: Marks, label: string, at: number): { stepId: number } | null;
  /** Stores new marks of several cards in one transaction. Returns the steps; cards that are not there or stay as they are have none. */
  markAll(action: MarkAction, changes: readonly { cardId: string; marks: Marks; label: string }[], at: number): number[];
  /** Takes the newest step back and returns it; null when there is none. */
  undo(at: number): UndoStep | null;
  /**
   * Takes steps of `mark` or `markAll` back, whatever was done since: only what each of them changed is as it was before it.
   * Steps that were taken back already, or were answers, are passed over.
   */
  unmark(stepIds: readonly number[]): void;
}

type MarkAction = Exclude<UndoStep['action'], 'rate'>;

/** The marks an action changes. */
const marksOf: Record<MarkAction, readonly (keyof Marks)[]> = {
  suspend: ['suspendedAt'],
  bury: ['buriedOn'],
  flag: ['flagged'],
  edit: ['editedFront', 'editedBack', 'editedSpanHash'],
};

interface Parts {
  cards: CardStore;
  memories: MemoryStore;
  reviews: ReviewLog;
  undoSteps: UndoSteps;
}

const sameMarks = (a: Marks, b: Marks): boolean => (Object.keys(a) as (keyof Marks)[]).every((key) => a[key] === b[key]);

export function createActions(db: Database, { cards, memories, reviews, undoSteps }: Parts): Actions {
  /** Puts back the marks a step changed; the others may have been changed since and stay. Returns whether the step changed marks. */
  function restore({ action, cardId, before }: UndoStep): boolean {
    if (action === 'rate' || !('marks' in before)) return false;
    const card = cards.get(cardId);
    const own = Object.fromEntries(marksOf[action].map((mark) => [mark, before.marks[mark]]));
    if (card) cards.mark(cardId, { ...card.marks, ...own });
    return true;
  }

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

  const markAll = db.transaction<Actions['markAll']>((action, changes, at) =>
    changes.flatMap(({ cardId, marks, label }) => mark(action, cardId, marks, label, at)?.stepId ?? []),
  );

  const unmark = db.transaction<Actions['unmark']>((stepIds) => {
    for (const stepId of [...stepIds].sort((a, b) => b - a)) {
      const step = undoSteps.get(stepId);
      if (step && restore(step)) undoSteps.drop(stepId);
    }
  });

  const undo = db.transaction<Actions['undo']>((at) => {
    const step = undoSteps.newest();
    if (!step) return null;
    const { before, cardId, reviewId } = step;
    if ('marks' in before) restore(step);
    else if (before.memory) memories.put(cardId, before.memory);
    else memories.remove(cardId);
    if (reviewId) reviews.retract(reviewId, at);
    undoSteps.drop(step.stepId);
    return step;
  });

  return {
    rate: (review, label) => rate.immediate(review, label),
    mark: (...input) => mark.immediate(...input),
    markAll: (...input) => markAll.immediate(...input),
    undo: (at) => undo.immediate(at),
    unmark: (stepIds) => unmark.immediate(stepIds),
  };
}
