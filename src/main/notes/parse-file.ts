/** From a file on disk to its cards: what a parse thread does for each request. */
import type { NoteSource, ParsedNote, Problem } from './card.js';
import { readNote } from './note-files.js';

export interface ParseRequest {
  /** Absolute path of the file. */
  path: string;
  /** Path shown to people, which also says the note's deck and subject. */
  name: string;
}

export type ParseResult =
  /** `hash` is the sha256 of the file's bytes, in hex. */
  | { status: 'parsed'; hash: string; note: ParsedNote }
  /** The file could not be read; what is known of it stays. */
  | { status: 'failed'; problem: Problem };

/** Reads and parses one file. Never throws. */
export function parseFile(request: ParseRequest, parse: (source: NoteSource) => ParsedNote): ParseResult {
  const read = readNote(request.path);
  if (!read.ok) return { status: 'failed', problem: read.problem };
  const note = parse({ path: request.name, text: read.text });
  return { status: 'parsed', hash: read.hash, note: { ...note, problems: [...read.problems, ...note.problems] } };
}
