/** Memories that cards started with, taken over from the schedule of another program. */
import type { Memory } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { createMemoryStore } from './memories.js';

/** A starting memory to be stored, or as it is stored. */
export interface StartingMemory {
  source: 'obsidian';
  memory: Memory;
  /** When an import stored it. */
  takenAt: number;
}

export interface StartingMemories {
  get(cardId: string): StartingMemory | null;
  /**
   * Makes this what the card starts with, or takes its start away (null). A card that was answered here keeps the start its answers
   * build on; returns whether anything changed.
   */
  put(cardId: string, start: StartingMemory | null): boolean;
  /** Was the card ever answered? An answer taken back counts: it may be given again. */
  wasAnswered(cardId: string): boolean;
  /** The start of every card that has one. */
  all(): Map<string, Memory>;
}

interface Row {
  cardId: string;
  source: 'obsidian';
  stability: number;
  difficulty: number;
  reviewedAt: number;
  reviewedOn: string;
  intervalDays: number;
  dueOn: string;
  takenAt: number;
}

const columns = 'source, stability, difficulty, reviewedAt, reviewedOn, intervalDays, dueOn, takenAt';

export function createStartingMemories(db: Database): StartingMemories {
  const get = db.prepare<[string], Row>(`SELECT cardId, ${columns} FROM startingMemories WHERE cardId = ?`);
  const all = db.prepare<[], Row>(`SELECT cardId, ${columns} FROM startingMemories`);
  const put = db.prepare(
    `INSERT OR REPLACE INTO startingMemories (cardId, ${columns})
     VALUES (@cardId, @source, @stability, @difficulty, @reviewedAt, @reviewedOn, @intervalDays, @dueOn, @takenAt)`,
  );
  const remove = db.prepare('DELETE FROM startingMemories WHERE cardId = ?');
  const memories = createMemoryStore(db);
  const hasCard = db.prepare<[string], number>('SELECT 1 FROM cards WHERE cardId = ?').pluck();

  const anyAnswer = db.prepare<[string], number>('SELECT 1 FROM reviews WHERE cardId = ? LIMIT 1').pluck();
  const isAnswered = (cardId: string): boolean => anyAnswer.get(cardId) !== undefined;

  return {
    wasAnswered: isAnswered,
    get(cardId) {
      const row = get.get(cardId);
      return row ? { source: row.source, memory: memoryOf(row), takenAt: row.takenAt } : null;
    },
    put(cardId, start) {
      if (hasCard.get(cardId) === undefined || isAnswered(cardId)) return false;
      if (start === null) {
        remove.run(cardId);
        memories.remove(cardId);
        return true;
      }
      const { stability, difficulty, reviewedAt, reviewedOn, intervalDays, dueOn } = start.memory;
      put.run({ cardId, source: start.source, stability, difficulty, reviewedAt, reviewedOn, intervalDays, dueOn, takenAt: start.takenAt });
      memories.put(cardId, start.memory);
      return true;
    },
    all: () => new Map(all.all().map((row) => [row.cardId, memoryOf(row)])),
  };
}

const memoryOf = ({ stability, difficulty, reviewedAt, reviewedOn, intervalDays, dueOn }: Row): Memory => ({
  state: 'review',
  stability,
  difficulty,
  step: 0,
  reps: 0,
  lapses: 0,
  reviewedAt,
  reviewedOn,
  intervalDays,
  dueAt: null,
  dueOn,
});
