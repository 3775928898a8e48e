import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, run } from './run.mjs';
import { SetupError, say, withProgress } from './say.mjs';

/**
 * The Debian packages that bring every shared library Electron links to, directly or with what they depend on; two have
 * another name since the 64-bit time change (Debian 13, Ubuntu 24.04). Playwright's `install-deps` is no substitute: it
 * is for Chromium and leaves out GTK, without which Electron does not start, but brings fonts of five scripts.
 */
const libraryPackages = ['libgtk-3-0t64 | libgtk-3-0', 'libasound2t64 | libasound2', 'libnss3', 'libgbm1'];

/** @type {Record<string, string>} Debian's package for a program, where it has another name */
const packageOfProgram = { Xvfb: 'xvfb', cc: 'gcc' };

/** @param {string} program @returns {boolean} whether it is on the PATH */
export const isInstalled = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** @param {string} lddOutput @returns {string[]} the libraries that are not there */
export const missingLibraries = (lddOutput) => [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);

/**
 * @param {string[]} libraries that are missing
 * @param {string[]} programs that are missing
 * @returns {string} what is to be installed, as apt-get satisfy takes it
 */
export function packagesFor(libraries, programs) {
  return [...(libraries.length > 0 ? libraryPackages : []), ...programs.map((name) => packageOfProgram[name] ?? name)].join(', ');
}

/**
 * Makes sure that this machine has what is needed, in one go: as root it is installed, otherwise one command is named.
 * @param {string} executable every library it links to is needed
 * @param {string[]} programs to be on the PATH
 */
export async function ensureSystem(executable, programs) {
  if (process.platform !== 'linux') return;
  const findLibraries = async () => missingLibraries((await run('ldd', [executable])).output);
  const libraries = await findLibraries();
  const missing = programs.filter((program) => !isInstalled(program));
  if (libraries.length + missing.length === 0) return;
  await install(packagesFor(libraries, missing), `This machine lacks what Etcdeck needs: ${[...libraries, ...missing].join(', ')}.`);
  const still = await findLibraries();
  if (still.length === 0) return;
  throw new SetupError(
    `Electron needs ${still.join(', ')}, which this machine does not have.`,
    'install the packages of your distribution that bring these libraries, then run the same command again.',
  );
}

/** @param {string} packages @param {string} reason a sentence */
async function install(packages, reason) {
  if (!isInstalled('apt-get')) {
    throw new SetupError(
      reason,
      `install what your distribution calls these Debian packages: ${packages}. Then run the same command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      reason,
      `run this, then the same command again:\n  sudo apt-get update && sudo apt-get satisfy -y --no-install-recommends "${packages}"`,
    );
  }
  say(`${reason}\nInstalling ${packages}`);
  // An installation that was interrupted must be finished before apt-get does anything else.
  await asRoot('dpkg', '--configure', '-a');
  await asRoot('apt-get', 'update');
  await asRoot('apt-get', 'satisfy', '-y', '--no-install-recommends', packages);
}

/** @param {string} command @param {string[]} args */
async function asRoot(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await withProgress(`${command} ${args[0]}`, () => run(command, args, { env }));
  if (code === 0) return;
  throw new SetupError(
    `${command} ${args.join(' ')} failed:\n${lastLines(output)}`,
    'mend what the lines above name (often the network or a package list), then run the same command again.',
  );
}
