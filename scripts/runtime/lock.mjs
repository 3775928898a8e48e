import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its lock this often; a lock untouched for STALE_MS has lost its holder. */
const TOUCH_EVERY_MS = 5_000;
const STALE_MS = 120_000;
const LOOK_EVERY_MS = 250;

/**
 * Runs `work` while no other process does so under the same lock file. A second process waits; the lock of a process
 * that died is taken over.
 * @template T
 * @param {string} file the lock file
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} [onWait] called once, when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  await mkdir(dirname(file), { recursive: true });
  let told = false;
  while (!(await tryToTake(file))) {
    const holder = await readHolder(file);
    if (holder === null) continue;
    if (await isStale(file, holder)) {
      await breakLock(file, holder);
      continue;
    }
    if (!told) onWait(`process ${holder.pid}`);
    told = true;
    await sleep(LOOK_EVERY_MS);
  }
  const timer = setInterval(() => void touch(file), TOUCH_EVERY_MS);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await rm(file, { force: true });
  }
}

/** @typedef {{ pid: number, host: string, text: string }} Holder */

/** @param {string} file */
async function tryToTake(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(`${process.pid} ${hostname()} ${Date.now()}`);
    await handle.close();
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Promise<Holder | null>} null when the lock has gone meanwhile
 */
async function readHolder(file) {
  try {
    const text = await readFile(file, 'utf8');
    const [pid = '', host = ''] = text.split(' ');
    return { pid: Number(pid), host, text };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {Holder} holder
 */
async function isStale(file, holder) {
  if (holder.pid > 0 && holder.host === hostname() && !isAlive(holder.pid)) return true;
  const touchedAt = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  return Date.now() - touchedAt > STALE_MS;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * Removes a stale lock. Two processes may see the same stale lock: the lock is moved away first, and put back when it
 * turns out to be a fresh one that another process has taken meanwhile.
 * @param {string} file
 * @param {Holder} stale
 */
async function breakLock(file, stale) {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== stale.text) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

/** @param {string} file */
async function touch(file) {
  const now = new Date();
  await utimes(file, now, now).catch(() => {});
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
