/** Which cards wait today, in the order they are worth showing. Suspended, buried and orphaned cards do not wait. */
import { byName } from '../natural-order.js';
import type { Memory } from '../review/scheduler.js';
import type { Database } from './database.js';

/** A card that waits; cards with the same `item` are siblings. */
export interface WaitingCard {
  cardId: string;
  deckId: number;
  item: string;
}

export interface WaitingLearner extends WaitingCard {
  state: Exclude<Memory['state'], 'review'>;
  step: number;
  dueAt: number;
  answeredAt: number;
}

/** Reads lazily where it can: take what is needed and stop. Write nothing while reading. */
export interface WaitingCards {
  /** Cards in the middle of their learning steps. `decks` null: all. */
  learning(day: string, decks: readonly number[] | null): WaitingLearner[];
  /** Reviews due by this study day, those most likely forgotten first. */
  due(day: string, decks: readonly number[] | null): Iterable<WaitingCard>;
  /** New cards in the order of these decks, their notes by name, and as they stand in the note. */
  fresh(day: string, decks: readonly number[]): Iterable<WaitingCard>;
  /** Items of which a card was answered on this study day: the siblings wait until tomorrow. */
  answeredItems(day: string): string[];
}

const item = 'c.noteId || char(10) || c.item';
const shown = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL AND c.buriedOn IS NOT @day';
const inDecks = '(@decks IS NULL OR c.deckId IN (SELECT value FROM json_each(@decks)))';
// Spelled as in the partial index, or sqlite does not use it.
const isNew = 'c.isNew = 1 AND c.suspendedAt IS NULL AND c.orphanedAt IS NULL';

interface Scope {
  day: string;
  decks: string | null;
}

export function createWaitingCards(db: Database): WaitingCards {
  const learning = db.prepare<[Scope], WaitingLearner>(
    `SELECT m.cardId, c.deckId, ${item} AS item, m.state, m.step, m.dueAt, m.reviewedAt AS answeredAt
     FROM memories m INDEXED BY learningByDue JOIN cards c ON c.cardId = m.cardId
     WHERE m.state <> 'review' AND ${shown} AND ${inDecks} ORDER BY m.dueAt, m.cardId`,
  );
  // The chance of recall falls with elapsed time over stability. Ranked before the cards are looked up: most are never reached.
  const due = db.prepare<[Scope], WaitingCard>(
    `WITH ranked AS MATERIALIZED (
       SELECT cardId FROM memories INDEXED BY reviewsDue WHERE state = 'review' AND dueOn <= @day
       ORDER BY (julianday(@day) - julianday(reviewedOn)) / stability DESC, cardId
     )
     SELECT m.cardId, c.deckId, ${item} AS item
     FROM ranked m CROSS JOIN cards c ON c.cardId = m.cardId WHERE ${shown} AND ${inDecks}`,
  );
  const decksWithNew = db.prepare<[], number>(`SELECT DISTINCT deckId FROM cards c INDEXED BY newCards WHERE ${isNew}`).pluck();
  const notesWithNew = db.prepare<[number], { noteId: string; name: string }>(
    `SELECT noteId, name FROM notes WHERE noteId IN (SELECT DISTINCT noteId FROM cards c INDEXED BY newCards WHERE ${isNew} AND deckId = ?)`,
  );
  const newOf = db.prepare<[{ day: string; deckId: number; noteId: string }], WaitingCard>(
    `SELECT cardId, deckId, ${item} AS item FROM cards c INDEXED BY newCards
     WHERE ${isNew} AND deckId = @deckId AND noteId = @noteId AND c.buriedOn IS NOT @day ORDER BY position, cardId`,
  );
  const answeredItems = db
    .prepare<[string], string>(
      `SELECT DISTINCT ${item} FROM memories m INDEXED BY memoriesByDay JOIN cards c ON c.cardId = m.cardId WHERE m.reviewedOn = ?`,
    )
    .pluck();

  const scope = (day: string, decks: readonly number[] | null): Scope => ({ day, decks: decks && JSON.stringify(decks) });

  function* fresh(day: string, decks: readonly number[]): Generator<WaitingCard> {
    const withNew = new Set(decksWithNew.all());
    for (const deckId of decks) {
      if (!withNew.has(deckId)) continue;
      const notes = notesWithNew.all(deckId).sort((a, b) => byName(a.name, b.name));
      for (const { noteId } of notes) yield* newOf.iterate({ day, deckId, noteId });
    }
  }

  return {
    learning: (day, decks) => learning.all(scope(day, decks)),
    due: (day, decks) => due.iterate(scope(day, decks)),
    fresh,
    answeredItems: (day) => answeredItems.all(day),
  };
}
