/** What every command gets and how it says that it was called wrongly. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import type { Clock } from '../clock.js';
import { findDataFolder } from '../data-folder.js';
import type { Surroundings } from '../data-folder.js';
import type { ParsePool } from '../note-files/parse-file.js';

/** The terminal and the rest of the world, so that tests can bring their own. */
export interface Context {
  /** `cwd` is the folder the person is in. */
  surroundings: Surroundings;
  clock: Clock;
  /** Writes a line of the result. */
  print(line: string): void;
  /** Writes a line about what went wrong or is going on. */
  report(line: string): void;
  /** Asks a yes-or-no question; null when nobody is there to answer. */
  ask: ((question: string) => Promise<boolean>) | null;
  createParsePool(): ParsePool;
}

export interface Command {
  /** Name, arguments and options, as shown to people. */
  usage: string;
  summary: string;
  /** Throws a UsageError for wrong arguments and a FailureError for what goes wrong. Returns the exit code. */
  run(args: readonly string[], context: Context): Promise<number>;
}

/** The command line itself makes no sense; the message says why. */
export class UsageError extends Error {}

type Flag = 'json' | 'yes';

export interface Arguments {
  paths: string[];
  flags: Record<Flag, boolean>;
  /** What `--format` names; left out when it is not there. */
  format?: string;
  /** Absolute path of the data folder. */
  dataFolder: string;
}

interface Wants {
  /** How many files or folders a command takes. */
  paths: 'some' | 'one or none' | 'none';
  flags: readonly Flag[];
  format?: boolean;
}

/** Reads a command's arguments: only the flags it names, paths only when it wants some. Paths come out absolute. */
export function readArguments(args: readonly string[], { surroundings }: Context, wants: Wants): Arguments {
  const options = Object.fromEntries(wants.flags.map((flag) => [flag, { type: 'boolean' as const }]));
  const texts = { data: { type: 'string' as const }, ...(wants.format && { format: { type: 'string' as const } }) };
  const { values, positionals } = saying(() =>
    parseArgs({ args: [...args], options: { ...options, ...texts }, allowPositionals: wants.paths !== 'none', strict: true }),
  );
  if (wants.paths === 'some' && positionals.length === 0) throw new UsageError('Name at least one file or folder.');
  if (wants.paths === 'one or none' && positionals.length > 1) throw new UsageError('Name one file only.');
  const given: Record<string, unknown> = values;
  return {
    paths: positionals.map((path) => resolve(surroundings.cwd, path)),
    flags: { json: given['json'] === true, yes: given['yes'] === true },
    ...(typeof given['format'] === 'string' && { format: given['format'] }),
    dataFolder: saying(() => findDataFolder({ ...surroundings, argv: args })),
  };
}

/** Turns an error about the arguments into one that shows the usage. */
function saying<T>(task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
