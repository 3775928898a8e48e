import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageFolder } from '../runtime/folders.mjs';
import { lastLines, run } from '../runtime/run.mjs';
import { SetupError } from '../runtime/say.mjs';
import { script, vitest } from './steps.mjs';

/** @typedef {import('./run-step.mjs').Step} Step */

/** What tests read by its path: no import leads to it. */
const data = ['decks', 'tests/corpus', 'tests/fixtures'];

/**
 * What changed in a checkout since its branch left main, committed or not, without what was deleted.
 * @param {string} folder of the checkout
 * @returns {Promise<string[]>} paths from there
 */
export async function changedFiles(folder) {
  const bases = await Promise.all(['main', 'origin/main'].map((name) => git(folder, 'merge-base', 'HEAD', name)));
  const base = bases.find(({ code }) => code === 0)?.output.trim() ?? 'HEAD';
  const lists = await Promise.all([git(folder, 'diff', '--name-only', base), git(folder, 'ls-files', '--others', '--exclude-standard')]);
  for (const { code, output } of lists) {
    if (code !== 0) throw new SetupError(`git does not say what changed:\n${lastLines(output)}`, 'run npm test instead.');
  }
  const named = lists.flatMap(({ output }) => output.split('\n').filter(Boolean));
  return [...new Set(named)].filter((file) => existsSync(join(folder, file))).sort();
}

/**
 * The tests and their helpers that name a folder of data in which something changed.
 * @param {string} folder of the checkout
 * @param {string[]} files what changed
 * @returns {Promise<string[]>} paths from there
 */
export async function readersOf(folder, files) {
  const touched = data.filter((each) => files.some((file) => file.startsWith(`${each}/`)));
  const found = await Promise.all(touched.map((each) => git(folder, 'grep', '-lF', basename(each), '--', 'tests/*.ts')));
  return [...new Set(found.flatMap(({ output }) => output.split('\n').filter(Boolean)))].sort();
}

/** @param {string} folder @param {string[]} args */
const git = (folder, ...args) => run('git', ['-c', 'core.quotePath=off', ...args], { cwd: folder });

/**
 * The part of `npm test` that tells most about a change in little time: types, lint and the tests that reach what changed
 * by their imports. No build and no end-to-end tests.
 * @param {string[]} files what changed
 * @param {string[]} readers of changed data
 * @returns {Step[]}
 */
export function quickSteps(files, readers) {
  if (files.length === 0) return [];
  const code = files.filter((file) => /\.(ts|svelte|js|mjs|cjs)$/.test(file));
  const reached = [...code, ...readers];
  const related = vitest('related', ['related', '--run', '--passWithNoTests', '--project', 'unit', '--project', 'component', ...reached]);
  const format = program('lint:format', 'prettier', 'bin/prettier.cjs', ['--check', '--ignore-unknown', '--cache', ...files]);
  if (code.length === 0) return readers.length > 0 ? [related, format] : [format];
  const isWeb = (/** @type {string} */ file) => /^(src\/(renderer|shared)|tests\/component)\//.test(file);
  const types = [
    ...(code.every((file) => isWeb(file) && !file.startsWith('src/shared/')) ? [] : [script('typecheck:node')]),
    ...(code.some(isWeb) ? [script('typecheck:web')] : []),
  ];
  const cache = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];
  return [
    related,
    ...types,
    program('lint:code', 'eslint', 'bin/eslint.js', ['--max-warnings', '0', '--no-warn-ignored', ...cache, ...code]),
    format,
    script('lint:walls'),
    script('lint:unused'),
  ];
}

/**
 * A program of an installed package.
 * @param {string} name
 * @param {string} of the package
 * @param {string} file
 * @param {string[]} args
 * @returns {Step}
 */
function program(name, of, file, args) {
  return { name, command: process.execPath, args: [join(packageFolder(of), file), ...args] };
}
