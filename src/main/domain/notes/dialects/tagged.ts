/** `#card` on a heading, a paragraph or a Logseq bullet: what stands below is the answer. */
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { answerEnd, hasText, readUserId, tidy } from './lines.js';

export const tagged: Dialect = { read };

const tag = /(?:^|\s)#(card|flashcard|anki-card)(-reverse|-spaced)?(?=\s|$)/i;

function read(note: DialectNote): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const match = line === undefined || line.closed ? null : tag.exec(line.masked);
    if (line === undefined || match === null) continue;
    const bullet = /^(\s*)[-*+]\s+/.exec(line.text);
    const level = /^(#{1,6})\s/.exec(line.text)?.[1]?.length ?? 0;
    const end =
      level > 0 ? sectionEnd(lines, i, level) : bullet !== null ? childrenEnd(lines, i, bullet[1]?.length ?? 0) : answerEnd(lines, i + 1);
    if (end <= i) continue;
    const front = tidy(line.text.replace(/^\s*(?:#{1,6}|[-*+])\s+/, '').replace(tag, ' '));
    const body = lines.slice(i + 1, end + 1).map((one) => one.text);
    const back = tidy(outdent(body).join('\n'));
    if (!hasText(front) || !hasText(back)) continue;
    const text = [line.text, ...body].join('\n');
    const dialect = bullet !== null ? 'logseq' : 'obsidian-to-anki';
    const card = (part: string, one: string, other: string): DialectCard => ({
      dialect,
      kind: 'basic',
      front: one,
      back: other,
      line: i + 1,
      endLine: end + 1,
      part,
      text,
      userId: readUserId(text),
      schedule: null,
      deck: null,
      tags: [],
      claims: true,
    });
    cards.push(card('forward', front, back));
    if (match[2]?.toLowerCase() === '-reverse') cards.push(card('reversed', back, front));
    i = end;
  }
  return cards;
}

/** The last line before the next heading that stands as high. */
function sectionEnd(lines: readonly DialectLine[], from: number, level: number): number {
  let end = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const heading = line.closed ? 0 : (/^(#{1,6})\s/.exec(line.text)?.[1]?.length ?? 0);
    if (heading > 0 && (heading <= level || tag.test(line.masked))) break;
    if (!line.blank) end = i;
  }
  return end;
}

/** The last line that is indented deeper than the bullet. */
function childrenEnd(lines: readonly DialectLine[], from: number, indent: number): number {
  let end = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.blank && !line.closed) continue;
    const own = /^\s*/.exec(line.text)?.[0].length ?? 0;
    if (own <= indent && !line.closed) break;
    end = i;
  }
  return end;
}

/** Takes away the indentation that all lines share. */
function outdent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const shared = indents.reduce((least, one) => Math.min(least, one), 99);
  return lines.map((line) => line.slice(Math.min(shared, line.length)));
}
