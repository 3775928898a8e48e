import { stripVTControlCharacters } from 'node:util';
import { say } from '../runtime/say.mjs';

/** @typedef {import('./run-step.mjs').Outcome} Outcome */

/** Of each failed test, before the whole log. */
const FAILURE_LINES = 20;

/**
 * Says how a step went; of one that failed, everything.
 * @param {Outcome} outcome
 */
export function tellOutcome({ name, ok, countsTests, passed, failed, tookMs, failures, output }) {
  const tests = countsTests ? `, ${passed} of ${passed + failed} tests passed` : '';
  say(`${ok ? 'ok    ' : 'FAILED'} ${name} (${(tookMs / 1000).toFixed(1)} s${tests})`);
  if (ok) return;
  // First what a reader looks for: logs are long, and some places keep only their beginning.
  for (const failure of failures) say(`--- failed: ${shorten(failure)}`);
  say(`--- everything ${name} printed ---\n${output.trimEnd()}\n--- end of ${name} ---`);
}

/** @param {string} failure */
function shorten(failure) {
  return stripVTControlCharacters(failure).split('\n').slice(0, FAILURE_LINES).join('\n').trimEnd();
}

/**
 * The closing lines: what failed, how long it took, and the count over all runners, alone on its line.
 * @param {Outcome[]} outcomes
 * @param {number} startedAt
 * @returns {number} the exit code
 */
export function tellResult(outcomes, startedAt) {
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const broken = outcomes.filter((outcome) => !outcome.ok);
  if (broken.length > 0) console.log(`Failed steps: ${broken.map(({ name }) => name).join(', ')}`);
  if (total('skipped') > 0) console.log(`Tests skipped: ${total('skipped')}`);
  console.log(`Time: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return broken.length > 0 ? 1 : 0;
}
