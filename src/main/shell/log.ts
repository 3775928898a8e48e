import { appendFileSync, renameSync, statSync } from 'node:fs';
import process from 'node:process';
import { keepPrivate } from '../store/open/disk.js';

/** Past this size the log becomes `<file>.1`, so at most two files of this size stay. */
const maxBytes = 256 * 1024;

/** Takes anything that was thrown. */
export type Log = (error: unknown) => void;

/**
 * A log of internal errors, one entry a line block, in a file people can attach to a report: it holds what failed and where in
 * the code, never text of a note.
 * @returns never throws: a log that cannot be written must not break what it reports on
 */
export function createLog(file: string, now: () => number = Date.now): Log {
  keepPrivate(file);
  if (!process.stderr.listeners('error').includes(passOver)) process.stderr.on('error', passOver);
  return (error) => {
    const entry = `${new Date(now()).toISOString()} ${describeError(error)}\n`;
    process.stderr.write(entry);
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, entry, { mode: 0o600 });
    } catch {
      // Said on stderr already.
    }
  };
}

/** A terminal that was closed would make every entry an error of its own. */
function passOver(): void {
  // The file has the entry.
}

/**
 * An error in words fit for the log. Parsers and databases quote their input in messages, mostly after the first line or in
 * quotation marks: only the first line is kept, without what it quotes, then the places in the code.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `Not an error was thrown: ${typeof error}`;
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  const message = (error.message.split('\n')[0] ?? '').replace(/["'`“‘«].*["'`”’»]/, '…').slice(0, 300);
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? [] : [`  caused by ${describeError(error.cause)}`];
  return [`${error.name}${code}: ${message}`, ...places, ...cause].join('\n');
}
