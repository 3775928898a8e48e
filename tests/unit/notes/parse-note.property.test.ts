import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedNote } from '../../../src/main/domain/notes/card.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const read = (text: string): ParsedNote => parseNote({ path: 'sea/note.md', text });

/** Lines and pieces that have broken readers of Markdown. */
const lineArb = fc.constantFrom(
  '',
  '---',
  '+++',
  '---js',
  'title: A: b',
  'tags: [',
  '# Keel',
  '## Notes',
  '##',
  '#Tag',
  '**1. Title:**',
  '- **Mast**: the pole that carries the sails.',
  '      - **Boom**: the pole below a sail.',
  '- [x] done',
  '2. Open the gate.',
  '3) Close the gate.',
  '1. Start the engine.',
  'The steps are:',
  '```',
  '```bash',
  '````',
  '~~~',
  '# comment',
  'kubectl get pods -o wide',
  '\tIndented prose that says something about the mast.',
  '    x = { y: 1 };',
  '| a | b |',
  '|---|---|',
  '| Jib | a sail |',
  '<details>',
  '<summary>Why is it so?</summary>',
  '</details>',
  '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>',
  '<!-- comment',
  '-->',
  'Larboard::the old word for port',
  'Bosun ::: the officer',
  '?',
  '??',
  'Q: What is a keel?',
  'A: A beam.',
  'C: The [mast].',
  'The {{c1::jib}} is a {{c2::sail::hint}}.',
  'The ==jib== is a sail.',
  'START',
  'Basic',
  'Back: yes',
  'END',
  'TARGET DECK',
  '#flashcards/a/b',
  'What is a stay? #card',
  '> [!note] Mind',
  '> > - quoted',
  '[[Keel|the keel]] ![[embed.png]]',
  '[::]:10250',
  'The mast is a pole that carries the sails, such as the jib, to ensure that the boat moves.',
  'When the wind turns, the skipper reefs the sail because it is safer.',
  '용골은 배의 중심 뼈대이다.',
  '- **Kiel**: der unterste Balken.',
  '\u00a0\u200bThe keel\u3000is a beam.',
  '\u0000',
  '𝕂👩‍🚀 ^id-1 <!--SR:!2024-01-20,4,250-->',
);
const pieceArb = fc.oneof(
  { weight: 6, arbitrary: lineArb },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'[](){}<>*_`~#|:;=?!-+\\"\'$^& \t\nab1') }) },
);
const noteArb = fc.array(fc.tuple(pieceArb, fc.constantFrom('\n', '\n', '\n\n')), { maxLength: 40 }).map((lines) => lines.flat().join(''));
/** Only lines that end in LF: the ends are what is changed. */
const plainNoteArb = noteArb.map((text) => text.replaceAll('\r', ' ').replaceAll('\ufeff', ''));
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 300 });

describe('any text', () => {
  it('is read without a throw, and every line named is one of its lines with something on it', () => {
    fc.assert(
      fc.property(noteArb, (text) => {
        const note = read(text);
        const crs = text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
        const lines = crs.split('\n');
        for (const card of note.cards) {
          expect(card.line).toBeGreaterThanOrEqual(1);
          expect(card.endLine).toBeGreaterThanOrEqual(card.line);
          expect(card.endLine).toBeLessThanOrEqual(lines.length);
          expect(lines[card.line - 1]?.trim()).not.toBe('');
        }
        for (const problem of note.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines.length);
        }
        expect(note.emptyReason === null).toBe(note.cards.length > 0);
      }),
    );
  });

  it('is read as cards often enough for these tests to mean something', () => {
    expect(fc.sample(noteArb, 100).filter((text) => read(text).cards.length > 0).length).toBeGreaterThan(30);
  });

  it('gives each card a slot of its own', () => {
    fc.assert(
      fc.property(noteArb, (text) => {
        const slots = read(text).cards.map((card) => card.evidence.slot);
        expect(new Set(slots).size).toBe(slots.length);
      }),
    );
  });

  it('gives the same with CRLF line ends', () => {
    fc.assert(
      fc.property(plainNoteArb, (text) => {
        expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
      }),
    );
  });

  it('gives the same with a byte order mark', () => {
    fc.assert(
      fc.property(plainNoteArb, (text) => {
        expect(read(`\ufeff${text}`)).toEqual(read(text));
      }),
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(noteArb, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
    );
  });
});

