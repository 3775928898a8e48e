import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './say.mjs';

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where downloads and builds are kept between checkouts, per user. */
export function cacheFolder() {
  // The XDG rule: a relative path is to be ignored.
  const base = process.env.XDG_CACHE_HOME?.startsWith('/') ? process.env.XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'etcdeck');
}

/** The folder of an installed package. @param {string} name */
export const packageFolder = (name) => join(projectFolder, 'node_modules', name);

/** The version of an installed package. @param {string} name @returns {string} */
export function packageVersion(name) {
  const manifest = join(packageFolder(name), 'package.json');
  if (!existsSync(manifest)) throw new SetupError(`The package ${name} is not installed in ${projectFolder}.`, 'run npm ci there first.');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
