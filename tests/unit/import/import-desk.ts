/** A data folder, a folder of notes and an import service over both, with a parser simple enough to foresee every card. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportPreview, PreviewCard } from '../../../src/shared/contract.js';
import { uuids } from '../../../src/main/features/import/ids.js';
import { createImportService, type ImportParts, type ImportService } from '../../../src/main/features/import/import-service.js';
import type { DraftCard, NoteSource, ParsedNote } from '../../../src/main/domain/notes/card.js';
import { hashText } from '../../../src/main/domain/notes/hash.js';
import { parseFile } from '../../../src/main/note-files/parse-file.js';
import type { ParsePool } from '../../../src/main/note-files/parse-file.js';
import { openDatabase, type Database } from '../../../src/main/store/open/database.js';
import { createDraftShelf } from '../../../src/main/store/transfer/import-drafts.js';
import { createImportStore, type ImportStore } from '../../../src/main/store/transfer/imports.js';
import { folderWith } from './folders.js';

/**
 * Every line `- term: text` is a card. `deck: X` names the deck, `# x` begins a section; a text with "doubtful" in it is held back,
 * `BROKEN` is a problem.
 */
export function parseSimply({ path, text }: NoteSource): ParsedNote {
  const lines = text.split('\n');
  const deck = lines.find((line) => line.startsWith('deck: '))?.slice(6) ?? 'Notes';
  const cards: DraftCard[] = [];
  const problems: ParsedNote['problems'][number][] = [];
  let heading = '';
  lines.forEach((line, index) => {
    if (line.startsWith('# ')) heading = line.slice(2);
    if (line.includes('BROKEN')) problems.push({ line: index + 1, severity: 'error', message: 'Broken.', hint: 'Mend it.' });
    const [, term, meaning] = /^- (.+?): (.*)$/.exec(line) ?? [];
    if (term === undefined || meaning === undefined) return;
    cards.push({
      kind: 'definition',
      rule: 'simple',
      front: `What is ${term}?`,
      back: meaning,
      headings: heading === '' ? [] : [heading],
      deck,
      tags: [],
      line: index + 1,
      endLine: index + 1,
      item: `${index}`,
      evidence: { spanHash: hashText(`${term} ${meaning}`), slot: `${heading} › ${term} › what`, text: `${term} ${meaning}`, userId: null },
      reasons: meaning.includes('doubtful') ? ['it is doubtful'] : [],
      schedule: null,
    });
  });
  return {
    path,
    title: path,
    deck,
    tags: [],
    dialects: [],
    cards,
    problems,
    emptyReason: cards.length === 0 ? 'It has no list.' : null,
  };
}

/** A pool without threads, which counts what it parses. */
export function inlinePool(parse: (source: NoteSource) => ParsedNote = parseSimply): ParsePool & { engine: string; parsed: string[] } {
  const pool = {
    engine: 'test',
    parsed: [] as string[],
    async *parse(...[requests, signal]: Parameters<ParsePool['parse']>) {
      for await (const request of requests) {
        // As with threads, others get their turn between files.
        await new Promise((resolve) => setImmediate(resolve));
        if (signal?.aborted) throw Object.assign(new Error('stopped'), { failure: { code: 'cancelled' } });
        const result = parseFile(request, (source) => {
          pool.parsed.push(source.path);
          return parse(source);
        });
        yield { request, result };
      }
    },
    close: () => Promise.resolve(),
  };
  return pool;
}

export interface Desk {
  db: Database;
  store: ImportStore;
  service: ImportService;
  pool: ReturnType<typeof inlinePool>;
  /** The folder of notes. */
  folder: string;
  write(name: string, ...lines: string[]): void;
  remove(name: string): void;
  path(name: string): string;
  preview(...names: string[]): Promise<ImportPreview>;
  /** Previews and commits; gives the totals that are not zero. */
  import(...names: string[]): Promise<{ batchId: string; totals: Record<string, number> }>;
  /** The cards of all notes of a preview. */
  cards(preview: ImportPreview): Promise<PreviewCard[]>;
  /** Every row of every table but the log of imports. */
  rows(): Record<string, unknown[]>;
  /** Live cards as `back`, in order. */
  live(): string[];
  /** Answers the card with this back, as far as the database sees it. */
  review(back: string): void;
  cardId(back: string): string;
  now: { at: number };
}

export function importDesk(files: Record<string, string[]> = {}, parts: Partial<ImportParts> = {}): Desk {
  const folder = folderWith({});
  const db = openDatabase(folderWith({}));
  onTestFinished(() => void db.close());
  const now = { at: 1_000 };
  const pool = inlinePool();
  const store = createImportStore(db);
  const clock = { now: () => now.at++, zone: () => 'UTC' };
  const dayRule = () => ({ zone: 'UTC', startsAtHour: 0 });
  const service = createImportService({ store, pool, clock, dayRule, ids: uuids, createShelf: createDraftShelf, ...parts });
  let reviews = 0;

  const desk: Desk = {
    db,
    store,
    service,
    pool,
    folder,
    now,
    path: (name) => join(folder, name),
    write(name, ...lines) {
      mkdirSync(dirname(desk.path(name)), { recursive: true });
      writeFileSync(desk.path(name), lines.join('\n'));
    },
    remove: (name) => rmSync(desk.path(name), { recursive: true }),
    preview: (...names) => service.preview(names.length === 0 ? [folder] : names.map(desk.path)),
    async import(...names) {
      const { importId } = await desk.preview(...names);
      const { batchId, totals } = await service.commit({ importId });
      return { batchId, totals: changesIn(totals) };
    },
    async cards(preview) {
      const lists = [];
      for (const { index } of preview.files) lists.push((await service.cards({ importId: preview.importId, fileIndex: index })).cards);
      return lists.flat();
    },
    rows: () =>
      Object.fromEntries(
        ['decks', 'notes', 'cards', 'memories', 'reviews', 'decisions', 'undoSteps'].map((table) => [
          table,
          db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
        ]),
      ),
    live: () =>
      db
        .prepare<[], string>('SELECT coalesce(editedBack, back) FROM cards WHERE orphanedAt IS NULL ORDER BY noteId, position')
        .pluck()
        .all()
        .sort(),
    cardId(back) {
      const cardId = db.prepare<[string], string>('SELECT cardId FROM cards WHERE back = ?').pluck().get(back);
      if (cardId === undefined) throw new Error(`no card with back ${back}`);
      return cardId;
    },
    review(back) {
      const cardId = desk.cardId(back);
      db.prepare("INSERT INTO parameters VALUES ('p', 'FSRS-6', '{}') ON CONFLICT DO NOTHING").run();
      db.prepare(`INSERT INTO reviews VALUES (?, ?, 'device', 3, 'new', 5, '2026-01-01', 0, 900, 'p', 3.1, 5.2, 3)`).run(
        `review-${reviews++}`,
        cardId,
      );
      db.prepare(
        `INSERT INTO memories (cardId, state, stability, difficulty, step, reps, lapses, reviewedAt, reviewedOn, intervalDays, dueOn)
         VALUES (?, 'review', 3.1, 5.2, 0, 1, 0, 5, '2026-01-01', 3, '2026-01-04') ON CONFLICT DO NOTHING`,
      ).run(cardId);
    },
  };
  for (const [name, lines] of Object.entries(files)) desk.write(name, ...lines);
  return desk;
}

/** The totals that are not zero. */
export const changesIn = (totals: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0));
