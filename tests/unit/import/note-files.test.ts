import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findNotes, isGone, maxNoteBytes, readNote, type Found } from '../../../src/main/note-files/note-files.js';
import { folderWith } from './folders.js';

async function find(...paths: string[]): Promise<Found[]> {
  const found: Found[] = [];
  for await (const entry of findNotes(paths)) found.push(entry);
  return found;
}
const names = (found: Found[]): string[] => found.flatMap((entry) => (entry.kind === 'note' ? [entry.file.name] : []));
const problems = (found: Found[]): string[] =>
  found.flatMap((entry) => (entry.kind === 'problem' ? [`${entry.problem.name}:${entry.problem.line}: ${entry.problem.message}`] : []));

/** Files without permission can be read by root, so the test steps down for a while. */
function asNobody<T>(run: () => T): T {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('finding notes', () => {
  it('takes .md, .markdown and .MD at any depth, in the order a person would put them', async () => {
    const folder = folderWith({
      '10.md': 'x',
      '2.md': 'x',
      'node/kubelet.MD': 'x',
      'node/proxy.markdown': 'x',
      'picture.png': 'x',
      'a.txt': 'x',
    });
    expect(names(await find(folder))).toEqual(['2.md', '10.md', 'node/kubelet.MD', 'node/proxy.markdown']);
  });

  it('passes over hidden files, hidden folders and node_modules without a word', async () => {
    const folder = folderWith({ 'a.md': 'x', '.b.md': 'x', '.git/c.md': 'x', 'node_modules/p/readme.md': 'x', 'deep/.obsidian/d.md': 'x' });
    const found = await find(folder);
    expect(names(found)).toEqual(['a.md']);
    expect(problems(found)).toEqual([]);
  });

  it.each([
    'kubelet.sync-conflict-20261130-101112-ABCDEF7.md',
    'kubelet (Sam’s conflicted copy 2026-11-30).md',
    'kubelet (conflicted copy 2026-11-30 101112).md',
    'kubelet_conflict-20261130-101112.md',
    'kubelet (SFConflict sam@example.org 2026-11-30-10-11-12).md',
    'kubelet-DESKTOP-AB12CD3.md',
  ])('passes over %s, which a sync tool made of the note beside it, and says so', async (copy) => {
    const folder = folderWith({ [`node/${copy}`]: 'x', 'node/kubelet.md': 'x', [copy]: 'x' });
    const found = await find(folder);
    expect(names(found)).toEqual([copy, 'node/kubelet.md']);
    expect(problems(found)).toEqual([`node/${copy}:1: A sync tool made this copy of kubelet.md when it changed in two places.`]);
    expect(names(await find(join(folder, 'node', copy)))).toEqual([copy]);
    expect(names(await find(join(folder, 'node', copy), join(folder, 'node', 'kubelet.md')))).toEqual(['kubelet.md']);
  });

  it('takes names that only look like those of copies', async () => {
    const files = { 'merge-conflict.md': 'x', 'merge.md': 'x', 'a (copy).md': 'x', 'a.md': 'x', 'lan-DESKTOP-1.md': 'x', 'lan.md': 'x' };
    expect(names(await find(folderWith(files)))).toHaveLength(6);
  });

  it('gives a file that was chosen twice, or by its folder too, once', async () => {
    const folder = folderWith({ 'a.md': 'x', 'b.md': 'x' });
    expect(names(await find(join(folder, 'b.md'), folder, folder))).toEqual(['b.md', 'a.md']);
  });

  it('names a chosen file by its name and gives its absolute path', async () => {
    const folder = folderWith({ 'node/kubelet.md': 'x' });
    const [entry] = await find(join(folder, 'node', '..', 'node', 'kubelet.md'));
    expect(entry).toEqual({ kind: 'note', file: { path: join(folder, 'node', 'kubelet.md'), name: 'kubelet.md' } });
  });

  it('reads into a folder that bears the name of a note, and says so', async () => {
    const found = await find(folderWith({ 'x.md/inner.md': 'x', 'y.md': 'x' }));
    expect(names(found)).toEqual(['y.md', 'x.md/inner.md']);
    expect(problems(found)).toEqual(['x.md:1: This is a folder, although its name is that of a note.']);
  });

  it('ends at a link that leads in a circle, and says so', async () => {
    const folder = folderWith({ 'a.md': 'x', 'sub/b.md': 'x' });
    symlinkSync(folder, join(folder, 'sub', 'up'));
    symlinkSync(join(folder, 'self.md'), join(folder, 'self.md'));
    const found = await find(folder);
    expect(names(found)).toEqual(['a.md', 'sub/b.md']);
    expect(problems(found)).toEqual([
      'self.md:1: This is a link that leads in a circle.',
      'sub/up:1: This is a link to a folder, and links to folders are not followed.',
    ]);
  });

  it('does not follow links out of the chosen folder', async () => {
    const outside = folderWith({ 'secret.md': 'x', 'more/deep.md': 'x' });
    const folder = folderWith({ 'a.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'secret.md'));
    symlinkSync(outside, join(folder, 'outside'));
    const found = await find(folder);
    expect(names(found)).toEqual(['a.md']);
    expect(problems(found)).toEqual([
      'outside:1: This is a link to a folder, and links to folders are not followed.',
      'secret.md:1: This is a link that leaves the chosen folder.',
    ]);
  });

  it('follows a link to a note inside the folder once', async () => {
    const folder = folderWith({ 'real.md': 'x', 'sub/': '' });
    symlinkSync('../real.md', join(folder, 'sub', 'again.md'));
    expect(names(await find(folder))).toEqual(['real.md']);
  });

  it('follows a link that was chosen itself', async () => {
    const folder = folderWith({ 'real/a.md': 'x' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(names(await find(join(folder, 'link')))).toEqual(['a.md']);
  });

  it('says what is wrong with a choice that is no note, and goes on', async () => {
    const folder = folderWith({ 'a.txt': 'x', 'b.md': 'x' });
    const found = await find(join(folder, 'a.txt'), join(folder, 'missing.md'), join(folder, 'b.md'));
    expect(names(found)).toEqual(['b.md']);
    expect(problems(found)).toEqual(['a.txt:1: This is not a Markdown file.', 'missing.md:1: Nothing is there.']);
  });

  // Other systems take no such name.
  it.runIf(process.platform === 'linux')('says of a name that is not UTF-8 that it is the name that is wrong', async () => {
    const folder = folderWith({ 'b.md': 'x' });
    const named = (end: string): Buffer => Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(end)]);
    writeFileSync(named('.md'), 'x');
    mkdirSync(named(''));
    const found = await find(folder);
    const notes = found.flatMap((one) => (one.kind === 'note' && one.file.name !== 'b.md' ? [readNote(one.file.path)] : []));
    expect(notes).toMatchObject([{ ok: false, problem: { message: expect.stringContaining('not written in UTF-8') as string } }]);
    expect(problems(found)).toEqual([expect.stringMatching(/^caf\ufffd:1: The name is not written in UTF-8/)]);
  });

  it('goes on past a folder it may not read', async () => {
    const folder = folderWith({ 'a.md': 'x', 'closed/b.md': 'x', 'open/c.md': 'x' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    onTestFinished(() => chmodSync(join(folder, 'closed'), 0o755));
    if (process.geteuid?.() === 0) process.seteuid?.(65534);
    const found = await find(folder).finally(() => process.getuid?.() === 0 && process.seteuid?.(0));
    expect(names(found)).toEqual(['a.md', 'open/c.md']);
    expect(problems(found)).toEqual(['closed:1: You are not allowed to read this.']);
  });

  it('goes down hundreds of folders', async () => {
    const folder = folderWith({});
    const deep = join(folder, ...Array.from({ length: 300 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'a.md'), 'x');
    expect(names(await find(folder))).toHaveLength(1);
  });

  it('knows a file that is gone from one that only cannot be looked at', async () => {
    const folder = folderWith({ 'a.md': 'x' });
    expect(await isGone(join(folder, 'a.md'))).toBe(false);
    expect(await isGone(join(folder, 'b.md'))).toBe(true);
    expect(await isGone(join(folder, 'a.md', 'c.md'))).toBe(true);
  });
});

describe('reading a note', () => {
  const read = (content: string | Uint8Array) => readNote(join(folderWith({ 'n.md': content }), 'n.md'));

  it('gives its text and the hash of its bytes', () => {
    const bytes = Buffer.from('# Ärger\r\n');
    expect(read(bytes)).toEqual({ ok: true, hash: createHash('sha256').update(bytes).digest('hex'), text: '# Ärger\r\n', problems: [] });
  });

  it('takes a byte order mark off', () => {
    expect(read('\ufeff# x')).toMatchObject({ ok: true, text: '# x', problems: [] });
  });

  it('decodes UTF-16 of either byte order and hashes the bytes as they are', () => {
    const little = Buffer.from('\ufeff# Ärger 日本', 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(read(little)).toMatchObject({ text: '# Ärger 日本' });
    expect(read(big)).toEqual({ ok: true, text: '# Ärger 日本', hash: createHash('sha256').update(big).digest('hex'), problems: [] });
  });

  it('reads damaged UTF-8 as well as it can and names the line', () => {
    const bytes = Buffer.concat([Buffer.from('# Übung\n\nfine\nbro'), Buffer.from([0xff]), Buffer.from('ken\nfine')]);
    const note = read(bytes);
    expect(note).toMatchObject({ ok: true, text: '# Übung\n\nfine\nbro\ufffdken\nfine' });
    expect(note.ok && note.problems.map(({ line, severity }) => ({ line, severity }))).toEqual([{ line: 4, severity: 'warning' }]);
  });

  it('reads an old eight-bit encoding as Western European', () => {
    const note = read(Buffer.from('a\nGr\u00fc\u00dfe', 'latin1'));
    expect(note).toMatchObject({ ok: true, text: 'a\nGrüße', problems: [{ line: 2, severity: 'warning' }] });
  });

  it('says that a note is empty and still reads it, so that its cards can go', () => {
    for (const content of ['', '\ufeff', ' \n\t\n']) {
      expect(read(content)).toMatchObject({ ok: true, problems: [{ line: 1, message: 'The note is empty.' }] });
    }
  });

  it('refuses a file that is not text', () => {
    expect(read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]))).toMatchObject({ ok: false, problem: { line: 1, severity: 'error' } });
  });

  it('refuses a file of 100 MB without reading it', () => {
    const folder = folderWith({ 'huge.md': 'x' });
    truncateSync(join(folder, 'huge.md'), 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const note = readNote(join(folder, 'huge.md'));
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
    expect(note.ok === false && note.problem.message).toBe('The file is too large to be a note (100 MB; the limit is 20 MB).');
  });

  it('reads a file just within the limit', () => {
    const folder = folderWith({ 'large.md': 'x'.repeat(maxNoteBytes) });
    expect(readNote(join(folder, 'large.md')).ok).toBe(true);
  });

  it('does not wait at a pipe that bears the name of a note', () => {
    const folder = folderWith({});
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(readNote(join(folder, 'pipe.md'))).toMatchObject({ ok: false, problem: { message: 'This is not a file.' } });
  });

  it('says that a note may not be read, is missing, or is a folder', () => {
    const folder = folderWith({ 'closed.md': 'x', 'folder.md/': '' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed.md'), 0);
    const messages = ['closed.md', 'missing.md', 'folder.md'].map((name) => {
      const note = asNobody(() => readNote(join(folder, name)));
      return note.ok ? 'read' : note.problem.message;
    });
    expect(messages).toEqual(['You are not allowed to read this.', 'Nothing is there.', 'This is not a file.']);
  });
});
