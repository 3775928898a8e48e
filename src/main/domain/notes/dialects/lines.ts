/** Prepares a note's lines for the dialects. */
import { bulletSign } from '../../../../shared/markdown/bullets.js';
import { commentLines } from '../../../../shared/markdown/comments.js';
import { fencedLines } from '../../../../shared/markdown/fences.js';
import { formulaBlock } from '../../../../shared/markdown/formulas.js';
import { blotted, mask } from '../../../../shared/markdown/mask.js';
import type { DialectLine } from './dialect.js';

/** Nobody writes a card by hand on a longer line; what only looks like one need not be searched. */
const maxLineLength = 20_000;
const maxAnswerLines = 300;

export function toDialectLines(lines: readonly string[]): DialectLine[] {
  const isClosed = fencedLines(lines);
  for (const [i, isComment] of commentLines(lines, isClosed).entries()) if (isComment) isClosed[i] = true;
  const lineOf = (i: number): string => (lines[i] ?? '').replace(/^[\s>]+/, '');
  for (let i = 0; i < lines.length; i++) {
    const formula = isClosed[i] === true ? null : formulaBlock(lineOf, i, lines.length);
    if (formula === null || formula.nextLine === i + 1) continue;
    isClosed.fill(true, i, formula.nextLine);
    i = formula.nextLine - 1;
  }
  return lines.map((text, i) => {
    const closed = isClosed[i] === true || text.length > maxLineLength;
    return { number: i + 1, text, masked: closed ? blotted(text) : mask(text), closed, blank: text.trim() === '' };
  });
}

/** The list or quote marker before a line's text. */
export const leader = (text: string): string => marker.exec(text)?.[0] ?? '';

const marker = new RegExp(`^\\s*(?:>\\s?)*(?:${bulletSign}\\s+(?:\\[[ xX]\\]\\s+)?|\\d{1,3}[.)]\\s+)?`);

/** Some lines as one text, from one index up to another. */
export const textOf = (lines: readonly DialectLine[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map(({ text }) => text)
    .join('\n');

/** The last line of the answer that begins at `from`: up to a blank line; code blocks count whole. */
export function answerEnd(lines: readonly DialectLine[], from: number): number {
  let end = from;
  for (let i = from; i < Math.min(lines.length, from + maxAnswerLines); i++) {
    const line = lines[i];
    if (line === undefined || (!line.closed && line.blank)) break;
    end = i;
  }
  return end;
}

/** The last line that is indented deeper than an item's marker: what belongs to the item. */
export function itemEnd(lines: readonly DialectLine[], at: number): number {
  const indent = indentOf(lines[at]?.text ?? '');
  let end = at;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.blank && !line.closed) continue;
    if (indentOf(line.text) <= indent && !line.closed) break;
    end = i;
  }
  return end;
}

/** How many heading marks a line opens with; 0 for one that is no heading. */
export const headingLevel = (line: DialectLine | undefined): number =>
  line === undefined || line.closed ? 0 : (/^(#{1,6})\s/.exec(line.text)?.[1]?.length ?? 0);

/** The last line before the next heading for which `ends` holds. */
export function sectionEnd(lines: readonly DialectLine[], at: number, ends: (level: number, line: DialectLine) => boolean): number {
  let end = at;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i];
    const level = headingLevel(line);
    if (line === undefined || (level > 0 && ends(level, line))) break;
    if (!line.blank) end = i;
  }
  return end;
}

export const indentOf = (text: string): number => /^\s*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0;

/** Takes away the indentation that all lines share. */
export function outdent(lines: readonly string[]): string[] {
  const written = lines.filter((line) => line.trim() !== '');
  const shared = Math.min(...written.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(Math.min(shared, line.length)));
}

/** Whether it says anything: words, numbers, or signs that are no punctuation (`|`, `→`, `⎈`). */
export const hasText = (text: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(text);

/** `#flashcards/a/b` in force at each line: on a line of its own it holds from there on, beside a card for that card. */
export function deckTags(lines: readonly DialectLine[]): (string | null)[] {
  let current: string | null = null;
  return lines.map((line) => {
    if (line.closed || !line.masked.includes('#flashcards')) return current;
    const path = /(?:^|\s)#flashcards((?:\/[\p{L}\p{N}_-]+)*)/u.exec(line.masked)?.[1];
    if (path === undefined) return current;
    const deck = path === '' ? null : path.slice(1).split('/').join('::');
    const alone = line.text.replace(/#[\p{L}\p{N}_/-]+/gu, '').trim() === '';
    if (alone) current = deck;
    return deck;
  });
}
