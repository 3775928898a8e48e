/** Training with the Rust optimiser of FSRS, in the study thread, because it keeps a thread busy. */
import type { Rating } from '../../../shared/contract.js';
import type { Trainer, TrainingAnswer, TrainingItem } from '../../domain/review/optimizer.js';
import { loadRustBinding } from './rust-binding.js';

const grades: Record<Rating, number> = { again: 1, hard: 2, good: 3, easy: 4 };

/**
 * How often the library looks whether it is done and says how far it is. It answers at such a look only: with its own half a second,
 * a training of 120 ms takes 500.
 */
const lookEveryMs = 10;

/** The trainer, or null where its package is not there. */
export function loadTrainer(): Promise<Trainer | null> {
  const rust = loadRustBinding();
  if (!rust) return Promise.resolve(null);
  const { FSRSBinding, FSRSBindingItem, FSRSBindingReview, computeParameters } = rust;
  // An answer is in every later item of its card: it crosses the border to the library once.
  const reviews = new WeakMap<TrainingAnswer, InstanceType<typeof FSRSBindingReview>>();
  const reviewOf = (answer: TrainingAnswer) => {
    const known = reviews.get(answer) ?? new FSRSBindingReview(grades[answer.rating], answer.elapsedDays);
    reviews.set(answer, known);
    return known;
  };
  const itemsOf = (items: readonly TrainingItem[]) => items.map(({ answers }) => new FSRSBindingItem(answers.map(reviewOf)));
  return Promise.resolve({
    train: (items, onProgress) =>
      computeParameters(itemsOf(items), {
        enableShortTerm: true,
        timeout: lookEveryMs,
        progress: (done, total) => {
          onProgress(done, total);
          return true;
        },
      }),
    logLoss: (weights, items) => new FSRSBinding([...weights]).evaluate(itemsOf(items)).logLoss,
  });
}
