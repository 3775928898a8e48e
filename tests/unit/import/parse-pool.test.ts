import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ParseRequest, ParseResult } from '../../../src/main/note-files/parse-file.js';
import { createParsePool } from '../../../src/main/note-files/parse-pool.js';
import { eventually } from '../eventually.js';
import { bundled } from './built-workers.js';
import { folderWith } from './folders.js';

let bundles = '';
beforeAll(async () => {
  bundles = await bundled({ 'acting-parser': 'tests/unit/import/acting-parser.ts' });
});

function poolWith(options: Parameters<typeof createParsePool>[0] = {}) {
  let started = 0;
  let ended = 0;
  const pool = createParsePool({
    startWorker: () => {
      started++;
      const worker = new Worker(join(bundles, 'acting-parser.js'), { resourceLimits: { maxOldGenerationSizeMb: 64 } });
      return worker.once('exit', () => ended++);
    },
    threads: 2,
    noteLimitMs: 10_000,
    ...options,
  });
  onTestFinished(() => pool.close());
  return { pool, started: () => started, ended: () => ended };
}

const requests = (...paths: string[]): ParseRequest[] => paths.map((path) => ({ path, name: path }));
const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `n${n}.md`);
const summary = ({ result }: { result: ParseResult }): string => (result.status === 'parsed' ? result.hash : result.problem.message);

async function collect(parsed: AsyncIterable<{ request: ParseRequest; result: ParseResult }>): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of parsed) found.push(summary(entry));
  return found;
}

it('a file far larger than a note has no less time than any other', async () => {
  const { pool } = poolWith({});
  const path = join(folderWith({ 'large.md': '' }), 'large.md');
  truncateSync(path, 1e12);
  const [said] = await collect(pool.parse([{ path, name: path }]));
  expect(said).not.toContain('took longer');
});

