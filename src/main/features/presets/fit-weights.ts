/** Trains weights on the answers of a preset's cards. */
import type { FitResult, Preset } from '../../../shared/contract.js';
import { fit, neededReviews, trainingItems } from '../../domain/review/optimizer.js';
import type { Trainer } from '../../domain/review/optimizer.js';
import { parametersOf } from '../../domain/review/presets.js';
import type { Answers } from '../../store/tables/training-answers.js';
import type { OnProgress } from '../../threads/protocol.js';

export async function fitWeights(
  preset: Preset,
  deckIds: readonly number[],
  answers: Answers,
  trainer: () => Promise<Trainer | null>,
  at: number,
  onProgress: OnProgress,
): Promise<FitResult> {
  const reviews = answers.count(deckIds);
  if (reviews < neededReviews) return { outcome: 'too-few', reviews, needed: neededReviews };
  const ready = await trainer();
  if (!ready) return { outcome: 'unavailable', platform: `${process.platform} ${process.arch}` };
  const items = [...answers.byCard(deckIds)].flatMap(trainingItems);
  // The trainer says little about itself when it is quick.
  onProgress(0, 1);
  return fit(items, reviews, parametersOf(preset).weights, ready, at, onProgress);
}
