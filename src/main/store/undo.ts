/** What a person can take back: each step holds the rows as they were. Newest first, across restarts. */
import type { Memory } from '../review/scheduler.js';
import type { Marks } from './cards.js';
import type { Database } from './database.js';

/** What a step changed, as it was before; `memory` null when the card was new. */
export type Before = { memory: Memory | null } | { marks: Marks };

export interface UndoStep {
  stepId: number;
  action: 'rate' | 'suspend' | 'bury' | 'flag' | 'edit';
  cardId: string;
  reviewId: string | null;
  /** What the step was, for people: `Good on “What is etcd?”`. */
  label: string;
  before: Before;
}

export interface UndoSteps {
  newest(): UndoStep | null;
  /** A step by its number; null when it was taken back or is too old. */
  get(stepId: number): UndoStep | null;
  /** Adds a step and returns its number. */
  push(step: Omit<UndoStep, 'stepId'>, at: number): number;
  drop(stepId: number): void;
}

type Row = Omit<UndoStep, 'before'> & { before: string };

const stepOf = (row: Row | undefined): UndoStep | null => (row ? { ...row, before: JSON.parse(row.before) as Before } : null);

/** Steps kept; older ones can no longer be taken back. */
const kept = 500;

export function createUndoSteps(db: Database): UndoSteps {
  const select = 'SELECT stepId, action, cardId, reviewId, label, before FROM undoSteps';
  const newest = db.prepare<[], Row>(`${select} ORDER BY stepId DESC LIMIT 1`);
  const get = db.prepare<[number], Row>(`${select} WHERE stepId = ?`);
  const push = db.prepare(
    `INSERT INTO undoSteps (at, action, cardId, reviewId, label, before) VALUES (@at, @action, @cardId, @reviewId, @label, @before)`,
  );
  const drop = db.prepare('DELETE FROM undoSteps WHERE stepId = ?');
  const prune = db.prepare('DELETE FROM undoSteps WHERE stepId <= ?');
  return {
    newest: () => stepOf(newest.get()),
    get: (stepId) => stepOf(get.get(stepId)),
    push(step, at) {
      const { lastInsertRowid } = push.run({ ...step, at, before: JSON.stringify(step.before) });
      const stepId = Number(lastInsertRowid);
      prune.run(stepId - kept);
      return stepId;
    },
    drop: (stepId) => void drop.run(stepId),
  };
}
