import { parseFile } from '../../src/main/note-files/parse-file.js';
import { parseNote } from '../../src/main/domain/notes/parse-note.js';
import type { ParsePool } from '../../src/main/note-files/parse-file.js';

/** Parses in this thread, for tests of what comes after. */
export const sameThreadPool = (): ParsePool => ({
  engine: 'test',
  async *parse(requests) {
    for await (const request of requests) yield { request, result: parseFile(request, parseNote) };
  },
  close: () => Promise.resolve(),
});
