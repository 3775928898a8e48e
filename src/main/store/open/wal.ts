/**
 * The write-ahead journal of a database, read without sqlite: which page it last wrote, and whether anything committed in it is lost.
 * Sqlite takes a journal up to the first frame whose checksum is wrong and says nothing of what came after. Only what is read while
 * nobody writes can be judged. Format: https://www.sqlite.org/fileformat2.html#walformat and https://www.sqlite.org/walformat.html
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

const headBytes = 32;
const frameHeadBytes = 24;
const saltBytes = 8;
/** Two copies of the header of the index, then how many frames are in the database file already. */
const indexHeadBytes = 48;

export interface Wal {
  /** The newest committed first page; null when there is none. */
  firstPage: Buffer | null;
  /** Were later changes committed that can no longer be read? */
  isCut: boolean;
}

/** Reads the journal of a database file; null when it holds nothing and is not missed. */
export function readWal(path: string): Wal | null {
  const witness = readIndex(`${path}-shm`);
  const file = openedIf(`${path}-wal`);
  try {
    const read = file === null ? null : readFrames(file, path);
    const isMissed = witness !== null && witness.committed > witness.stored && isShort(read, witness);
    if (!read) return isMissed ? { firstPage: null, isCut: true } : null;
    return { firstPage: read.firstPage, isCut: read.isCut || isMissed };
  } finally {
    if (file !== null) closeSync(file);
  }
}

interface Frames extends Wal {
  /** The salts of this round of the journal; null when its header cannot be read. */
  salts: Buffer | null;
  /** How many frames can be read, from the first. */
  readable: number;
}

function readFrames(file: number, path: string): Frames | null {
  const size = fstatSync(file).size;
  if (size <= headBytes) return null;
  const head = readAt(file, 0, headBytes);
  const sum = new Checksum((head.readUInt32BE(0) & 1) === 0);
  sum.add(head.subarray(0, 24));
  const pageBytes = head.readUInt32BE(8);
  if (head.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1 || !isPageSize(pageBytes) || !sum.is(head.subarray(24))) {
    return { firstPage: null, isCut: holdsMoreThan(path, file), salts: null, readable: 0 };
  }
  const salts = head.subarray(16, 24);
  let written: Buffer | null = null;
  let firstPage: Buffer | null = null;
  let readable = 0;
  let isBroken = false;
  /** Something was committed behind the break; one more frame shows that it was on the disk when the next change was begun. */
  let committedBehind = false;
  let isCut = false;
  const frameBytes = frameHeadBytes + pageBytes;
  for (let at = headBytes; at + frameBytes <= size; at += frameBytes) {
    const frame = readAt(file, at, isBroken ? frameHeadBytes : frameBytes);
    if (frame.length < frameHeadBytes) break;
    const isOfThisRound = frame.subarray(8, 8 + saltBytes).equals(salts);
    const isCommit = frame.readUInt32BE(4) > 0;
    if (!isBroken) {
      sum.add(frame.subarray(0, 8));
      sum.add(frame.subarray(frameHeadBytes));
      isBroken = !isOfThisRound || frame.length < frameBytes || !sum.is(frame.subarray(16, 24));
    }
    if (isBroken) {
      if (!isOfThisRound) continue;
      isCut ||= committedBehind;
      committedBehind ||= isCommit;
      continue;
    }
    readable += 1;
    if (frame.readUInt32BE(0) === 1) written = Buffer.from(frame.subarray(frameHeadBytes));
    if (isCommit) firstPage = written;
  }
  return { firstPage, isCut, salts, readable };
}

/** A journal whose header is broken: would the database be another one with its frames than it is without them? */
function holdsMoreThan(path: string, wal: number): boolean {
  const database = openedIf(path);
  if (database === null) return true;
  try {
    const pageBytes = pageSizeOf(readAt(database, 0, 100));
    const salts = readAt(wal, headBytes + 8, saltBytes);
    const frameBytes = frameHeadBytes + pageBytes;
    const size = fstatSync(wal).size;
    /** Where each page was last written, by frames that were committed. */
    const newest = new Map<number, number>();
    let open: [page: number, at: number][] = [];
    for (let at = headBytes; at + frameBytes <= size; at += frameBytes) {
      const head = readAt(wal, at, frameHeadBytes);
      if (!head.subarray(8, 8 + saltBytes).equals(salts)) break;
      open.push([head.readUInt32BE(0), at + frameHeadBytes]);
      if (head.readUInt32BE(4) === 0) continue;
      for (const [page, place] of open) newest.set(page, place);
      open = [];
    }
    return [...newest].some(([page, at]) => !readAt(database, (page - 1) * pageBytes, pageBytes).equals(readAt(wal, at, pageBytes)));
  } finally {
    closeSync(database);
  }
}

/** What the index of a journal says, which outlives a killed process. */
interface Witness {
  salts: Buffer;
  /** Frames that were committed. */
  committed: number;
  /** Those of them that are in the database file already. */
  stored: number;
}

const isShort = (read: Frames | null, { salts, committed }: Witness): boolean =>
  read === null || read.salts === null || (read.salts.equals(salts) && read.readable < committed);

/** null when there is no index, or none that can be believed. It is written as the machine writes numbers: little end first. */
function readIndex(path: string): Witness | null {
  if (!existsSync(path)) return null;
  const index = readFileSync(path).subarray(0, 2 * indexHeadBytes + 4);
  if (index.length < 2 * indexHeadBytes + 4) return null;
  const head = index.subarray(0, indexHeadBytes);
  const sum = new Checksum(true);
  sum.add(head.subarray(0, 40));
  const summed = Buffer.alloc(8);
  summed.writeUInt32BE(head.readUInt32LE(40), 0);
  summed.writeUInt32BE(head.readUInt32LE(44), 4);
  if (!head.equals(index.subarray(indexHeadBytes, 2 * indexHeadBytes)) || head[12] !== 1 || !sum.is(summed)) return null;
  return { salts: head.subarray(32, 40), committed: head.readUInt32LE(16), stored: index.readUInt32LE(2 * indexHeadBytes) };
}

/** Each sum goes on from the one before, over words of four bytes. */
class Checksum {
  private first = 0;
  private second = 0;

  constructor(private readonly littleEnd: boolean) {}

  /** @param bytes a multiple of eight */
  add(bytes: Buffer): void {
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let { first, second } = this;
    for (let at = 0; at + 8 <= bytes.length; at += 8) {
      first = (first + words.getUint32(at, this.littleEnd) + second) >>> 0;
      second = (second + words.getUint32(at + 4, this.littleEnd) + first) >>> 0;
    }
    this.first = first;
    this.second = second;
  }

  is(stored: Buffer): boolean {
    return stored.readUInt32BE(0) === this.first && stored.readUInt32BE(4) === this.second;
  }
}

const isPageSize = (bytes: number): boolean => bytes >= 512 && bytes <= 65_536 && (bytes & (bytes - 1)) === 0;

/** The size of the pages of a database, from its first hundred bytes. */
export const pageSizeOf = (header: Buffer): number => (header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16));

/** Up to so many bytes of a file. */
export function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

const openedIf = (path: string): number | null => (existsSync(path) ? openSync(path, 'r') : null);
