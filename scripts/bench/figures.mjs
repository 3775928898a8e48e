/**
 * One line of the result. `ratio` is `value / floor`.
 * @typedef {{ value: number, floor: number, ratio: number, unit: string, n: number }} Figure
 */

/**
 * The value below which this share of the samples lies.
 * @param {readonly number[]} samples
 * @param {number} share from 0 to 1
 */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} samples */
export const median = (samples) => quantile(samples, 0.5);

/**
 * @param {number} value
 * @param {number} floor
 * @param {string} unit
 * @param {number} n
 * @returns {Figure}
 */
export function figure(value, floor, unit, n) {
  const round = (/** @type {number} */ number) => Number(number.toPrecision(4));
  return { value: round(value), floor: round(floor), ratio: round(value / floor), unit, n };
}

/**
 * Takes samples of two things in turn, so that what the machine does meanwhile falls on both.
 * @param {number} rounds
 * @param {() => Promise<number>} value
 * @param {() => Promise<number>} floor
 */
export async function inTurn(rounds, value, floor) {
  /** @type {{ values: number[], floors: number[] }} */
  const samples = { values: [], floors: [] };
  for (let round = 0; round < rounds; round++) {
    samples.values.push(await value());
    samples.floors.push(await floor());
  }
  return samples;
}

/**
 * @param {{ values: number[], floors: number[] }} samples
 * @param {string} unit
 */
export const medians = ({ values, floors }, unit) => figure(median(values), median(floors), unit, values.length);