describe('the parse pool', () => {
  it('answers every request in order, whichever thread is done first', async () => {
    const { pool } = poolWith();
    expect(await collect(pool.parse(requests('slow.md', ...many(101))))).toEqual(['slow.md', ...many(101)]);
  });

  it('takes requests only as fast as results are taken', async () => {
    const { pool } = poolWith();
    let asked = 0;
    const endless = function* () {
      for (;;) yield* requests(`n${asked++}.md`);
    };
    let taken = 0;
    for await (const entry of pool.parse(endless())) {
      expect(summary(entry)).toBe(`n${taken}.md`);
      if (++taken === 200) break;
    }
    expect(asked).toBeLessThan(taken + 50);
  });

  it('gives up a note that takes too long, says so, and reads the others', async () => {
    const { pool, started } = poolWith({ noteLimitMs: 2_000, threads: 1 });
    const found = await collect(pool.parse(requests('a.md', 'hang.md', 'b.md', ...many(10))));
    const gaveUp = 'Reading this note took longer than 2 seconds, so it was given up.';
    expect(found).toEqual(['a.md', gaveUp, 'b.md', ...many(10)]);
    expect(started()).toBe(2);
  });

  it('gives a large note more time than a small one', async () => {
    const folder = folderWith({ 'small.md': 'x', 'large.md': 'x'.repeat(20_000_000) });
    const { pool } = poolWith({ noteLimitMs: 500 });
    const [large] = await collect(pool.parse([{ path: join(folder, 'large.md'), name: 'slow and large' }]));
    expect(large).toBe('slow and large');
    const [small] = await collect(pool.parse([{ path: join(folder, 'small.md'), name: 'slow and small' }]));
    expect(small).toMatch(/longer than .* second/);
  });

  it('replaces a thread that dies, whatever it dies of, and loses no other note', async () => {
    const { pool, started } = poolWith({ threads: 1 });
    const found = await collect(pool.parse(requests('a.md', 'fall.md', 'b.md', 'exit.md', 'c.md', 'eat.md', 'd.md')));
    expect(found.filter((_, index) => index % 2 === 0)).toEqual(['a.md', 'b.md', 'c.md', 'd.md']);
    expect(found[1]).toBe('This note could not be turned into cards (fell over fall.md).');
    expect(found[3]).toMatch(/could not be turned into cards/);
    expect(found[5]).toMatch(/could not be turned into cards/);
    expect(started()).toBe(4);
  });

  it('says why of a note that cannot be parsed, in the thread that goes on with the next', async () => {
    const { pool, started } = poolWith({ threads: 1 });
    const found = await collect(pool.parse(requests('a.md', 'throw.md', 'b.md')));
    expect(found).toEqual(['a.md', 'This note could not be turned into cards (thrown by throw.md).', 'b.md']);
    expect(started()).toBe(1);
  });

  it('stops at once when cancelled, also inside a note, and works again afterwards', async () => {
    const { pool } = poolWith();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    await expect(collect(pool.parse(requests(...many(20), 'hang.md', ...many(20)), stop.signal))).rejects.toMatchObject({
      failure: { code: 'cancelled' },
    });
    expect(await collect(pool.parse(requests('a.md')))).toEqual(['a.md']);
  });

  it('starts no thread for a signal that is aborted already', async () => {
    const { pool, started } = poolWith();
    await expect(collect(pool.parse(requests('a.md'), AbortSignal.abort()))).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(started()).toBe(0);
  });

  it('serves two callers at the same time', async () => {
    const { pool } = poolWith();
    const both = await Promise.all([collect(pool.parse(requests(...many(30)))), collect(pool.parse(requests(...many(40))))]);
    expect(both).toEqual([many(30), many(40)]);
  });

  it('ends a thread that has nothing to do and starts one when there is work again', async () => {
    const { pool, started, ended } = poolWith({ idleMs: 20, threads: 1 });
    await collect(pool.parse(requests('a.md')));
    await collect(pool.parse(requests('b.md')));
    expect(started()).toBe(1);
    await expect.poll(ended).toBe(1);
    expect(await collect(pool.parse(requests('c.md')))).toEqual(['c.md']);
    expect(started()).toBe(2);
  });

  it('can start a thread ahead of the first note, which then takes it', async () => {
    const { pool, started } = poolWith({ threads: 1 });
    pool.warm();
    pool.warm();
    expect(started()).toBe(1);
    expect(await collect(pool.parse(requests('a.md')))).toEqual(['a.md']);
    expect(started()).toBe(1);
  });

  it('ends a thread that was started ahead when no note comes', async () => {
    const { pool, started, ended } = poolWith({ threads: 1, idleMs: 20 });
    pool.warm();
    await expect.poll(ended).toBe(1);
    expect(await collect(pool.parse(requests('a.md')))).toEqual(['a.md']);
    expect(started()).toBe(2);
  });

  it('replaces a thread that died before the first note', async () => {
    const workers: Worker[] = [];
    const startWorker = (): Worker => {
      const [code, options] =
        workers.length === 0 ? ["throw new Error('died early')", { eval: true }] : [join(bundles, 'acting-parser.js'), {}];
      const worker = new Worker(code, options);
      workers.push(worker);
      return worker;
    };
    const { pool } = poolWith({ startWorker });
    pool.warm();
    await new Promise((resolve) => workers[0]?.once('exit', resolve));
    expect(await collect(pool.parse(requests('a.md')))).toEqual(['a.md']);
  });

  it('is stopped also while nobody waits for a note, since the next request is on its way', async () => {
    const { pool, ended } = poolWith();
    const stop = new AbortController();
    const slowly = async function* () {
      yield* requests('hang1.md', 'hang2.md');
      setTimeout(() => stop.abort(), 50);
      await eventually(() => expect(ended()).toBe(2));
      yield* requests('late.md');
    };
    await expect(collect(pool.parse(slowly(), stop.signal))).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('stops when it is closed, and starts no thread any more', async () => {
    const { pool, started, ended } = poolWith();
    const parsing = collect(pool.parse(requests('a.md', 'hang1.md', 'hang2.md', 'b.md')));
    const stopped = expect(parsing).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    await eventually(() => expect(started()).toBe(2));
    await pool.close();
    expect(ended()).toBe(2);
    await stopped;
    await expect(collect(pool.parse(requests('c.md')))).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(started()).toBe(2);
  });

  it('passes on an error of whoever gives the requests', async () => {
    const { pool } = poolWith();
    const broken = function* () {
      yield* requests('a.md');
      throw new Error('no more');
    };
    await expect(collect(pool.parse(broken()))).rejects.toThrow('no more');
  });
});
