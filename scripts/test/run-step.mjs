import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../runtime/folders.mjs';
import { readReport } from './reports.mjs';
import { run } from '../runtime/run.mjs';

/** A step that takes longer than this hangs; a slow and busy machine takes several times as long as ours. */
const STEP_LIMIT_MS = 45 * 60_000;

/**
 * One step of `npm test`.
 * @typedef {object} Step
 * @property {string} name what a person calls it, also for --only
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] on top of ours
 * @property {boolean} [needsElectron] the runtime has to be set up; a command `electron` is that
 * @property {'vitest' | 'playwright'} [runner] a step that counts tests
 */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {boolean} ok
 * @property {boolean} countsTests
 * @property {number} passed tests
 * @property {number} failed tests; at least one when the step is not ok
 * @property {number} skipped tests
 * @property {string[]} failures each failed test: its name, and why in the lines after it
 * @property {number} tookMs
 * @property {string} output
 */

/**
 * @param {Step} step
 * @param {AbortSignal} [signal] ends it
 * @returns {Promise<Outcome>}
 */
export async function runStep({ name, command, args, env = {}, runner }, signal) {
  const startedAt = Date.now();
  const reports = await mkdtemp(join(tmpdir(), 'etcdeck-test-'));
  try {
    const report = join(reports, 'report.json');
    const { code, output } = await run(command, [...args, ...(runner ? reporterArgs[runner](report) : [])], {
      cwd: projectFolder,
      env: { ...process.env, FORCE_COLOR: '0', ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      timeout: STEP_LIMIT_MS,
      ...(signal && { signal }),
    });
    const counts = runner ? await readReport(runner, report) : { passed: 0, failed: 0, skipped: 0, failures: [] };
    const ok = code === 0 && counts.failed === 0;
    // A step can fail without a failed test: a type error, a crash of the runner.
    return {
      name,
      ok,
      countsTests: runner !== undefined,
      ...counts,
      failed: ok ? 0 : Math.max(1, counts.failed),
      tookMs: Date.now() - startedAt,
      output,
    };
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

/** @type {Record<'vitest' | 'playwright', (report: string) => string[]>} */
const reporterArgs = {
  vitest: (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  playwright: () => ['--reporter=list,json'],
};

/**
 * Runs work for each item, at most `width` at a time, in order of the list.
 * @template T, R
 * @param {T[]} items
 * @param {number} width
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>} in order of the list
 */
export async function mapAtMost(items, width, work) {
  /** @type {R[]} */
  const results = [];
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
