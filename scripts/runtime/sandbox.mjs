import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { isInstalled } from './system.mjs';

/**
 * The switches that Chromium's sandbox needs on this machine: none, but for root, whom Chromium refuses to run otherwise.
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function sandboxSwitches(executable) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say('Running as root: Chromium needs --no-sandbox then, so it is passed. As an ordinary user the sandbox is on.');
    return ['--no-sandbox'];
  }
  if (isSetuidRoot(join(dirname(executable), 'chrome-sandbox')) || (await hasUserNamespaces())) return [];
  throw new SetupError(
    "Chromium's sandbox needs unprivileged user namespaces, and they are off on this machine.",
    `switch them on with the line that applies, then run the same command again:
  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0    (Ubuntu 24.04 and newer)
  sudo sysctl -w kernel.unprivileged_userns_clone=1                (older Debian)
  sudo sysctl -w user.max_user_namespaces=15000                    (where the limit is 0)
In a container they are up to its settings, for example: docker run --security-opt seccomp=unconfined …`,
  );
}

/** @param {string} file */
function isSetuidRoot(file) {
  const SETUID = 0o4000;
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & SETUID) !== 0;
}

async function hasUserNamespaces() {
  // Without the program that could tell, Chromium itself will.
  if (!isInstalled('unshare')) return true;
  return (await run('unshare', ['--user', '--map-root-user', '--net', 'true'])).code === 0;
}
