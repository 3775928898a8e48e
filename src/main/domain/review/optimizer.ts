/**
 * Weights of the memory model from the person's own answers. They are trained on the older part of the reviews and judged on the
 * newer part, which they have not seen: only weights that predict those better are worth having.
 */
import type { FitResult, Rating } from '../../../shared/contract.js';
import { daysBetween } from './day.js';

/** An answer as training sees it. */
export interface TrainingAnswer {
  rating: Rating;
  /** Study days since the card's answer before; 0 for the first. */
  elapsedDays: number;
}

/** A review to predict: the last of these answers, from those before it. */
export interface TrainingItem {
  answers: readonly TrainingAnswer[];
  /** The study day of the review. */
  on: string;
}

/** Trains and judges weights; the work itself is done by a library that this file does not know. */
export interface Trainer {
  train(items: readonly TrainingItem[], onProgress: (done: number, total: number) => void): Promise<number[]>;
  /** Mean log loss of predictions with these weights; lower is better. */
  logLoss(weights: readonly number[], items: readonly TrainingItem[]): number;
}

/** With fewer reviews chance speaks louder than memory. */
export const neededReviews = 400;

/** Part of the reviews, by time, that weights are trained on. */
const trainingShare = 0.8;

/** One card's answers as items, one for each review on a later day than the answer before it. */
export function trainingItems(answers: readonly { rating: Rating; reviewedOn: string }[]): TrainingItem[] {
  const all = answers.map(({ rating, reviewedOn }, index) => {
    const before = answers[index - 1];
    return { rating, elapsedDays: before ? Math.max(0, daysBetween(before.reviewedOn, reviewedOn)) : 0 };
  });
  return answers.flatMap(({ reviewedOn }, index) =>
    (all[index]?.elapsedDays ?? 0) > 0 ? [{ answers: all.slice(0, index + 1), on: reviewedOn }] : [],
  );
}

/** The older and the newer part of the items. A day stays whole, so that nothing of a day is learned from that is judged. */
export function splitByTime(items: readonly TrainingItem[]): { older: TrainingItem[]; newer: TrainingItem[] } {
  const days = items.map(({ on }) => on).sort();
  const firstNewer = days[Math.floor(days.length * trainingShare)] ?? '';
  return { older: items.filter(({ on }) => on < firstNewer), newer: items.filter(({ on }) => on >= firstNewer) };
}

/**
 * Trains weights and says whether they are better than the present ones.
 * @param reviews answers there are, those of the same day included
 */
export async function fit(
  items: readonly TrainingItem[],
  reviews: number,
  present: readonly number[],
  trainer: Trainer,
  at: number,
  onProgress: (done: number, total: number) => void,
): Promise<FitResult> {
  const { older, newer } = splitByTime(items);
  if (reviews < neededReviews || older.length === 0 || newer.length === 0) {
    return { outcome: 'too-few', reviews, needed: neededReviews };
  }
  const weights = await trainer.train(older, onProgress);
  const logLossBefore = trainer.logLoss(present, newer);
  const logLossAfter = trainer.logLoss(weights, newer);
  if (!(logLossAfter < logLossBefore)) return { outcome: 'not-better', reviews, logLossBefore, logLossAfter };
  return { outcome: 'better', fit: { weights, fittedAt: at, reviews, logLossBefore, logLossAfter } };
}
