/**
 * `npm run pictures -- DIR`: takes a picture of every screen and state (tests/e2e/pictures) into a folder. What follows goes to
 * Playwright: `npm run pictures -- DIR -g "Today"`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectFolder } from '../runtime/folders.mjs';
import { withLock } from '../runtime/lock.mjs';
import { SetupError, runScript, say } from '../runtime/say.mjs';

/** The screens show where their data lies, so all runs on a machine use the same places: one run at a time. */
const lock = join(tmpdir(), 'etcdeck pictures.lock');

await runScript(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name.startsWith('-')) {
    throw new SetupError('Where do the pictures go?', 'name a folder: npm run pictures -- DIR');
  }
  const folder = resolve(name);
  const code = await withLock(lock, 'run of pictures', () => take(folder, rest));
  say(`Pictures: ${folder}`);
  return code;
});

/**
 * @param {string} folder
 * @param {string[]} rest arguments for Playwright
 * @returns {Promise<number>} the exit code
 */
async function take(folder, rest) {
  const test = spawn(process.execPath, [join(projectFolder, 'scripts/test.mjs'), '--only', 'e2e', ...rest], {
    env: { ...process.env, ETCDECK_PICTURES: folder },
    stdio: 'inherit',
  });
  const [code, signal] = await once(test, 'exit');
  if (signal) say(`The run was ended by ${signal}.`);
  return code ?? 1;
}
