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
import { allSteps, choose, withElectron } from './test/steps.mjs';
import { tellOutcome, tellResult } from './test/tell.mjs';

/** @typedef {import('./test/run-step.mjs').Step} Step */

/** Two cores are what this is planned for. */
const LANES = 2;

await runScript(async () => {
  const startedAt = Date.now();
  const { quick, only, rest } = readArguments(process.argv.slice(2));
  const steps = quick ? await quickChoice() : choose(allSteps, only, rest);
  const endToEnd = steps.find(({ name }) => name === 'e2e');
  const setUp = setUpElectron(
    steps.some(({ needsElectron }) => needsElectron),
    endToEnd !== undefined,
  );
  // The end-to-end tests need the build, and the machine for themselves: they measure and wait.
  const outcomes = await mapAtMost(
    steps.filter((step) => step !== endToEnd),
    LANES,
    (step) => runAndTell(step, setUp),
  );
  if (endToEnd) {
    const built = outcomes.every((outcome) => outcome.name !== 'build' || outcome.ok);
    if (built) outcomes.push(await runOnDisplay(endToEnd, setUp));
    else say('e2e: not run, because the build failed');
  }
  return tellResult(outcomes, startedAt);
});

/**
 * The runtime while it is being set up; steps that do not need it run meanwhile, until the set-up fails.
 * @typedef {{ electron: Promise<string>, failed: AbortSignal }} SetUp
 */

/**
 * @param {boolean} isNeeded
 * @param {boolean} showsWindows
 * @returns {SetUp}
 */
function setUpElectron(isNeeded, showsWindows) {
  if (!isNeeded) return { electron: Promise.resolve(''), failed: new AbortController().signal };
  const failure = new AbortController();
  const electron = ensureRuntime({ programs: showsWindows ? [displayProgram] : [] }).then(({ executable, line }) => {
    say(line);
    return executable;
  });
  electron.catch(() => failure.abort());
  return { electron, failed: failure.signal };
}

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

async function quickChoice() {
  const files = await changedFiles(projectFolder);
  say(`Changed since main: ${files.length} files. Not run: the build, end-to-end tests, and the tests that do not reach what changed.`);
  return quickSteps(files, await readersOf(projectFolder, files));
}

/**
 * @param {Step} step
 * @param {SetUp} setUp
 */
async function runAndTell(step, { electron, failed }) {
  const outcome = await runStep(step.needsElectron ? withElectron(step, await electron) : step, failed);
  if (!failed.aborted) tellOutcome(outcome);
  return outcome;
}

/**
 * @param {Step} step
 * @param {SetUp} setUp
 */
async function runOnDisplay(step, setUp) {
  await sandboxSwitches(await setUp.electron);
  if (process.platform !== 'linux') return runAndTell(step, setUp);
  const display = await startVirtualDisplay();
  try {
    return await runAndTell({ ...step, env: { ...display.env, ...step.env } }, setUp);
  } finally {
    await display.stop();
  }
}
