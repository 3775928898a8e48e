import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, packageFolder, packageVersion, projectFolder } from './folders.mjs';
import { lastLines, run } from './run.mjs';
import { SetupError, withProgress } from './say.mjs';
import { ensurePrograms } from './system.mjs';

/**
 * better-sqlite3 ships one binary for Node-API 10 and newer; the fallback Electron has Node-API 9 and would crash on it.
 * For the fallback it is compiled from its own source with the experimental Node-API, where the calls that became stable
 * in 10 already exist. better-sqlite3 looks in `build/Release` before its shipped binaries.
 */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Tells a binary that was put there by us from one that somebody built for themselves. */
const MARK = 'built-by-etcdeck';

function cachedAddon() {
  return join(cacheFolder(), `better-sqlite3-${packageVersion('better-sqlite3')}-${process.platform}-${process.arch}.node`);
}

function releaseFolder() {
  return join(packageFolder('better-sqlite3'), 'build', 'Release');
}

/** Whether this checkout has the binary that the fallback needs. */
export async function isAddonPlaced() {
  const read = (/** @type {string} */ file) => readFile(file).catch(() => null);
  const placed = await read(join(releaseFolder(), 'better_sqlite3.node'));
  const cached = await read(cachedAddon());
  return placed !== null && cached !== null && placed.equals(cached);
}

/**
 * Builds better-sqlite3 for the fallback unless an earlier run has, and puts it in place. To be called under the lock.
 * @param {string} electron the executable, to try the binary in before it is kept
 */
export async function placeAddon(electron) {
  if (!existsSync(cachedAddon())) {
    await ensurePrograms(['python3', 'make', 'g++'], 'Compiling better-sqlite3');
    await buildAddon(electron);
  }
  await mkdir(releaseFolder(), { recursive: true });
  await writeFile(join(releaseFolder(), MARK), CXXFLAGS);
  await replaceFile(cachedAddon(), join(releaseFolder(), 'better_sqlite3.node'));
}

/** Takes the fallback's binary away, so that the official Electron uses the shipped one. */
export async function removeAddon() {
  if (!existsSync(join(releaseFolder(), MARK))) return;
  await rm(join(packageFolder('better-sqlite3'), 'build'), { recursive: true, force: true });
}

/** @param {string} electron */
async function buildAddon(electron) {
  const work = join(cacheFolder(), `better-sqlite3.${process.pid}.tmp`);
  try {
    const built = await withProgress('Compiling better-sqlite3 for this Electron (about a minute, once)', () => compile(work));
    await tryAddon(electron, built);
    await rename(built, cachedAddon());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Compiles in a copy, so that the installed package is never half built.
 * @param {string} work
 * @returns {Promise<string>} the built file
 */
async function compile(work) {
  const source = join(work, 'better-sqlite3');
  const isNeeded = (/** @type {string} */ path) => !path.startsWith(join(packageFolder('better-sqlite3'), 'build'));
  await cp(packageFolder('better-sqlite3'), source, { recursive: true, filter: isNeeded });
  await cp(packageFolder('node-addon-api'), join(source, 'node_modules', 'node-addon-api'), { recursive: true });
  const nodeGyp = join(packageFolder('node-gyp'), 'bin', 'node-gyp.js');
  const headers = await makeHeaders(join(work, 'headers'));
  const jobs = String(availableParallelism());
  const { code, output } = await run(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', '--nodedir', headers, '--jobs', jobs],
    { cwd: source, env: { ...process.env, CXXFLAGS } },
  );
  if (code !== 0) {
    throw new SetupError(
      `better-sqlite3 could not be compiled:\n${lastLines(output, 25)}`,
      'mend what the last lines name, then run the same command again.',
    );
  }
  return join(source, 'build', 'Release', 'better_sqlite3.node');
}

/**
 * A folder that node-gyp takes for an installed Node. The addon needs the Node-API headers only, and the package
 * `node-api-headers` has them, so no headers are downloaded from nodejs.org.
 * @param {string} folder
 */
async function makeHeaders(folder) {
  const include = join(folder, 'include', 'node');
  await cp(join(packageFolder('node-api-headers'), 'include'), include, { recursive: true });
  await writeFile(
    join(include, 'common.gypi'),
    "{ 'target_defaults': { 'default_configuration': 'Release', 'configurations': { 'Debug': {}, 'Release': {} } } }\n",
  );
  await writeFile(join(include, 'config.gypi'), "{ 'target_defaults': {}, 'variables': {} }\n");
  return folder;
}

/**
 * @param {string} electron
 * @param {string} addon
 */
async function tryAddon(electron, addon) {
  const script = `
    const Database = require(${JSON.stringify(packageFolder('better-sqlite3'))});
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(addon)} });
    if (database.prepare('SELECT 40 + 2 AS answer').get().answer !== 42) process.exit(1);`;
  const { code, output } = await run(electron, ['-e', script], { cwd: projectFolder, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  if (code !== 0) {
    throw new SetupError(
      `better-sqlite3 was compiled but does not run in ${electron} (exit code ${code}):\n${lastLines(output)}`,
      `delete ${cacheFolder()} and run the same command again; if it happens again, please report it with the lines above.`,
    );
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function replaceFile(from, to) {
  const aside = `${to}.${process.pid}.tmp`;
  await copyFile(from, aside);
  await rename(aside, to);
}
