/** `front::back` and `front:::back` on one line; `?` and `??` alone on a line between the sides. */
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { answerEnd, deckTags, hasText, leader, readSchedules, readUserId, tidy } from './lines.js';

export const sides: Dialect = {
  read: (note) => {
    const decks = deckTags(note.lines);
    return [...oneLine(note, decks), ...multiLine(note, decks)];
  },
};

function oneLine(note: DialectNote, decks: readonly (string | null)[]): DialectCard[] {
  const speaks = note.speaks.has('spaced-repetition');
  return note.lines.flatMap((line, i) => {
    if (line.closed || line.blank || isTableRow(line.masked) || /^\s*:::|^#{1,6}\s/.test(line.text)) return [];
    const at = separatorIn(line, speaks);
    if (at === null) return [];
    const lead = leader(line.text).length;
    const front = tidy(line.text.slice(lead, at.from));
    const back = tidy(line.text.slice(at.to));
    if (!hasText(front) || !hasText(back)) return [];
    const next = note.lines[i + 1];
    const schedules = readSchedules(line.text).concat(readSchedules(next?.text.trimStart().startsWith('<!--SR') === true ? next.text : ''));
    return pair(
      front,
      back,
      at.reversed,
      { line: line.number, endLine: line.number, text: line.text.slice(lead), deck: decks[i] ?? null },
      schedules,
    );
  });
}

interface At {
  from: number;
  to: number;
  reversed: boolean;
}

/** Hexadecimal groups, a prefix length, brackets: one side of `2000::/3`, `[::]:10250`, `fe80::1`. */
const isAddress = (word: string): boolean => /^[\da-fA-F:./%[\](),]+$/.test(word);

/** `fe80`, `2001:db8` or `read_row` right before the colons: an address that ends in zeros, or a name in code. */
const isPrefix = (word: string): boolean =>
  /^(?:[\da-f]{1,4}:)+[\da-f]{1,4}$|^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{2,4}$/i.test(word) || /^\w+_\w+$/.test(word);

/** Where the sides part; null for `AWS::EC2::Instance`, `[::]:10250`, `std::fs`, Dataview's `key:: value` and their like. */
function separatorIn(line: DialectLine, speaks: boolean): At | null {
  const found = [...line.masked.matchAll(speaks ? /:{2,}|;{2,}/g : /:{2,}/g)];
  const [match] = found;
  if (match === undefined || found.length > 1 || match[0].length > 3) return null;
  const from = match.index;
  const to = from + match[0].length;
  const left = line.masked.slice(0, from);
  const right = line.masked.slice(to);
  const at: At = { from, to, reversed: match[0].length === 3 };
  if (!hasText(line.text.slice(leader(line.text).length, from)) || !hasText(line.text.slice(to))) return null;
  if (/\s$/.test(left) && /^\s/.test(right)) return at;
  // Addresses and ranges: hexadecimal groups, a prefix length, brackets.
  if (isAddress(left.split(/\s/).at(-1) ?? '') && isAddress(right.split(/\s/)[0] ?? '')) return null;
  if (isPrefix(left.split(/\s/).at(-1) ?? '') || /[[(][^\])]*$/.test(left)) return null;
  if (speaks) return at;
  // Close-set colons are code or a Dataview field, unless the left side is clearly a question or a phrase.
  const words = left.slice(leader(left).length).trim().split(/\s+/).length;
  if (/^\s/.test(right)) return /\?\s*$/.test(left) || words >= 3 ? at : null;
  return /\?\s*$/.test(left) ? at : null;
}

const isTableRow = (text: string): boolean => /^\s*\|/.test(text) || /\|.*\|/.test(text);

interface Where {
  line: number;
  endLine: number;
  text: string;
  deck: string | null;
}

function pair(
  front: string,
  back: string,
  reversed: boolean,
  where: Where,
  schedules: readonly NonNullable<DialectCard['schedule']>[],
): DialectCard[] {
  const card = (part: string, one: string, other: string, schedule: DialectCard['schedule']): DialectCard => ({
    dialect: 'spaced-repetition',
    kind: 'basic',
    front: one,
    back: other,
    part,
    ...where,
    userId: readUserId(where.text),
    schedule,
    tags: [],
    claims: true,
  });
  const forward = card('forward', front, back, schedules[0] ?? null);
  return reversed ? [forward, card('reversed', back, front, schedules[1] ?? null)] : [forward];
}

function multiLine(note: DialectNote, decks: readonly (string | null)[]): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  const text = (from: number, to: number): string =>
    lines
      .slice(from, to)
      .map((one) => one.text)
      .join('\n');
  for (let i = 1; i < lines.length; i++) {
    const sign = lines[i]?.closed === true ? '' : (lines[i]?.text.trim() ?? '');
    if (sign !== '?' && sign !== '??') continue;
    const start = frontStart(lines, i);
    const next = lines[i + 1];
    if (start === i || next === undefined || (next.blank && !next.closed) || isTableRow(next.masked)) continue;
    const end = answerEnd(lines, i + 1);
    const front = tidy(text(start, i)).replace(/^(?:[-*+]|\d+[.)])\s+/, '');
    const back = tidy(text(i + 1, end + 1));
    if (!hasText(front) || !hasText(back)) continue;
    const after = lines[end + 1]?.text ?? '';
    const schedules = readSchedules(text(start, end + 1)).concat(readSchedules(after.trimStart().startsWith('<!--SR') ? after : ''));
    const where = { line: start + 1, endLine: end + 1, text: text(start, end + 1), deck: decks[start] ?? decks[i] ?? null };
    cards.push(...pair(front, back, sign === '??', where, schedules));
    i = end;
  }
  return cards;
}

/** The question's first line: up to the blank line, heading or one-line card before it. */
function frontStart(lines: readonly DialectLine[], at: number): number {
  let start = at;
  while (start > 0 && at - start < 40) {
    const line = lines[start - 1];
    if (line === undefined || line.blank || line.closed || /^#{1,6}\s|^\s*\|/.test(line.text)) break;
    if (separatorIn(line, true) !== null) break;
    start--;
  }
  return start;
}
