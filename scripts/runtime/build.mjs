import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder, projectFolder } from './folders.mjs';
import { withLock } from './lock.mjs';
import { run } from './run.mjs';
import { SetupError, withProgress } from './say.mjs';

/** What the build reads, beside everything under `src`. */
const settings = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'worker-entries.js',
  'svelte.config.js',
  'tsconfig.base.json',
  'tsconfig.json',
];

const keyFile = join(projectFolder, 'out', 'built-from');

/** Builds the app unless `out/` was built from exactly these sources. */
export async function ensureBuild() {
  const key = await sourcesKey();
  if (await isBuiltFrom(key)) return;
  await withLock(join(packageFolder('.cache'), 'etcdeck-build.lock'), 'build', async () => {
    if (!(await isBuiltFrom(key))) await withProgress('Building the app', () => build(key));
  });
}

/** @param {string} key */
async function build(key) {
  await rm(keyFile, { force: true });
  const cli = join(packageFolder('electron-vite'), 'bin', 'electron-vite.js');
  const { code, output } = await run(process.execPath, [cli, 'build'], { cwd: projectFolder });
  if (code !== 0) throw new SetupError(`The build failed:\n${output}`, 'mend what it names, then run the same command again.');
  await mkdir(join(projectFolder, 'out'), { recursive: true });
  await writeFile(keyFile, key);
}

/** @param {string} key */
const isBuiltFrom = async (key) => existsSync(keyFile) && (await readFile(keyFile, 'utf8')) === key;

/** A checksum over the text of everything the build reads: file times say nothing after a checkout. */
async function sourcesKey() {
  const entries = await readdir(join(projectFolder, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...sources.sort(), ...settings.map((name) => join(projectFolder, name))]) {
    hash.update(`${file}\0${await readFile(file, 'base64')}\0`);
  }
  return hash.digest('hex');
}
