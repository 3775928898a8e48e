/** Reschedulings as events of the log, and the memories they lead to. */
import type { ScheduledCard } from '../../domain/review/rescheduling.js';
import { rebuild } from '../../domain/review/rebuild.js';
import type { Memory, Parameters } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { createHistories } from './history.js';
import { createMemoryStore } from './memories.js';
import { createParametersRows } from './parameters.js';
import { createLogIds } from './review-ids.js';

export interface RescheduledCard {
  cardId: string;
  /** The card's last answer. */
  reviewId: string;
  memory: Memory;
}

export interface RescheduleStore {
  /** The cards of some decks that are in review, each with its last answer. Reads lazily: write nothing meanwhile. */
  inReview(deckIds: readonly number[]): Generator<ScheduledCard & { reviewId: string }>;
  countInReview(deckIds: readonly number[]): number;
  /** Cards that come back on each study day. */
  loads(): Map<string, number>;
  /** Stores new schedules with their event, in one transaction; returns its id. */
  store(cards: readonly RescheduledCard[], parameters: Parameters, at: number): string;
  /** Takes a rescheduling back for the cards that were not answered or rescheduled again since; returns how many those are. */
  undo(rescheduleId: string, at: number): number;
}

interface Row {
  cardId: string;
  reviewId: string;
}

export function createRescheduleStore(db: Database, deviceId: () => string): RescheduleStore {
  const histories = createHistories(db);
  const memories = createMemoryStore(db);
  const parametersId = createParametersRows(db);
  const nextId = createLogIds(db);
  const insert = db.prepare('INSERT INTO reschedules (rescheduleId, deviceId, rescheduledAt, parametersId) VALUES (?, ?, ?, ?)');
  const insertCard = db.prepare('INSERT INTO rescheduledCards (cardId, rescheduleId, reviewId, intervalDays) VALUES (?, ?, ?, ?)');
  const rowsOf = db.prepare<[string], Row>(
    `SELECT cardId, reviewId FROM rescheduledCards c INDEXED BY rescheduledTogether WHERE rescheduleId = ? AND undoneAt IS NULL
     AND NOT EXISTS (SELECT 1 FROM rescheduledCards later
                     WHERE later.cardId = c.cardId AND later.rescheduleId > c.rescheduleId AND later.undoneAt IS NULL)`,
  );
  const setUndone = db.prepare('UPDATE rescheduledCards SET undoneAt = ? WHERE cardId = ? AND rescheduleId = ?');
  const countInReview = db
    .prepare<[string], number>(
      `SELECT count(*) FROM memories m JOIN cards c USING (cardId)
       WHERE m.state = 'review' AND c.deckId IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  const loads = db
    .prepare<[], [string, number]>("SELECT dueOn, count(*) FROM memories INDEXED BY reviewsDue WHERE state = 'review' GROUP BY dueOn")
    .raw();

  const store = db.transaction((cards: readonly RescheduledCard[], parameters: Parameters, at: number) => {
    const rescheduleId = nextId(at);
    insert.run(rescheduleId, deviceId(), at, parametersId(parameters));
    for (const { cardId, reviewId, memory } of cards) {
      insertCard.run(cardId, rescheduleId, reviewId, memory.intervalDays);
      memories.put(cardId, memory);
    }
    return rescheduleId;
  });

  const undo = db.transaction((rescheduleId: string, at: number) => {
    let undone = 0;
    for (const { cardId, reviewId } of rowsOf.all(rescheduleId)) {
      if (histories.of(cardId)?.reviewId !== reviewId) continue;
      setUndone.run(at, cardId, rescheduleId);
      const events = histories.of(cardId)?.events;
      const memory = events && rebuild(events);
      if (memory) memories.put(cardId, memory);
      undone += 1;
    }
    return undone;
  });

  return {
    *inReview(deckIds) {
      for (const { cardId, reviewId, events } of histories.all(deckIds)) {
        const memory = memories.get(cardId);
        if (events && memory?.state === 'review') yield { cardId, reviewId, memory, events };
      }
    },
    countInReview: (deckIds) => countInReview.get(JSON.stringify(deckIds)) ?? 0,
    loads: () => new Map(loads.all()),
    store: (...input) => store.immediate(...input),
    undo: (...input) => undo.immediate(...input),
  };
}
