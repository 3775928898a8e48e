/** `#card` on a heading, a paragraph or a Logseq bullet: what stands below is the answer. */
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { answerEnd, hasText, headingLevel, itemEnd, outdent, sectionEnd } from './lines.js';
import { takeProperties } from './logseq-properties.js';
import { side } from './side.js';
import { bothWays } from './written-card.js';

export const tagged: Dialect = { read };

/** Looked for where no code is; `#[[card]]` is the same tag in Logseq. */
const tag = /(?:^|\s)#(?:\[\[)?(?:card|flashcard|anki-card)(?:\]\])?(-reverse|-spaced)?(?=\s|$)/i;
const marker = /^\s*(?:[-*+]\s+)?(?:#{1,6}\s+)?/;

function read(note: DialectNote): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const match = line === undefined || line.closed ? null : tagIn(line);
    if (line === undefined || match === null) continue;
    const isBullet = /^\s*[-*+]\s+/.test(line.text);
    const end = lastLine(lines, i, isBullet);
    if (end <= i) continue;
    const { body, schedule } = isBullet
      ? takeProperties(lines.slice(i + 1, end + 1))
      : { body: lines.slice(i + 1, end + 1), schedule: null };
    const written = body.map(({ text }) => text);
    const front = side((line.text.slice(0, match.index) + line.text.slice(match.index + match[0].length)).replace(marker, ''));
    const back = side(outdent(written).join('\n'));
    if (!hasText(front) || !hasText(back)) continue;
    const text = [line.text, ...written].join('\n');
    const parts = { front, back, line: i + 1, endLine: end + 1, text };
    const isReversed = match[1]?.toLowerCase() === '-reverse';
    cards.push(...bothWays({ dialect: isBullet ? 'logseq' : 'obsidian-to-anki', ...parts }, isReversed, schedule ? [schedule] : []));
    i = end;
  }
  return cards;
}

function tagIn(line: DialectLine): RegExpExecArray | null {
  const match = tag.exec(line.text);
  // A tag in brackets is blotted out as a link is, one in code as code.
  const sign = match === null ? -1 : match.index + match[0].indexOf('#');
  return match !== null && line.masked[sign] === '#' ? match : null;
}

function lastLine(lines: readonly DialectLine[], at: number, isBullet: boolean): number {
  const level = headingLevel(lines[at]);
  if (level > 0) return sectionEnd(lines, at, (next, heading) => next <= level || tagIn(heading) !== null);
  return isBullet ? itemEnd(lines, at) : answerEnd(lines, at + 1);
}
