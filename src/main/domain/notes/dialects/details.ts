/** `<details><summary>question</summary>answer</details>`, also with a gap in the summary, or with "Answer" as summary below a question. */
import { findDetails } from '../../../../shared/markdown/details.js';
import { detailsText } from '../details-text.js';
import { textOfHtml } from '../html.js';
import { slotOf } from '../units.js';
import { asks, isQuestion } from './asks.js';
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { withoutLayout } from './html-text.js';
import { hasText, headingLevel, leader, outdent, textOf } from './lines.js';
import { side } from './side.js';
import { writtenCard } from './written-card.js';

export const details: Dialect = { read };

const reveals =
  /^(?:(?:show|see|view|reveal|click|tap|expand|toggle)\b.{0,30}|(?:the )?(?:answers?|solutions?|explanation|lösung|antwort|réponse|solución|respuesta|risposta|resposta|答案|解答|정답|답|ответ)\b.{0,20})$/iu;

function read({ lines }: DialectNote): DialectCard[] {
  if (!lines.some(({ closed, text }) => !closed && /<details/i.test(text))) return [];
  const text = textOf(lines, 0, lines.length);
  const starts = lineStarts(lines);
  const cards: DialectCard[] = [];
  let behind = 0;
  for (const { from, summary, bodyFrom, bodyTo } of [...findDetails(text).values()].sort((a, b) => a.from - b.from)) {
    const first = lineAt(starts, from);
    const line = lines[first];
    if (from < behind || summary === null || line === undefined || text.slice(starts[first], from).trim() !== leader(line.text).trim())
      continue;
    const last = lineAt(starts, bodyTo);
    const inside = dequoted(text.slice(bodyFrom, bodyTo), line.text);
    const question = squeezed(textOfHtml(text.slice(summary.from, summary.to)));
    const above = reveals.test(question) ? questionAbove(lines, first) : null;
    const front = above?.text ?? question;
    const back = side(outdent(withoutLayout(inside.split('\n'))).join('\n'));
    if ((above === null && !asks(question)) || !hasText(front) || !hasText(back)) continue;
    cards.push(
      writtenCard({
        dialect: 'details',
        front,
        back,
        line: (above?.at ?? first) + 1,
        endLine: last + 1,
        part: 'details',
        text: `${front}\n${detailsText(inside)}`,
        slot: `details ${slotOf(front)}`,
        userId: null,
      }),
    );
    behind = bodyTo;
  }
  return cards;
}

/** Inside a quote, without its signs. */
const dequoted = (text: string, firstLine: string): string =>
  firstLine.trimStart().startsWith('>') ? text.replace(/^\s*> ?/gm, '') : text;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A question in the line or heading right above. */
function questionAbove(lines: readonly DialectLine[], at: number): { text: string; at: number } | null {
  let above = at - 1;
  while (above >= 0 && lines[above]?.blank === true && lines[above]?.closed === false) above--;
  const line = lines[above];
  if (line === undefined || line.closed || at - above > 5) return null;
  const text = side(headingLevel(line) > 0 ? line.text.replace(/^#+\s+|\s+#+\s*$/g, '') : line.text.slice(leader(line.text).length));
  return isQuestion(text) ? { text, at: above } : null;
}

function lineStarts(lines: readonly DialectLine[]): number[] {
  let at = 0;
  return lines.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

/** The line of an offset, found by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
