/** How the cards of some decks stand, and how their person answers: what a simulation begins with. */
import type { Rating } from '../../../shared/contract.js';
import type { PacedAnswer } from '../../domain/review/pace.js';
import type { StandingCard } from '../../domain/review/simulator.js';
import type { Database } from '../open/database.js';

export interface Standing {
  /** Cards in review. Suspended and orphaned ones are left out. */
  cards(deckIds: readonly number[], today: string): StandingCard[];
  newCards(deckIds: readonly number[]): number;
  /** The newest answers, of all decks. */
  lastAnswers(): PacedAnswer[];
}

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** Answers the pace is taken from. */
const paceOver = 3000;

export function createStanding(db: Database): Standing {
  const inDecks = 'c.deckId IN (SELECT value FROM json_each(@decks)) AND c.suspendedAt IS NULL AND c.orphanedAt IS NULL';
  const cards = db.prepare<[{ decks: string; today: string }], StandingCard>(
    `SELECT m.stability, m.difficulty, max(0, CAST(julianday(@today) - julianday(m.reviewedOn) AS INTEGER)) AS elapsedDays
     FROM memories m JOIN cards c USING (cardId) WHERE m.state = 'review' AND ${inDecks} ORDER BY m.cardId`,
  );
  const newCards = db.prepare<[{ decks: string }], number>(`SELECT count(*) FROM cards c WHERE c.isNew = 1 AND ${inDecks}`).pluck();
  const lastAnswers = db.prepare<[number], Omit<PacedAnswer, 'rating'> & { rating: number }>(
    `SELECT rating, stateBefore, durationMs FROM reviews r
     WHERE NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId) ORDER BY reviewedOn DESC, reviewedAt DESC LIMIT ?`,
  );
  return {
    cards: (deckIds, today) => cards.all({ decks: JSON.stringify(deckIds), today }),
    newCards: (deckIds) => newCards.get({ decks: JSON.stringify(deckIds) }) ?? 0,
    lastAnswers: () => lastAnswers.all(paceOver).map(({ rating, ...answer }) => ({ ...answer, rating: ratings[rating - 1] ?? 'good' })),
  };
}
