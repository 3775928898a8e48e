/**
 * `npm test`: everything that must hold.
 *   npm test -- --quick           types, lint and the tests of what changed since main
 *   npm test -- --only unit,e2e   some steps of it; with one step, what follows goes to its program:
 *                                 npm test -- --only unit tests/unit/store
 */
import { displayProgram, startVirtualDisplay } from './runtime/display.mjs';
import { projectFolder } from './runtime/folders.mjs';
import { ensureRuntime } from './runtime/index.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { SetupError, runScript, say } from './runtime/say.mjs';
import { changedFiles, quickSteps, readersOf } from './test/quick.mjs';
import { mapAtMost, runStep } from './test/run-step.mjs';
import { allSteps, choose } from './test/steps.mjs';
import { tellOutcome, tellResult } from './test/tell.mjs';

/** @typedef {import('./test/run-step.mjs').Step} Step */

/** Two cores are what this is planned for. */
const LANES = 2;

await runScript(async () => {
  const startedAt = Date.now();
  const { quick, only, rest } = readArguments(process.argv.slice(2));
  const showsWindows = !quick && (only.length === 0 || only.includes('e2e'));
  const { executable, line } = await ensureRuntime({ programs: showsWindows ? [displayProgram] : [] });
  say(line);
  const steps = quick ? await chooseQuick(executable) : choose(allSteps(executable), only, rest);
  // The end-to-end tests need the build, and the machine for themselves: they measure and wait.
  const outcomes = await mapAtMost(
    steps.filter((step) => step.name !== 'e2e'),
    LANES,
    runAndTell,
  );
  const endToEnd = steps.find((step) => step.name === 'e2e');
  if (endToEnd) {
    const built = outcomes.every((outcome) => outcome.name !== 'build' || outcome.ok);
    if (built) outcomes.push(await runOnDisplay(endToEnd, executable));
    else say('e2e: not run, because the build failed');
  }
  return tellResult(outcomes, startedAt);
});

/** @param {string[]} args */
function readArguments(args) {
  const [flag, names = '', ...rest] = args;
  const only = names.split(',').filter(Boolean);
  if (flag === undefined) return { quick: false, only, rest };
  if (flag === '--quick' && args.length === 1) return { quick: true, only, rest };
  if (flag === '--only' && only.length > 0 && (rest.length === 0 || only.length === 1)) return { quick: false, only, rest };
  throw new SetupError(
    `npm test does not know: ${args.join(' ')}`,
    'use npm test, npm test -- --quick, or npm test -- --only STEP[,STEP…]',
  );
}

/** @param {string} electron */
async function chooseQuick(electron) {
  const files = await changedFiles(projectFolder);
  say(`Changed since main: ${files.length} files. Not run: the build, end-to-end tests, and the tests that do not reach what changed.`);
  return quickSteps(files, await readersOf(projectFolder, files), electron);
}

/** @param {Step} step */
async function runAndTell(step) {
  const outcome = await runStep(step);
  tellOutcome(outcome);
  return outcome;
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
