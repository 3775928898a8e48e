/** What happened to each card, as the log has it: answers and reschedulings that count, in their order. */
import * as v from 'valibot';
import type { Rating } from '../../../shared/contract.js';
import type { LoggedEvent } from '../../domain/review/rebuild.js';
import type { Memory, Parameters } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { createStartingMemories } from './starting-memories.js';

/** A card with its events; `events` null when the parameters of one of them cannot be read. */
export interface CardHistory {
  cardId: string;
  /** Its last answer. */
  reviewId: string;
  events: readonly LoggedEvent[] | null;
}

export interface Histories {
  /** One card; null when it has no answer. */
  of(cardId: string): CardHistory | null;
  /** The cards of these decks, null for all, in the order of their ids. Reads lazily: write nothing meanwhile. */
  all(deckIds: readonly number[] | null): Generator<CardHistory>;
  /** Was this card ever rescheduled? */
  wasRescheduled(cardId: string): boolean;
  /** Parameters in the log that cannot be read. */
  unreadable(): string[];
}

const parametersSchema = v.object({
  algorithm: v.literal('FSRS-6'),
  version: v.literal(1),
  weights: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21)),
  desiredRetention: v.number(),
  maximumIntervalDays: v.number(),
  learningStepsMinutes: v.array(v.number()),
  relearningStepsMinutes: v.array(v.number()),
  fuzz: v.boolean(),
}) satisfies v.GenericSchema<unknown, Parameters>;

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

interface Row {
  cardId: string;
  reviewId: string | null;
  rating: number;
  reviewedAt: number;
  reviewedOn: string;
  parametersId: string;
  intervalDays: number;
}

/** Events of the cards that fit a condition; the same of both tables, so that sqlite merges two ordered reads. */
const eventsWhere = (condition: string): string => `
  SELECT cardId, reviewId AS eventId, reviewId, rating, reviewedAt, reviewedOn, parametersId, intervalDays FROM reviews r
  WHERE ${condition} AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.reviewId = r.reviewId)
  UNION ALL
  SELECT cardId, rescheduleId, NULL, 0, 0, '', parametersId, intervalDays
  FROM rescheduledCards c JOIN reschedules s USING (rescheduleId)
  WHERE ${condition} AND undoneAt IS NULL AND NOT EXISTS (SELECT 1 FROM retractions t WHERE t.reviewId = c.reviewId)
  ORDER BY 1, 2`;

const inDecks = 'cardId IN (SELECT cardId FROM cards WHERE deckId IN (SELECT value FROM json_each(@decks)))';

export function createHistories(db: Database): Histories {
  const every = db.prepare<[], Row>(eventsWhere('TRUE'));
  const some = db.prepare<[{ decks: string }], Row>(eventsWhere(inDecks));
  const one = db.prepare<[{ cardId: string }], Row>(eventsWhere('cardId = @cardId'));
  const anyRescheduling = db.prepare<[string], number>('SELECT 1 FROM rescheduledCards WHERE cardId = ? LIMIT 1').pluck();
  const parametersText = db.prepare<[string], string>('SELECT text FROM parameters WHERE parametersId = ?').pluck();
  const parametersIds = db.prepare<[], string>('SELECT parametersId FROM parameters').pluck();
  const starts = createStartingMemories(db);
  const known = new Map<string, Parameters | null>();

  function parametersOf(parametersId: string): Parameters | null {
    let parameters = known.get(parametersId);
    if (parameters === undefined) {
      const checked = v.safeParse(v.pipe(v.string(), v.parseJson(), parametersSchema), parametersText.get(parametersId));
      parameters = checked.success ? checked.output : null;
      known.set(parametersId, parameters);
    }
    return parameters;
  }

  function eventOf({ reviewId, rating, reviewedAt, reviewedOn, parametersId, intervalDays }: Row): LoggedEvent | null {
    const parameters = parametersOf(parametersId);
    if (!parameters) return null;
    if (reviewId === null) return { kind: 'rescheduling', parameters, intervalDays };
    const name = ratings[rating - 1];
    return name ? { kind: 'answer', rating: name, reviewedAt, reviewedOn, parameters, intervalDays } : null;
  }

  function historyOf(rows: readonly Row[], startOf: (cardId: string) => Memory | undefined): CardHistory | null {
    const last = rows.findLast(({ reviewId }) => reviewId !== null);
    if (!last || last.reviewId === null) return null;
    const events = rows.map(eventOf).filter((event) => event !== null);
    const start = startOf(last.cardId);
    const all: LoggedEvent[] = start ? [{ kind: 'start', memory: start }, ...events] : events;
    return { cardId: last.cardId, reviewId: last.reviewId, events: events.length === rows.length ? all : null };
  }

  function* all(deckIds: readonly number[] | null): Generator<CardHistory> {
    let rows: Row[] = [];
    const started = starts.all();
    const startOf = (cardId: string): Memory | undefined => started.get(cardId);
    const log = deckIds === null ? every.iterate() : some.iterate({ decks: JSON.stringify(deckIds) });
    for (const row of log) {
      if (rows[0] && rows[0].cardId !== row.cardId) {
        const history = historyOf(rows, startOf);
        if (history) yield history;
        rows = [];
      }
      rows.push(row);
    }
    const history = historyOf(rows, startOf);
    if (history) yield history;
  }

  return {
    of: (cardId) => historyOf(one.all({ cardId }), () => starts.get(cardId)?.memory),
    all,
    wasRescheduled: (cardId) => anyRescheduling.get(cardId) === 1,
    unreadable: () => parametersIds.all().filter((parametersId) => parametersOf(parametersId) === null),
  };
}
