/** Which cards wait today, in the order they are worth showing. Suspended, buried and orphaned cards do not wait. */
import type { PresetOptions } from '../../../shared/presets.js';
import { byName } from '../../domain/natural-order.js';
import { randomFrom } from '../../domain/review/random.js';
import type { Memory } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';

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

export interface WaitingReview extends WaitingCard {
  /** 1 when it belongs to the pile of the catch-up plan and was not answered since. */
  waited: 0 | 1;
}

/** Reads lazily where it can: take what is needed and stop. Write nothing while reading. */
export interface WaitingCards {
  /** Cards in the middle of their learning steps. `decks` null: all. */
  learning(day: string, decks: readonly number[] | null): WaitingLearner[];
  /** Reviews due by this study day: those most likely forgotten first, those due longest first, or mixed, the same all day. */
  due(
    day: string,
    decks: readonly number[] | null,
    order: PresetOptions['reviewOrder'],
    plan: { planId: number; startedOn: string } | null,
  ): Iterable<WaitingReview>;
  /**
   * New cards in the order of these decks, their notes by name, and as they stand in the note; or mixed, the same all day.
   * A deck that is no longer open is passed over.
   */
  fresh(
    day: string,
    decks: readonly number[],
    order: PresetOptions['newOrder'],
    isOpen: (deckId: number) => boolean,
  ): Iterable<WaitingCard>;
  /** Items of the new cards in one deck, in no order. */
  newItems(day: string, deckId: number): Iterable<string>;
  /** Is a sibling of this card due? */
  hasDueSibling(day: string, cardId: string): boolean;
  /** Items of which a card was answered on this study day: the siblings wait until tomorrow. */
  answeredItems(day: string): string[];
}

const item = 'c.noteId || char(10) || c.item';
const shown = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL AND c.buriedOn IS NOT @day';
const inDecks = '(@decks IS NULL OR c.deckId IN (SELECT value FROM json_each(@decks)))';
// Spelled as in the partial index, or sqlite does not use it.
const isNew = 'c.isNew = 1 AND c.suspendedAt IS NULL AND c.orphanedAt IS NULL';
const isDue = "FROM memories INDEXED BY reviewsDue WHERE state = 'review' AND dueOn <= @day";

interface Scope {
  day: string;
  decks: string | null;
}

interface DueScope extends Scope {
  planId: number | null;
  startedOn: string | null;
}

const orders = {
  // The chance of recall falls with elapsed time over stability, whatever the weights.
  risk: '(julianday(@day) - julianday(reviewedOn)) / stability DESC, cardId',
  due: 'dueOn, cardId',
} satisfies Partial<Record<PresetOptions['reviewOrder'], string>>;

/** The same order all day, another one tomorrow. */
function shuffled<T extends { cardId: string }>(cards: readonly T[], day: string): T[] {
  const places = new Map(cards.map(({ cardId }) => [cardId, randomFrom(`${day} ${cardId}`)()]));
  return [...cards].sort((a, b) => (places.get(a.cardId) ?? 0) - (places.get(b.cardId) ?? 0));
}

