/** `?` and `??` alone on a line between the sides, or `<br class="f">` as published notes write it. */
import { bulletSign } from '../../../../shared/markdown/bullets.js';
import type { Problem } from '../card.js';
import { questionMark } from './asks.js';
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { answerEnd, deckTags, hasText, headingLevel, textOf } from './lines.js';
import { hiddenSign, separatorIn } from './separator.js';
import { side } from './side.js';
import { bothWays, schedulesOf } from './written-card.js';

export const multiLine: Dialect = { read };

const maxFrontLines = 60;

const alone = new RegExp(`^\\s*(?:(${questionMark}{1,2})|${hiddenSign})\\s*$`, 'i');
/** The sign may also close the question's last line. */
const closing = new RegExp(`(?<=\\S)\\s*${hiddenSign}\\s*$`, 'i');

function read(note: DialectNote, report: (problem: Problem) => void): DialectCard[] {
  const { lines } = note;
  const decks = deckTags(lines);
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.closed || line.blank) continue;
    const sign = alone.exec(line.masked);
    const closes = closing.test(line.masked);
    if (sign === null && !closes) continue;
    const start = frontStart(lines, i);
    const next = lines[i + 1];
    const end = next === undefined || (next.blank && !next.closed) ? i : answerEnd(lines, i + 1);
    const text = textOf(lines, start, end + 1);
    const front = frontOf(closes ? textOf(lines, start, i + 1).replace(closing, '') : textOf(lines, start, i));
    const back = side(textOf(lines, i + 1, end + 1));
    if (hasText(front) && hasText(back)) {
      const parts = { front, back, line: start + 1, endLine: end + 1, text, deck: decks[start] ?? decks[i] ?? null };
      const schedules = schedulesOf(text, lines[end + 1]?.text);
      cards.push(...bothWays({ dialect: 'spaced-repetition', ...parts }, sign?.[1]?.length === 2, schedules));
      i = end;
    } else if (sign?.[1] !== undefined) report(halfCard(line.number, hasText(front)));
  }
  return cards;
}

/** A question is not marked as an item or a heading. */
const frontOf = (text: string): string => side(text).replace(mark, '');
const mark = new RegExp(`^(?:${bulletSign}|\\d+[.)]|#{1,6})\\s+`);

/** The question's first line: up to the blank line, heading or one-line card before it; a heading right above is itself the question. */
function frontStart(lines: readonly DialectLine[], at: number): number {
  let start = at;
  while (start > 0 && at - start < maxFrontLines) {
    const line = lines[start - 1];
    if (line === undefined || (!line.closed && (line.blank || headingLevel(line) > 0 || separatorIn(line, true) !== null))) break;
    start--;
  }
  return start === at && headingLevel(lines[at - 1]) > 0 ? at - 1 : start;
}

const halfCard = (line: number, hasFront: boolean): Problem => ({
  line,
  severity: 'warning',
  message: hasFront
    ? 'This question mark parts no card: no answer stands right below it.'
    : 'This question mark parts no card: no question stands right above it.',
  hint: hasFront
    ? 'Begin the answer on the next line, without a blank line between.'
    : 'Write the question on the lines above it, without a blank line between.',
});
