/** The answers of each card, as training reads them: those that were not taken back, in their order. */
import type { Rating } from '../../../shared/contract.js';
import type { Database } from '../open/database.js';

export interface CardAnswer {
  rating: Rating;
  reviewedOn: string;
}

export interface Answers {
  /** Answers of the cards of these decks. */
  count(deckIds: readonly number[]): number;
  /** One list a card. Reads lazily: write nothing meanwhile. */
  byCard(deckIds: readonly number[]): Generator<CardAnswer[]>;
}

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

export function createAnswers(db: Database): Answers {
  // Where a card came with a schedule of another program, its first answer here is not its first.
  const counted = `cardId IN (SELECT cardId FROM cards WHERE deckId IN (SELECT value FROM json_each(?)))
     AND cardId NOT IN (SELECT cardId FROM startingMemories)
     AND NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId)`;
  const count = db.prepare<[string], number>(`SELECT count(*) FROM reviews r WHERE ${counted}`).pluck();
  const rows = db
    .prepare<[string], [cardId: string, rating: number, reviewedOn: string]>(
      `SELECT cardId, rating, reviewedOn FROM reviews r WHERE ${counted} ORDER BY cardId, reviewId`,
    )
    .raw();

  function* byCard(deckIds: readonly number[]): Generator<CardAnswer[]> {
    let card: string | null = null;
    let answers: CardAnswer[] = [];
    for (const [cardId, rating, reviewedOn] of rows.iterate(JSON.stringify(deckIds))) {
      if (cardId !== card && answers.length > 0) {
        yield answers;
        answers = [];
      }
      card = cardId;
      answers.push({ rating: ratings[rating - 1] ?? 'good', reviewedOn });
    }
    if (answers.length > 0) yield answers;
  }

  return { count: (deckIds) => count.get(JSON.stringify(deckIds)) ?? 0, byCard };
}
