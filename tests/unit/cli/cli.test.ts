import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/main/cli/command.js';
import { run } from '../../../src/main/cli/run.js';
import { createReviewServices } from '../../../src/main/review-services.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { freshFolder } from '../folder.js';
import { handClock } from '../review/studying.js';
import { sameThreadPool } from '../same-thread-pool.js';
import { daily } from '../../../src/shared/study.js';
import { sessionsOf } from '../review/sessions.js';

const note = `# Components

- **etcd**: A key-value store that keeps the state of the whole cluster.
- **kubelet**: An agent on each node that runs the containers of its pods.
`;

interface Terminal {
  code: number;
  out: string[];
  err: string[];
}

interface Place {
  cwd: string;
  dataFolder: string;
  clock: ReturnType<typeof handClock>;
  /** Runs a command line there. */
  etcdeck(args: string[], answer?: boolean | null): Promise<Terminal>;
}

function place(): Place {
  const cwd = freshFolder();
  const dataFolder = join(freshFolder(), 'data');
  const clock = handClock();
  return {
    cwd,
    dataFolder,
    clock,
    async etcdeck(args, answer = null) {
      const out: string[] = [];
      const err: string[] = [];
      const context: Context = {
        surroundings: { argv: [], env: { ETCDECK_DATA: dataFolder }, platform: 'linux', home: cwd, cwd },
        clock,
        print: (line) => void out.push(line),
        report: (line) => void err.push(line),
        ask: answer === null ? null : () => Promise.resolve(answer),
        createParsePool: sameThreadPool,
      };
      return { code: await run(args, context), out, err };
    },
  };
}

function withNote(): Place {
  const here = place();
  writeFileSync(join(here.cwd, 'components.md'), note);
  return here;
}

