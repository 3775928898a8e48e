/** Whatever somebody writes as an answer, in whatever dialect, comes out to the letter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 200 });

/** Signs of all dialects, which mean nothing inside code. */
const sign = fc.constantFrom(
  '::',
  ':::',
  ';;',
  '==',
  '{{c1::',
  '}}',
  '{{',
  '}',
  '[',
  ']',
  '[[a]]',
  '](b)',
  '[^1]',
  '%%',
  '<!-- x -->',
  '#card',
  '^id',
  '$',
  '|',
  '?',
  'A:',
  '\\',
  '<b>',
  '-->',
);
const codeArb = fc
  .array(fc.oneof(sign, fc.constantFrom('kubectl', 'a', ' ', '-n', '.', 'x=1')), { minLength: 1, maxLength: 8 })
  .map((parts) => `x${parts.join('').trim()}y`)
  .map((code) => `\`\`${code}\`\``);
const formulaArb = fc.constantFrom(
  '$\\frac{a}{a_{1}+b_{2}}$',
  '$x^{2}::y$',
  '$\\{a == b\\}$',
  '$$\\sum_{i}^{n}{i}$$',
  '$\\text{[a](b)}\\}}$',
  '$a_1 \\text{ ?? }$',
);
const wordArb = fc.constantFrom(
  'etcd',
  'the quorum',
  '什么',
  '10.0.0.0/16',
  'a=b',
  '"x"',
  '(y)',
  '5 %',
  '&lt;pod&gt;',
  'it’s',
  '👩‍🚀',
  '**bold**',
  '*a*',
);
/** One line. */
const answerArb = fc
  .array(fc.oneof({ weight: 3, arbitrary: wordArb }, { weight: 2, arbitrary: codeArb }, { weight: 1, arbitrary: formulaArb }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(' '));

const fenceArb = fc
  .array(
    fc.oneof(sign, fc.constantFrom('Q: a', 'A: b', '## What?', '- [x] c', '', '  d  ', '> [!question] e', '</details>', '---', '~~~')),
    {
      maxLength: 6,
    },
  )
  .map((lines) => ['```sh', ...lines, '```'].join('\n'));
const tableArb = fc
  .array(fc.tuple(wordArb, wordArb), { minLength: 1, maxLength: 3 })
  .map((rows) => ['| a | b |', '|---|---|', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'));
const listArb = fc.array(answerArb, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n'));
const brokenArb = fc.tuple(answerArb, answerArb).map(([a, b]) => `${a}  \n${b}`);
/** Several lines without a blank one, but in code. */
const linesArb = fc
  .array(fc.oneof(answerArb, fenceArb, listArb, brokenArb), { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom(parts, [...parts, '| a | b |\n|---|---|\n| c | d |']).map((all) => all.join('\n')));
/** Anything, with blank lines. */
const textArb = fc.array(fc.oneof(linesArb, tableArb), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n'));

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);
const quoted = (text: string): string => text.replace(/^/gm, '> ');
/** A fence begins no code behind a label, but on the line below it. */
const behind = (label: string, text: string): string => `${label}${text.startsWith('```') ? '\n' : ' '}${text}`;
const spoken = (dialect: string, text: string): string => `---\ncards: ${dialect}\n---\n${text}`;

const backsOf = (text: string, rule: string): string[] =>
  parseNote({ path: 'note.md', text })
    .cards.filter((card) => card.rule === rule)
    .map(({ back }) => back);

describe('an answer comes out to the letter', () => {
  it.each<[string, string, (answer: string) => string]>([
    ['anki', 'an Anki cloze', (a) => `It is {{c1::${a}}} here.`],
    ['anki', 'an Anki cloze with a hint', (a) => `It is {{c1::${a}::a hint}} here.`],
    ['logseq', 'a Logseq cloze', (a) => `It is {{cloze ${a}}} here.`],
    ['spaced-repetition', 'a card on one line', (a) => `What is it?::${a}`],
    ['spaced-repetition', 'a card with spaces around its sign', (a) => `The thing :: ${a}`],
    ['spaced-repetition', 'a card with a hidden sign', (a) => `The thing:<wbr class="f"> ${a}`],
    ['obsidian-to-anki', 'STARTI', (a) => `STARTI [Basic] What is it? Back: ${a} ENDI`],
  ])('%s: of %s', (rule, _, wrap) => {
    fc.assert(
      fc.property(answerArb, (answer) => {
        expect(backsOf(wrap(answer), rule)).toEqual([answer]);
      }),
    );
  });

  // These dialects have signs of one character, which plain words must not hold.
  it.each<[string, string, RegExp, (answer: string) => string]>([
    ['highlights', 'a highlight', /==/, (a) => `It is ==${a}== here.`],
    ['highlights', '<mark>', /[<]/, (a) => `It is <mark>${a}</mark> here.`],
    ['hashcards', 'C: with brackets', /[[\]]/, (a) => `C: It is [${a}] here.`],
    ['obsidian-to-anki', 'braces', /[{}]|^\$|^%|^\./, (a) => spoken('obsidian-to-anki', `It is {${a}} here.`)],
    ['orbit', 'braces of Orbit', /[{}]|^\$|^%|^\./, (a) => spoken('orbit', `It is {${a}} here.`)],
  ])('%s: of %s', (rule, _, sign, wrap) => {
    const bare = (answer: string): string => answer.replace(/``.*?``(?!`)|\$\$.*?\$\$|\$.*?\$/g, 'x');
    fc.assert(
      fc.property(
        answerArb.filter((answer) => !sign.test(bare(answer))),
        (answer) => {
          expect(backsOf(wrap(answer), rule)).toEqual([answer]);
        },
      ),
    );
  });

  it.each<[string, string, (answer: string) => string]>([
    ['spaced-repetition', '?', (a) => `What is it\n?\n${a}\n\nText.`],
    ['spaced-repetition', '<br class="f">', (a) => `What is it\n<br class="f">\n${a}\n\nText.`],
    ['obsidian-to-anki', 'a tag', (a) => `What is it #card\n${a}\n\nText.`],
  ])('%s: of lines behind %s', (rule, _, wrap) => {
    fc.assert(
      fc.property(linesArb, (answer) => {
        expect(backsOf(wrap(answer), rule)).toEqual([answer]);
      }),
    );
  });

  it.each<[string, string, (answer: string) => string]>([
    ['hashcards', 'A: in a note of cards', (a) => spoken('hashcards', `Q: What is it?\n${behind('A:', a)}\n\n---\n\nQ: And?\nA: b`)],
    ['obsidian-to-anki', 'START … END', (a) => `START\nBasic\nWhat is it?\n${behind('Back:', a)}\nEND`],
    ['obsidian-to-anki', 'a tagged heading', (a) => `## What is it #card\n\n${a}\n\n## Next`],
    ['logseq', 'a tagged bullet', (a) => `- What is it #card\n${indented(a, '  ')}`],
    ['details', 'details', (a) => `<details><summary>What is it?</summary>\n\n${a}\n\n</details>`],
    ['details', 'details in a quote', (a) => quoted(`<details><summary>What is it?</summary>\n\n${a}\n\n</details>`)],
    ['callouts', 'a callout', (a) => quoted(`[!question]- What is it?\n${a}`)],
    ['toggles', 'an item', (a) => `- What is it?\n\n${indented(a, '    ')}`],
    ['headings', 'a heading', (a) => `## What is it all?\n\n${a}\n\n## Next`],
  ])('%s: of text in %s', (rule, _, wrap) => {
    fc.assert(
      fc.property(textArb, (answer) => {
        const backs = backsOf(wrap(answer), rule);
        expect(backs[0]).toBe(answer);
      }),
    );
  });
});
