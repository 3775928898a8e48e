/** What a person can take back and do again: each step holds the rows as they were. Across restarts, newest first. */
import type { Memory } from '../../domain/review/scheduler.js';
import type { Marks } from './cards.js';
import type { Database } from '../open/database.js';
import { fieldsIn } from './json.js';

/** Rows a step changed, as they were or became; `memory` null for a new card. Practice changes none, its row is named. */
export type Image = { memory: Memory | null; marks?: Marks } | { marks: Marks } | { practiceId: string };

export interface UndoStep {
  stepId: number;
  action: 'rate' | 'practice' | 'suspend' | 'bury' | 'flag' | 'edit';
  cardId: string;
  reviewId: string | null;
  /** What the step was, for people: `Good on “What is etcd?”`. */
  label: string;
  before: Image;
}

/** A step that was taken back, with the rows as it had left them. */
export interface UndoneStep extends UndoStep {
  after: Image;
}

export interface UndoSteps {
  newest(): UndoStep | null;
  /** The step that was taken back last; null when none was since the last new one. */
  newestUndone(): UndoneStep | null;
  /** A step by its number; null when it was taken back or is too old. */
  get(stepId: number): UndoStep | null;
  /** Adds a step and returns its number. What was taken back before it can no longer be done again. */
  push(step: Omit<UndoStep, 'stepId'>, at: number): number;
  /** Keeps a step that is taken back, so that it can be done again. */
  undone(stepId: number, after: Image, at: number): void;
  /** A step is done again; `reviewId` names the answer anew. */
  redone(stepId: number, reviewId: string | null): void;
  drop(stepId: number): void;
  /** Forgets what was taken back. */
  dropUndone(): void;
}

type Row = Omit<UndoStep, 'before'> & { before: string };

/** null when the image cannot be read: such a step is passed over, and those before it can still be taken back. */
function stepOf({ before, ...row }: Row): UndoStep | null {
  const image = imageIn(before);
  return image && { ...row, before: image };
}

function imageIn(json: string): Image | null {
  const fields = fieldsIn(json);
  return ['memory', 'marks', 'practiceId'].some((field) => field in fields) ? (fields as Image) : null;
}

/** Steps kept; older ones can no longer be taken back. */
const kept = 500;

export function createUndoSteps(db: Database): UndoSteps {
  const columns = 'stepId, action, cardId, reviewId, label, before';
  const newest = db.prepare<[], Row>(`SELECT ${columns} FROM undoSteps WHERE undoneAt IS NULL ORDER BY stepId DESC`);
  // Steps are taken back newest first, so the last one taken back is the oldest of them.
  const newestUndone = db.prepare<[], Row & { after: string }>(
    `SELECT ${columns}, after FROM undoSteps WHERE undoneAt IS NOT NULL ORDER BY stepId`,
  );
  const get = db.prepare<[number], Row>(`SELECT ${columns} FROM undoSteps WHERE stepId = ? AND undoneAt IS NULL`);
  const push = db.prepare(
    `INSERT INTO undoSteps (at, action, cardId, reviewId, label, before) VALUES (@at, @action, @cardId, @reviewId, @label, @before)`,
  );
  const undone = db.prepare('UPDATE undoSteps SET undoneAt = @at, after = @after WHERE stepId = @stepId');
  const redone = db.prepare('UPDATE undoSteps SET undoneAt = NULL, after = NULL, reviewId = @reviewId WHERE stepId = @stepId');
  const drop = db.prepare('DELETE FROM undoSteps WHERE stepId = ?');
  const dropUndone = db.prepare('DELETE FROM undoSteps WHERE undoneAt IS NOT NULL');
  const prune = db.prepare('DELETE FROM undoSteps WHERE stepId <= ?');
  return {
    newest() {
      for (const row of newest.iterate()) {
        const step = stepOf(row);
        if (step) return step;
      }
      return null;
    },
    newestUndone() {
      for (const { after, ...row } of newestUndone.iterate()) {
        const step = stepOf(row);
        const image = imageIn(after);
        if (step && image) return { ...step, after: image };
      }
      return null;
    },
    get(stepId) {
      const row = get.get(stepId);
      return row ? stepOf(row) : null;
    },
    push(step, at) {
      dropUndone.run();
      const { lastInsertRowid } = push.run({ ...step, at, before: JSON.stringify(step.before) });
      const stepId = Number(lastInsertRowid);
      prune.run(stepId - kept);
      return stepId;
    },
    undone: (stepId, after, at) => void undone.run({ stepId, after: JSON.stringify(after), at }),
    redone: (stepId, reviewId) => void redone.run({ stepId, reviewId }),
    drop: (stepId) => void drop.run(stepId),
    dropUndone: () => void dropUndone.run(),
  };
}
