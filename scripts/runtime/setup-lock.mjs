import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { SetupError, reasonOf } from './say.mjs';

/**
 * Runs a part of the set-up while no other process does, and without what a killed one has left half done.
 * @param {() => Promise<void>} work
 */
export async function underSetupLock(work) {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true }).catch((error) => {
    throw new SetupError(
      `The folder ${cache} cannot be made: ${reasonOf(error)}.`,
      'set XDG_CACHE_HOME to a folder that can be written, then run the same command again.',
    );
  });
  await withLock(join(cache, 'setup.lock'), 'set-up of Etcdeck', async () => {
    const leftovers = (await readdir(cache)).filter((name) => name.endsWith('.tmp'));
    for (const name of leftovers) await rm(join(cache, name), { recursive: true, force: true });
    await work();
  });
}
