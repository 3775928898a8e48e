/**
 * `npm run pictures -- DIR`: takes a picture of every screen and state (tests/e2e/pictures) into a folder. What follows goes to
 * Playwright: `npm run pictures -- DIR -g "Today"`. Two runs at once on one machine would share their data folders: run one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { projectFolder } from '../runtime/folders.mjs';
import { SetupError, runScript, say } from '../runtime/say.mjs';

await runScript(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (name === undefined || name.startsWith('-')) {
    throw new SetupError('Where do the pictures go?', 'name a folder: npm run pictures -- DIR');
  }
  const folder = resolve(name);
  const test = spawn(process.execPath, [join(projectFolder, 'scripts/test.mjs'), '--only', 'e2e', ...rest], {
    env: { ...process.env, ETCDECK_PICTURES: folder },
    stdio: 'inherit',
  });
  const [code] = await once(test, 'exit');
  say(`Pictures: ${folder}`);
  return code ?? 1;
});
