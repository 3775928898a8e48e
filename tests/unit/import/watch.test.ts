/** Eyes on folders, on the real disk. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderScan, type KnownNote } from '../../../src/main/features/import/watch/folder-scan.js';
import { FolderWatch, type FolderState } from '../../../src/main/features/import/watch/folder-watch.js';
import { eventually } from '../eventually.js';
import { folderWith } from './folders.js';

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const known = (folder: string, ...names: string[]): KnownNote[] =>
  names.map((name) => ({ path: join(folder, name), fileHash: hashOf(join(folder, name)), missingAt: null }));

describe('a scan', () => {
  it('finds notes that are new, changed or gone, and none that are as they were', async () => {
    const folder = folderWith({ 'a.md': 'a', 'deep/b.md': 'b', 'c.md': 'c', 'same.md': 'same', '.git/x.md': 'x', 'picture.png': 'p' });
    const notes = known(folder, 'a.md', 'c.md', 'same.md');
    writeFileSync(join(folder, 'a.md'), 'other');
    rmSync(join(folder, 'c.md'));
    const changes = await new FolderScan(folder).changes(notes);
    expect(changes?.map(({ path, hash }) => `${relative(folder, path)} ${hash === null ? 'gone' : 'there'}`)).toEqual([
      'a.md there',
      'deep/b.md there',
      'c.md gone',
    ]);
  });

  it('finds a change of the same length and time', async () => {
    const folder = folderWith({ 'a.md': 'one' });
    const notes = known(folder, 'a.md');
    const scan = new FolderScan(folder);
    expect(await scan.changes(notes)).toEqual([]);
    writeFileSync(join(folder, 'a.md'), 'two');
    expect(await scan.changes(notes)).toHaveLength(1);
  });

  it('says nothing of files that cannot be read as notes', async () => {
    const folder = folderWith({ 'bytes.md': Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x00]), 'huge.md': '' });
    writeFileSync(join(folder, 'huge.md'), Buffer.alloc(21 * 1024 * 1024, 32));
    const changes = await new FolderScan(folder).changes([]);
    expect(changes?.map(({ path }) => relative(folder, path))).not.toContain('huge.md');
  });

  it('finds a note that came back', async () => {
    const folder = folderWith({ 'a.md': 'a' });
    const [note] = known(folder, 'a.md');
    expect(await new FolderScan(folder).changes(note ? [{ ...note, fileHash: '', missingAt: 5 }] : [])).toHaveLength(1);
  });

  it.each<[string, (folder: string) => void]>([
    ['gone', (folder) => rmSync(folder, { recursive: true })],
    ['an empty place where a drive was', (folder) => rmSync(join(folder, 'a.md'))],
    [
      'a link to somewhere else',
      (folder) => {
        rmSync(folder, { recursive: true });
        symlinkSync(folderWith({ 'a.md': 'theirs' }), folder);
      },
    ],
  ])('does not take notes for gone when the folder is %s', async (_what, lose) => {
    const folder = folderWith({ 'notes/a.md': 'a' });
    const notes = known(folder, 'notes/a.md');
    lose(join(folder, 'notes'));
    expect(await new FolderScan(join(folder, 'notes')).changes(notes)).toBeNull();
  });
});

const times = { quietMs: 20, longestMs: 100, pollMs: 40, missingMs: 40 };

function watching(folder: string, notes: () => KnownNote[], polls = false) {
  const told: FolderState[] = [];
  const watch = new FolderWatch({ path: folder, polls, known: notes, tell: (state) => void told.push(state), times });
  onTestFinished(() => watch.close());
  const last = () => told.at(-1);
  const changed = (): string[] => (last()?.changes ?? []).map(({ path }) => relative(folder, path));
  return { watch, told, last, changed };
}

describe('a watched folder', () => {
  it('tells of a note saved in place, saved beside and renamed, and saved in a folder that is new', async () => {
    const folder = folderWith({ 'a.md': 'a', 'b.md': 'b' });
    const notes = known(folder, 'a.md', 'b.md');
    const { watch, changed } = watching(folder, () => notes);
    await watch.look();
    expect(changed()).toEqual([]);
    writeFileSync(join(folder, 'a.md'), 'other');
    await eventually(() => expect(changed()).toEqual(['a.md']));
    writeFileSync(join(folder, '.b.md.swp'), 'better');
    renameSync(join(folder, '.b.md.swp'), join(folder, 'b.md'));
    await eventually(() => expect(changed()).toEqual(['a.md', 'b.md']));
    mkdirSync(join(folder, 'new/deep'), { recursive: true });
    writeFileSync(join(folder, 'new/deep/c.md'), 'c');
    await eventually(() => expect(changed()).toEqual(['a.md', 'b.md', 'new/deep/c.md']));
    writeFileSync(join(folder, 'new/deep/d.md'), 'd');
    await eventually(() => expect(changed()).toHaveLength(4));
  });

  it('hears a folder that was removed and made again', async () => {
    const folder = folderWith({ 'deep/a.md': 'a', 'b.md': 'b' });
    const notes = known(folder, 'deep/a.md', 'b.md');
    const { watch, changed } = watching(folder, () => notes);
    await watch.look();
    rmSync(join(folder, 'deep'), { recursive: true });
    await eventually(() => expect(changed()).toEqual(['deep/a.md']));
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep/a.md'), 'a');
    await eventually(() => expect(changed()).toEqual([]));
    writeFileSync(join(folder, 'deep/a.md'), 'other');
    await eventually(() => expect(changed()).toEqual(['deep/a.md']));
  });

  it('notices when it vanishes and when it is back', async () => {
    const folder = folderWith({ 'notes/a.md': 'a' });
    const root = join(folder, 'notes');
    const notes = known(root, 'a.md');
    const { watch, last, changed } = watching(root, () => notes);
    await watch.look();
    expect(last()).toEqual({ state: 'watched', changes: [] });
    renameSync(root, join(folder, 'away'));
    await eventually(() => expect(last()?.state).toBe('missing'));
    renameSync(join(folder, 'away'), root);
    await eventually(() => expect(last()).toEqual({ state: 'watched', changes: [] }));
    writeFileSync(join(root, 'a.md'), 'other');
    await eventually(() => expect(changed()).toEqual(['a.md']));
  });

  it('is looked at now and then on a drive that gives no word of changes', async () => {
    const folder = folderWith({ 'a.md': 'a' });
    const notes = known(folder, 'a.md');
    const { watch, last, changed } = watching(folder, () => notes, true);
    await watch.look();
    expect(last()?.state).toBe('polled');
    writeFileSync(join(folder, 'a.md'), 'other');
    await eventually(() => expect(changed()).toEqual(['a.md']));
  });

  it('tells nothing twice, and nothing for what no scan looks at', async () => {
    const folder = folderWith({ 'a.md': 'a', '.obsidian/': '' });
    const notes = known(folder, 'a.md');
    const { watch, told } = watching(folder, () => notes);
    await watch.look();
    writeFileSync(join(folder, '.obsidian/workspace.md'), '{}');
    writeFileSync(join(folder, 'a.md'), 'a');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(told).toHaveLength(1);
  });

  it('does not wait for ever when a file is written without a pause', async () => {
    const folder = folderWith({ 'a.md': 'a' });
    const notes = known(folder, 'a.md');
    const { watch, changed } = watching(folder, () => notes);
    await watch.look();
    const writing = setInterval(() => writeFileSync(join(folder, 'a.md'), String(Math.random())), 5);
    onTestFinished(() => clearInterval(writing));
    await eventually(() => expect(changed()).toEqual(['a.md']));
  });
});
