/** What a person does to a card, each in one transaction with the image that takes it back. */
import type { CardStore, Marks } from './cards.js';
import { rebuild } from '../../domain/review/rebuild.js';
import type { Database } from '../open/database.js';
import type { Histories } from './history.js';
import type { MemoryStore } from './memories.js';
import type { Practice, PracticeLog } from './practice.js';
import type { LoggedReview, Review, ReviewLog } from './reviews.js';
import type { Image, UndoneStep, UndoStep, UndoSteps } from './undo.js';

export interface Actions {
  /** Stores an answer: review, memory and undo image; with `marks`, the card's marks change in the same step. */
  rate(review: Review, label: string, marks?: Marks | null): { reviewId: string; stepId: number };
  /** Stores an answer that leaves schedules untouched. */
  practise(practice: Practice, label: string): { practiceId: string; stepId: number };
  /** Stores new marks of a card. Returns the step, or null when nothing changes or there is no such card. */
  mark(action: MarkAction, cardId: string, marks: Marks, label: string, at: number): { stepId: number } | null;
  /** Stores new marks of several cards in one transaction. Returns the steps; cards that are not there or stay as they are have none. */
  markAll(action: MarkAction, changes: readonly { cardId: string; marks: Marks; label: string }[], at: number): number[];
  /** Takes the newest step back and returns it; null when there is none. */
  undo(at: number): UndoStep | null;
  /** Does the step again that was taken back last, an answer as a new row of the log; null when there is none. */
  redo(): Redone | null;
  /**
   * Takes steps of `mark` or `markAll` back, whatever was done since: only what each of them changed is as it was before it.
   * Steps that were taken back already, or were answers, are passed over.
   */
  unmark(stepIds: readonly number[]): void;
}

/** A step that was done again, and the answer it was. */
export interface Redone {
  step: UndoStep;
  review: LoggedReview | null;
  practice: (Practice & { practiceId: string }) | null;
}

type MarkAction = Exclude<UndoStep['action'], 'rate' | 'practice'>;

/** The marks an action changes; an answer may suspend a card that keeps being forgotten. */
const marksOf: Record<UndoStep['action'], readonly (keyof Marks)[]> = {
  rate: ['suspendedAt'],
  practice: [],
  suspend: ['suspendedAt'],
  bury: ['buriedOn'],
  flag: ['flagged'],
  edit: ['editedFront', 'editedBack', 'editedSpanHash'],
};

interface Parts {
  cards: CardStore;
  memories: MemoryStore;
  reviews: ReviewLog;
  practices: PracticeLog;
  undoSteps: UndoSteps;
  histories: Histories;
}

const sameMarks = (a: Marks, b: Marks): boolean => (Object.keys(a) as (keyof Marks)[]).every((key) => a[key] === b[key]);

export function createActions(db: Database, { cards, memories, reviews, practices, undoSteps, histories }: Parts): Actions {
  /** What an image of the step would hold now. */
  function imageNow({ cardId, before }: UndoStep): Image {
    if ('practiceId' in before) return before;
    const marks = 'marks' in before ? cards.get(cardId)?.marks : undefined;
    if (!('memory' in before)) return { marks: marks ?? before.marks };
    return { memory: memories.get(cardId), ...(marks && { marks }) };
  }

  /** Puts rows as an image has them; of the marks only those the step changed, for the others may have been changed since. */
  function put({ action, cardId }: UndoStep, image: Image): void {
    if ('marks' in image && image.marks) {
      const { marks } = image;
      const card = cards.get(cardId);
      const own = Object.fromEntries(marksOf[action].map((mark) => [mark, marks[mark]]));
      if (card) cards.mark(cardId, { ...card.marks, ...own });
    }
    if (!('memory' in image)) return;
    if (image.memory) memories.put(cardId, image.memory);
    else memories.remove(cardId);
  }

  /** Between an answer and its undo the card may have been rescheduled: then its image is of a schedule that no longer holds. */
  function rebuildIfRescheduled({ action, cardId }: UndoStep): void {
    if (action !== 'rate' || !histories.wasRescheduled(cardId)) return;
    const events = histories.of(cardId)?.events;
    const memory = events && rebuild(events);
    if (memory) memories.put(cardId, memory);
  }

  const rate = db.transaction((review: Review, label: string, marks: Marks | null) => {
    const { cardId, after } = review;
    const card = marks && cards.get(cardId);
    const before = { memory: memories.get(cardId), ...(card && { marks: card.marks }) };
    const reviewId = reviews.append(review);
    memories.put(cardId, after);
    if (marks) cards.mark(cardId, marks);
    return { reviewId, stepId: undoSteps.push({ action: 'rate', cardId, reviewId, label, before }, after.reviewedAt) };
  });

  const practise = db.transaction<Actions['practise']>((practice, label) => {
    const practiceId = practices.append(practice);
    const { cardId, answeredAt } = practice;
    return {
      practiceId,
      stepId: undoSteps.push({ action: 'practice', cardId, reviewId: null, label, before: { practiceId } }, answeredAt),
    };
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
    const steps = [...stepIds].sort((a, b) => b - a).flatMap((stepId) => undoSteps.get(stepId) ?? []);
    const marking = steps.filter(({ action }) => action !== 'rate' && action !== 'practice');
    for (const step of marking) {
      put(step, step.before);
      undoSteps.drop(step.stepId);
    }
    if (marking.length > 0) undoSteps.dropUndone();
  });

  const undo = db.transaction<Actions['undo']>((at) => {
    const step = undoSteps.newest();
    if (!step) return null;
    undoSteps.undone(step.stepId, imageNow(step), at);
    put(step, step.before);
    if (step.reviewId) reviews.retract(step.reviewId, at);
    rebuildIfRescheduled(step);
    if ('practiceId' in step.before) practices.setTakenBack(step.before.practiceId, at);
    return step;
  });

  const redo = db.transaction<Actions['redo']>(() => {
    const undone = undoSteps.newestUndone();
    if (!undone) return null;
    const { after, ...step }: UndoneStep = undone;
    put(step, after);
    const review = step.reviewId === null ? null : reviews.again(step.reviewId);
    const practice = 'practiceId' in after ? practices.get(after.practiceId) : null;
    if (practice) practices.setTakenBack(practice.practiceId, null);
    undoSteps.redone(step.stepId, review?.reviewId ?? null);
    rebuildIfRescheduled(step);
    return { step, review, practice };
  });

  return {
    rate: (review, label, marks = null) => rate.immediate(review, label, marks),
    practise: (...input) => practise.immediate(...input),
    mark: (...input) => mark.immediate(...input),
    markAll: (...input) => markAll.immediate(...input),
    undo: (at) => undo.immediate(at),
    redo: () => redo.immediate(),
    unmark: (stepIds) => unmark.immediate(stepIds),
  };
}