export function createWaitingCards(db: Database): WaitingCards {
  const learning = db.prepare<[Scope], WaitingLearner>(
    `SELECT m.cardId, c.deckId, ${item} AS item, m.state, m.step, m.dueAt, m.reviewedAt AS answeredAt
     FROM memories m INDEXED BY learningByDue JOIN cards c ON c.cardId = m.cardId
     WHERE m.state <> 'review' AND ${shown} AND ${inDecks} ORDER BY m.dueAt, m.cardId`,
  );
  const waited =
    '@planId IS NOT NULL AND m.reviewedOn < @startedOn AND EXISTS (SELECT 1 FROM catchUpCards k WHERE k.planId = @planId AND k.cardId = m.cardId)';
  // Ranked before the cards are looked up: most are never reached.
  const ranked = (order: keyof typeof orders) =>
    db.prepare<[DueScope], WaitingReview>(
      `WITH m AS MATERIALIZED (SELECT cardId, reviewedOn ${isDue} ORDER BY ${orders[order]})
       SELECT m.cardId, c.deckId, ${item} AS item, ${waited} AS waited
       FROM m CROSS JOIN cards c ON c.cardId = m.cardId WHERE ${shown} AND ${inDecks}`,
    );
  const byRisk = ranked('risk');
  const byDay = ranked('due');
  const allDue = db.prepare<[{ day: string }], { cardId: string }>(`SELECT cardId ${isDue}`);
  const oneDue = db.prepare<[DueScope & { cardId: string }], WaitingReview>(
    `SELECT m.cardId, c.deckId, ${item} AS item, ${waited} AS waited
     FROM memories m CROSS JOIN cards c ON c.cardId = m.cardId WHERE m.cardId = @cardId AND ${shown} AND ${inDecks}`,
  );
  const decksWithNew = db.prepare<[], number>(`SELECT DISTINCT deckId FROM cards c INDEXED BY newCards WHERE ${isNew}`).pluck();
  const notesWithNew = db.prepare<[number], { noteId: string; name: string }>(
    `SELECT noteId, name FROM notes WHERE noteId IN (SELECT DISTINCT noteId FROM cards c INDEXED BY newCards WHERE ${isNew} AND deckId = ?)`,
  );
  const newOf = db.prepare<[{ day: string; deckId: number; noteId: string }], WaitingCard>(
    `SELECT cardId, deckId, ${item} AS item FROM cards c INDEXED BY newCards
     WHERE ${isNew} AND deckId = @deckId AND noteId = @noteId AND c.buriedOn IS NOT @day ORDER BY position, cardId`,
  );
  const allNew = db.prepare<[Scope], WaitingCard>(
    `SELECT cardId, deckId, ${item} AS item FROM cards c INDEXED BY newCards WHERE ${isNew} AND c.buriedOn IS NOT @day AND ${inDecks}`,
  );
  const newItems = db
    .prepare<[{ day: string; deckId: number }], string>(
      `SELECT ${item} FROM cards c INDEXED BY newCards WHERE ${isNew} AND deckId = @deckId AND c.buriedOn IS NOT @day`,
    )
    .pluck();
  const hasDueSibling = db
    .prepare<[{ day: string; cardId: string }], number>(
      `SELECT EXISTS (
         SELECT 1 FROM cards n JOIN cards c ON c.noteId = n.noteId AND c.item = n.item JOIN memories m ON m.cardId = c.cardId
         WHERE n.cardId = @cardId AND m.state = 'review' AND m.dueOn <= @day AND ${shown})`,
    )
    .pluck();
  const answeredItems = db
    .prepare<[string], string>(
      `SELECT DISTINCT ${item} FROM memories m INDEXED BY memoriesByDay JOIN cards c ON c.cardId = m.cardId WHERE m.reviewedOn = ?`,
    )
    .pluck();

  const scope = (day: string, decks: readonly number[] | null): Scope => ({ day, decks: decks && JSON.stringify(decks) });

  function* mixedDue(where: DueScope): Generator<WaitingReview> {
    for (const { cardId } of shuffled(allDue.all({ day: where.day }), where.day)) {
      const card = oneDue.get({ ...where, cardId });
      if (card) yield card;
    }
  }

  function* inNoteOrder(day: string, decks: readonly number[], isOpen: (deckId: number) => boolean): Generator<WaitingCard> {
    const withNew = new Set(decksWithNew.all());
    for (const deckId of decks) {
      if (!withNew.has(deckId)) continue;
      const notes = notesWithNew.all(deckId).sort((a, b) => byName(a.name, b.name));
      for (const { noteId } of notes) if (isOpen(deckId)) yield* newOf.iterate({ day, deckId, noteId });
    }
  }

  return {
    learning: (day, decks) => learning.all(scope(day, decks)),
    due(day, decks, order, plan) {
      const where = { ...scope(day, decks), planId: plan?.planId ?? null, startedOn: plan?.startedOn ?? null };
      if (order === 'random') return mixedDue(where);
      return (order === 'risk' ? byRisk : byDay).iterate(where);
    },
    fresh: (day, decks, order, isOpen) =>
      order === 'note' ? inNoteOrder(day, decks, isOpen) : shuffled(allNew.all(scope(day, decks)), day),
    newItems: (day, deckId) => newItems.iterate({ day, deckId }),
    hasDueSibling: (day, cardId) => hasDueSibling.get({ day, cardId }) === 1,
    answeredItems: (day) => answeredItems.all(day),
  };
}
