/**
 * `npm start`: does all the set-up the app needs, then runs it until it is closed. Arguments are passed on:
 * `npm start -- --data DIR`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuild } from './runtime/build.mjs';
import { runInOurPlace } from './runtime/child.mjs';
import { displayProgram, hasDisplay, startVirtualDisplay } from './runtime/display.mjs';
import { cacheFolder, projectFolder } from './runtime/folders.mjs';
import { ensureRuntime } from './runtime/index.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { runScript, say } from './runtime/say.mjs';
import { saveScreenshot } from './runtime/screenshot.mjs';

const SCREENSHOT_LIMIT_MS = 60_000;

await runScript(async () => {
  const runtime = await ensureRuntime({ programs: hasDisplay() ? [] : [displayProgram] });
  say(runtime.line);
  await ensureBuild();
  const switches = await sandboxSwitches(runtime.executable);
  const args = [projectFolder, ...switches, ...process.argv.slice(2)];
  const cwd = process.env.INIT_CWD ?? process.cwd();
  if (hasDisplay()) {
    say('Starting Etcdeck. Close its window, or press Ctrl-C here, to end it.');
    return runInOurPlace(runtime.executable, args, { cwd, env: process.env });
  }
  return runUnseen(runtime.executable, args, cwd);
});

/**
 * Without a display the app runs on one in memory, and a picture shows that it does.
 * @param {string} executable
 * @param {string[]} args
 * @param {string} cwd
 */
async function runUnseen(executable, args, cwd) {
  say('No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so the window opens on a display in memory (Xvfb).');
  const display = await startVirtualDisplay();
  const ended = new AbortController();
  try {
    // Without a desktop Chromium complains at length that there is no message bus: only what is fatal matters here.
    const app = runInOurPlace(executable, [...args, '--log-level=3'], { cwd, env: display.env });
    const picture = takePicture(display.readFrame, ended.signal);
    const code = await app;
    ended.abort();
    await picture;
    return code;
  } finally {
    await display.stop();
  }
}

/**
 * @param {() => Promise<Buffer>} readFrame
 * @param {AbortSignal} signal
 */
async function takePicture(readFrame, signal) {
  const target = join(cacheFolder(), 'etcdeck-window.png');
  await mkdir(cacheFolder(), { recursive: true });
  const saved = await saveScreenshot(readFrame, target, { limitMs: SCREENSHOT_LIMIT_MS, signal });
  if (saved) say(`Etcdeck is running; a picture of its window is in ${target}`);
  else if (!signal.aborted) say(`Etcdeck has shown no window after ${SCREENSHOT_LIMIT_MS / 1000} s.`);
  if (signal.aborted) return;
  say('To see the window itself, run npm start in a desktop session, or over ssh -X; DISPLAY is then set. Ctrl-C ends the app.');
}
