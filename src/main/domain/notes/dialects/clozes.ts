/** Deletions as cards: Anki's and Logseq's clozes, highlights, `{x}` and hashcards' `C:` with `[x]`. */
import { anki, braces, brackets, deletionsIn, highlight, logseq, piecesOf, shown, type Style } from './deletions.js';
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { deckTags, hasText, leader } from './lines.js';
import { side, withoutLinks } from './side.js';
import { schedulesOf, writtenCard } from './written-card.js';

export const clozes: Dialect = { read };

function read(note: DialectNote): DialectCard[] {
  const decks = deckTags(note.lines);
  const single = (['obsidian-to-anki', 'orbit'] as const).find((dialect) => note.speaks.has(dialect));
  return note.lines.flatMap((line, i) => {
    if (line.closed || line.blank) return [];
    const { masked } = line;
    const styles: Style[] = [];
    if (masked.includes('{{c')) styles.push(anki, logseq);
    if ((masked.includes('==') || masked.includes('<mark>')) && !/^\s*[|#]|^\s*={2,}\s*$/.test(masked)) styles.push(highlight);
    if (single && masked.includes('{') && !masked.includes('{{') && !/^#{1,6}\s|^\s*\|/.test(masked)) styles.push(braces(single));
    if (/^\s*(?:[-*+]\s+)?C:\s/.test(masked)) styles.push(brackets);
    for (const style of styles) {
      const cards = cardsOf(line, style, decks[i] ?? null, note.lines[i + 1]?.text);
      if (cards.length > 0) return cards;
    }
    return [];
  });
}

function cardsOf(line: DialectLine, style: Style, deck: string | null, nextLine: string | undefined): DialectCard[] {
  const from = style === brackets ? line.text.indexOf('C:') + 2 : leader(line.text).length;
  const pieces = piecesOf(line, from, style);
  const all = deletionsIn(pieces);
  const schedules = schedulesOf(line.text, nextLine);
  return [...new Set(all.map(({ group }) => group))].flatMap((group, n) => {
    const answers = all.filter((deletion) => deletion.group === group).map(({ inner }) => shown(inner, null).trim());
    const front = side(shown(pieces, group));
    // A sentence that is one gap asks nothing.
    if (answers.some((answer) => !hasText(answer)) || !hasText(front.replace(/\[…\]|\[[^\]]*\]/g, ''))) return [];
    return [
      writtenCard({
        dialect: style.dialect,
        kind: 'cloze',
        front,
        back: answers.map(withoutLinks).join(', '),
        line: line.number,
        endLine: line.number,
        part: answers.join(' | '),
        text: line.text.slice(from),
        schedule: schedules[n] ?? null,
        deck,
        leaves: style === highlight ? 'everything' : 'nothing',
      }),
    ];
  });
}
