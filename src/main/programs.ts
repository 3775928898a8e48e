/** Programs on this computer, found as a shell finds them but without one. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The program's file in the folders of a search path; null when there is none. */
export function findProgram(program: string, searchPath: string): string | null {
  const names = process.platform === 'win32' && !/\.\w+$/.test(program) ? [`${program}.exe`, program] : [program];
  // A relative folder would mean whatever folder the app happens to run in.
  const folders = searchPath.split(delimiter).filter(isAbsolute);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}
