/** Answers that leave schedules untouched. They are kept, but no memory is ever made of them. */
import type { Rating } from '../../../shared/contract.js';
import type { Database } from '../open/database.js';
import { reviewIdsAfter } from './review-ids.js';

export interface Practice {
  cardId: string;
  rating: Rating;
  answeredAt: number;
  answeredOn: string;
  durationMs: number;
}

export interface PracticeLog {
  /** Adds an answer and returns its id. Call it inside a transaction. */
  append(practice: Practice): string;
  /** Takes an answer back at an instant; null lets it count again. */
  setTakenBack(practiceId: string, at: number | null): void;
  /** The newest id; '' when there is none. */
  newestId(): string;
  /** Answers after an id that count, in their order. */
  since(practiceId: string): (Practice & { practiceId: string })[];
  get(practiceId: string): (Practice & { practiceId: string }) | null;
}

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

type Row = Omit<Practice, 'rating'> & { practiceId: string; rating: number };
const answerOf = ({ rating, ...row }: Row): Practice & { practiceId: string } => ({ ...row, rating: ratings[rating - 1] ?? 'again' });

export function createPracticeLog(db: Database): PracticeLog {
  const insert = db.prepare(
    `INSERT INTO practice (practiceId, cardId, rating, answeredAt, answeredOn, durationMs)
     VALUES (@practiceId, @cardId, @rating, @answeredAt, @answeredOn, @durationMs)`,
  );
  const setTakenBack = db.prepare('UPDATE practice SET takenBackAt = ? WHERE practiceId = ?');
  const newest = db.prepare<[], string | null>('SELECT max(practiceId) FROM practice').pluck();
  const columns = 'practiceId, cardId, rating, answeredAt, answeredOn, durationMs';
  const since = db.prepare<[string], Row>(
    `SELECT ${columns} FROM practice WHERE practiceId > ? AND takenBackAt IS NULL ORDER BY practiceId`,
  );
  const get = db.prepare<[string], Row>(`SELECT ${columns} FROM practice WHERE practiceId = ?`);
  let nextId: ((now: number) => string) | null = null;
  return {
    append(practice) {
      nextId ??= reviewIdsAfter(newest.get() ?? null);
      const practiceId = nextId(practice.answeredAt);
      insert.run({ ...practice, practiceId, rating: ratings.indexOf(practice.rating) + 1 });
      return practiceId;
    },
    setTakenBack: (practiceId, at) => void setTakenBack.run(at, practiceId),
    newestId: () => newest.get() ?? '',
    since: (practiceId) => since.all(practiceId).map(answerOf),
    get(practiceId) {
      const row = get.get(practiceId);
      return row ? answerOf(row) : null;
    },
  };
}
