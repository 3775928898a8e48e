import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

/** The holder touches its lock this often; a lock untouched for STALE_MS has lost its holder. */
const TOUCH_EVERY_MS = 5_000;
const STALE_MS = 120_000;
const LOOK_EVERY_MS = 250;

/**
 * Runs `work` while no other process does so under the same lock file. A second process says so and waits; the lock of a
 * process that died is taken over. The work must leave time for touching the lock.
 * @template T
 * @param {string} file the lock file
 * @param {string} what is done, for who waits
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, what, work) {
  await mkdir(dirname(file), { recursive: true });
  for (let told = false; !(await tryToTake(file));) {
    const holder = await readHolder(file);
    if (holder === null) continue;
    if (holder.isGone) {
      await breakLock(file, holder.text);
      continue;
    }
    if (!told) say(`Waiting for another ${what} to finish (process ${holder.pid}, ${file}) …`);
    told = true;
    await sleep(LOOK_EVERY_MS);
  }
  const timer = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), TOUCH_EVERY_MS);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await rm(file, { force: true });
  }
}

/** @param {string} file */
function tryToTake(file) {
  return writeFile(file, `${process.pid} ${hostname()} ${Date.now()}`, { flag: 'wx' }).then(() => true, unless('EEXIST', false));
}

/**
 * @param {string} file
 * @returns {Promise<{ text: string, pid: number, isGone: boolean } | null>} null when the lock has gone meanwhile
 */
async function readHolder(file) {
  const found = await Promise.all([readFile(file, 'utf8'), stat(file)]).catch(unless('ENOENT', null));
  if (found === null) return null;
  const [text, { mtimeMs }] = found;
  // For a moment a new lock is empty: it has no host yet.
  const [pid, host] = text.split(' ');
  const isDead = host === hostname() && !isAlive(Number(pid));
  return { text, pid: Number(pid), isGone: isDead || Date.now() - mtimeMs > STALE_MS };
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * Removes a stale lock. Two processes may see the same stale lock: it is moved away first, and put back when it turns
 * out to be a fresh one that another process has taken meanwhile.
 * @param {string} file
 * @param {string} stale its text
 */
async function breakLock(file, stale) {
  const aside = `${file}.${process.pid}`;
  if ((await rename(file, aside).catch(unless('ENOENT', 'gone'))) === 'gone') return;
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

/**
 * What stands in for a result that failed with this code; any other failure goes on.
 * @template T
 * @param {string} code
 * @param {T} value
 */
const unless = (code, value) => (/** @type {unknown} */ error) => {
  if (isCode(error, code)) return value;
  throw error;
};

/** @type {(error: unknown, code: string) => boolean} */
const isCode = (error, code) => error instanceof Error && 'code' in error && error.code === code;
