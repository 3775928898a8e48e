/** The first step of an import: which notes are meant, what they give now, and which of the known ones are gone. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { FailureError } from '../../../shared/result.js';
import type { Problem } from '../../domain/notes/card.js';
import { findNotes, hasHash, isGone, isInFolder, type FileProblem, type NoteFile } from '../../note-files/note-files.js';
import type { ParseRequest, ParseResult } from '../../note-files/parse-file.js';
import type { NoteOutline, PackedCards } from '../../domain/notes/packed-note.js';
import type { ParsePool } from '../../note-files/parse-file.js';
import type { DraftShelf } from '../../store/transfer/import-drafts.js';
import type { StoredNote } from '../../store/tables/import-rows.js';

/** One note of an import. */
export interface ImportedNote {
  noteId: string;
  /** As stored: the absolute path, or `starter:<relative>`. */
  path: string;
  /** The file itself. */
  file: string;
  name: string;
  stored: StoredNote | null;
  content:
    /** `hash` is the sha256 of the file's bytes. The cards wait on the shelf. */
    | { state: 'parsed'; hash: string; note: NoteOutline; cards: ShelvedCards }
    /** As at the last import, and not parsed again. */
    | { state: 'unchanged' }
    /** Could not be read; what is known of it stays. */
    | { state: 'failed'; problem: Problem }
    /** The file is no longer there. */
    | { state: 'gone' };
}

interface ShelvedCards extends Pick<PackedCards, 'count' | 'heldBack'> {
  /** Of the note's cards on the shelf. */
  place: number;
}

export interface Gathered {
  notes: ImportedNote[];
  /** The folders among the places looked at that can be watched; absolute, with links resolved. */
  folders: string[];
  /** What is wrong with the places looked at. */
  problems: FileProblem[];
}

export interface Source {
  /** Files and folders. */
  paths: readonly string[];
  /** The path a note is stored under. */
  storedPath: (file: NoteFile) => string;
  /** Whether a found note belongs to the source. */
  takes: (file: NoteFile) => boolean;
  /** May the folders be watched? Those that ship with the app may not. */
  watchable: boolean;
  /** Is this a note the chosen folders should have held, and is it surely not there any more? */
  isGone: (note: StoredNote, folders: readonly string[]) => Promise<boolean>;
}

/** Notes a person chose. */
export const chosen = (paths: readonly string[]): Source => ({
  paths,
  storedPath: ({ path }) => path,
  takes: () => true,
  watchable: true,
  isGone: async ({ path }, folders) => folders.some((folder) => isInFolder(path, folder)) && (await isGone(path)),
});

/** Notes of watched folders that changed or are gone. */
export interface ChangedNotes {
  /** Absolute, with links resolved. */
  folders: readonly string[];
  paths: readonly string[];
}

/** The same notes under the same names as if their whole folders were chosen. */
export function changedNotes({ folders, paths }: ChangedNotes): Source {
  const changed = new Set(paths);
  return {
    paths: folders,
    storedPath: ({ path }) => path,
    takes: ({ path }) => changed.has(path),
    watchable: true,
    isGone: async ({ path }) => changed.has(path) && (await isGone(path)),
  };
}

/** Notes that ship with the app: all of them come from one folder, wherever the app lies. */
export const shipped = (folder: string): Source => ({
  paths: [folder],
  storedPath: shippedPath,
  takes: () => true,
  watchable: false,
  isGone: ({ path }, folders) => Promise.resolve(folders.length > 0 && path.startsWith(starterPrefix)),
});

/**
 * What a newcomer starts with: the notes at the top of each deck's folder (`cka/etcd.md`). What lies deeper (`cka/storage/volumes.md`)
 * waits until the person asks for it.
 */
export const starters = (folder: string): Source => ({ ...shipped(folder), takes: ({ name }) => name.split('/').length <= 2 });

const starterPrefix = 'starter:';
/** The path under which a note that ships with the app is stored. */
export const shippedPath = ({ name }: NoteFile): string => starterPrefix + name;

interface Surroundings {
  pool: ParsePool;
  shelf: DraftShelf;
  known: readonly StoredNote[];
  /** Span hashes of the cards of a note that the person has studied. */
  studiedSpans: (noteId: string) => string[];
  noteIdFor: (path: string) => string;
  onProgress: (progress: { note: ImportedNote; done: number; total: number }) => void;
  signal: AbortSignal;
}

/** Files looked at before others have their turn. */
const filesPerTurn = 8;

