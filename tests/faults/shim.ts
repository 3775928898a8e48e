/** Switches of shim.c, which says what they do. */
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { freshFolder } from '../unit/folder.js';

export const hasShim = inject('shim') !== null;

type Switches = Partial<Record<'COUNT' | 'KILL_AT' | 'ERROR' | 'WHILE' | 'CALLS', string>>;

/** What a process is started with whose calls about a data folder are looked at. */
export const throughShim = (folder: string, switches: Switches): NodeJS.ProcessEnv => ({
  LD_PRELOAD: inject('shim') ?? '',
  FAULT_PATH: folder,
  ...Object.fromEntries(Object.entries(switches).map(([name, value]) => [`FAULT_${name}`, value])),
});

/** Counts the calls of a process that change files. */
export function callCounter(): { file: string; count: () => number } {
  const file = join(freshFolder(), 'calls');
  return { file, count: () => (existsSync(file) ? statSync(file).size : 0) };
}

/** A disk on which calls fail as long as it is broken. */
export function brittleDisk(folder: string, error: keyof typeof constants.errno, calls: string) {
  const whilst = join(freshFolder(), 'broken');
  return {
    env: throughShim(folder, { ERROR: String(constants.errno[error]), WHILE: whilst, CALLS: calls }),
    break: () => writeFileSync(whilst, ''),
    mend: () => rmSync(whilst, { force: true }),
  };
}