describe('etcdeck', () => {
  test('says how it is used', async () => {
    const { etcdeck } = place();
    const help = await etcdeck(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['cards', 'import', 'decks', 'due', 'check', 'backup', 'restore', 'export'])
      expect(help.out.join('\n')).toContain(`  ${name}`);
    expect(await etcdeck(['import', '--help'])).toEqual(help);
    expect((await etcdeck(['--version'])).out[0]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each([
    [[], 'Name a command.'],
    [['fly'], 'There is no command fly.'],
    [['toString'], 'There is no command toString.'],
    [['cards'], 'Name at least one file or folder.'],
    [['cards', 'a.md', '--yes'], "Unknown option '--yes'"],
    [['decks', 'CKA'], "Unexpected argument 'CKA'"],
    [['decks', '--data'], '--data'],
    [['import', 'a.md'], 'Nobody can be asked here: add --yes to import without asking.'],
  ])('%j is wrong usage', async (args, why) => {
    const { code, out, err } = await place().etcdeck(args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain(why);
    expect(err.at(-1)).toMatch(/^Usage: etcdeck /);
  });
});

describe('etcdeck cards', () => {
  test('prints one JSON object a line and stores nothing', async () => {
    const { etcdeck, cwd, dataFolder } = withNote();
    const { code, out } = await etcdeck(['cards', 'components.md', '--json']);
    expect(code).toBe(0);
    const printed = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(printed.length).toBeGreaterThanOrEqual(2);
    for (const card of printed) {
      expect(Object.keys(card).sort()).toEqual(
        ['back', 'deck', 'endLine', 'file', 'front', 'kind', 'line', 'path', 'problems', 'rule', 'tags'].sort(),
      );
      expect(card).toMatchObject({ file: 'components.md', path: ['Components'], problems: expect.any(Array) });
    }
    expect(readdirSync(cwd)).toEqual(['components.md']);
    expect(() => readdirSync(dataFolder)).toThrow();
  });

  test('prints a list for people', async () => {
    const { out } = await withNote().etcdeck(['cards', '.']);
    expect(out[0]).toMatch(/^components\.md: \d+ cards$/);
    expect(out.join('\n')).toContain('keeps the state of the whole cluster');
    expect(out.at(-1)).toMatch(/^\d+ cards from 1 note$/);
  });

  test('names what cannot be read and goes on', async () => {
    const { etcdeck, cwd } = withNote();
    mkdirSync(join(cwd, 'b.md'));
    writeFileSync(join(cwd, 'c.md'), Buffer.from([0, 1, 2, 3, 0, 0]));
    const { code, err, out } = await etcdeck(['cards', '.', '--json']);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThanOrEqual(2);
    expect(err.some((line) => line.startsWith('b.md:1: '))).toBe(true);
    expect(err.some((line) => line.startsWith('c.md:1: '))).toBe(true);
  });

  test('fails when nothing could be read', async () => {
    const { code, err } = await place().etcdeck(['cards', 'missing.md', '--json']);
    expect(code).toBe(1);
    expect(err[0]).toMatch(/missing\.md:1: /);
  });
});

describe('etcdeck import', () => {
  test('stores the cards after a yes, and a second time nothing', async () => {
    const { etcdeck } = withNote();
    const first = await etcdeck(['import', 'components.md'], true);
    expect(first.code).toBe(0);
    expect(first.out.at(-1)).toMatch(/^Imported: \d+ added/);
    expect((await etcdeck(['import', 'components.md', '--yes'])).out.at(-1)).toBe('Nothing to import: every card is there already.');
  });

  test('stores where the cards of an edited note stand when they read the same', async () => {
    const { etcdeck, cwd } = withNote();
    await etcdeck(['import', 'components.md', '--yes']);
    writeFileSync(join(cwd, 'components.md'), `\n\n${note}`);
    expect((await etcdeck(['import', 'components.md', '--yes'])).out.at(-1)).toBe('Updated: 1 note; no card changed.');
    expect((await etcdeck(['import', 'components.md', '--yes'])).out.at(-1)).toBe('Nothing to import: every card is there already.');
  });

  test('stores nothing after a no', async () => {
    const { etcdeck } = withNote();
    expect(await etcdeck(['import', 'components.md'], false)).toMatchObject({ code: 0, out: [expect.anything(), 'Nothing was imported.'] });
    expect((await etcdeck(['decks', '--json'])).out).toEqual(['[]']);
  });

  test('says in one sentence that there is no note, and in one that a file is none', async () => {
    const { etcdeck, cwd } = place();
    mkdirSync(join(cwd, 'empty'));
    expect(await etcdeck(['import', 'empty', '--yes'])).toEqual({
      code: 1,
      out: [],
      err: ['No notes were found there: the names of notes end in .md or .markdown.'],
    });
    writeFileSync(join(cwd, 'cards.tsv'), 'a\tb');
    const { out, err } = await etcdeck(['import', 'cards.tsv', '--yes']);
    expect(out).toEqual([]);
    expect(err).toEqual([
      expect.stringMatching(/^cards\.tsv:1: This is not a Markdown file\./),
      'No note could be read, so nothing was imported.',
    ]);
  });

  test('fails when nothing could be read', async () => {
    const { code, err } = await place().etcdeck(['import', 'missing.md', '--yes']);
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining('missing.md:1: '), 'No note could be read, so nothing was imported.']);
  });

  test('fails beside an open window, while reading works', async () => {
    const { etcdeck, dataFolder } = withNote();
    await etcdeck(['import', 'components.md', '--yes']);
    const window = openDatabase(dataFolder);
    const { code, err } = await etcdeck(['import', 'components.md', '--yes']);
    expect(code).toBe(1);
    expect(err[0]).toBe(`${dataFolder}: Etcdeck is already open with this data folder.`);
    expect((await etcdeck(['check'])).code).toBe(0);
    expect((await etcdeck(['due', '--json'])).code).toBe(0);
    window.close();
  });
});

describe('etcdeck decks, due and check', () => {
  test('say what is there', async () => {
    const { etcdeck, dataFolder, clock } = withNote();
    await etcdeck(['import', 'components.md', '--yes']);
    const decks = JSON.parse((await etcdeck(['decks', '--json'])).out[0] ?? '') as { path: string; cards: number; new: number }[];
    expect(decks[0]).toMatchObject({ cards: expect.any(Number), learning: 0, due: 0 });
    expect((await etcdeck(['decks'])).out.length).toBe(decks.length + 1);

    const db = openDatabase(dataFolder);
    const sessions = sessionsOf(createReviewServices(db, clock).session);
    const { card } = sessions.start(daily(null));
    const cardId = card?.cardId ?? '';
    sessions.rate({ cardId, rating: 'good', durationMs: 1000 });
    db.close();

    const due = JSON.parse((await etcdeck(['due', '--json'])).out[0] ?? '') as { cards: unknown[] };
    expect(due).toMatchObject({ dayOn: '2026-11-23', counts: { learning: 1 } });
    expect(due.cards[0]).toMatchObject({ cardId, queue: 'learning', dueAt: clock.at + 600_000, dueOn: null });
    expect((await etcdeck(['due'])).out[0]).toMatch(/^0 due, 1 being learned, \d+ new$/);

    expect(await etcdeck(['check'])).toMatchObject({ code: 0, out: [expect.stringMatching(/^\d+ cards, 1 review: no problems\.$/)] });
    const raw = openDatabase(dataFolder);
    raw.exec('UPDATE memories SET lapses = 3');
    raw.close();
    const wrong = await etcdeck(['check']);
    expect(wrong.code).toBe(1);
    expect(wrong.err[0]).toContain('lapses is 3, but by the log it is 0');
  });

  test('find nothing before anything was stored', async () => {
    const { etcdeck, dataFolder } = place();
    expect((await etcdeck(['decks', '--json'])).out).toEqual(['[]']);
    expect(JSON.parse((await etcdeck(['due', '--json'])).out[0] ?? '')).toEqual({
      dayOn: null,
      counts: { new: 0, learning: 0, due: 0 },
      cards: [],
    });
    expect(await etcdeck(['check'])).toEqual({ code: 0, out: [`Nothing is stored in ${dataFolder} yet.`], err: [] });
    expect(() => readdirSync(dataFolder)).toThrow();
  });

  test('refuse a damaged database by name', async () => {
    const { etcdeck, dataFolder } = place();
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(databaseFile(dataFolder), 'not a database at all, but long enough to have a header '.repeat(5));
    for (const command of ['decks', 'due', 'check', 'backup']) {
      const { code, err } = await etcdeck([command]);
      expect(code).toBe(1);
      expect(err[0]).toContain(`${databaseFile(dataFolder)}: The database is damaged`);
    }
  });
});

describe('etcdeck backup, restore and export', () => {
  test('bring back what was stored when the copy was made, and what was there since', async () => {
    const { etcdeck, cwd, dataFolder, clock } = withNote();
    await etcdeck(['import', 'components.md', '--yes']);
    const made = await etcdeck(['backup']);
    expect(made).toMatchObject({ code: 0, err: [] });
    const due = (await etcdeck(['due', '--json'])).out;
    const db = openDatabase(dataFolder);
    const sessions = sessionsOf(createReviewServices(db, clock).session);
    const { card } = sessions.start(daily(null));
    sessions.rate({ cardId: card?.cardId ?? '', rating: 'easy', durationMs: 1 });
    db.close();
    clock.at += 1_000;
    expect((await etcdeck(['due', '--json'])).out).not.toEqual(due);
    const restored = await etcdeck(['restore', made.out[0] ?? '']);
    expect(restored).toMatchObject({ code: 0, err: [] });
    expect((await etcdeck(['due', '--json'])).out).toEqual(due);
    const [, back = ''] = /etcdeck restore (.+)/.exec(restored.out.join('\n')) ?? [];
    clock.at += 1_000;
    expect((await etcdeck(['restore', back])).code).toBe(0);
    expect((await etcdeck(['check'])).out[0]).toMatch(/1 review: no problems/);
    expect(readdirSync(cwd)).toEqual(['components.md']);
  });

  test('write where they are told, and never over a file', async () => {
    const { etcdeck, cwd } = withNote();
    await etcdeck(['import', 'components.md', '--yes']);
    expect(await etcdeck(['backup', 'copy.sqlite'])).toMatchObject({ code: 0, out: ['copy.sqlite'] });
    expect((await etcdeck(['export', 'all.jsonl'])).out[0]).toMatch(/^all\.jsonl: \d+ lines\.$/);
    expect((await etcdeck(['export', '--format', 'csv', 'cards.csv'])).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['all.jsonl', 'cards.csv', 'components.md', 'copy.sqlite']);
    for (const args of [
      ['backup', 'copy.sqlite'],
      ['export', 'all.jsonl'],
      ['backup', 'components.md'],
    ]) {
      expect(await etcdeck(args)).toMatchObject({
        code: 1,
        out: [],
        err: [expect.stringContaining('There is a file of this name already.'), expect.any(String)],
      });
    }
  });

  test('say so when nothing is stored, and when they are called wrongly', async () => {
    const { etcdeck } = place();
    expect((await etcdeck(['backup'])).err[0]).toContain('Nothing is stored yet');
    expect((await etcdeck(['export', 'x'])).err[0]).toContain('Nothing is stored yet');
    expect((await etcdeck(['restore', 'none.sqlite'])).err[0]).toContain('There is no such file. Nothing was restored.');
    for (const args of [
      ['restore'],
      ['export'],
      ['backup', 'a', 'b'],
      ['export', '--format', 'apkg', 'x'],
      ['backup', '--format', 'json'],
    ]) {
      expect((await etcdeck(args)).code).toBe(2);
    }
  });
});

test('no name and no text moves the cursor of the terminal or turns its letters round, and JSON says what it said', async () => {
  const here = place();
  const names = ['\u202egnp.md', 'up\u001b[2A.md', 'c1\u009b2J.md'];
  for (const name of names) writeFileSync(join(here.cwd, name), note);
  const { out, err } = await here.etcdeck(['cards', '.']);
  expect([...out, ...err].join('')).not.toMatch(/(?![\n\t])[\p{Cc}\u202e]/u);
  expect(out.join('\n')).toContain('\\u202egnp.md: 3 cards');
  expect((await here.etcdeck(['cards', join(here.cwd, 'x\u202e.md')])).err.join('\n')).toContain('x\\u202e.md');
  const lines = (await here.etcdeck(['cards', '.', '--json'])).out;
  expect(lines.join('')).not.toContain('\u202e');
  expect(new Set(lines.map((line) => (JSON.parse(line) as { file: string }).file))).toEqual(new Set(names));
});
