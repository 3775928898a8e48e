/** Entry of the command line: hands the real terminal, clock and folders to `run`. */
import { createInterface } from 'node:readline/promises';
import { systemClock } from '../clock.js';
import { surroundings } from '../data-folder.js';
import { createParsePool } from '../note-files/parse-pool.js';
import type { Context } from './command.js';
import { run } from './run.js';

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

const here = surroundings();

const context: Context = {
  // npm runs scripts in the project; the person is where INIT_CWD says.
  surroundings: { ...here, cwd: process.env['INIT_CWD'] ?? here.cwd },
  clock: systemClock,
  print: (line) => void process.stdout.write(`${line}\n`),
  report: (line) => void process.stderr.write(`${line}\n`),
  ask: process.stdin.isTTY ? ask : null,
  createParsePool,
};

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), context);
