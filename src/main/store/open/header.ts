/**
 * What a database file says about itself, read from its bytes. Opening it with sqlite would already write beside it,
 * and a file we refuse must stay as it is. Format: https://www.sqlite.org/fileformat2.html
 */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

const magic = 'SQLite format 3\0';
const headerBytes = 100;
const walHeaderBytes = 32;
const frameHeaderBytes = 24;

export interface Header {
  /** Whose database it is. */
  applicationId: number;
  /** Its schema version. */
  version: number;
}

export type FileState = { kind: 'absent' } | { kind: 'damaged'; why: string } | { kind: 'database'; header: Header };

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

const headerOf = (page: Buffer): Header => ({ version: page.readUInt32BE(60), applicationId: page.readUInt32BE(68) });

/** Looks at a database file and its journal without changing either. */
export function inspect(path: string): FileState {
  const walSize = sizeOf(`${path}-wal`);
  if (sizeOf(path) === 0) {
    return walSize > 0 ? { kind: 'damaged', why: 'its journal is there, but the file itself is gone or empty' } : { kind: 'absent' };
  }
  const file = openSync(path, 'r');
  try {
    const page = readAt(file, 0, headerBytes);
    if (page.length < headerBytes) return { kind: 'damaged', why: 'it is too short' };
    if (page.toString('latin1', 0, magic.length) !== magic) return { kind: 'damaged', why: 'it is not a database' };
    const newest = walSize > walHeaderBytes ? firstPageInJournal(`${path}-wal`) : null;
    if (newest) return { kind: 'database', header: headerOf(newest) };
    if (walSize === 0 && isCut(page, fstatSync(file).size)) return { kind: 'damaged', why: 'its end is missing' };
    return { kind: 'database', header: headerOf(page) };
  } finally {
    closeSync(file);
  }
}

/** Does the file hold fewer pages than its header counts? The count is only kept when both change counters agree. */
function isCut(page: Buffer, size: number): boolean {
  const pageSize = page.readUInt16BE(16) === 1 ? 65_536 : page.readUInt16BE(16);
  const countIsKept = page.readUInt32BE(24) === page.readUInt32BE(92);
  return countIsKept && size < page.readUInt32BE(28) * pageSize;
}

/** The newest committed first page in a write-ahead journal, which overrides the one in the file; null when it has none. */
function firstPageInJournal(path: string): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const head = readAt(file, 0, walHeaderBytes);
    const pageSize = head.readUInt32BE(8);
    const salts = head.subarray(16, 24);
    const size = fstatSync(file).size;
    let written: Buffer | null = null;
    let committed: Buffer | null = null;
    const frameBytes = frameHeaderBytes + pageSize;
    for (let at = walHeaderBytes; at + frameBytes <= size; at += frameBytes) {
      const frame = readAt(file, at, frameHeaderBytes);
      // Frames of an earlier round of the journal carry other salts; there it ends.
      if (!frame.subarray(8, 16).equals(salts)) break;
      if (frame.readUInt32BE(0) === 1) written = readAt(file, at + frameHeaderBytes, headerBytes);
      if (frame.readUInt32BE(4) > 0) committed = written;
    }
    return committed;
  } finally {
    closeSync(file);
  }
}
