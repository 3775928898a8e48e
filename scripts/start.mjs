/**
 * `npm start`: does all the set-up the app needs, then runs it until it is closed. Arguments are passed on:
 * `npm start -- --data DIR`.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './runtime/build.mjs';
import { runInOurPlace } from './runtime/run.mjs';
import { displayProgram, hasDisplay, startVirtualDisplay } from './runtime/display.mjs';
import { cacheFolder, projectFolder } from './runtime/folders.mjs';
import { ensureRuntime } from './runtime/index.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { runScript, say } from './runtime/say.mjs';

await runScript(async () => {
  const runtime = await ensureRuntime({ programs: hasDisplay() ? [] : [displayProgram] });
  say(runtime.line);
  await ensureBuild();
  const switches = await sandboxSwitches(runtime.executable);
  const args = [projectFolder, ...switches, ...process.argv.slice(2)];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  if (!hasDisplay()) return runUnseen(runtime.executable, args, cwd);
  say('Starting Etcdeck. Close its window, or press Ctrl-C here, to end it.');
  return runInOurPlace(runtime.executable, args, { cwd, env: process.env });
});

/**
 * Without a display the app runs on one in memory, and a picture shows that it does.
 * @param {string} executable
 * @param {string[]} args
 * @param {string} cwd
 */
async function runUnseen(executable, args, cwd) {
  say('No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so the window opens on a display in memory (Xvfb).');
  const camera = fileURLToPath(new URL('runtime/picture.cjs', import.meta.url));
  const display = await startVirtualDisplay();
  try {
    return await runInOurPlace(
      executable,
      // Without a desktop Chromium complains at length that there is no message bus: only what is fatal matters here.
      ['-r', camera, ...args, '--log-level=3'],
      { cwd, env: { ...display.env, ETCDECK_PICTURE: join(cacheFolder(), 'etcdeck-window.png') } },
    );
  } finally {
    await display.stop();
  }
}
