/** Writes an export: the file has its name only when all of it is on the disk. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { FailureError } from '../../../shared/result.js';
import { nameIsTaken } from '../open/copy.js';
import type { Database } from '../open/database.js';
import { entryAt, giveName, makePrivate, partialName } from '../open/disk.js';
import { codeOf, troubleOf } from '../open/errors.js';
import { exportLines } from './export.js';
import { tableLines } from './export-table.js';

export type ExportFormat = 'json' | 'csv';

/** How many characters are written at once. */
const chunk = 1 << 18;

/**
 * Writes everything as JSON lines, or the cards as a table, all of one moment. Returns how many lines it wrote.
 * Throws a FailureError when the file is there already or cannot be written; then nothing is left behind.
 */
export function writeExport(db: Database, exportFormat: ExportFormat, path: string, now: number): number {
  if (entryAt(path)) throw nameIsTaken(path);
  const partial = partialName(path);
  try {
    makePrivate(partial);
    const lines = exportFormat === 'json' ? exportLines(db, now) : tableLines(db);
    const written = db.transaction(() => writeLines(lines, partial, exportFormat === 'json' ? '\n' : '\r\n'))();
    giveName(partial, path);
    return written;
  } catch (error) {
    rmSync(partial, { force: true });
    throw notWritten(error, path);
  }
}

function writeLines(lines: Iterable<string>, path: string, end: string): number {
  const file = openSync(path, 'r+');
  try {
    let text = '';
    let count = 0;
    for (const line of lines) {
      text += line + end;
      count += 1;
      if (text.length < chunk) continue;
      writeAll(file, text);
      text = '';
    }
    writeAll(file, text);
    return count;
  } finally {
    closeSync(file);
  }
}

/** A disk that is nearly full takes less than it is given before it says so. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

function notWritten(error: unknown, where: string): unknown {
  if (codeOf(error) === 'EEXIST') return nameIsTaken(where);
  if (codeOf(error) === 'ENOENT') {
    return new FailureError({ code: 'file', message: 'Nothing was exported: there is no such folder.', where });
  }
  const trouble = troubleOf(error);
  if (trouble === 'full') {
    return new FailureError({
      code: 'file',
      message: 'Nothing was exported: the disk is full.',
      where,
      hint: 'Free some space and try again.',
    });
  }
  if (trouble !== 'unwritable') return error;
  return new FailureError({
    code: 'file',
    message: 'Nothing was exported: the file cannot be written.',
    where,
    hint: 'Choose another folder.',
  });
}
