/** Notes the system asks Etcdeck to open: arguments of a start, and files dropped on the icon. */
import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Absolute paths of the notes and folders among the arguments of a start; flags, the data folder and everything else are none. */
export function notesAmong(args: readonly string[], cwd: string): string[] {
  const { positionals } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false, allowPositionals: true });
  return notesAt(positionals.filter(Boolean).map((path) => resolve(cwd, pathOf(path))));
}

/**
 * The arguments of a start that are for Etcdeck: those after the program, and, unpackaged, after the folder of the app, which the
 * program's own options and their values may stand before.
 */
export function ownArguments(argv: readonly string[], appFolder: string | null, cwd: string): string[] {
  const args = argv.slice(1);
  if (appFolder === null) return args;
  return args.slice(args.findIndex((argument) => resolve(cwd, argument) === appFolder) + 1);
}

/** The paths at which there is a Markdown file or a folder, each once. */
export const notesAt = (paths: readonly string[]): string[] => [...new Set(paths)].filter(isNote);

function pathOf(argument: string): string {
  try {
    // Some desktops hand over addresses.
    return argument.startsWith('file://') ? fileURLToPath(argument) : argument;
  } catch {
    return argument;
  }
}

function isNote(path: string): boolean {
  try {
    const entry = statSync(path);
    return entry.isDirectory() || (entry.isFile() && ['.md', '.markdown'].includes(extname(path).toLowerCase()));
  } catch {
    return false;
  }
}

export interface OpenedNotes {
  add(paths: readonly string[]): void;
  /** What was added since the last call. */
  take(): string[];
}

/** Keeps what is to be opened until the page asks for it, which at a first start is later than the system does. */
export function createOpenedNotes(onAdded: () => void): OpenedNotes {
  let waiting: string[] = [];
  return {
    add(paths) {
      if (paths.length === 0) return;
      waiting = [...new Set([...waiting, ...paths])];
      onAdded();
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
