import { describe, expect, test } from 'vitest';
import { fit, splitByTime, trainingItems } from '../../../src/main/domain/review/optimizer.js';
import type { Trainer, TrainingItem } from '../../../src/main/domain/review/optimizer.js';
import { defaultParameters } from '../../../src/main/domain/review/scheduler.js';

const present = defaultParameters.weights;
const trained = present.map((weight) => weight * 1.01);
const quiet = (): void => undefined;

const items = (count: number): TrainingItem[] =>
  Array.from({ length: count }, (_, index) => ({
    answers: [
      { rating: 'good', elapsedDays: 0 },
      { rating: 'good', elapsedDays: 1 },
    ],
    on: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 10))).toISOString().slice(0, 10),
  }));

/** A trainer whose weights come to a known log loss, and which remembers what it saw. */
function trainerWith(after: number): Trainer & { trainedOn: readonly TrainingItem[]; judgedOn: Set<readonly TrainingItem[]> } {
  const judgedOn = new Set<readonly TrainingItem[]>();
  const trainer = {
    trainedOn: [] as readonly TrainingItem[],
    judgedOn,
    train(older: readonly TrainingItem[]) {
      trainer.trainedOn = older;
      return Promise.resolve([...trained]);
    },
    logLoss(weights: readonly number[], newer: readonly TrainingItem[]) {
      judgedOn.add(newer);
      return weights === present ? 0.35 : after;
    },
  };
  return trainer;
}

describe('items to train on', () => {
  test('are the reviews on a later day, each with all answers before it', () => {
    const answers = [
      { rating: 'good', reviewedOn: '2026-01-01' },
      { rating: 'good', reviewedOn: '2026-01-01' },
      { rating: 'again', reviewedOn: '2026-01-04' },
      { rating: 'good', reviewedOn: '2026-01-04' },
      // The clock was set back.
      { rating: 'good', reviewedOn: '2026-01-02' },
      { rating: 'easy', reviewedOn: '2026-01-10' },
    ] as const;
    expect(trainingItems(answers).map(({ on, answers: all }) => [on, all.map(({ elapsedDays }) => elapsedDays)])).toEqual([
      ['2026-01-04', [0, 0, 3]],
      ['2026-01-10', [0, 0, 3, 0, 0, 8]],
    ]);
  });

  test('are split by time, a day never between the parts', () => {
    const { older, newer } = splitByTime(items(1000));
    expect(older.length).toBe(800);
    expect(newer.length).toBe(200);
    const lastOlder =
      older
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? '';
    expect(newer.every(({ on }) => on > lastOlder)).toBe(true);
  });
});

describe('fitting', () => {
  test('trains on the older reviews, judges on the newer ones, and finds what lowers the log loss there', async () => {
    const trainer = trainerWith(0.34);
    const result = await fit(items(1000), 1500, present, trainer, 7, quiet);
    expect(result).toEqual({
      outcome: 'better',
      fit: { weights: trained, fittedAt: 7, reviews: 1500, logLossBefore: 0.35, logLossAfter: 0.34 },
    });
    const { older, newer } = splitByTime(items(1000));
    expect(trainer.trainedOn).toEqual(older);
    expect([...trainer.judgedOn]).toEqual([newer]);
  });

  test.each([0.35, 0.36, Number.NaN])('does not take weights that come to a log loss of %f, and says both figures', async (after) => {
    expect(await fit(items(1000), 1500, present, trainerWith(after), 7, quiet)).toEqual({
      outcome: 'not-better',
      reviews: 1500,
      logLossBefore: 0.35,
      logLossAfter: after,
    });
  });

  test('needs enough reviews, on more than one day', async () => {
    const trainer = trainerWith(0.1);
    expect(await fit(items(300), 399, present, trainer, 7, quiet)).toMatchObject({ outcome: 'too-few', reviews: 399, needed: 400 });
    const oneDay = items(500).map((item) => ({ ...item, on: '2026-01-01' }));
    expect(await fit(oneDay, 500, present, trainer, 7, quiet)).toMatchObject({ outcome: 'too-few' });
    expect(trainer.trainedOn).toEqual([]);
  });
});
