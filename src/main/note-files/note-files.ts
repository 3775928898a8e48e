/**
 * Finds and reads note files; nothing else of the notes engine touches the disk. Files are hostile input: links do not lead out of
 * the chosen folder or round in circles, size is looked at before anything is read, and whatever is wrong with one file becomes a
 * problem while the rest goes on. Nothing is ever written.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { byName } from '../domain/natural-order.js';
import type { Problem } from '../domain/notes/card.js';
import { decodeNote } from '../domain/notes/note-text.js';
import { originalOf } from '../domain/notes/sync-copy.js';

/** A note on disk. */
export interface NoteFile {
  /** Absolute, with links resolved. */
  path: string;
  /** As shown to people: with `/`, relative to the chosen folder; the file name when the file itself was chosen. */
  name: string;
}

export interface FileProblem extends Problem {
  path: string;
  name: string;
}

export type Found =
  | { kind: 'note'; file: NoteFile }
  /** A chosen folder, before what is in it; absolute, with links resolved. */
  | { kind: 'folder'; path: string }
  | { kind: 'problem'; problem: FileProblem };

/** Longer notes are not read: no person wrote them. */
export const maxNoteBytes = 20 * 1024 * 1024;

const isMarkdown = (name: string): boolean => ['.md', '.markdown'].includes(extname(name).toLowerCase());

/** Is a file or folder of this name inside a chosen folder none of ours? */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/**
 * The notes in the chosen files and folders, each once, in a fixed order, one at a time; and what is wrong with the places looked at.
 * Hidden files and folders and `node_modules` inside a chosen folder are passed over.
 */
export async function* findNotes(paths: readonly string[]): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const all = new Set(paths.map((path) => resolve(path)));
  for (const path of all) {
    for await (const found of findIn(path, all)) {
      if (found.kind === 'note') {
        if (seen.has(found.file.path)) continue;
        seen.add(found.file.path);
      }
      yield found;
    }
  }
}

async function* findIn(chosen: string, all: ReadonlySet<string>): AsyncGenerator<Found> {
  const name = basename(chosen) || chosen;
  const original = originalOf(name);
  try {
    const path = await realpath(chosen);
    const entry = await stat(path);
    if (entry.isDirectory()) {
      yield { kind: 'folder', path };
      yield* walk(path);
    } else if (!entry.isFile()) yield problem(chosen, name, 'error', 'This is not a file.', 'Choose a Markdown file or a folder.');
    else if (original !== null && all.has(join(dirname(chosen), original))) yield syncCopy(chosen, name, original);
    else if (isMarkdown(name) || isMarkdown(path)) yield { kind: 'note', file: { path, name: shown(name) } };
    else
      yield problem(chosen, name, 'error', 'This is not a Markdown file.', 'Notes end in .md or .markdown; rename the file if it is one.');
  } catch (error) {
    yield unreadable(chosen, name, error);
  }
}

/** Everything below a folder, without following links to folders. */
async function* walk(root: string): AsyncGenerator<Found> {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const here = folder;
    const nameOf = (entry: string): string => shown(relative(root, join(here, entry)).split(sep).join('/'));
    let entries;
    try {
      entries = await readdir(here, { withFileTypes: true });
    } catch (error) {
      yield unreadable(here, here === root ? basename(root) : nameOf('.'), error);
      continue;
    }
    const folders: string[] = [];
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
      if (isPassedOver(entry.name)) continue;
      const path = join(here, entry.name);
      const name = nameOf(entry.name);
      if (entry.isSymbolicLink()) yield* followLink(root, path, name);
      else if (entry.isDirectory()) {
        folders.push(path);
        if (isMarkdown(entry.name)) {
          const hint = 'The notes inside it are read. Rename it if it should not look like a note.';
          yield problem(path, name, 'warning', 'This is a folder, although its name is that of a note.', hint);
        }
      } else if (entry.isFile() && isMarkdown(entry.name)) {
        const original = originalOf(entry.name);
        if (original !== null && names.has(original)) yield syncCopy(path, name, original);
        else yield { kind: 'note', file: { path, name } };
      }
    }
    waiting.push(...folders.reverse());
  }
}

/** A folder and the folders below it in which notes are looked for; those that cannot be read have none. */
export async function* foldersIn(root: string): AsyncGenerator<string> {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const here = folder;
    let entries;
    try {
      entries = await readdir(here, { withFileTypes: true });
    } catch {
      continue;
    }
    yield here;
    for (const entry of entries) if (entry.isDirectory() && !isPassedOver(entry.name)) waiting.push(join(here, entry.name));
  }
}

