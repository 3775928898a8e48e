/** What a card is worth on exam day, with and without an answer today: the memory model of the scheduler, looked ahead. */
import type { Rating } from '../../../shared/contract.js';
import type { Pace } from '../review/pace.js';
import { retrievability, strengthen } from '../review/scheduler.js';
import type { Parameters, Strength } from '../review/scheduler.js';

/** A card of the exam as it is on one study day. */
export interface ExamCard {
  cardId: string;
  /** Names the source item; cards that share it are siblings. */
  item: string;
  topicId: string | null;
  /** null for a card never answered. */
  strength: Strength | null;
  /** Study days since its last answer; 0 for a new card. */
  elapsedDays: number;
}

/** What is assumed of a person. */
export interface Learner {
  parameters: Parameters;
  /** Their stability as a multiple of what the parameters say (see calibration.ts). */
  stabilityFactor: number;
  pace: Pace;
  /** No chance of recall is told above this, 0 to 1 (see calibration.ts). */
  surest: number;
}

/** What an answer today brings: more chance of recall on exam day, 0 to 1, for so many seconds. */
export interface Worth {
  gain: number;
  seconds: number;
}

/** Chance of each first rating of a new card; together 1. */
export function firstRatings({ firstForgotten, hard, easy }: Pace): Record<Rating, number> {
  const recalled = 1 - firstForgotten;
  return { again: firstForgotten, hard: recalled * hard, good: recalled * (1 - hard - easy), easy: recalled * easy };
}

/** Chance of recall `days` after the last answer, 0 to 1. */
export const recallAfter = (strength: Strength, days: number, { parameters, stabilityFactor }: Learner): number =>
  retrievability(strength.stability * stabilityFactor, days, parameters);

/** Chance of recall on exam day if nothing more is done, 0 to 1; a new card counts as not known. */
export const recallOnExamDay = ({ strength, elapsedDays }: ExamCard, daysLeft: number, learner: Learner): number =>
  strength ? recallAfter(strength, elapsedDays + daysLeft, learner) : 0;

/** The chance of recall on exam day as it is told to the person, 0 to 1. */
export const toldRecall = (card: ExamCard, daysLeft: number, learner: Learner): number =>
  Math.min(learner.surest, recallOnExamDay(card, daysLeft, learner));

/** The strength at the end of a day on which a card was answered: what is not known well is shown once more that day. */
export function strengthAtEndOfDay(known: Strength | null, elapsedDays: number, rating: Rating, parameters: Parameters): Strength {
  const answered = strengthen(known, rating, elapsedDays, parameters);
  const repeats = known ? rating === 'again' : rating !== 'easy';
  return repeats ? strengthen(answered, 'good', 0, parameters) : answered;
}

/** What a first answer to a new card brings, `daysLeft` days before the exam. */
export function worthOfFresh(daysLeft: number, learner: Learner): Worth {
  const chances = Object.entries(firstRatings(learner.pace)) as [Rating, number][];
  const after = (rating: Rating): number => recallAfter(strengthAtEndOfDay(null, 0, rating, learner.parameters), daysLeft, learner);
  return { gain: chances.reduce((sum, [rating, chance]) => sum + chance * after(rating), 0), seconds: learner.pace.newMs / 1000 };
}

/** What an answer today to a card that is known brings, over what is left of it on exam day without one. */
export function worthOfKnown(card: ExamCard & { strength: Strength }, daysLeft: number, learner: Learner): Worth {
  const { strength, elapsedDays } = card;
  const { recalledMs, forgottenMs } = learner.pace;
  const chance = recallAfter(strength, elapsedDays, learner);
  const remembered = strengthAtEndOfDay(strength, elapsedDays, 'good', learner.parameters);
  const forgotten = strengthAtEndOfDay(strength, elapsedDays, 'again', learner.parameters);
  const after = chance * recallAfter(remembered, daysLeft, learner) + (1 - chance) * recallAfter(forgotten, daysLeft, learner);
  return {
    gain: after - recallOnExamDay(card, daysLeft, learner),
    seconds: (chance * recalledMs + (1 - chance) * forgottenMs) / 1000,
  };
}
