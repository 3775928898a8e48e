/** One import of a folder of notes, or the least it could be. Each run is a process of its own, so that none finds warm code. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { systemClock } from '../../src/main/clock.js';
import { withoutDesktop } from '../../src/main/platform.js';
import { openServices, type ServiceOptions, type Services } from '../../src/main/services.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import type { EventPayload } from '../../src/shared/contract.js';
import { writeNotes } from './notes.js';
import { serve } from './serve.js';

interface Folders {
  notes: string;
  data: string;
}

type WatchView = EventPayload<'watch.changed'>;

/** In the order in which rows may refer to others. */
const tables = ['decks', 'notes', 'cards', 'decisions', 'imports'];

serve({
  write: ({ notes, files }: { notes: string; files: number }) => writeNotes(notes, files),

  /** The notes of a folder as one file in another: the same lines, but for fences that nobody closed. */
  join({ notes, joined }: { notes: string; joined: string }) {
    mkdirSync(joined, { recursive: true });
    const text = textsIn(notes)
      .map((note) => note.replace(/```\na fence that nobody closed\n$/, ''))
      .join('\n');
    writeFileSync(join(joined, 'all notes.md'), text);
    return { files: 1, bytes: Buffer.byteLength(text) };
  },

  /**
   * As the window imports: found, read, parsed and planned in threads, stored in one transaction. Answers ms, the cards made, and the
   * most memory the process had.
   */
  async value({ notes, data }: Folders) {
    const services = await servicesOn(data);
    const from = performance.now();
    const { cards, heldBack, problems } = await importFolder(services, notes);
    const ms = performance.now() - from;
    await services.close();
    return { ms, cards, heldBack, problems, peakMb: process.resourceUsage().maxRSS / 1024 };
  },

  /** The same text through markdown-it and the rows of `from` into an empty database in one transaction. Answers ms. */
  floor({ notes, data, from: imported }: Folders & { from: string }) {
    const texts = textsIn(notes);
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

  /** Looks again at notes that are as they were, and beside it only reads and hashes them. Answers ms of both, for each round. */
  async again({ notes, data, rounds }: Folders & { rounds: number }) {
    const services = await servicesOn(data);
    const look = async (): Promise<void> => {
      const { hasChanges } = await services.handlers['import.preview']({ paths: [notes] });
      if (hasChanges) throw new Error('The notes were taken for changed ones.');
    };
    const samples: { values: number[]; floors: number[] } = { values: [], floors: [] };
    for (let round = 0; round <= rounds; round++) {
      const [value, floor] = [await timed(look), await timed(() => hashesOf(notes))];
      // The first round starts the threads and warms the caches of both.
      if (round === 0) continue;
      samples.values.push(value);
      samples.floors.push(floor);
    }
    await services.close();
    return samples;
  },

  /** From a fact saved to one of the notes of a watched folder until the window is told, for each round; and reading and hashing all. */
  async change({ notes, data, rounds }: Folders & { rounds: number }) {
    let told = (_view: WatchView): void => undefined;
    const services = await servicesOn(data, (event, payload) => {
      if (event === 'watch.changed') told(payload as WatchView);
    });
    const isTold = (changedNotes: number): Promise<void> =>
      new Promise((resolve) => {
        told = ({ folders: [folder] }) => {
          if (folder?.state === 'watched' && folder.changedNotes === changedNotes) resolve();
        };
      });
    const ready = isTold(0);
    await services.handlers['watch.add']({ path: notes });
    await ready;
    const files = filesIn(notes);
    const samples: { values: number[]; floors: number[] } = { values: [], floors: [] };
    for (let round = 1; round <= rounds; round++) {
      const note = files[(round * 211) % files.length] ?? '';
      const before = readFileSync(note);
      const seen = isTold(1);
      const from = performance.now();
      appendFileSync(note, `\n- **Late gauge ${round}**: counts the pumps of hall ${round}\n`);
      await seen;
      samples.values.push(performance.now() - from);
      const forgotten = isTold(0);
      writeFileSync(note, before);
      await forgotten;
      samples.floors.push(await timed(() => hashesOf(notes)));
    }
    await services.close();
    return samples;
  },

  quit: () => process.disconnect(),
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));

const textsIn = (folder: string): string[] => filesIn(folder).map((file) => readFileSync(file, 'utf8'));

const hashesOf = (folder: string): string[] => filesIn(folder).map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Everything behind the window, without a window. */
function servicesOn(dataFolder: string, emit: ServiceOptions['emit'] = () => undefined): Promise<Services> {
  const platform = withoutDesktop({ version: '', electron: '', name: '' });
  const log = (error: unknown): never => {
    throw error;
  };
  return openServices({
    dataFolder,
    startersFolder: null,
    clock: systemClock,
    platform,
    emit,
    log,
  });
}

/** As a person does who takes everything as it is proposed. */
async function importFolder({ handlers }: Services, folder: string) {
  const { importId, problems } = await handlers['import.preview']({ paths: [folder] });
  const { totals } = await handlers['import.commit']({ importId });
  return { cards: totals.added, heldBack: totals.heldBack, problems: problems.length };
}
