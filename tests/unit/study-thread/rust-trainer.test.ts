import { describe, expect, test } from 'vitest';
import type { TrainingItem } from '../../../src/main/domain/review/optimizer.js';
import { trainingItems } from '../../../src/main/domain/review/optimizer.js';
import { defaultParameters } from '../../../src/main/domain/review/scheduler.js';
import { randomFrom } from '../../../src/main/domain/review/random.js';
import { loadRustBinding } from '../../../src/main/features/presets/rust-binding.js';
import { loadTrainer } from '../../../src/main/features/presets/rust-trainer.js';

const rust = loadRustBinding();
const grades = { again: 1, hard: 2, good: 3, easy: 4 };
const ratings = ['again', 'hard', 'good', 'good', 'good', 'easy'] as const;

/** Answers of 400 cards, eight of each, on days further and further apart. */
function history(): TrainingItem[] {
  const random = randomFrom('a person');
  return Array.from({ length: 400 }, () => {
    let day = Date.UTC(2026, 0, 1);
    return Array.from({ length: 8 }, (_, index) => {
      if (index > 0) day += 86_400_000 * 2 ** index;
      return { rating: ratings[Math.floor(random() * ratings.length)] ?? 'good', reviewedOn: new Date(day).toISOString().slice(0, 10) };
    });
  }).flatMap(trainingItems);
}

/** The items as the library itself wants them, each answer made anew for each. */
function plainItems({ FSRSBindingItem, FSRSBindingReview }: NonNullable<typeof rust>, items: readonly TrainingItem[]) {
  return items.map(
    ({ answers }) => new FSRSBindingItem(answers.map((answer) => new FSRSBindingReview(grades[answer.rating], answer.elapsedDays))),
  );
}

describe.skipIf(!rust)('the Rust trainer (skipped where the binding is not published for the system)', () => {
  test('comes to the weights the library comes to by itself, and to its log loss', async () => {
    const trainer = await loadTrainer();
    if (!rust || !trainer) throw new Error('there is no trainer');
    const items = history();
    const alone = await rust.computeParameters(plainItems(rust, items), { enableShortTerm: true, timeout: 500, progress: () => true });
    const weights = await trainer.train(items, () => undefined);
    expect(weights).toEqual(alone);
    expect(trainer.logLoss(weights, items)).toBe(new rust.FSRSBinding(alone).evaluate(plainItems(rust, items)).logLoss);
    expect(trainer.logLoss(weights, items)).toBeLessThan(trainer.logLoss(defaultParameters.weights, items));
  });

  test('trains a second time on the same answers as it did the first', async () => {
    const trainer = await loadTrainer();
    const items = history();
    const first = await trainer?.train(items, () => undefined);
    expect(await trainer?.train(items, () => undefined)).toEqual(first);
    expect(first).toHaveLength(21);
  });
});
