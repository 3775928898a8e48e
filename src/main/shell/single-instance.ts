import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Gives this start its own place for the window's browser data and asks to be the only one there. The lock is Chromium's: it is
 * kept per folder, and left behind by a killed process it does no harm.
 * @param folder inside the data folder, so one Etcdeck runs per data folder
 * @param onSecondStart called in the running one when another start found it
 * @returns whether this start may go on
 */
export function holdSingleInstance(app: App, folder: string, onSecondStart: () => void): boolean {
  app.setPath('userData', madeFolder(folder));
  app.on('second-instance', onSecondStart);
  return app.requestSingleInstanceLock();
}

/** The folder, or a temporary one where it cannot be made: a window must come up to say what is wrong with the data folder. */
function madeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'etcdeck-'));
  }
}
