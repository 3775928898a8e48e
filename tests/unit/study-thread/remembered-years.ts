/** A person who studied for a year: their cards, answers and memories, made with the real scheduler. */
import { v7 } from 'uuid';
import { addDays } from '../../../src/main/domain/review/day.js';
import { randomFrom } from '../../../src/main/domain/review/random.js';
import { defaultParameters, retrievability, schedule } from '../../../src/main/domain/review/scheduler.js';
import type { Memory } from '../../../src/main/domain/review/scheduler.js';
import { createMemoryStore } from '../../../src/main/store/tables/memories.js';
import type { Rating } from '../../../src/shared/contract.js';
import type { Studying } from '../review/studying.js';
import { addCards, cardIds } from '../sample-cards.js';

export interface Person {
  cards: number;
  seed: string;
  /** How long this person remembers, beside the person of the default weights. */
  strength?: number;
}

const yearDays = 365;
const grades: Record<Rating, number> = { again: 1, hard: 2, good: 3, easy: 4 };

/** Fills the database up to yesterday; returns how many answers that took. */
export function rememberedYears({ db, study }: Studying, { cards, seed, strength = 1 }: Person): { reviews: number } {
  const random = randomFrom(seed);
  const today = study.moment().on;
  addCards(db, cardIds(cards));
  const rows: { cardId: string; rating: Rating; before: Memory | null; after: Memory }[] = [];
  const memories = new Map<string, Memory>();
  for (const { cardId } of cardIds(cards)) {
    let memory: Memory | null = null;
    let on = addDays(today, -1 - Math.floor(random() * yearDays));
    let at = Date.parse(`${on}T09:00:00Z`);
    while (on < today) {
      const elapsedDays: number = memory ? Math.max(0, Math.round((Date.parse(on) - Date.parse(memory.reviewedOn)) / 86_400_000)) : 0;
      const recall: number = memory ? retrievability(memory.stability * strength, elapsedDays, defaultParameters) : 0.8;
      const rating: Rating = random() > recall ? 'again' : random() < 0.85 ? 'good' : 'hard';
      const before: Memory | null = memory;
      memory = schedule(before, rating, { at, on }, defaultParameters, cardId);
      rows.push({ cardId, rating, before, after: memory });
      on = memory.dueOn ?? on;
      at = memory.dueAt ?? Date.parse(`${on}T09:00:00Z`);
    }
    if (memory) memories.set(cardId, memory);
  }
  rows.sort((a, b) => a.after.reviewedAt - b.after.reviewedAt);
  db.transaction(() => {
    db.prepare('INSERT INTO parameters VALUES (?, ?, ?)').run('test', 'FSRS-6', JSON.stringify(defaultParameters));
    const insert = db.prepare(
      `INSERT INTO reviews (reviewId, cardId, deviceId, rating, stateBefore, reviewedAt, reviewedOn, offsetMinutes, durationMs, parametersId,
         stability, difficulty, intervalDays) VALUES (?, ?, 'test', ?, ?, ?, ?, 0, 6000, 'test', ?, ?, ?)`,
    );
    let last = 0;
    for (const { cardId, rating, before, after } of rows) {
      // Each id after the one before, as on a device.
      last = Math.max(last + 1, after.reviewedAt);
      const { reviewedAt, reviewedOn, stability, difficulty, intervalDays } = after;
      const state = before?.state ?? 'new';
      insert.run(v7({ msecs: last }), cardId, grades[rating], state, reviewedAt, reviewedOn, stability, difficulty, intervalDays);
    }
    const store = createMemoryStore(db);
    for (const [cardId, memory] of memories) store.put(cardId, memory);
  })();
  return { reviews: rows.length };
}
