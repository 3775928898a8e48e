/**
 * Training with the Rust optimiser of FSRS. Its package is optional, for it is not there for every system; it is loaded when it is
 * first needed, in the study thread, because training keeps a thread busy.
 */
import type { FSRSBindingItem } from '@open-spaced-repetition/binding';
import type { Rating } from '../../shared/contract.js';
import type { Trainer, TrainingItem } from '../review/optimizer.js';

const grades: Record<Rating, number> = { again: 1, hard: 2, good: 3, easy: 4 };

/** The trainer, or null where its package is not there. */
export async function loadTrainer(): Promise<Trainer | null> {
  let rust;
  try {
    rust = await import('@open-spaced-repetition/binding');
  } catch {
    return null;
  }
  const { FSRSBinding, FSRSBindingItem, FSRSBindingReview, computeParameters } = rust;
  const itemOf = ({ answers }: TrainingItem): FSRSBindingItem =>
    new FSRSBindingItem(answers.map(({ rating, elapsedDays }) => new FSRSBindingReview(grades[rating], elapsedDays)));
  return {
    train: (items, onProgress) =>
      computeParameters(items.map(itemOf), {
        enableShortTerm: true,
        progress: (done, total) => {
          onProgress(done, total);
          return true;
        },
      }),
    logLoss: (weights, items) => new FSRSBinding([...weights]).evaluate(items.map(itemOf)).logLoss,
  };
}