/** Least processor time of a few runs: what the work costs, without what else the machine does. */
function costMs(text: string): number {
  let least = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('the work for a hostile note', () => {
  it('does not grow with the digits of its name', () => {
    expect(parseNote({ path: `${'1'.repeat(200)}x.md`, text: 'Text.' }).cards).toEqual([]);
  });

  const size = 10_000;
  it.each<[string, (count: number) => string]>([
    ['opening brackets', (count) => '['.repeat(count)],
    ['stars', (count) => '*'.repeat(count)],
    ['stars and letters', (count) => '*a '.repeat(count)],
    ['underscores', (count) => '_a__'.repeat(count)],
    ['nested quotes', (count) => `${'>'.repeat(count)} deep`],
    ['quotes line by line', (count) => '> - a\n'.repeat(count / 10)],
    ['nested lists', (count) => Array.from({ length: count / 100 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['backticks of growing length', (count) => Array.from({ length: count / 40 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['opening braces', (count) => '{{c1::'.repeat(count)],
    ['equals signs', (count) => '==a'.repeat(count)],
    ['colons', (count) => 'a::b '.repeat(count)],
    ['unclosed comments', (count) => '<!--'.repeat(count)],
    ['unclosed tags', (count) => '<a '.repeat(count)],
    ['unclosed details', (count) => '<details><summary>\n'.repeat(count / 10)],
    ['wikilinks', (count) => '[['.repeat(count)],
    ['one line of 200 kB', (count) => 'The mast carries the sail and the boom, '.repeat(count / 2)],
    ['one word of 200 kB', (count) => 'a'.repeat(count * 20)],
    ['fences', (count) => '```\n'.repeat(count)],
    ['unclosed fences and headings', (count) => '```a\n\n## b\n\n'.repeat(count / 10)],
    ['questions without answers', (count) => 'Q: a\n'.repeat(count)],
    ['percent signs', (count) => '%% a\n'.repeat(count / 10)],
    ['bullets of a word processor', (count) => '• a\n'.repeat(count / 10)],
    ['questions below questions', (count) => '- What is it?\n  - What is it?\n'.repeat(count / 20)],
    ['questions in a list', (count) => '- What is it?\n\n'.repeat(count / 10)],
    ['callouts that ask', (count) => '> [!question] What is it?\n> So.\n'.repeat(count / 20)],
    ['boxes without a question', (count) => '- [ ] a\n- [x] b\n\n\n'.repeat(count / 20)],
    ['marks in an answer', (count) => `## What is it?\n\n${'a[^1] <!--b--> '.repeat(count)}${' '.repeat(count)}x`],
    ['headings that ask', (count) => '## What is it?\n\n'.repeat(count / 10)],
    ['hidden separators', (count) => 'a <wbr class="f">'.repeat(count / 10)],
    ['halves of conflicts', (count) => '<<<<<<< a\n=======\n'.repeat(count / 10)],
    ['bullets of question marks', (count) => 'a\n?\nb\n\n'.repeat(count / 10)],
    ['table pipes', (count) => `${'|a'.repeat(count / 10)}|\n${'|-'.repeat(count / 10)}|\n|b|\n`],
    ['bold terms', (count) => '- **Mast**: the pole that carries the sails.\n'.repeat(count / 20)],
    [
      'a name of dotted capitals',
      (count) => `# Kubelet\n\nThe kubelet uses ${'A.'.repeat(count)}A B to run pods. Kubelet sends ${'A-'.repeat(count)}A B to it.`,
    ],
    [
      'an open bracket of slashes in a table',
      (count) => `# T\n\n| Tool | Speed (${'/'.repeat(count)} | Size |\n|---|---|---|\n| a | 3 MB | 4 |`,
    ],
    ['a heading of dots', (count) => `# A${'.'.repeat(count)}x.md\n\nText.`],
    ['a heading that asks', (count) => `# What ${'is and '.repeat(count / 5)}\n\nText.`],
    ['slashes in a second command', (count) => `# T\n\n- \`kubectl get\`: shows pods \`a ${'/'.repeat(count)}\`x`],
    ['blank lines', (count) => '\n'.repeat(count * 10)],
    ['spaces', (count) => ' '.repeat(count * 10)],
  ])('grows about as the note does: %s', { retry: 3 }, (_, make) => {
    const once = costMs(make(size));
    const twice = costMs(make(size * 2));
    // Four times would be quadratic; a few milliseconds are noise.
    expect(twice).toBeLessThan(Math.max(once, 8) * 3.4);
  });
});
