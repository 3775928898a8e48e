import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the choice of the data folder depends on; `process` fits, with its working directory already called. */
export interface Surroundings {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  home: string;
  cwd: string;
}

export const surroundings = (): Surroundings => ({
  argv: process.argv.slice(1),
  env: process.env,
  platform: process.platform,
  home: homedir(),
  cwd: process.cwd(),
});

/**
 * Absolute path of the folder that holds the database and everything else Etcdeck keeps: `--data DIR`, else `ETCDECK_DATA`,
 * else the system's place for the data of applications.
 * @throws Error with a sentence for the person when `--data` has no folder
 */
export function findDataFolder({ argv, env, platform, home, cwd }: Surroundings): string {
  const { data } = parseArgs({ args: [...argv], options: { data: { type: 'string' } }, strict: false }).values;
  if (data !== undefined) {
    if (typeof data !== 'string' || data === '' || data.startsWith('--')) throw new Error('--data needs a folder, e.g. --data ~/study.');
    return resolve(cwd, data);
  }
  if (env['ETCDECK_DATA']) return resolve(cwd, env['ETCDECK_DATA']);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Etcdeck');
  if (platform === 'win32') return join(absolute(env['APPDATA']) ?? join(home, 'AppData', 'Roaming'), 'Etcdeck');
  return join(absolute(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'etcdeck');
}

/** The XDG rules: a relative path in these variables is to be ignored. */
const absolute = (path: string | undefined): string | undefined => (path && isAbsolute(path) ? path : undefined);
