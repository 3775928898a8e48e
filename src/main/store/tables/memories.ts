/** Memories as rows; a card without one is new (see the triggers in the schema). */
import type { Loads } from '../../domain/review/placement.js';
import type { Memory } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';

export interface MemoryStore {
  get(cardId: string): Memory | null;
  put(cardId: string, memory: Memory): void;
  remove(cardId: string): void;
  /** How many cards come back on each study day from one to another; suspended ones count too, for they may return. */
  loads: Loads;
  /** Every memory with its card, in the order of card ids. */
  all(): IterableIterator<Memory & { cardId: string }>;
}

const columns = 'state, stability, difficulty, step, reps, lapses, reviewedAt, reviewedOn, intervalDays, dueAt, dueOn';

export function createMemoryStore(db: Database): MemoryStore {
  const get = db.prepare<[string], Memory>(`SELECT ${columns} FROM memories WHERE cardId = ?`);
  const put = db.prepare(
    `INSERT INTO memories (cardId, ${columns})
     VALUES (@cardId, @state, @stability, @difficulty, @step, @reps, @lapses, @reviewedAt, @reviewedOn, @intervalDays, @dueAt, @dueOn)
     ON CONFLICT (cardId) DO UPDATE SET (${columns}) =
       (excluded.state, excluded.stability, excluded.difficulty, excluded.step, excluded.reps, excluded.lapses,
        excluded.reviewedAt, excluded.reviewedOn, excluded.intervalDays, excluded.dueAt, excluded.dueOn)`,
  );
  const remove = db.prepare('DELETE FROM memories WHERE cardId = ?');
  const all = db.prepare<[], Memory & { cardId: string }>(`SELECT cardId, ${columns} FROM memories ORDER BY cardId`);
  const loads = db.prepare<[string, string], [string, number]>('SELECT day, cards FROM dueDays WHERE day BETWEEN ? AND ?').raw();
  return {
    get: (cardId) => get.get(cardId) ?? null,
    put: (cardId, memory) => void put.run({ cardId, ...memory }),
    remove: (cardId) => void remove.run(cardId),
    loads: (firstOn, lastOn) => new Map(loads.all(firstOn, lastOn)),
    all: () => all.iterate(),
  };
}
