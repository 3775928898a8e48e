/** `- What is …?` with the answer below it: how Notion writes toggles, and people their questions. */
import { bulletSign } from '../../../../shared/markdown/bullets.js';
import { isQuestion, isWholeQuestion, withoutEmphasis, withoutLabel } from './asks.js';
import type { Dialect, DialectCard, DialectNote } from './dialect.js';
import { hasText, indentOf, itemEnd, outdent } from './lines.js';
import { side } from './side.js';
import { writtenCard } from './written-card.js';

export const toggles: Dialect = { read };

/** The question may be a heading in its item. */
const item = new RegExp(`^\\s*(?:${bulletSign}|\\d{1,3}[.)])\\s+(?!\\[[ xX]\\]\\s)(?:#{1,6}\\s+)?(?=\\S)`);

function read({ lines }: DialectNote): DialectCard[] {
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const marker = line === undefined || line.closed ? null : item.exec(line.text);
    if (line === undefined || marker === null) continue;
    const front = withoutLabel(withoutEmphasis(side(line.text.slice(marker[0].length))), 'Q');
    if (!isWholeQuestion(front)) continue;
    const end = itemEnd(lines, i);
    const body = outdent(lines.slice(i + 1, end + 1).map(({ text }) => text));
    const back = withoutLabel(side(body.join('\n')), 'A');
    if (!hasText(back) || isOutline(body)) continue;
    const text = [line.text, ...body].join('\n');
    cards.push(writtenCard({ dialect: 'toggles', front, back, line: i + 1, endLine: end + 1, text, leaves: 'answer' }));
    i = end;
  }
  return cards;
}

/** Questions below a question are no answer to it. */
function isOutline(body: readonly string[]): boolean {
  const items = body.filter((text) => item.test(text) && indentOf(text) === 0);
  return items.length > 0 && items.every(isQuestion);
}
