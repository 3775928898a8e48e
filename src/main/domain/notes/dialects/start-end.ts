/** Obsidian to Anki's `START … END` blocks and `STARTI [Basic] … ENDI` lines. */
import type { Dialect, DialectCard, DialectLine, DialectNote } from './dialect.js';
import { hasText, textOf } from './lines.js';
import { side } from './side.js';
import { bothWays } from './written-card.js';

export const startEnd: Dialect = { read };

const maxLines = 200;
const inline = /^\s*(?:[-*+]\s+)?STARTI\s+\[([\w ]{1,40})\]\s+(?:Front:\s*)?(.+?)\s+Back:\s*(.+?)\s+ENDI\s*$/d;

function read(note: DialectNote): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.closed) continue;
    const fields = inline.exec(line.masked)?.indices;
    if (fields?.[2] && fields[3]) {
      const front = line.text.slice(...fields[2]);
      cards.push(...cardsOf({ front, back: line.text.slice(...fields[3]), tags: [], type: '' }, i, i, line.text));
    } else if (line.text.trim() === 'START') {
      const length = lines.slice(i + 1, i + maxLines).findIndex((one) => !one.closed && one.text.trim() === 'END');
      if (length < 0) continue;
      const end = i + 1 + length;
      cards.push(...cardsOf(readFields(lines.slice(i + 1, end)), i, end, textOf(lines, i + 1, end)));
      i = end;
    }
  }
  return cards;
}

interface Fields {
  type: string;
  front: string;
  back: string;
  tags: string[];
}

/** `Front:` may be left out; `Back:` and `Tags:` begin their fields. */
function readFields([type, ...lines]: readonly DialectLine[]): Fields {
  const front: string[] = [];
  const back: string[] = [];
  let tags: string[] = [];
  let field = front;
  for (const line of lines) {
    const tagged = line.closed ? null : /^Tags:\s*(.*)$/i.exec(line.text);
    const turned = line.closed ? null : /^Back:\s?(.*)$/i.exec(line.text);
    if (tagged !== null) tags = (tagged[1] ?? '').split(/[\s,]+/).filter((one) => one !== '');
    else if (turned !== null) {
      field = back;
      field.push(turned[1] ?? '');
    } else field.push(line.closed ? line.text : line.text.replace(/^Front:\s?/i, ''));
  }
  return { type: type?.text.trim() ?? '', front: front.join('\n'), back: back.join('\n'), tags };
}

function cardsOf({ type, front, back, tags }: Fields, start: number, end: number, text: string): DialectCard[] {
  const sides = { front: side(front), back: side(back) };
  if (!/^(?:basic|$)/i.test(type) || !hasText(sides.front) || !hasText(sides.back)) return [];
  return bothWays({ dialect: 'obsidian-to-anki', ...sides, line: start + 1, endLine: end + 1, text, tags }, /revers/i.test(type));
}
