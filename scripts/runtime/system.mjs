import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, run } from './run.mjs';
import { SetupError, say, withProgress } from './say.mjs';

/**
 * Debian's package for a shared library that Electron links to. A second name is the one since the 64-bit time change
 * (Debian 13, Ubuntu 24.04).
 * @type {Record<string, [string] | [string, string]>}
 */
const packageOfLibrary = {
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXrandr.so.2': ['libxrandr2'],
};

/** @type {Record<string, string>} Debian's package for a program that the set-up runs */
const packageOfProgram = { Xvfb: 'xvfb', python3: 'python3', make: 'make', cc: 'gcc', 'g++': 'g++' };

/**
 * @param {string} lddOutput
 * @returns {string[]} the libraries that are not there
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);
}

/**
 * The Debian packages that bring the libraries.
 * @param {string[]} libraries
 * @param {boolean} time64 the distribution uses the names since the 64-bit time change
 * @returns {{ packages: string[], unknown: string[] }} `unknown`: libraries that no package is known for
 */
export function packagesFor(libraries, time64) {
  const packages = new Set();
  const unknown = [];
  for (const library of libraries) {
    const names = packageOfLibrary[library];
    if (names) packages.add((time64 && names[1]) || names[0]);
    else unknown.push(library);
  }
  return { packages: [...packages].sort(), unknown };
}

/**
 * @param {string} osRelease the text of /etc/os-release
 */
export function usesTime64Names(osRelease) {
  const value = (/** @type {string} */ key) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const since = /** @type {Record<string, number>} */ ({ debian: 13, ubuntu: 24.04 })[value('ID')];
  // Debian's testing and unstable have no version number, and the new names.
  return since !== undefined && (value('VERSION_ID') === '' || Number(value('VERSION_ID')) >= since);
}

/**
 * Makes sure that this machine has what is needed, in one go: as root it is installed, otherwise one command is named.
 * @param {string} executable everything it links to is needed
 * @param {string[]} programs to be on the PATH
 */
export async function ensureSystem(executable, programs) {
  if (process.platform !== 'linux') return;
  const libraries = missingLibraries((await run('ldd', [executable])).output);
  const missingPrograms = programs.filter((program) => !isInstalled(program));
  const missing = [...libraries, ...missingPrograms];
  if (missing.length === 0) return;
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const { packages, unknown } = packagesFor(libraries, usesTime64Names(osRelease));
  packages.push(...missingPrograms.map((program) => packageOfProgram[program] ?? program));
  if (packages.length > 0) await install(packages, `This machine lacks what Etcdeck needs: ${missing.join(', ')}.`);
  if (unknown.length > 0) {
    throw new SetupError(
      `Electron needs ${unknown.join(', ')}, which this machine does not have.`,
      'install the packages of your distribution that bring these libraries, then run the same command again.',
    );
  }
}

/**
 * Whether a program is on the PATH.
 * @param {string} program
 */
export function isInstalled(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * @param {string[]} packages
 * @param {string} reason a sentence
 */
async function install(packages, reason) {
  const names = packages.join(' ');
  if (!isInstalled('apt-get')) {
    throw new SetupError(reason, `install what your distribution calls these Debian packages: ${names}. Then run the same command again.`);
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      reason,
      `run this, then the same command again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  say(`${reason}\nInstalling ${names}`);
  // An installation that was interrupted must be finished before apt-get does anything else.
  await withProgress('dpkg --configure', () => asRoot('dpkg', '--configure', '-a'));
  await withProgress('apt-get update', () => asRoot('apt-get', 'update'));
  await withProgress('apt-get install', () => asRoot('apt-get', 'install', '-y', '--no-install-recommends', ...packages));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function asRoot(command, ...args) {
  const { code, output } = await run(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (code !== 0) {
    throw new SetupError(
      `${command} ${args.join(' ')} failed:\n${lastLines(output)}`,
      'mend what the lines above name (often the network or a package list), then run the same command again.',
    );
  }
}
