/** From a file on disk to its cards: what a parse thread does for each request. */
import type { NoteSource, ParsedNote, Problem } from './card.js';
import { readNote } from './note-files.js';

export interface ParseRequest {
  /** Absolute path of the file. */
  path: string;
  /** Path shown to people, which also says the note's deck and subject. */
  name: string;
  /** Hash of the file as it is known already; a file that still has it is not parsed. */
  knownHash: string | null;
}

export type ParseResult =
  | { status: 'unchanged'; hash: string }
  /** `hash` is the sha256 of the file's bytes, in hex. */
  | { status: 'parsed'; hash: string; note: ParsedNote }
  /** The file could not be read; what is known of it stays. */
  | { status: 'failed'; problem: Problem };

type Parse = (source: NoteSource) => ParsedNote;

/** Reads one file; gives its result at once, or a function that parses it when it has to be parsed. Never throws. */
export function openFile(request: ParseRequest): ParseResult | ((parse: Parse) => ParseResult) {
  const read = readNote(request.path);
  if (!read.ok) return { status: 'failed', problem: read.problem };
  if (read.hash === request.knownHash) return { status: 'unchanged', hash: read.hash };
  return (parse) => {
    const note = parse({ path: request.name, text: read.text });
    return { status: 'parsed', hash: read.hash, note: { ...note, problems: [...read.problems, ...note.problems] } };
  };
}

/** Reads and parses one file. Never throws. */
export function parseFile(request: ParseRequest, parse: Parse): ParseResult {
  const opened = openFile(request);
  return typeof opened === 'function' ? opened(parse) : opened;
}
