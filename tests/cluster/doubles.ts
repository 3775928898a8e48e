/** Doubles for one test of vitest. */
import { expect, onTestFinished } from 'vitest';
import { type ApiDouble, type DoubleOptions, openDouble } from './api-double.js';
import type { Scenario } from './scenarios.js';

/** Starts a double; it is stopped when the test ends, and the test fails when anything was asked that must not be. */
export async function startDouble(scenario: Scenario, options?: DoubleOptions): Promise<ApiDouble> {
  const double = await openDouble(scenario, options);
  onTestFinished(async () => {
    await double.stop();
    expect(double.violations, 'asked of the cluster, and must not be').toEqual([]);
  });
  return double;
}
