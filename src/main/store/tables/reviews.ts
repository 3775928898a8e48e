/** The review log. It only grows: an answer taken back stays, with a retraction beside it. */
import type { Rating } from '../../../shared/contract.js';
import type { Memory, Parameters } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { createParametersRows } from './parameters.js';
import { createLogIds } from './review-ids.js';

export interface Review {
  cardId: string;
  rating: Rating;
  stateBefore: Memory['state'] | 'new';
  /** Local minus UTC at that instant. */
  offsetMinutes: number;
  durationMs: number;
  parameters: Parameters;
  /** The memory after the answer; its `reviewedAt` and `reviewedOn` are the review's. */
  after: Memory;
}

/** An answer as the log has it. */
export interface LoggedReview {
  reviewId: string;
  cardId: string;
  rating: Rating;
  stateBefore: Review['stateBefore'];
  durationMs: number;
}

export interface ReviewLog {
  /** Adds an answer and returns its id. Call it inside a transaction. */
  append(review: Review): string;
  /** Adds an answer again that was taken back, as it was, under an id of its own. Call it inside a transaction. */
  again(reviewId: string): LoggedReview | null;
  /** Takes an answer back, at an instant. */
  retract(reviewId: string, at: number): void;
  /** The newest id, '' when there is none; and the answers after one that were not taken back, in their order. */
  newestId(): string;
  since(reviewId: string): LoggedReview[];
  /** Answers given on a study day. */
  on(day: string): number;
  /** Cards answered on a study day with their decks: as new ones, and as reviews. */
  cardsOn(day: string): { cardId: string; deck: string; asNew: 0 | 1; asReview: 0 | 1 }[];
  /** Which of these study days have answers. */
  answeredAmong(days: readonly string[]): Set<string>;
  /** The last study day with answers before this one; null when there is none. */
  lastDayBefore(day: string): string | null;
  /** Days in a row with answers, up to and with this one. */
  daysInARowUntil(day: string): number;
  /** How many of the newest answers there are, up to some hundred, and the middle of how long they took in milliseconds. */
  pace(): { answers: number; medianMs: number };
}

const ratingNumbers: Record<Rating, number> = { again: 1, hard: 2, good: 3, easy: 4 };
const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

type LogRow = Omit<LoggedReview, 'rating'> & { rating: number };

const logged = ({ rating, ...row }: LogRow): LoggedReview => ({ ...row, rating: ratings[rating - 1] ?? 'again' });

const valid = 'NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId)';

/** Answers the median is taken over. */
const paceOver = 500;

