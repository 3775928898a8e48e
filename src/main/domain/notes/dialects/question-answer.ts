/** `Q:` and `A:` (hashcards, Obsidian to Anki), `Q.` and `A.` (Orbit). */
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { hasText, readSchedules, readUserId, tidy } from './lines.js';

export const questionAnswer: Dialect = { read };

const opening = (letter: 'Q' | 'A' | 'C'): RegExp =>
  new RegExp(
    `^\\s*(?:>\\s*)?(?:[-*+]\\s+)?(?:\\*\\*|__)?${letter}(?:uestion|nswer)?\\s?\\d{0,3}(?:\\*\\*|__)?([:.])(?:\\*\\*|__)?\\s+(?=\\S)`,
  );
const question = opening('Q');
const answer = opening('A');
const cloze = /^\s*C:\s/;

const rule = (line: DialectLine): boolean => /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line.text);

function read(note: DialectNote): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const start = line === undefined || line.closed ? null : question.exec(line.text);
    if (start === null || line === undefined) continue;
    const middle = find(lines, i + 1, (one) => answer.test(one.text));
    const second = middle === null ? null : answer.exec(lines[middle]?.text ?? '');
    if (middle === null || second === null || second[1] !== start[1]) continue;
    const end = lastLine(note, middle);
    const text = (from: number, to: number): string =>
      lines
        .slice(from, to)
        .map((one) => one.text)
        .join('\n');
    const front = evenMarks(tidy(text(i, middle).slice(start[0].length)));
    const back = evenMarks(tidy(text(middle, end + 1).slice(second[0].length)));
    if (!hasText(front) || !hasText(back)) continue;
    const whole = text(i, end + 1);
    cards.push({
      dialect: start[1] === '.' ? 'orbit' : 'hashcards',
      kind: 'basic',
      front,
      back,
      line: i + 1,
      endLine: end + 1,
      part: 'forward',
      text: whole,
      userId: readUserId(whole),
      schedule: readSchedules(`${whole}\n${lines[end + 1]?.text ?? ''}`)[0] ?? null,
      deck: null,
      tags: [],
      claims: true,
    });
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
    !question.test(next.text)
  );
}

/** The answer's own line, before anything that ends the question. */
function find(lines: readonly DialectLine[], from: number, wanted: (line: DialectLine) => boolean): number | null {
  let blanks = 0;
  for (let i = from; i < Math.min(lines.length, from + 60); i++) {
    const line = lines[i];
    if (line === undefined) return null;
    if (line.closed && !line.blank) continue;
    if (wanted(line)) return i;
    blanks = line.blank ? blanks + 1 : 0;
    if (blanks > 1 || question.test(line.text) || rule(line) || /^#{1,6}\s/.test(line.text)) return null;
  }
  return null;
}

/** Where the answer ends: at a rule, heading or the next card; in a note that is all cards a blank line does not end it. */
function lastLine(note: DialectNote, from: number): number {
  const { lines } = note;
  const through = note.speaks.has('hashcards');
  let end = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (
      !line.closed &&
      (question.test(line.text) || answer.test(line.text) || cloze.test(line.text) || rule(line) || /^#{1,6}\s/.test(line.text))
    )
      break;
    if (!line.closed && line.blank && !through && !goesOn(lines, i)) break;
    if (!line.blank) end = i;
  }
  return end;
}
