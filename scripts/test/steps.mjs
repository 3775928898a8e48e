import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { packageFolder } from '../runtime/folders.mjs';
import { SetupError } from '../runtime/say.mjs';

/** @typedef {import('./run-step.mjs').Step} Step */

/**
 * Everything that must hold, in the order in which it starts. The unit tests take longest: one of the two lanes is theirs,
 * also while they wait for Electron. The component tests, which can use both cores, come when the unit tests are done or nearly so.
 * @type {Step[]}
 */
export const allSteps = [
  script('typecheck:node'),
  vitest('unit', ['run', '--project', 'unit']),
  script('lint:code'),
  script('typecheck:web'),
  script('lint:walls'),
  script('lint:unused'),
  script('lint:format'),
  script('build'),
  vitest('faults', ['run', '--project', 'faults']),
  vitest('component', ['run', '--project', 'component']),
  {
    name: 'e2e',
    command: process.execPath,
    args: [join(packageFolder('@playwright/test'), 'cli.js'), 'test'],
    needsElectron: true,
    runner: 'playwright',
  },
];

/**
 * A script of package.json.
 * @param {string} name
 * @returns {Step}
 */
export function script(name) {
  return { name, command: 'npm', args: ['run', '--silent', name] };
}

/**
 * Vitest in the runtime, where better-sqlite3 loads.
 * @param {string} name
 * @param {string[]} args
 * @returns {Step}
 */
export function vitest(name, args) {
  // By itself it leaves a core to others, which of two is one too many.
  const workers = `--maxWorkers=${availableParallelism()}`;
  return {
    name,
    command: 'electron',
    args: [join(packageFolder('vitest'), 'vitest.mjs'), ...args, workers],
    env: { ELECTRON_RUN_AS_NODE: '1' },
    needsElectron: true,
    runner: 'vitest',
  };
}

/**
 * @param {Step} step
 * @param {string} electron the executable of the runtime
 * @returns {Step} as it runs with that
 */
export function withElectron(step, electron) {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dirname(electron), ELECTRON_EXEC_PATH: electron, ...step.env };
  return { ...step, env, command: step.command === 'electron' ? electron : step.command };
}

/**
 * @param {Step[]} steps
 * @param {string[]} only names, or what stands before the colon of some; none: all
 * @param {string[]} rest arguments for the one step
 * @returns {Step[]}
 */
export function choose(steps, only, rest) {
  if (only.length === 0) return steps;
  const namesOf = (/** @type {Step} */ { name }) => [name, name.split(':')[0] ?? ''];
  const unknown = only.filter((name) => !steps.some((step) => namesOf(step).includes(name)));
  if (unknown.length > 0) {
    const known = new Set(steps.flatMap(namesOf));
    throw new SetupError(`There is no step ${unknown.join(', ')}.`, `choose from: ${[...known].join(', ')}`);
  }
  const isChosen = (/** @type {Step} */ step) => namesOf(step).some((name) => only.includes(name));
  const chosen = steps.filter(isChosen).map((step) => ({ ...step, args: [...step.args, ...rest] }));
  const lacksBuild = chosen.some(({ name }) => name === 'e2e') && !chosen.some(({ name }) => name === 'build');
  return lacksBuild ? [script('build'), ...chosen] : chosen;
}
