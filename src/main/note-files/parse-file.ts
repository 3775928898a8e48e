/** From a file on disk to its cards: what a parse thread does for each request. */
import { hash as digest } from 'node:crypto';
import type { NoteSource, ParsedNote, Problem } from '../domain/notes/card.js';
import { hashText } from '../domain/notes/hash.js';
import { packNote, type PackedNote } from '../domain/notes/packed-note.js';
import { parseNote } from '../domain/notes/parse-note.js';
import { readNote } from './note-files.js';

export interface ParseRequest {
  /** Absolute path of the file. */
  path: string;
  /** Path shown to people, which also says the note's deck and subject. */
  name: string;
  /** See `NoteSource`. */
  studied?: readonly string[];
}

export type ParseResult =
  /** `hash` is the sha256 of the file's bytes, in hex. */
  | { status: 'parsed'; hash: string; note: PackedNote }
  /** The file could not be read; what is known of it stays. */
  | { status: 'failed'; problem: Problem };

/** What parses many files. */
export interface ParsePool {
  /** Changes whenever the notes engine does, so that notes parsed by an older one are parsed again. */
  readonly engine: string;
  /**
   * Reads and parses files, giving each result with its request, in the order of the requests. Takes requests as results are taken,
   * so memory does not grow with their number. Throws a FailureError `cancelled` when the signal aborts.
   */
  parse(
    requests: AsyncIterable<ParseRequest> | Iterable<ParseRequest>,
    signal?: AbortSignal,
  ): AsyncGenerator<{ request: ParseRequest; result: ParseResult }>;
  /** Stops what is being parsed and ends the threads for good. */
  close(): Promise<void>;
}

/**
 * Reads and parses one file. Never throws.
 * @param hash gives the same as `hashText`; a platform may have a quicker one
 */
export function parseFile(request: ParseRequest, parse: (source: NoteSource) => ParsedNote, hash = hashText): ParseResult {
  const read = readNote(request.path);
  if (!read.ok) return { status: 'failed', problem: read.problem };
  const note = parse({ path: request.name, text: read.text, studied: new Set(request.studied) });
  return { status: 'parsed', hash: read.hash, note: packNote({ ...note, problems: [...read.problems, ...note.problems] }, hash) };
}

/** `hashText` by the platform, several times as quick. */
export const quickHash = (text: string): string => digest('sha256', text, 'hex').slice(0, 32);

/** The same with the quick hash. */
export const parseQuickly = (request: ParseRequest): ParseResult => parseFile(request, (source) => parseNote(source, quickHash), quickHash);
