import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, packageFolder, packageVersion } from '../folders.mjs';
import { lastLines, run } from '../run.mjs';
import { SetupError, withProgress } from '../say.mjs';
import { electronVersion, executable, headersFolder } from './electron.mjs';

/**
 * better-sqlite3 ships one binary for Node-API 10 and newer; the fallback Electron has Node-API 9 and would crash on it.
 * For the fallback it is compiled from its own source with the experimental Node-API, where the calls that became stable
 * in 10 already exist. better-sqlite3 looks in `build/Release` before its shipped binaries.
 */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

const binary = join('build', 'Release', 'better_sqlite3.node');
const placed = () => join(packageFolder('better-sqlite3'), binary);
/** Tells a binary that was put there by us from one that somebody built for themselves. */
const mark = () => join(dirname(placed()), 'built-by-etcdeck');
const cached = () => join(cacheFolder(), `better-sqlite3-${packageVersion('better-sqlite3')}-electron-${electronVersion}-linux-x64.node`);

/** The programs that have to be there first: what node-gyp needs, unless an earlier run has compiled it. */
export const compilers = () => (existsSync(cached()) ? [] : ['python3', 'make', 'cc', 'g++']);

/** Whether this checkout has the binary that the fallback needs. */
export async function isSqlitePlaced() {
  const [here, wanted] = await Promise.all([placed(), cached()].map((file) => readFile(file).catch(() => null)));
  return Boolean(here && wanted?.equals(here));
}

/** Compiles better-sqlite3 for the fallback unless an earlier run has, and puts it in place. To be called under the lock. */
export async function placeSqlite() {
  if (!existsSync(cached())) {
    const work = join(cacheFolder(), `better-sqlite3.${process.pid}.tmp`);
    const built = await withProgress('Compiling better-sqlite3 for this Electron (about a minute, once)', () => compile(work));
    await tryInElectron(built);
    await rename(built, cached());
    await rm(work, { recursive: true });
  }
  await mkdir(dirname(placed()), { recursive: true });
  await writeFile(mark(), CXXFLAGS);
  await copyFile(cached(), `${placed()}.tmp`);
  await rename(`${placed()}.tmp`, placed());
}

/** Takes the fallback's binary away, so that the official Electron uses the shipped one. */
export async function removeSqlite() {
  if (existsSync(mark())) await rm(join(packageFolder('better-sqlite3'), 'build'), { recursive: true });
}

/**
 * Compiles in a copy, so that the installed package is never half built.
 * @param {string} work
 * @returns {Promise<string>} the built file
 */
async function compile(work) {
  const source = packageFolder('better-sqlite3');
  await cp(source, work, { recursive: true, filter: (path) => !path.startsWith(join(source, 'build')) });
  await cp(packageFolder('node-addon-api'), join(work, 'node_modules', 'node-addon-api'), { recursive: true });
  const nodeGyp = [join(packageFolder('node-gyp'), 'bin', 'node-gyp.js'), 'rebuild', '--release', '--force_build=1'];
  // For node-gyp a setting of npm's outranks its own argument, so the headers are named as one.
  const env = { ...process.env, CXXFLAGS, npm_config_nodedir: headersFolder };
  const { code, output } = await run(process.execPath, [...nodeGyp, '--jobs', String(availableParallelism())], { cwd: work, env });
  if (code === 0) return join(work, binary);
  throw new SetupError(
    `better-sqlite3 could not be compiled:\n${lastLines(output, 25)}`,
    'mend what the last lines name, then run the same command again.',
  );
}

/** @param {string} built */
async function tryInElectron(built) {
  const script = `
    const Database = require(${JSON.stringify(packageFolder('better-sqlite3'))});
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(built)} });
    if (database.prepare('SELECT 40 + 2 AS answer').get().answer !== 42) process.exit(1);`;
  const { code, output } = await run(executable, ['-e', script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  if (code === 0) return;
  throw new SetupError(
    `better-sqlite3 was compiled but does not run in ${executable} (exit code ${code}):\n${lastLines(output)}`,
    `delete ${cacheFolder()} and run the same command again; if it happens again, please report it with the lines above.`,
  );
}