/** A link is followed only to a file that lies in the chosen folder. */
async function* followLink(root: string, path: string, name: string): AsyncGenerator<Found> {
  try {
    const target = await realpath(path);
    const inside = isInFolder(target, root);
    const entry = await stat(target);
    if (entry.isDirectory()) {
      const hint = inside ? 'That folder is read in its own place.' : 'Choose that folder too if you want its notes.';
      yield problem(path, name, 'warning', 'This is a link to a folder, and links to folders are not followed.', hint);
    } else if (isMarkdown(path) && entry.isFile()) {
      if (inside) yield { kind: 'note', file: { path: target, name: shown(relative(root, target).split(sep).join('/')) } };
      else
        yield problem(
          path,
          name,
          'warning',
          'This is a link that leaves the chosen folder.',
          'Choose the file it leads to if you want it.',
        );
    }
  } catch (error) {
    if (isMarkdown(path) || codeOf(error) === 'ELOOP') yield unreadable(path, name, error);
  }
}

/** Is this path the folder or below it? Both absolute, with links resolved. */
export const isInFolder = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Composed letters, so that a name is the same whichever file system gave it. */
const shown = (name: string): string => name.normalize('NFC');

export type NoteRead =
  /** `hash` is the sha256 of the file's bytes, in hex. */
  { ok: true; hash: string; text: string; problems: Problem[] } | { ok: false; problem: Problem };

/** Reads one note. Blocks, so it belongs in a thread. Never throws. */
export function readNote(path: string): NoteRead {
  const file = readBytes(path);
  if (!file.ok) return file;
  const text = decodeNote(file.bytes);
  return text.ok ? { ok: true, hash: hashOf(file.bytes), text: text.text, problems: text.problems } : text;
}

/** Has the note's file this hash? Blocks too; much quicker than parsing. Never throws. */
export function hasHash(path: string, hash: string): boolean {
  const file = readBytes(path);
  return file.ok && hashOf(file.bytes) === hash;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readBytes(path: string): { ok: true; bytes: Buffer } | { ok: false; problem: Problem } {
  let file: number | null = null;
  try {
    // Without waiting: a pipe that bears a note's name must not hold us up.
    // Nor to where a link leads: those that may be followed were when the note was found, and a link in its place came later.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const entry = fstatSync(file);
    if (!entry.isFile()) return { ok: false, problem: about('error', 'This is not a file.', 'Choose a Markdown file.') };
    if (entry.size > maxNoteBytes) return { ok: false, problem: tooLarge(entry.size) };
    return { ok: true, bytes: readAll(file, entry.size) };
  } catch (error) {
    return { ok: false, problem: codeOf(error) === 'ELOOP' ? isLink : reason(error, path) };
  } finally {
    if (file !== null) closeSync(file);
  }
}

function readAll(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** Is there surely nothing at this path any more? A folder that may not be looked into is no proof. */
export async function isGone(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
  }
}

const about = (severity: Problem['severity'], message: string, hint: string): Problem => ({ line: 1, severity, message, hint });

const problem = (path: string, name: string, severity: Problem['severity'], message: string, hint: string): Found => ({
  kind: 'problem',
  problem: { path, name: shown(name), ...about(severity, message, hint) },
});

/** Its cards would stand beside those of the note, nearly the same. */
const syncCopy = (path: string, name: string, original: string): Found => {
  const hint = 'Decide what to keep of the two, and delete the copy. Until then the note itself is read.';
  return problem(path, name, 'warning', `A sync tool made this copy of ${shown(original)} when it changed in two places.`, hint);
};

const unreadable = (path: string, name: string, error: unknown): Found => ({
  kind: 'problem',
  problem: { path, name: shown(name), ...reason(error, path) },
});

const isLink = about(
  'error',
  'A link is in the place of the note, and is not followed.',
  'Put the note back, or import the file that the link leads to.',
);

const tooLarge = (bytes: number): Problem =>
  about(
    'error',
    `The file is too large to be a note (${Math.round(bytes / 1024 / 1024)} MB; the limit is ${maxNoteBytes / 1024 / 1024} MB).`,
    'Split it into smaller notes.',
  );

/** What stands in a name for bytes that are no letters. */
const noLetter = '\ufffd';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function reason(error: unknown, path: string): Problem {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM')
    return about('error', 'You are not allowed to read this.', 'Give yourself permission to read it.');
  if (code === 'ENOENT' && path.includes(noLetter))
    return about(
      'error',
      'The name is not written in UTF-8, so nothing can be opened by it.',
      `Rename it: ${noLetter} stands for what cannot be read.`,
    );
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return about('error', 'Nothing is there.', 'Look at the spelling, or whether a drive is missing or a link is broken.');
  if (code === 'ELOOP') return about('error', 'This is a link that leads in a circle.', 'Remove the link.');
  return about('error', `This could not be read (${code || 'unknown error'}).`, 'Try to open it in an editor; the system may say more.');
}

/** The size of a file, in bytes; 0 when it cannot be told. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
