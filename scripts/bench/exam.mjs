import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../runtime/say.mjs';
import { startScript, WORK_LIMIT_MS } from './child.mjs';
import { figure, median } from './figures.mjs';

/** @typedef {import('./child.mjs').Place} Place */

/**
 * Recall on exam day with the plan (value) and with plain FSRS (floor), from simulated learners; the table goes to stderr.
 * @param {Place} place
 */
export async function examPlan({ project }) {
  /** @type {typeof import('./exam.js')} */
  const { planAndPlain } = await import(pathToFileURL(join(project, 'out/bench/exam.js')).href);
  const { plan, plain, leastGain, rows } = planAndPlain();
  const names = Object.keys(rows[0] ?? {});
  for (const line of [names, ...rows.map((row) => Object.values(row))])
    say(line.map((cell, n) => String(cell).padStart(names[n]?.length ?? 0)).join('  '));
  say(`Least gain: ${leastGain.toFixed(1)} points; mean gain: ${(plan - plain).toFixed(1)} points.`);
  return { exam_plan: figure(plan, plain, '%', rows.length) };
}

const VIEWS = 7;
const CARDS = 20_000;

/**
 * Milliseconds of what the Exam screen asks for, beside the bare reading; and the longest stall of the main process beside one frame.
 * @param {Place} place
 * @returns {Promise<Record<string, import('./figures.mjs').Figure>>}
 */
export async function examGet(place) {
  const script = startScript(place, 'exam-run');
  const folder = join(place.folder, 'exam');
  try {
    const { studied, reviews } = await script.ask('fill', { folder, cards: CARDS, reviews: 5 * CARDS }, WORK_LIMIT_MS);
    say(`  ${CARDS} cards, ${studied} of them studied, ${reviews} answers`);
    /** @type {{ ms: number, stallMs: number, readMs: number }[]} */
    const runs = [];
    for (let run = 0; run < VIEWS; run++) runs.push(await script.ask('view', { folder, cards: CARDS }, WORK_LIMIT_MS));
    const middle = (/** @type {'ms' | 'readMs'} */ part) => median(runs.map((run) => run[part]));
    return {
      exam_get: figure(middle('ms'), middle('readMs'), 'ms', VIEWS),
      exam_get_stall: figure(Math.max(...runs.map(({ stallMs }) => stallMs)), 1000 / 60, 'ms', VIEWS),
    };
  } finally {
    await script.quit();
  }
}
