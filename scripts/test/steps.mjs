import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { packageFolder } from '../runtime/folders.mjs';
import { SetupError } from '../runtime/say.mjs';

/** @typedef {import('./run-step.mjs').Step} Step */

/**
 * Everything that must hold.
 * @param {string} electron the runtime's executable
 * @returns {Step[]} in the order in which they start: long ones first
 */
export function allSteps(electron) {
  return [
    script('build'),
    vitest('unit', electron, ['run', '--project', 'unit']),
    vitest('component', electron, ['run', '--project', 'component']),
    script('typecheck:node'),
    script('typecheck:web'),
    script('lint:code'),
    script('lint:format'),
    script('lint:walls'),
    script('lint:unused'),
    {
      name: 'e2e',
      command: process.execPath,
      args: [join(packageFolder('@playwright/test'), 'cli.js'), 'test'],
      env: electronIs(electron),
      runner: 'playwright',
    },
  ];
}

/**
 * A script of package.json.
 * @param {string} name
 * @returns {Step}
 */
export const script = (name) => ({ name, command: 'npm', args: ['run', '--silent', name] });

/**
 * Vitest in the runtime, where better-sqlite3 loads.
 * @param {string} name
 * @param {string} electron the runtime's executable
 * @param {string[]} args
 * @returns {Step}
 */
export function vitest(name, electron, args) {
  // By itself it leaves a core to others, which of two is one too many.
  const workers = `--maxWorkers=${availableParallelism()}`;
  return {
    name,
    command: electron,
    args: [join(packageFolder('vitest'), 'vitest.mjs'), ...args, workers],
    env: { ...electronIs(electron), ELECTRON_RUN_AS_NODE: '1' },
    runner: 'vitest',
  };
}

/** @param {string} electron */
const electronIs = (electron) => ({ ELECTRON_OVERRIDE_DIST_PATH: dirname(electron), ELECTRON_EXEC_PATH: electron });

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
