import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePaths, type DryRun } from '../../../src/main/features/import/dry-run.js';
import { folderWith } from './folders.js';
import { inlinePool } from './import-desk.js';

const summary = (entry: DryRun): string =>
  entry.kind === 'note'
    ? `${entry.name}: ${entry.note.cards.length}`
    : `${entry.problem.name}:${entry.problem.line}: ${entry.problem.message}`;

async function run(paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of parsePaths(paths, inlinePool())) found.push(summary(entry));
  return found;
}

describe('a dry run', () => {
  it('gives notes with their cards and problems with their places, in order', async () => {
    const folder = folderWith({ 'a.md': '- a: b', 'b.md': Buffer.from([0]), 'x.md/c.md': '- c: d\n- e: f' });
    expect(await run([folder, `${folder}/missing.md`])).toEqual([
      'a.md: 1',
      'b.md:1: This is not text, although its name is that of a note.',
      'x.md:1: This is a folder, although its name is that of a note.',
      'x.md/c.md: 2',
      'missing.md:1: Nothing is there.',
    ]);
  });

  it('gives the same for a path from the working directory', async () => {
    const folder = folderWith({ 'node/a.md': '- a: b' });
    expect(await run([relative(process.cwd(), folder)])).toEqual(await run([folder]));
  });

  it('reads one note after the other, as they are taken', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`n${n}.md`, '- a: b'])));
    const pool = inlinePool();
    for await (const _entry of parsePaths([folder], pool)) {
      if (pool.parsed.length >= 3) break;
    }
    expect(pool.parsed).toHaveLength(3);
  });
});
