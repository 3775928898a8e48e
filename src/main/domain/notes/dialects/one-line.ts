/** `front::back` and `front:::back` on one line. */
import type { Dialect, DialectCard, DialectNote } from './dialect.js';
import { deckTags, hasText, leader } from './lines.js';
import { separatorIn } from './separator.js';
import { side } from './side.js';
import { bothWays, schedulesOf } from './written-card.js';

export const oneLine: Dialect = { read };

function read(note: DialectNote): DialectCard[] {
  const decks = deckTags(note.lines);
  const speaks = note.speaks.has('spaced-repetition');
  return note.lines.flatMap((line, i) => {
    if (line.closed || line.blank || isTableRow(line.masked) || /^\s*:::|^#{1,6}\s/.test(line.text)) return [];
    const at = separatorIn(line, speaks);
    if (at === null) return [];
    const lead = leader(line.text).length;
    const front = side(line.text.slice(lead, at.from));
    const back = side(line.text.slice(at.to));
    if (!hasText(front) || !hasText(back)) return [];
    const where = { line: line.number, endLine: line.number, text: line.text.slice(lead), deck: decks[i] ?? null };
    const schedules = schedulesOf(line.text, note.lines[i + 1]?.text);
    return bothWays({ dialect: 'spaced-repetition', front, back, ...where }, at.reversed, schedules);
  });
}

const isTableRow = (text: string): boolean => /^\s*\|/.test(text) || /\|.*\|/.test(text);
