import { execFileSync } from 'node:child_process';

/** Asks once which Electron is in use; the workers inherit the answer. */
export default function findElectron(): void {
  process.env['ELECTRON_EXEC_PATH'] ??= execFileSync(process.execPath, ['scripts/electron-path.mjs', '--print'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}
