/** Headings that are questions, `## Q: …` or `## What is …?`, with the answer below. */
import { countWords } from '../text.js';
import { isWholeQuestion, withoutEmphasis, withoutLabel, withoutNumber } from './asks.js';
import type { Dialect, DialectCard, DialectNote } from './dialect.js';
import { withoutLayout } from './html-text.js';
import { hasText, headingLevel, sectionEnd, textOf } from './lines.js';
import { side, withoutLinks } from './side.js';
import { writtenCard } from './written-card.js';

export const headings: Dialect = { read };

/** A section that goes on for longer is no answer one can give. */
const maxWords = 120;

function read({ lines, taken }: DialectNote): DialectCard[] {
  return lines.flatMap((line, i) => {
    if (headingLevel(line) === 0) return [];
    const [heading = ''] = withoutLayout([line.text.replace(/^#+\s+|\s+#+\s*$/g, '')]);
    const title = withoutEmphasis(withoutLinks(side(heading)));
    const front = withoutLabel(withoutNumber(title), 'Q');
    if (front === withoutNumber(title) ? !isWholeQuestion(front) : !hasText(front)) return [];
    const end = sectionEnd(lines, i, () => true);
    // Where the section holds cards of its own, these are what it is to give.
    if (end === i || lines.slice(i + 1, end + 1).some(({ number }) => taken.has(number))) return [];
    const body = lines.slice(i + 1, end + 1).map((one) => one.text);
    const back = withoutLabel(side(withoutLayout(body).join('\n')), 'A');
    if (!hasText(back)) return [];
    const words = countWords(back);
    const reasons = words > maxWords ? [`answer too long: ${words} words, ${maxWords} is the limit`] : [];
    const text = textOf(lines, i, end + 1);
    return [writtenCard({ dialect: 'headings', front, back, line: i + 1, endLine: end + 1, text, leaves: 'everything', reasons })];
  });
}
