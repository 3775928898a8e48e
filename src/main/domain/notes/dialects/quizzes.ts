/** A question above boxes of which some are ticked: the ticked ones are the answer. */
import { asks, withoutEmphasis, withoutLabel, withoutNumber } from './asks.js';
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { withoutLayout } from './html-text.js';
import { hasText, headingLevel, indentOf, leader, outdent, textOf } from './lines.js';
import { side } from './side.js';
import { writtenCard } from './written-card.js';

export const quizzes: Dialect = { read };

const option = /^(\s*)[-*+]\s+\[([ xX])\]\s+(?=\S)/;

interface Option {
  isRight: boolean;
  text: string;
}

function read({ lines }: DialectNote): DialectCard[] {
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.closed || !option.test(line.text)) continue;
    const { options, end } = optionsFrom(lines, i);
    const right = options.filter(({ isRight }) => isRight);
    const question = right.length > 0 && right.length < options.length ? questionAbove(lines, i) : null;
    if (question !== null) {
      const back = right.length === 1 ? (right[0]?.text ?? '') : right.map(({ text }) => listItem(text)).join('\n');
      cards.push(
        writtenCard({
          dialect: 'quizzes',
          front: `${question.text}\n\n${options.map(({ text }) => listItem(text)).join('\n')}`,
          back,
          line: question.at + 1,
          endLine: end + 1,
          text: textOf(lines, question.at, end + 1),
          leaves: 'studied',
        }),
      );
    }
    i = end;
  }
  return cards.filter(({ front, back }) => hasText(front) && hasText(back));
}

const listItem = (text: string): string => `- ${text.replaceAll('\n', '\n  ')}`;

/** The options from the first one on, each with what stands below it; blank lines may part them. */
function optionsFrom(lines: readonly DialectLine[], first: number): { options: Option[]; end: number } {
  const indent = indentOf(lines[first]?.text ?? '');
  const options: Option[] = [];
  let end = first;
  for (let i = first; i < lines.length;) {
    const line = lines[i];
    const match = line === undefined || line.closed ? null : option.exec(line.text);
    if (line === undefined || match === null || indentOf(line.text) !== indent) break;
    end = i;
    const below: string[] = [];
    for (let next = lines[++i]; next !== undefined; next = lines[++i]) {
      if (!next.closed && (next.blank || indentOf(next.text) <= indent)) break;
      below.push(next.text);
      end = i;
    }
    while (lines[i]?.blank === true && lines[i]?.closed === false) i++;
    const text = side([line.text.slice(match[0].length), ...outdent(below)].join('\n'));
    options.push({ isRight: match[2] !== ' ', text });
  }
  return { options, end };
}

/** The paragraph, item or heading above that asks, with the code between it and the options. */
function questionAbove(lines: readonly DialectLine[], at: number): { text: string; at: number } | null {
  let start = at;
  for (let blocks = 0; blocks < 4; blocks++) {
    let end = start - 1;
    while (end >= 0 && lines[end]?.blank === true && lines[end]?.closed === false) end--;
    start = end;
    if (start < 0 || option.test(lines[start]?.text ?? '')) return null;
    const isCode = lines[start]?.closed === true;
    while (start > 0 && continues(lines[start], lines[start - 1], isCode)) start--;
    if (isCode) continue;
    const text = questionIn(lines, start, at);
    if (asks(text.split('\n\n')[0] ?? '') || /^\s*#*\s*(?:\*\*)?Q(?:uestion)?\s?\d*[.:)]/i.test(lines[start]?.text ?? ''))
      return { text, at: start };
    if (headingLevel(lines[start]) > 0) return null;
  }
  return null;
}

/** Whether the line before belongs to the same block: code to its fence, text to its paragraph. */
function continues(line: DialectLine | undefined, before: DialectLine | undefined, isCode: boolean): boolean {
  if (line === undefined || before === undefined) return false;
  if (isCode) return before.closed;
  return (
    !before.closed &&
    !before.blank &&
    headingLevel(line) === 0 &&
    headingLevel(before) === 0 &&
    !option.test(before.text) &&
    leader(line.text).trim() === ''
  );
}

function questionIn(lines: readonly DialectLine[], start: number, end: number): string {
  const [first = '', ...below] = withoutLayout(lines.slice(start, end).map(({ text }) => text));
  const marker = /^#{1,6}\s+/.exec(first)?.[0] ?? leader(first);
  const [title = '', ...rest] = outdent([first.slice(marker.length), ...below]);
  const asked = withoutLabel(withoutNumber(withoutEmphasis(side(title))), 'Q');
  return side([asked, ...rest].join('\n'));
}
