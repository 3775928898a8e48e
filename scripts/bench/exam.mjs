import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { figure } from './figures.mjs';
import { say } from '../runtime/say.mjs';

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
