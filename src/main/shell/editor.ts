/** Opens a note in the person's own editor. Programs are started directly with a list of arguments; no shell reads the path. */
import { spawn } from 'node:child_process';
import { shell } from 'electron';
import { FailureError } from '../../shared/result.js';
import { findProgram } from '../programs.js';

interface Editor {
  program: string;
  /** What makes it open a file at a line. */
  args: (path: string, line: number) => string[];
}

/** Editors with windows of their own that can go to a line, in the order they are tried. */
const editors: readonly Editor[] = [
  { program: 'code', args: (path, line) => ['-g', `${path}:${line}`] },
  { program: 'codium', args: (path, line) => ['-g', `${path}:${line}`] },
  { program: 'subl', args: (path, line) => [`${path}:${line}`] },
  { program: 'gedit', args: (path, line) => [`+${line}`, path] },
  { program: 'kate', args: (path, line) => ['-l', String(line), path] },
];

/**
 * Opens a file at a line in the first known editor there is, else with the program the system has for such files.
 * Throws a FailureError when nothing opens it.
 */
export async function openInEditor(path: string, line: number): Promise<void> {
  for (const { program, args } of editors) {
    const executable = findProgram(program, process.env['PATH'] ?? '');
    if (executable !== null && (await hasStarted(executable, args(path, line)))) return;
  }
  if ((await shell.openPath(path)) === '') return;
  throw new FailureError({
    code: 'file',
    message: 'No program opened the note.',
    where: `${path}:${line}`,
    hint: 'Choose a program for Markdown files in the settings of your system, or open the file yourself.',
  });
}

/** Starts a program that outlives this call and this app. */
function hasStarted(executable: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(executable, args, { detached: true, stdio: 'ignore' });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', () => resolve(false));
  });
}
