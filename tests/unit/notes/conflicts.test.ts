import { describe, expect, it } from 'vitest';
import type { ParsedNote } from '../../../src/main/domain/notes/card.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const read = (...lines: string[]): ParsedNote => parseNote({ path: 'etcd.md', text: lines.join('\n') });
const written = (note: ParsedNote): string => note.cards.map(({ front, back }) => `${front} ${back}`).join('\n');
const lines = (note: ParsedNote): number[] => note.problems.map(({ line }) => line);

const conflict = (own: string, other: string): string[] => ['<<<<<<< HEAD', own, '=======', other, '>>>>>>> feature/x'];

describe('a merge conflict', () => {
  it('is a problem of its line, and its markers stand on no card', () => {
    const note = read(
      'Q: Who votes?',
      'A: Members',
      ...conflict('and nobody else', 'and learners'),
      'of the quorum.',
      '',
      'Q: Who leads?',
      'A: One.',
    );
    expect(note.problems).toEqual([
      { line: 3, severity: 'warning', message: expect.stringContaining('merge conflict') as string, hint: expect.any(String) as string },
    ]);
    expect(note.cards.map(({ back, line, endLine }) => [back, line, endLine])).toEqual([
      ['Members\nand nobody else\nof the quorum.', 1, 8],
      ['One.', 10, 11],
    ]);
  });

  it('of whole cards leaves those of its first side', () => {
    const note = read(
      '# etcd',
      '',
      ...conflict('Port::2379', 'Port::2380').map((line) => line.replace('::', ' :: ')),
      '',
      'Raft :: a protocol',
    );
    expect(note.cards.map(({ back }) => back)).toEqual(['2379', 'a protocol']);
  });

  it('with a common base, in the front matter or over several sections is left out as well', () => {
    const base = read(
      '# etcd',
      '',
      '<<<<<<< HEAD',
      'Port :: 2379',
      '||||||| 3f2a1b',
      'Port :: 4001',
      '=======',
      'Port :: 2380',
      '>>>>>>> x',
    );
    expect(written(base)).toBe('Port 2379');
    const settings = read('---', ...conflict('deck: One', 'deck: Two'), '---', 'Port :: 2379');
    expect(settings.deck).toBe('One');
    expect(lines(settings)).toEqual([2]);
    const long = read(
      '<<<<<<< HEAD',
      '## A',
      '',
      'Port :: 2379',
      '',
      '=======',
      '## B',
      '',
      'Port :: 2380',
      '',
      '>>>>>>> x',
      '',
      'Peer :: 2380',
    );
    expect(written(long)).toBe('Port 2379\nPeer 2380');
  });

  it('in code is one too, but for the example of a note about merging', () => {
    const code = ['Which port?', '?', '```yaml', ...conflict('port: 2379', 'port: 2380'), '```'];
    expect(lines(read(...code))).toEqual([4]);
    expect(written(read(...code))).not.toMatch(/[<=>]{7}|2380/);
    const example = read('A conflict looks so when a merge fails:', '', ...code);
    expect(lines(example)).toEqual([]);
    expect(written(example)).toContain('<<<<<<< HEAD');
  });

  it('that has no end, or no beginning, hides no text behind it', () => {
    const open = read('<<<<<<< HEAD', 'Port :: 2379', '=======', 'Peer :: 2380');
    expect(lines(open)).toEqual([1]);
    expect(written(open)).toBe('Port 2379\nPeer 2380');
    const end = read('Port :: 2379', '>>>>>>> x', 'Peer :: 2380');
    expect(lines(end)).toEqual([2]);
    expect(written(end)).toBe('Port 2379\nPeer 2380');
  });

  it('is none where signs only look alike', () => {
    expect(
      read('Title', '=======', '', '> > > > > > > quoted', '', '<<<<<<<<< more', '', '>>>>>>>quoted', '', 'Port :: 2379').problems,
    ).toEqual([]);
  });
});
