/**
 * What a desired retention asks of a person: their cards and new ones, answered day by day as the memory model says they would be.
 * Every retention is simulated with the same chances, so that the figures differ by it alone.
 */
import type { Rating, WorkloadPoint } from '../../../shared/contract.js';
import type { Pace } from './pace.js';
import { randomFrom } from './random.js';
import { idealInterval, retrievability, strengthen } from './scheduler.js';
import type { Parameters, Strength } from './scheduler.js';

/** A card in review as it stands today. */
export interface StandingCard extends Strength {
  /** Study days since its last answer. */
  elapsedDays: number;
}

export interface Simulation {
  cards: readonly StandingCard[];
  /** New cards there are, and how many of them a day takes. */
  newCards: number;
  newPerDay: number;
  pace: Pace;
  days: number;
  /** The same seed gives the same figures. */
  seed: string;
}

/** Cards followed one by one; of more a fair part stands for all. */
const mostCards = 1500;

interface Card extends Strength {
  /** Day of the last answer, 0 for today. */
  reviewedOn: number;
}

/** Reviews and minutes a day for one desired retention, on average; no daily limit holds reviews back. */
export function simulate({ cards, newCards, newPerDay, pace, days, seed }: Simulation, parameters: Parameters): WorkloadPoint {
  const total = cards.length + Math.min(newCards, newPerDay * days);
  const part = Math.min(1, mostCards / Math.max(1, total));
  const random = randomFrom(seed);
  const due: Card[][] = Array.from({ length: days }, () => []);
  let reviews = 0;
  let spentMs = 0;

  /** Puts a card on the day it comes back, `earliest` or later. */
  const place = (card: Card, earliest: number): void =>
    void due[Math.max(earliest, card.reviewedOn + idealInterval(card.stability, parameters))]?.push(card);

  function answer(card: Card, day: number): void {
    const elapsedDays = day - card.reviewedOn;
    const isRecalled = random() < retrievability(card.stability, elapsedDays, parameters);
    const rating = ratingFor(random(), pace);
    const strength = isRecalled
      ? strengthen(card, rating, elapsedDays, parameters)
      : // A forgotten card is learned again the same day.
        strengthen(strengthen(card, 'again', elapsedDays, parameters), 'good', 0, parameters);
    reviews += 1;
    spentMs += isRecalled ? pace.recalledMs : pace.forgottenMs;
    place({ ...strength, reviewedOn: day }, day + 1);
  }

  for (const { stability, difficulty, elapsedDays } of cards) {
    if (random() < part) place({ stability, difficulty, reviewedOn: -elapsedDays }, 0);
  }
  let newLeft = newCards;
  let owed = 0;
  for (let day = 0; day < days; day++) {
    for (const card of due[day] ?? []) answer(card, day);
    const fresh = Math.min(newPerDay, newLeft);
    newLeft -= fresh;
    for (owed += fresh * part; owed >= 1; owed--) {
      const first = strengthen(null, random() < pace.firstForgotten ? 'again' : 'good', 0, parameters);
      place({ ...strengthen(first, 'good', 0, parameters), reviewedOn: day }, day + 1);
      spentMs += pace.newMs;
    }
  }
  const perDay = (sum: number): number => sum / part / days;
  return { desiredRetention: parameters.desiredRetention, reviewsPerDay: perDay(reviews), minutesPerDay: perDay(spentMs) / 60_000 };
}

function ratingFor(chance: number, { hard, easy }: Pace): Rating {
  if (chance < hard) return 'hard';
  return chance < hard + easy ? 'easy' : 'good';
}