export function createReviewLog(db: Database, deviceId: () => string): ReviewLog {
  const insert = db.prepare(
    `INSERT INTO reviews (reviewId, cardId, deviceId, rating, stateBefore, reviewedAt, reviewedOn, offsetMinutes, durationMs,
       parametersId, stability, difficulty, intervalDays)
     VALUES (@reviewId, @cardId, @deviceId, @rating, @stateBefore, @reviewedAt, @reviewedOn, @offsetMinutes, @durationMs,
       @parametersId, @stability, @difficulty, @intervalDays)`,
  );
  const repeat = db.prepare<[{ reviewId: string; of: string }], LogRow>(
    `INSERT INTO reviews (reviewId, cardId, deviceId, rating, stateBefore, reviewedAt, reviewedOn, offsetMinutes, durationMs,
       parametersId, stability, difficulty, intervalDays)
     SELECT @reviewId, cardId, deviceId, rating, stateBefore, reviewedAt, reviewedOn, offsetMinutes, durationMs,
       parametersId, stability, difficulty, intervalDays FROM reviews WHERE reviewId = @of
     RETURNING reviewId, cardId, rating, stateBefore, durationMs`,
  );
  const instantOf = db.prepare<[string], number>('SELECT reviewedAt FROM reviews WHERE reviewId = ?').pluck();
  const retract = db.prepare('INSERT INTO retractions (reviewId, deviceId, retractedAt) VALUES (?, ?, ?)');
  const answersOn = db.prepare<[string], number>('SELECT answers FROM studyDays WHERE day = ?').pluck();
  const cardsOn = db.prepare<[string], { cardId: string; deck: string; asNew: 0 | 1; asReview: 0 | 1 }>(
    `SELECT r.cardId, d.path AS deck, max(r.stateBefore = 'new') AS asNew, max(r.stateBefore = 'review') AS asReview
     FROM reviews r JOIN cards c USING (cardId) JOIN decks d USING (deckId) WHERE r.reviewedOn = ? AND ${valid} GROUP BY r.cardId`,
  );
  const newest = db.prepare<[], string | null>('SELECT max(reviewId) FROM reviews').pluck();
  const since = db.prepare<[string], LogRow>(
    `SELECT reviewId, cardId, rating, stateBefore, durationMs FROM reviews r WHERE reviewId > ? AND ${valid} ORDER BY reviewId`,
  );
  const anyOn = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM studyDays WHERE day = ? AND answers > 0)').pluck();
  const lastDay = db.prepare<[string], string | null>('SELECT max(day) FROM studyDays WHERE day < ? AND answers > 0').pluck();
  const daysInARow = db
    .prepare<[string], number>(
      `WITH RECURSIVE days (day) AS (
         VALUES (?)
         UNION ALL
         SELECT date(d.day, '-1 day') FROM days d JOIN studyDays s ON s.day = d.day AND s.answers > 0
       )
       SELECT count(*) - 1 FROM days`,
    )
    .pluck();
  const pace = db.prepare<[number], { answers: number; medianMs: number }>(
    `WITH recent AS (SELECT durationMs FROM reviews r WHERE ${valid} ORDER BY reviewedOn DESC, reviewedAt DESC LIMIT ?)
     SELECT (SELECT count(*) FROM recent) AS answers,
       coalesce((SELECT durationMs FROM recent ORDER BY durationMs LIMIT 1 OFFSET (SELECT count(*) / 2 FROM recent)), 0) AS medianMs`,
  );

  const nextId = createLogIds(db);
  const parametersId = createParametersRows(db);

  return {
    append(review) {
      const { cardId, rating, stateBefore, offsetMinutes, durationMs, parameters, after } = review;
      const reviewId = nextId(after.reviewedAt);
      insert.run({
        reviewId,
        cardId,
        deviceId: deviceId(),
        rating: ratingNumbers[rating],
        stateBefore,
        reviewedAt: after.reviewedAt,
        reviewedOn: after.reviewedOn,
        offsetMinutes,
        durationMs,
        parametersId: parametersId(parameters),
        stability: after.stability,
        difficulty: after.difficulty,
        intervalDays: after.intervalDays,
      });
      return reviewId;
    },
    again(reviewId) {
      const at = instantOf.get(reviewId);
      const row = at === undefined ? undefined : repeat.get({ reviewId: nextId(at), of: reviewId });
      return row ? logged(row) : null;
    },
    retract: (reviewId, at) => void retract.run(reviewId, deviceId(), at),
    newestId: () => newest.get() ?? '',
    since: (reviewId) => since.all(reviewId).map(logged),
    on: (day) => answersOn.get(day) ?? 0,
    cardsOn: (day) => cardsOn.all(day),
    answeredAmong: (days) => new Set(days.filter((day) => anyOn.get(day) === 1)),
    lastDayBefore: (day) => lastDay.get(day) ?? null,
    daysInARowUntil: (day) => daysInARow.get(day) ?? 0,
    pace: () => pace.get(paceOver) ?? { answers: 0, medianMs: 0 },
  };
}

/** Is there any answer that was not taken back? */
export const hasAnswers = (db: Database): boolean =>
  db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM studyDays WHERE answers > 0)').pluck().get() === 1;
