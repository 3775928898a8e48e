/** From a file on disk to its cards: what a parse thread does for each request. */
import type { NoteSource, ParsedNote, Problem } from '../domain/notes/card.js';
import { hashText } from '../domain/notes/hash.js';
import { readNote } from './note-files.js';
import { packNote, type PackedNote } from '../domain/notes/packed-note.js';

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
