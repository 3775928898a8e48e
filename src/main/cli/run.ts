/** The command line: finds the command, runs it, and says plainly what went wrong. */
import { FailureError } from '../../shared/result.js';
import type { Failure } from '../../shared/result.js';
import { UsageError } from './command.js';
import type { Command, Context } from './command.js';
import { backup } from './commands/backup.js';
import { cards } from './commands/cards.js';
import { check } from './commands/check.js';
import { decks } from './commands/decks.js';
import { due } from './commands/due.js';
import { exportAll } from './commands/export.js';
import { importNotes } from './commands/import.js';
import { restore } from './commands/restore.js';
import { version } from './version.js';
import { visible } from './visible.js';

const commands: Record<string, Command> = { cards, import: importNotes, decks, due, check, backup, restore, export: exportAll };

/** Exit codes. */
const failed = 1;
const wrongUsage = 2;

/** Runs a command line and returns its exit code: 0 done, 1 failed, 2 wrong usage. Never throws what it can say in words. */
export async function run(args: readonly string[], terminal: Context): Promise<number> {
  const context = onScreen(terminal);
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    for (const line of helpLines()) context.print(line);
    return 0;
  }
  if (args.includes('--version')) {
    context.print(version);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    context.report(name === undefined ? 'Name a command.' : `There is no command ${name}.`);
    context.report(`Usage: etcdeck ${Object.keys(commands).join(' | ')}. etcdeck --help says more.`);
    return wrongUsage;
  }
  try {
    return await command.run(rest, context);
  } catch (error) {
    if (error instanceof UsageError) {
      context.report(error.message);
      context.report(`Usage: etcdeck ${command.usage} [--data DIR]`);
      return wrongUsage;
    }
    if (error instanceof FailureError) for (const line of failureLines(error.failure)) context.report(line);
    else
      context.report(`Something went wrong inside Etcdeck. Please report this:\n${error instanceof Error ? error.stack : String(error)}`);
    return failed;
  }
}

/** The same terminal, which gets nothing that steers it. */
const onScreen = ({ print, report, ask, ...rest }: Context): Context => ({
  ...rest,
  print: (line) => print(visible(line)),
  report: (line) => report(visible(line)),
  ask: ask && ((question) => ask(visible(question))),
});

const failureLines = ({ message, where, hint }: Failure): string[] => [where ? `${where}: ${message}` : message, ...(hint ? [hint] : [])];

function helpLines(): string[] {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  return [
    'Etcdeck turns Markdown notes into flashcards.',
    '',
    'Usage: etcdeck COMMAND [--data DIR]',
    '',
    ...Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    '  --json      prints JSON: cards one object a line, decks and due one document',
    '  --yes       does not ask',
    '  --format F  of an export: json (the default) or csv',
    '  --data DIR  uses this data folder; without it ETCDECK_DATA, else the usual place of the system',
    '  --version   prints the version',
    '',
    'Exit code: 0 done, 1 failed, 2 wrong usage.',
  ];
}
