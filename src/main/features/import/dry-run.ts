/** Notes to cards without a store: what the command line shows before anything is imported. */
import type { ParsedNote } from '../../domain/notes/card.js';
import { findNotes, type FileProblem } from '../../note-files/note-files.js';
import type { ParseRequest } from '../../note-files/parse-file.js';
import { unpackDrafts } from '../../domain/notes/packed-note.js';
import type { ParsePool } from '../../note-files/parse-file.js';

export type DryRun =
  /** A note with its cards and problems; `path` is absolute. */
  { kind: 'note'; path: string; name: string; note: ParsedNote } | { kind: 'problem'; problem: FileProblem };

/** The notes in files and folders, parsed, one after the other: memory does not grow with their number. */
export async function* parsePaths(paths: readonly string[], pool: ParsePool, signal?: AbortSignal): AsyncGenerator<DryRun> {
  let problems: FileProblem[] = [];
  const requests = async function* (): AsyncGenerator<ParseRequest> {
    for await (const found of findNotes(paths)) {
      if (found.kind === 'problem') problems.push(found.problem);
      else if (found.kind === 'note') yield found.file;
    }
  };
  const flush = function* (): Generator<DryRun> {
    for (const problem of problems) yield { kind: 'problem', problem };
    problems = [];
  };
  for await (const { request, result } of pool.parse(requests(), signal)) {
    yield* flush();
    const { path, name } = request;
    if (result.status === 'parsed')
      yield { kind: 'note', path, name, note: { ...result.note, cards: unpackDrafts(result.note.cards.drafts) } };
    else if (result.status === 'failed') yield { kind: 'problem', problem: { path, name, ...result.problem } };
  }
  yield* flush();
}
