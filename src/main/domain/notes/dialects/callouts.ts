/** `> [!question]- What …?` with its answer: a card, as `<details>` is. */
import { calloutStart } from '../../../../shared/markdown/callouts.js';
import { asks, isWholeQuestion, withoutEmphasis } from './asks.js';
import type { Dialect, DialectCard, DialectNote } from './dialect.js';
import { hasText } from './lines.js';
import { side } from './side.js';
import { writtenCard } from './written-card.js';

export const callouts: Dialect = { read };

const questions = new Set(['question', 'faq', 'help', 'quiz', 'q']);
const cardKinds = new Set(['card', 'flashcard', 'anki']);

function read({ lines }: DialectNote): DialectCard[] {
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const match = line === undefined || line.closed ? null : /^\s*>\s?(\[!.*)$/.exec(line.text);
    const [, kind = '', title = ''] = calloutStart.exec(match?.[1] ?? '') ?? [];
    if (kind === '') continue;
    let end = i;
    while (/^\s*>/.test(lines[end + 1]?.text ?? '')) end++;
    const body = lines.slice(i + 1, end + 1).map(({ text }) => text);
    const front = withoutEmphasis(side(title));
    const back = side(body.map((text) => text.replace(/^\s*> ?/, '')).join('\n'));
    if (isCard(kind.toLowerCase(), match?.[1] ?? '', front) && hasText(front) && hasText(back)) {
      const text = [title, ...body].join('\n');
      cards.push(writtenCard({ dialect: 'callouts', front, back, line: i + 1, endLine: end + 1, text, leaves: 'answer' }));
    }
    i = end;
  }
  return cards;
}

/** A callout of another kind is one where its title asks and its text is folded away. */
function isCard(kind: string, written: string, title: string): boolean {
  if (cardKinds.has(kind)) return true;
  if (/^\S*$/.test(title) && !isWholeQuestion(title)) return false;
  return questions.has(kind) ? asks(title) : isWholeQuestion(title) && /^\[![^\]]*\]-/.test(written);
}
