import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../src/main/domain/review/random.js';
import { defaultParameters, strengthen } from '../../../src/main/domain/review/scheduler.js';
import type { Parameters, Strength } from '../../../src/main/domain/review/scheduler.js';
import { loadRustBinding } from '../../../src/main/features/presets/rust-binding.js';
import type { RustStrength } from '../../../src/main/features/presets/rust-binding.js';
import type { Rating } from '../../../src/shared/contract.js';

const rust = loadRustBinding();
const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const steps = 100_000;
const tolerance = 1e-4;

/** Weights as trainings find them: each within a tenth of the default. */
const weightsFrom = (random: () => number): number[] => defaultParameters.weights.map((weight) => weight * (0.9 + 0.2 * random()));

describe.skipIf(!rust)('the Rust implementation (skipped where the Rust binding is not published for the system)', () => {
  test(`agrees in stability and difficulty over ${steps} random steps`, { timeout: 240_000 }, () => {
    if (!rust) return;
    const random = randomFrom('agreement');
    let worst = 0;
    let taken = 0;
    while (taken < steps) {
      const parameters: Parameters = { ...defaultParameters, weights: taken % 4 === 0 ? defaultParameters.weights : weightsFrom(random) };
      const engine = new rust.FSRSBinding([...parameters.weights]);
      let ours: Strength | null = null;
      for (let step = 0; step < 40; step++, taken++) {
        const elapsedDays = ours === null || random() < 0.2 ? 0 : Math.floor(random() ** 3 * 400);
        const rating = ratings[Math.floor(random() * 4)] ?? 'good';
        // Each step begins where both agree, so that rounding to 32 bits does not add up over the steps.
        const from: RustStrength | null = ours && new rust.BindingMemoryState(ours.stability, ours.difficulty);
        const { memory: theirs } = engine.nextStates(from, parameters.desiredRetention, elapsedDays)[rating];
        ours = strengthen(ours, rating, elapsedDays, parameters);
        for (const part of ['stability', 'difficulty'] as const) {
          worst = Math.max(worst, Math.abs(ours[part] - theirs[part]) / theirs[part]);
        }
      }
    }
    expect(taken).toBe(steps);
    expect(worst).toBeLessThan(tolerance);
  });
});
