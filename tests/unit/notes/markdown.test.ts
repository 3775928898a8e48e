import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/main/domain/notes/blocks.js';
import { readMarkdown } from '../../../src/main/domain/notes/markdown.js';

/** A block in a few words: type, lines, text; blocks below it in brackets. */
function shape(block: Block): string {
  const at = `${block.type} ${block.line}-${block.endLine}`;
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return `${at} ${block.inline.text}`;
    case 'fence':
      return `${at} ${block.language}: ${block.lines.join('|')}`;
    case 'list':
      return `${at} ${block.items.map((item) => `(${item.line}-${item.endLine} ${item.inline.text}${item.children.map((child) => ` [${shape(child)}]`).join('')})`).join(' ')}`;
    case 'table':
      return `${at} ${block.rows.map((row) => `(${row.line} ${row.cells.map((cell) => cell.text).join(' | ')})`).join(' ')}`;
    case 'quote':
      return `${at} ${block.callout ?? ''} ${block.title}${block.blocks.map((child) => ` [${shape(child)}]`).join('')}`;
    case 'details':
      return `${at}${block.blocks.map((child) => ` [${shape(child)}]`).join('')}`;
    default:
      return at;
  }
}
const shapes = (...lines: string[]): string[] => readMarkdown(lines.join('\n')).blocks.map(shape);

describe('blocks of a note', () => {
  it('know their lines', () => {
    expect(shapes('# Rope', '', 'Two lines', 'of text.', '', '---', '', '```sh', 'ls', '```')).toEqual([
      'heading 1-1 Rope',
      'paragraph 3-4 Two lines\nof text.',
      'rule 6-6',
      'fence 8-10 sh: ls',
    ]);
  });

  it('do not take along the blank lines after a list', () => {
    expect(shapes('- one', '  - below', '- two', '', '', 'Text.')).toEqual([
      'list 1-3 (1-2 one [list 2-2 (2-2 below)]) (3-3 two)',
      'paragraph 6-6 Text.',
    ]);
  });

  it('know the line of each row of a table', () => {
    expect(shapes('', '| a | b |', '|---|---|', '| 1 | 2 |', '| 3 | 4 |')).toEqual(['table 2-5 (4 1 | 2) (5 3 | 4)']);
  });

  it('know the kind and title of a callout', () => {
    expect(shapes('> [!warning] Mind', '> the gap')).toEqual(['quote 1-2 warning Mind [paragraph 2-2 the gap]']);
  });

  it('keep details whole that blank lines break', () => {
    expect(shapes('<details>', '<summary>Why?</summary>', '', 'Because.', '', '</details>', '', 'Text.')).toEqual([
      'details 1-6 [paragraph 4-4 Because.]',
      'paragraph 8-8 Text.',
    ]);
  });

  it('take numbered lines for a list where Markdown does not', () => {
    expect(shapes('The steps:', '2. open', '3. close')).toEqual(['paragraph 1-1 The steps:', 'list 2-3 (2-2 open) (3-3 close)']);
  });

  it('take indented prose for prose and indented code for code', () => {
    expect(shapes('    The mast carries all of the sails.', '', 'Code:', '', '    x = { y: [1] };')).toEqual([
      'paragraph 1-1 The mast carries all of the sails.',
      'paragraph 3-3 Code:',
      'fence 5-5 : x = { y: [1] };',
    ]);
  });

  it('take a tag at the start of a line for no heading', () => {
    expect(shapes('#sailing', '', '# Heading')).toEqual(['paragraph 1-1 ', 'heading 3-3 Heading']);
  });

  it('take a long paragraph above dashes for no heading', () => {
    expect(shapes('A sentence that ends here.', '---', 'Text.')).toEqual([
      'paragraph 1-1 A sentence that ends here.',
      'rule 2-2',
      'paragraph 3-3 Text.',
    ]);
  });

  it('turn wikilinks into their words', () => {
    expect(shapes('See [[Main mast|the mast]] and [[keel]].')).toEqual(['paragraph 1-1 See the mast and keel.']);
    expect(shapes('Runs in [[10 Cargo drum]]s.')).toEqual(['paragraph 1-1 Runs in Cargo drums.']);
  });
});

describe('an unclosed fence', () => {
  it('ends at the next heading and is named with its line', () => {
    const { blocks, problems } = readMarkdown('Text.\n\n```sh\nls\n\n## Next\n\nMore.');
    expect(blocks.map(shape)).toEqual(['paragraph 1-1 Text.', 'fence 3-5 sh: ls|', 'heading 6-6 Next', 'paragraph 8-8 More.']);
    expect(problems).toEqual([
      {
        line: 3,
        severity: 'warning',
        message: 'The code fence opened at line 3 is not closed.',
        hint: expect.stringContaining('```') as string,
      },
    ]);
  });

  it('ends at a fence line that is too short for it', () => {
    const { blocks, problems } = readMarkdown('````\nls\n```\n\nMore.');
    expect(blocks.map(shape)).toEqual(['fence 1-3 : ls', 'paragraph 5-5 More.']);
    expect(problems).toMatchObject([{ line: 1 }]);
  });

  it('is found again behind the first one', () => {
    const { problems } = readMarkdown('```\na\n\n## One\n\n~~~sh\nb\n\n## Two\n\nText.');
    expect(problems.map((problem) => problem.line)).toEqual([1, 6]);
  });

  it('is not found where the fence is closed', () => {
    expect(readMarkdown('```\na\n```\n\n~~~~sh\nb\n~~~~~\n').problems).toEqual([]);
  });
});
