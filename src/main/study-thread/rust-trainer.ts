/** Training with the Rust optimiser of FSRS, in the study thread, because it keeps a thread busy. */
import type { Rating } from '../../shared/contract.js';
import type { Trainer, TrainingItem } from '../review/optimizer.js';
import { loadRustBinding } from './rust-binding.js';

const grades: Record<Rating, number> = { again: 1, hard: 2, good: 3, easy: 4 };

/** The trainer, or null where its package is not there. */
export function loadTrainer(): Promise<Trainer | null> {
  const rust = loadRustBinding();
  if (!rust) return Promise.resolve(null);
  const { FSRSBinding, FSRSBindingItem, FSRSBindingReview, computeParameters } = rust;
  const itemOf = ({ answers }: TrainingItem) =>
    new FSRSBindingItem(answers.map(({ rating, elapsedDays }) => new FSRSBindingReview(grades[rating], elapsedDays)));
  return Promise.resolve({
    train: (items, onProgress) =>
      computeParameters(items.map(itemOf), {
        enableShortTerm: true,
        progress: (done, total) => {
          onProgress(done, total);
          return true;
        },
      }),
    logLoss: (weights, items) => new FSRSBinding([...weights]).evaluate(items.map(itemOf)).logLoss,
  });
}
