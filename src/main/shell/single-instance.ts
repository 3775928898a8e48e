import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Gives this start its own place for the window's browser data and asks to be the only one there. The lock is Chromium's: it is
 * kept per folder, and left behind by a killed process it does no harm.
 * @param folder inside the data folder, so one Etcdeck runs per data folder
 * @param notes what this start was asked to open; handed to the running one when there is one
 * @param onSecondStart called in the running one when another start found it, with what that was asked to open
 * @returns whether this start may go on
 */
export function holdSingleInstance(app: App, folder: string, notes: readonly string[], onSecondStart: (notes: string[]) => void): boolean {
  app.setPath('userData', madeFolder(folder));
  app.on('second-instance', (_event, _args, _cwd, word) => onSecondStart(notesIn(word)));
  return app.requestSingleInstanceLock({ notes });
}

/** What another start says it was asked to open. */
function notesIn(word: unknown): string[] {
  const notes = typeof word === 'object' && word !== null && 'notes' in word ? word.notes : [];
  return Array.isArray(notes) ? notes.filter((path) => typeof path === 'string') : [];
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
