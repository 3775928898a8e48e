/** Schedules that the notes themselves hold: which of them become what a card starts with. */
import type { DayRule } from '../../domain/review/day.js';
import type { Memory } from '../../domain/review/scheduler.js';
import { startingMemory } from '../../domain/review/starting-memory.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import type { Decided } from './decisions.js';

/** The memory an import gives a card for the schedule in its note; null when there is none to take over, or answers given here count. */
export function startOf({ mark: { schedule }, known, decision }: Decided, store: ImportStore, rule: DayRule): Memory | null {
  if (schedule === null || decision !== 'import') return null;
  const start = startingMemory(schedule, rule);
  if (start === null || known === null) return start;
  if (store.wasAnswered(known.cardId)) return null;
  // It may have been reviewed in the other program since.
  const taken = store.startOf(known.cardId);
  return taken !== null && isSame(taken, start) ? null : start;
}

const isSame = (a: Memory, b: Memory): boolean => a.dueOn === b.dueOn && a.intervalDays === b.intervalDays && a.difficulty === b.difficulty;
