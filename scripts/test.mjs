/**
 * `npm test`: everything that must hold. `npm test -- --only unit,e2e` runs some steps of it; with one step, what follows
 * goes to its program: `npm test -- --only unit tests/unit/store`.
 */
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { displayProgram, startVirtualDisplay } from './runtime/display.mjs';
import { packageFolder } from './runtime/folders.mjs';
import { ensureRuntime } from './runtime/index.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { SetupError, runScript, say } from './runtime/say.mjs';
import { mapAtMost, runStep } from './test/run-step.mjs';

/** @typedef {import('./test/run-step.mjs').Step} Step */
/** @typedef {import('./test/run-step.mjs').Outcome} Outcome */

/** Two cores are what this is planned for. */
const LANES = 2;

/** Of each failed test, before the whole log. */
const FAILURE_LINES = 20;

await runScript(async () => {
  const startedAt = Date.now();
  const { only, rest } = readArguments(process.argv.slice(2));
  const showsWindows = only.length === 0 || only.includes('e2e');
  const runtime = await ensureRuntime({ programs: showsWindows ? [displayProgram] : [] });
  say(runtime.line);
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dirname(runtime.executable), ELECTRON_EXEC_PATH: runtime.executable };
  const steps = choose(allSteps(runtime.executable, env), only, rest);
  // The end-to-end tests need the build, and the machine for themselves: they measure and wait.
  const outcomes = await mapAtMost(
    steps.filter((step) => step.name !== 'e2e'),
    LANES,
    runAndTell,
  );
  const endToEnd = steps.find((step) => step.name === 'e2e');
  if (endToEnd) {
    const built = outcomes.every((outcome) => outcome.name !== 'build' || outcome.ok);
    if (built) outcomes.push(await runOnDisplay(endToEnd, runtime.executable));
    else say('e2e: not run, because the build failed');
  }
  return tellResult(outcomes, startedAt);
});

/**
 * @param {string} electron
 * @param {NodeJS.ProcessEnv} env
 * @returns {Step[]} in the order in which they start: long ones first
 */
function allSteps(electron, env) {
  const script = (/** @type {string} */ name) => ({ name, command: 'npm', args: ['run', '--silent', name] });
  const inRuntime = (/** @type {string} */ project) => ({
    name: project,
    command: electron,
    args: [join(packageFolder('vitest'), 'vitest.mjs'), 'run', '--project', project],
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    runner: /** @type {const} */ ('vitest'),
  });
  return [
    script('build'),
    inRuntime('unit'),
    inRuntime('component'),
    script('typecheck'),
    script('lint:code'),
    script('lint:format'),
    script('lint:walls'),
    script('lint:unused'),
    {
      name: 'e2e',
      command: process.execPath,
      args: [join(packageFolder('@playwright/test'), 'cli.js'), 'test'],
      env,
      runner: 'playwright',
    },
  ];
}

/** @param {string[]} args */
function readArguments(args) {
  if (args.length === 0) return { only: [], rest: [] };
  const [flag, names = '', ...rest] = args;
  const only = names.split(',').filter(Boolean);
  if (flag !== '--only' || only.length === 0 || (rest.length > 0 && only.length > 1)) {
    throw new SetupError(`npm test does not know: ${args.join(' ')}`, 'use npm test, or npm test -- --only STEP[,STEP…]');
  }
  return { only, rest };
}

/**
 * @param {Step[]} steps
 * @param {string[]} only names, or `lint` for all that begin with `lint:`
 * @param {string[]} rest arguments for the one step
 */
function choose(steps, only, rest) {
  if (only.length === 0) return steps;
  const isNamed = (/** @type {Step} */ { name }) => only.includes(name) || only.includes(name.split(':')[0] ?? '');
  const chosen = steps.filter(isNamed);
  const unknown = only.filter((name) => !steps.some((step) => step.name.split(':')[0] === name || step.name === name));
  if (unknown.length > 0) {
    throw new SetupError(`There is no step ${unknown.join(', ')}.`, `choose from: ${steps.map(({ name }) => name).join(', ')}, lint`);
  }
  const extended = chosen.map((step) => ({ ...step, args: [...step.args, ...rest] }));
  const build = steps.filter((step) => step.name === 'build');
  const needsBuild = chosen.some((step) => step.name === 'e2e') && !chosen.some((step) => step.name === 'build');
  return needsBuild ? [...build, ...extended] : extended;
}

/** @param {Step} step */
async function runAndTell(step) {
  const outcome = await runStep(step);
  const tests = step.runner ? `, ${outcome.passed} of ${outcome.passed + outcome.failed} tests passed` : '';
  say(`${outcome.ok ? 'ok    ' : 'FAILED'} ${outcome.name} (${(outcome.tookMs / 1000).toFixed(1)} s${tests})`);
  if (!outcome.ok) {
    // First what a reader looks for: logs are long, and some places keep only their beginning.
    for (const failure of outcome.failures) say(`--- failed: ${shorten(failure)}`);
    say(`--- everything ${outcome.name} printed ---\n${outcome.output.trimEnd()}\n--- end of ${outcome.name} ---`);
  }
  return outcome;
}

/** @param {string} failure */
function shorten(failure) {
  return stripVTControlCharacters(failure).split('\n').slice(0, FAILURE_LINES).join('\n').trimEnd();
}

/**
 * @param {Step} step
 * @param {string} electron
 */
async function runOnDisplay(step, electron) {
  await sandboxSwitches(electron);
  if (process.platform !== 'linux') return runAndTell(step);
  const display = await startVirtualDisplay();
  try {
    return await runAndTell({ ...step, env: { ...display.env, ...step.env } });
  } finally {
    await display.stop();
  }
}

/**
 * The closing lines: what failed, how long it took, and the count over all runners, alone on its line.
 * @param {Outcome[]} outcomes
 * @param {number} startedAt
 * @returns {number} the exit code
 */
function tellResult(outcomes, startedAt) {
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const broken = outcomes.filter((outcome) => !outcome.ok);
  if (broken.length > 0) console.log(`Failed steps: ${broken.map(({ name }) => name).join(', ')}`);
  if (total('skipped') > 0) console.log(`Tests skipped: ${total('skipped')}`);
  console.log(`Time: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return broken.length > 0 ? 1 : 0;
}
