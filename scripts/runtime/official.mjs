import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from './download.mjs';
import { cacheFolder, packageFolder, packageVersion } from './folders.mjs';
import { lastLines, run } from './run.mjs';
import { startProgress, withProgress } from './say.mjs';

/** A connection that has brought nothing for this long is given up. */
const CONNECT_LIMIT_MS = 10_000;
const STALL_LIMIT_MS = 60_000;

/** @returns {string} the version of the installed `electron` package */
export function officialVersion() {
  return packageVersion('electron');
}

/** @returns {string | null} the official executable, when its binary has been downloaded whole */
export function findOfficial() {
  const folder = packageFolder('electron');
  // The installer writes path.txt last.
  if (!existsSync(join(folder, 'path.txt'))) return null;
  const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(executable) ? executable : null;
}

/**
 * Downloads (checksums are in the package) and unpacks the official Electron. To be called under the lock.
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>}
 */
export async function installOfficial() {
  try {
    await download();
    await withProgress(`Unpacking Electron ${officialVersion()}`, unpack);
    await rm(failureFile(), { force: true });
    return { ok: true };
  } catch (error) {
    const reason = reasonOf(error);
    await mkdir(cacheFolder(), { recursive: true });
    await writeFile(failureFile(), JSON.stringify({ version: officialVersion(), at: Date.now(), reason }));
    return { ok: false, reason };
  }
}

async function download() {
  const { downloadArtifact } = await import('@electron/get');
  const version = officialVersion();
  const progress = startProgress(`Downloading the official Electron ${version}`);
  const giveUp = new AbortController();
  const limit = (/** @type {number} */ ms) => setTimeout(() => giveUp.abort(new Error(`nothing was received for ${ms / 1000} s`)), ms);
  let timer = limit(CONNECT_LIMIT_MS);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(await readFile(join(packageFolder('electron'), 'checksums.json'), 'utf8')),
      downloadOptions: {
        quiet: true,
        signal: giveUp.signal,
        getProgressCallback: async (/** @type {{ transferred: number, total: number | null }} */ { transferred, total }) => {
          clearTimeout(timer);
          timer = limit(STALL_LIMIT_MS);
          progress.reached(transferred, total ?? undefined);
        },
      },
    });
    progress.end();
  } catch (error) {
    progress.end('failed');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The package's own installer takes the file that was just downloaded from the cache. */
async function unpack() {
  const { code, output } = await run(process.execPath, [join(packageFolder('electron'), 'install.js')]);
  if (code !== 0 || findOfficial() === null) throw new Error(lastLines(output, 5) || 'the installer of the electron package failed');
}

function failureFile() {
  return join(cacheFolder(), 'official-download-failed.json');
}

/**
 * The last failed download of this version.
 * @returns {Promise<{ at: number, reason: string } | null>} `at` in ms UTC
 */
export async function readFailure() {
  const wanted = officialVersion();
  try {
    const { version, at, reason } = JSON.parse(await readFile(failureFile(), 'utf8'));
    return version === wanted && typeof at === 'number' ? { at, reason: String(reason) } : null;
  } catch {
    return null;
  }
}
