import { spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './say.mjs';
import { isInstalled } from './system.mjs';

/** Whether a window can be shown on this machine as it is. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The program that a virtual display is. */
export const displayProgram = 'Xvfb';

/**
 * A display in memory.
 * @typedef {object} VirtualDisplay
 * @property {NodeJS.ProcessEnv} env what a program that is to show there gets
 * @property {() => Promise<Buffer>} readFrame what it shows now, as an XWD image
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<VirtualDisplay>} */
export async function startVirtualDisplay() {
  const frames = await mkdtemp(join(tmpdir(), 'etcdeck-display-'));
  const command = [displayProgram, '-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-fbdir', frames];
  // The kernel ends the display with us, whatever ends us.
  if (isInstalled('setpriv')) command.unshift('setpriv', '--pdeathsig', 'TERM');
  const [program = '', ...args] = command;
  // Detached: a Ctrl-C in the terminal must reach the app first, not take its display away.
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((resolve) => server.once('close', resolve));
  try {
    const number = await displayNumber(server);
    const frame = await open(join(frames, 'Xvfb_screen0'));
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' };
    delete env.WAYLAND_DISPLAY;
    return {
      env,
      readFrame: async () => {
        const { size } = await frame.stat();
        return (await frame.read(Buffer.alloc(size), 0, size, 0)).buffer;
      },
      stop: async () => {
        await frame.close();
        server.kill();
        await ended;
      },
    };
  } catch (error) {
    server.kill();
    throw error;
  } finally {
    // The open file lives on without its name, so nothing is left behind whatever ends us.
    await rm(frames, { recursive: true, force: true });
  }
}

/**
 * Xvfb picks a free number and writes it to its file descriptor 3 when it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    server.stderr?.on('data', (chunk) => (complaint += chunk));
    server.stdio[3]?.once('data', (/** @type {Buffer} */ chunk) => resolve(chunk.toString().trim()));
    const fail = (/** @type {string} */ reason) =>
      reject(
        new SetupError(`Xvfb did not start: ${reason}`, 'make sure that /tmp can be written, or set DISPLAY to a display of your own.'),
      );
    server.once('error', (error) => fail(error.message));
    server.once('exit', () => fail(complaint.trim() || 'it ended at once.'));
  });
}
