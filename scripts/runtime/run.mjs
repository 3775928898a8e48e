import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program to its end and keeps what it prints (both streams together). Asynchronous on purpose: a lock that is
 * held must be kept fresh meanwhile.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, signal?: AbortSignal }} [options] timeout (ms) and signal end it
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program is not there
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const chunks = [];
    const output = () => Buffer.concat(chunks).toString('utf8');
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${output()}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: `${output()}${signal ? `Ended by ${signal}.\n` : ''}` }));
  });
}

/** The last lines of a long output, for an error message. @param {string} output */
export const lastLines = (output, count = 15) => output.trimEnd().split('\n').slice(-count).join('\n');

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in our place: it has our terminal, gets the signals sent to us, and its end is ours.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 128 + number when a signal ended it
 */
export function runInOurPlace(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: 'inherit' });
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of passedOn) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of passedOn) process.off(each, pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