/** Finds and parses the notes of a source. Throws a FailureError `cancelled` when the signal aborts. */
export async function gather(
  source: Source,
  { pool, shelf, known, studiedSpans, noteIdFor, onProgress, signal }: Surroundings,
): Promise<Gathered> {
  const stopWhenAsked = (): void => {
    if (signal.aborted) throw new FailureError({ code: 'cancelled', message: 'Reading the notes was stopped.' });
  };
  const byPath = new Map(known.map((note) => [note.path, note]));
  const found: Omit<ImportedNote, 'content'>[] = [];
  const folders: string[] = [];
  const problems: FileProblem[] = [];
  for await (const entry of findNotes(source.paths)) {
    stopWhenAsked();
    if (entry.kind === 'problem') problems.push(entry.problem);
    else if (entry.kind === 'folder') folders.push(entry.path);
    else if (source.takes(entry.file)) {
      const path = source.storedPath(entry.file);
      const stored = byPath.get(path) ?? null;
      const noteId = stored?.noteId ?? noteIdFor(path);
      found.push({ noteId, path, file: entry.file.path, name: nameOf(entry.file, stored), stored });
    }
  }

  const present = new Set(found.map(({ path }) => path));
  const gone: StoredNote[] = [];
  for (const stored of known) {
    stopWhenAsked();
    if (stored.missingAt === null && !present.has(stored.path) && (await source.isGone(stored, folders))) gone.push(stored);
  }
  /** The text of a note that went may be in any of the others now. */
  const left = [...gone, ...known.filter(({ missingAt, path }) => missingAt !== null && !present.has(path))].flatMap(({ noteId }) =>
    studiedSpans(noteId),
  );

  let done = 0;
  const contents: ImportedNote['content'][] = [];
  const settle = (index: number, note: Omit<ImportedNote, 'content'>, content: ImportedNote['content']): void => {
    contents[index] = content;
    onProgress({ note: { ...note, content }, done: ++done, total: found.length });
  };
  /** Of the notes handed to the pool, in order. */
  const parsing: { index: number; note: Omit<ImportedNote, 'content'> }[] = [];
  const requests = async function* (): AsyncGenerator<ParseRequest> {
    for (const [index, note] of found.entries()) {
      // Looking at a file blocks; in between, others have their turn, and a Cancel is heard.
      if (index % filesPerTurn === 0) await nextTurn();
      stopWhenAsked();
      if (isUnchanged(note, pool.engine)) settle(index, note, { state: 'unchanged' });
      else {
        parsing.push({ index, note });
        yield { path: note.file, name: note.name, studied: note.stored ? [...studiedSpans(note.noteId), ...left] : left };
      }
    }
  };
  for await (const { result } of pool.parse(requests(), signal)) {
    const parsed = parsing.shift();
    if (parsed) settle(parsed.index, parsed.note, contentOf(result, shelf));
  }

  const notes = found.flatMap((note, index): ImportedNote[] => {
    const content = contents[index];
    return content ? [{ ...note, content }] : [];
  });
  for (const stored of gone) notes.push({ ...stored, file: stored.path, stored, content: { state: 'gone' } });
  stopWhenAsked();
  return { notes, folders: source.watchable ? folders : [], problems };
}

/**
 * Parses a note that was passed over because nothing had changed.
 * @param spans span hashes of its live cards: of the same text and engine none of them may leave
 */
export async function reread({ file, name }: ImportedNote, pool: ParsePool, spans: readonly string[]): Promise<ParseResult | null> {
  for await (const { result } of pool.parse([{ path: file, name, studied: spans }])) return result;
  return null;
}

export function contentOf(result: ParseResult, shelf: DraftShelf): ImportedNote['content'] {
  if (result.status === 'failed') return { state: 'failed', problem: result.problem };
  const { cards, ...note } = result.note;
  const { count, heldBack } = cards;
  return { state: 'parsed', hash: result.hash, note, cards: { place: shelf.put(cards), count, heldBack } };
}

/** The longer of two names says more: a note keeps its folder, and so its deck, when later it is chosen by itself. */
const nameOf = (file: NoteFile, stored: StoredNote | null): string =>
  stored && stored.name.split('/').length > file.name.split('/').length ? stored.name : file.name;

/** Is the file as it was when this engine parsed it under this name? */
const isUnchanged = ({ stored, name, file }: Omit<ImportedNote, 'content'>, engine: string): boolean =>
  stored !== null &&
  stored.missingAt === null &&
  stored.engine === engine &&
  stored.name === name &&
  stored.fileHash !== '' &&
  hasHash(file, stored.fileHash);
