import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../folders.mjs';
import { lastLines, run } from '../run.mjs';
import { SetupError, withProgress } from '../say.mjs';

const manifests = fileURLToPath(new URL('packages', import.meta.url));

/**
 * Fetches what a lock file lists. npm brings its registry, access rights, proxy, certificates and retries, and takes only
 * files whose checksum is the one of the lock file.
 * @param {string} folder gets a `node_modules`
 * @param {string} label what is being done
 * @param {string} from a folder with package.json and package-lock.json
 */
export async function installPackages(folder, label, from = manifests) {
  await cp(from, folder, { recursive: true });
  // It may name a registry, and says that no package's script is run.
  await cp(join(projectFolder, '.npmrc'), join(folder, '.npmrc'));
  const { code, output } = await withProgress(label, () => run('npm', ['ci'], { cwd: folder }));
  if (code === 0) return;
  throw new SetupError(
    `${label} failed; npm says:\n${lastLines(output)}`,
    `check the network, npm's own settings (npm config get registry / proxy / cafile) and that 1.5 GB are free in ${folder}, ` +
      'then run the same command again. EINTEGRITY means that the registry in use serves a changed file.',
  );
}
