/** Fitting weights to the reviews of a person. */
import { join } from 'node:path';
import { say } from '../runtime/say.mjs';
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { figure, median } from './figures.mjs';

/** @typedef {import('./child.mjs').Place} Place */
/** @typedef {import('./figures.mjs').Figure} Figure */

const FITTINGS = 7;

/**
 * Milliseconds of a fitting beside those of the bare training; and the longest stall of the main process beside one frame.
 * @param {Place} place
 * @returns {Promise<Record<string, Figure>>}
 */
export async function optimise(place) {
  const script = startScript(place, 'optimise-run');
  const folder = join(place.folder, 'fitted');
  try {
    const { reviews } = await script.ask('fill', { folder }, WORK_LIMIT_MS);
    say(`  ${reviews} reviews`);
    /** @type {{ ms: number, stallMs: number, trainingMs: number }[]} */
    const runs = [];
    for (let run = 0; run < FITTINGS; run++) runs.push(await script.ask('fit', { folder }, WORK_LIMIT_MS));
    const middle = (/** @type {'ms' | 'stallMs' | 'trainingMs'} */ part) => median(runs.map((run) => run[part]));
    return {
      optimise_20k: figure(middle('ms'), middle('trainingMs'), 'ms', FITTINGS),
      optimise_20k_stall: figure(Math.max(...runs.map(({ stallMs }) => stallMs)), 1000 / 60, 'ms', FITTINGS),
    };
  } finally {
    await script.quit();
  }
}
