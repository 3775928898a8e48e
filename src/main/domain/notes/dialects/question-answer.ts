/** `Q:` and `A:` (hashcards, Obsidian to Anki), `Q.` and `A.` (Orbit). */
import { bulletSign } from '../../../../shared/markdown/bullets.js';
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { hasText, headingLevel, indentOf, textOf } from './lines.js';
import { side } from './side.js';
import { schedulesOf, writtenCard } from './written-card.js';

export const questionAnswer: Dialect = { read };

/** The sign is the group; behind a full-width one no space is needed. What is marked may begin on the next line. */
const opening = (letters: string): RegExp =>
  new RegExp(
    `^(?:\\s*>)?\\s*(?:${bulletSign}\\s+)?(?:\\*\\*|__)?[${letters}](?:uestion|nswer)?\\s?\\d{0,3}(?:\\*\\*|__)?(?:([:.])(?:\\*\\*|__)?(?:\\s+(?=\\S)|\\s*$)|([：﹕．])(?:\\*\\*|__)?\\s*)`,
  );
const question = opening('QＱ');
const answer = opening('AＡ');
const cloze = /^\s*C:\s/;
const item = new RegExp(`^\\s*(?:${bulletSign}|\\d{1,3}[.)])\\s`);

const rule = (line: DialectLine): boolean => /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line.text);

function read(note: DialectNote): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const start = line === undefined || line.closed ? null : question.exec(line.masked);
    if (start === null || line === undefined) continue;
    const middle = answerLine(lines, i + 1);
    const second = middle === null ? null : answer.exec(lines[middle]?.masked ?? '');
    if (middle === null || second === null || second[1] !== start[1] || second[2] !== start[2]) continue;
    const end = lastLine(note, i, middle);
    const isQuoted = line.text.trimStart().startsWith('>');
    const of = (from: number, to: number, marker: string): string => {
      const text = textOf(lines, from, to).slice(marker.length);
      return evenMarks(side(isQuoted ? text.replace(/^\s*> ?/gm, '') : text));
    };
    const front = of(i, middle, start[0]);
    const back = of(middle, end + 1, second[0]);
    if (!hasText(front) || !hasText(back)) continue;
    const text = textOf(lines, i, end + 1);
    cards.push(
      writtenCard({
        dialect: start[1] === '.' ? 'orbit' : 'hashcards',
        front,
        back,
        line: i + 1,
        endLine: end + 1,
        text,
        schedule: schedulesOf(text, lines[end + 1]?.text)[0] ?? null,
      }),
    );
    i = end;
  }
  return cards;
}

/** `**Q: What …?**`: what closes the bold of the marker stays behind. */
const evenMarks = (text: string): string =>
  ['**', '__'].reduce(
    (kept, mark) => (kept.endsWith(mark) && kept.split(mark).length % 2 === 0 ? kept.slice(0, -2).trimEnd() : kept),
    text,
  );

/** After a blank line an answer goes on with what cannot begin a paragraph: items, code, a table, a quote, indented text. */
function goesOn(lines: readonly DialectLine[], from: number): boolean {
  const next = lines.slice(from, from + 3).find((line) => !line.blank);
  return (
    next !== undefined &&
    /^(?:\s{2,}\S|\t|\s*(?:[-*+•]|\d+[.)])\s|\s*(?:`{3}|~{3})|\s*\||\s*>|\$\$)/.test(next.text) &&
    !question.test(next.masked)
  );
}

/** The answer's own line, before anything that ends the question. */
function answerLine(lines: readonly DialectLine[], from: number): number | null {
  let blanks = 0;
  for (let i = from; i < Math.min(lines.length, from + 60); i++) {
    const line = lines[i];
    if (line === undefined) return null;
    if (line.closed) continue;
    if (answer.test(line.masked)) return i;
    blanks = line.blank ? blanks + 1 : 0;
    if (blanks > 1 || question.test(line.masked) || rule(line) || headingLevel(line) > 0) return null;
  }
  return null;
}

/**
 * Where the answer ends: at a rule, heading or the next card, that of an item at the next item; in a note that is all cards a blank line
 * does not end it.
 */
function lastLine(note: DialectNote, start: number, from: number): number {
  const { lines } = note;
  const through = note.speaks.has('hashcards');
  const first = lines[start]?.text ?? '';
  const indent = item.test(first) ? indentOf(first) : -1;
  let end = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (!line.closed) {
      if ([question, answer, cloze].some((sign) => sign.test(line.masked)) || rule(line) || headingLevel(line) > 0) break;
      if (item.test(line.text) && indentOf(line.text) <= indent) break;
      if (line.blank && !through && !goesOn(lines, i)) break;
    }
    if (!line.blank) end = i;
  }
  return end;
}
