/** One import of a folder of notes, or the least it could be. Each run is a process of its own, so that none finds warm code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { systemClock } from '../../src/main/clock.js';
import { openServices } from '../../src/main/services.js';
import { openDatabase } from '../../src/main/store/database.js';
import { writeNotes } from './notes.js';
import { serve } from './serve.js';

interface Folders {
  notes: string;
  data: string;
}

/** In the order in which rows may refer to others. */
const tables = ['decks', 'notes', 'cards', 'decisions', 'imports'];

serve({
  write: ({ notes }: Folders) => writeNotes(notes),

  /** As the window imports: found, read, parsed and planned in threads, stored in one transaction. Answers ms and the cards made. */
  async value({ notes, data }: Folders) {
    const platform = {
      version: '',
      electron: '',
      name: '',
      chooseNotes: () => Promise.resolve([]),
      applyTheme: () => undefined,
      openNote: () => Promise.resolve(),
      copy: () => Promise.resolve(),
    };
    const log = (error: unknown): never => {
      throw error;
    };
    const services = await openServices({
      dataFolder: data,
      startersFolder: null,
      clock: systemClock,
      platform,
      emit: () => undefined,
      log,
    });
    const from = performance.now();
    const { importId, problems } = await services.handlers['import.preview']({ paths: [notes] });
    const { totals } = await services.handlers['import.commit']({ importId });
    const ms = performance.now() - from;
    await services.close();
    return { ms, cards: totals.added, heldBack: totals.heldBack, problems: problems.length };
  },

  /** The same text through markdown-it and the rows of `from` into an empty database in one transaction. Answers ms. */
  floor({ notes, data, from: imported }: Folders & { from: string }) {
    const texts = readdirSync(notes, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(notes, name), 'utf8'));
    const source = openDatabase(imported);
    const rows = tables.map((table) => source.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all());
    source.close();
    const target = openDatabase(data);
    const markdown = new MarkdownIt({ html: true });

    const from = performance.now();
    for (const text of texts) markdown.parse(text, {});
    target.transaction(() => {
      for (const [index, table] of tables.entries()) {
        const [first] = rows[index] ?? [];
        if (!first) continue;
        const columns = Object.keys(first);
        const insert = target.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`);
        for (const row of rows[index] ?? []) insert.run(...columns.map((column) => row[column]));
      }
    })();
    const ms = performance.now() - from;
    target.close();
    return { ms };
  },

  quit: () => process.disconnect(),
});
