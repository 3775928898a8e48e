import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, packageFolder, packageVersion } from './folders.mjs';
import { lastLines, run } from './run.mjs';
import { reasonOf, withProgress } from './say.mjs';

/** A connection that has brought nothing for this long is given up. */
const CONNECT_LIMIT_MS = 10_000;
const STALL_LIMIT_MS = 60_000;

/** For this long a failed download is not tried again where another Electron is to be had. */
export const RETRY_AFTER_MS = 12 * 3_600_000;

/** @returns {string} the version of the installed `electron` package */
export const officialVersion = () => packageVersion('electron');

/** @returns {string | null} the official executable, when its binary has been downloaded whole */
export function findOfficial() {
  const folder = packageFolder('electron');
  // The installer writes path.txt last.
  if (!existsSync(join(folder, 'path.txt'))) return null;
  const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(executable) ? executable : null;
}

/**
 * Whether the official Electron is to be downloaded now, rather than used or done without.
 * @param {{ isReady: boolean, failedAt: number | null, now: number, hasFallback: boolean, retry: boolean }} situation
 *   failedAt: when its download last failed; retry: the person asked for another try
 */
export function isDownloadDue({ isReady, failedAt, now, hasFallback, retry }) {
  // A clock that was set back must not forbid the download for longer.
  const failedLately = failedAt !== null && failedAt <= now && now - failedAt < RETRY_AFTER_MS;
  return !isReady && (retry || !failedLately || !hasFallback);
}

/** Downloads and unpacks the official Electron; `readFailure` tells why it could not. To be called under the lock. */
export async function installOfficial() {
  try {
    await withProgress(`Downloading the official Electron ${officialVersion()}`, download);
    await withProgress(`Unpacking Electron ${officialVersion()}`, unpack);
    await rm(failureFile(), { force: true });
  } catch (error) {
    await writeFile(failureFile(), JSON.stringify({ version: officialVersion(), at: Date.now(), reason: reasonOf(error) }));
  }
}

/** @param {import('./say.mjs').Reached} reached */
async function download(reached) {
  const { downloadArtifact } = await import('@electron/get');
  const giveUp = new AbortController();
  const limit = (/** @type {number} */ ms) => setTimeout(() => giveUp.abort(new Error(`nothing was received for ${ms / 1000} s`)), ms);
  let timer = limit(CONNECT_LIMIT_MS);
  const getProgressCallback = async (/** @type {{ transferred: number, total: number | null }} */ { transferred, total }) => {
    clearTimeout(timer);
    timer = limit(STALL_LIMIT_MS);
    reached(transferred, total);
  };
  try {
    await downloadArtifact({
      version: officialVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(await readFile(join(packageFolder('electron'), 'checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, signal: giveUp.signal, getProgressCallback },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** The package's own installer takes the file that was just downloaded from the cache. */
async function unpack() {
  const { code, output } = await run(process.execPath, [join(packageFolder('electron'), 'install.js')]);
  if (code !== 0 || findOfficial() === null) throw new Error(lastLines(output, 5) || 'the installer of the electron package failed');
}

const failureFile = () => join(cacheFolder(), 'official-download-failed.json');

/** @returns {Promise<{ at: number | null, reason: string }>} of the last failed download of this version; null: none */
export async function readFailure() {
  try {
    const { version, at, reason } = JSON.parse(await readFile(failureFile(), 'utf8'));
    if (version === officialVersion() && typeof at === 'number') return { at, reason: String(reason) };
  } catch {
    // None is kept, or not whole: it is as if there was none.
  }
  return { at: null, reason: 'not tried' };
}
