import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';
import { isInstalled } from './system.mjs';

/** The program that a virtual display is. */
export const displayProgram = 'Xvfb';

/** Whether a window can be shown on this machine as it is. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a display in memory.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>} env: what a program that is to show there gets
 */
export async function startVirtualDisplay() {
  const command = [displayProgram, '-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'];
  // The kernel ends the display with us, whatever ends us.
  if (isInstalled('setpriv')) command.unshift('setpriv', '--pdeathsig', 'TERM');
  const [program = '', ...args] = command;
  // Detached: a Ctrl-C in the terminal must reach the app first, not take its display away.
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((resolve) => server.once('close', resolve));
  const { WAYLAND_DISPLAY: _, ...env } = process.env;
  return {
    env: { ...env, DISPLAY: `:${await displayNumber(server)}`, XDG_SESSION_TYPE: 'x11' },
    stop: async () => {
      server.kill();
      await ended;
    },
  };
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
