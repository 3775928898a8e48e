/**
 * What a database file says about itself, read from its bytes. Opening it with sqlite would already write beside it,
 * and a file we refuse must stay as it is. Format: https://www.sqlite.org/fileformat2.html
 */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { sizeOf } from './disk.js';
import { pageSizeOf, readAt, readWal } from './wal.js';

const magic = 'SQLite format 3\0';
const headerBytes = 100;
/** The newest way of writing a schema that sqlite knows; an empty database has none yet. */
const newestFormat = 4;

export interface Header {
  /** Whose database it is. */
  applicationId: number;
  /** Its schema version. */
  version: number;
}

export type FileState =
  | { kind: 'absent' }
  | { kind: 'damaged'; why: string }
  /** Changes that were committed are lost, for the journal that held them is damaged or gone. */
  | { kind: 'cut' }
  | { kind: 'database'; header: Header };

/** Did a process that changes the file itself, instead of a write-ahead journal, leave something to be rolled back? */
export const hasRollbackJournal = (path: string): boolean => sizeOf(`${path}-journal`) > 0;

/**
 * Looks at a database file and its journals without changing them.
 * @param isQuiet nobody else can be using the files; only then the write-ahead journal can be judged
 */
export function inspect(path: string, isQuiet: boolean): FileState {
  const walSize = sizeOf(`${path}-wal`);
  if (sizeOf(path) === 0) {
    return walSize > 0 ? { kind: 'damaged', why: 'its journal is there, but the file itself is gone or empty' } : { kind: 'absent' };
  }
  const file = openSync(path, 'r');
  try {
    const page = readAt(file, 0, headerBytes);
    if (page.length < headerBytes) return { kind: 'damaged', why: 'it is too short' };
    if (page.toString('latin1', 0, magic.length) !== magic) return { kind: 'damaged', why: 'it is not a database' };
    if (page.readUInt32BE(44) > newestFormat) return { kind: 'damaged', why: 'its format is none that is known' };
    const wal = readWal(path);
    if (isQuiet && wal?.isCut) return { kind: 'cut' };
    if (wal?.firstPage) return { kind: 'database', header: headerOf(wal.firstPage) };
    // Until it is rolled back, the file may have another size than it says.
    const isSettled = walSize === 0 && !hasRollbackJournal(path);
    if (isSettled && isShortened(page, fstatSync(file).size)) return { kind: 'damaged', why: 'its end is missing' };
    return { kind: 'database', header: headerOf(page) };
  } finally {
    closeSync(file);
  }
}

const headerOf = (page: Buffer): Header => ({ version: page.readUInt32BE(60), applicationId: page.readUInt32BE(68) });

/** Does the file hold fewer pages than its header counts? The count is only kept when both change counters agree. */
function isShortened(page: Buffer, size: number): boolean {
  const countIsKept = page.readUInt32BE(24) === page.readUInt32BE(92);
  return countIsKept && size < page.readUInt32BE(28) * pageSizeOf(page);
}
