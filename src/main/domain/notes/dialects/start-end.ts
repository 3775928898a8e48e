/** Obsidian to Anki's `START … END` blocks and `STARTI [Basic] … ENDI` lines. */
import type { Dialect, DialectCard, DialectNote } from './dialect.js';
import { hasText, readUserId, tidy } from './lines.js';

export const startEnd: Dialect = { read };

const maxLines = 200;

function read(note: DialectNote): DialectCard[] {
  const { lines } = note;
  const cards: DialectCard[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.closed) continue;
    const inline = /^\s*(?:[-*+]\s+)?STARTI\s+\[([\w ]{1,40})\]\s+(.+?)\s+ENDI\s*$/.exec(line.text);
    if (inline?.[1] !== undefined && inline[2] !== undefined) {
      const parts = /^(?:Front:\s*)?(.+?)\s+Back:\s*(.+)$/.exec(inline[2]);
      if (parts?.[1] !== undefined && parts[2] !== undefined) cards.push(card(parts[1], parts[2], i, i, line.text, []));
      continue;
    }
    if (line.text.trim() !== 'START') continue;
    const length = lines.slice(i + 1, i + maxLines).findIndex((one) => one.text.trim() === 'END');
    if (length < 0) continue;
    const end = i + 1 + length;
    const body = lines.slice(i + 1, end).map((one) => one.text);
    const type = (body[0] ?? '').trim();
    const fields = readFields(body.slice(1));
    const text = body.join('\n');
    if (/^basic/i.test(type) && hasText(fields.front) && hasText(fields.back)) {
      cards.push(card(fields.front, fields.back, i, end, text, fields.tags));
      if (/revers/i.test(type)) cards.push({ ...card(fields.back, fields.front, i, end, text, fields.tags), part: 'reversed' });
    }
    i = end;
  }
  return cards;
}

/** `Front:` may be left out; `Back:` and `Tags:` begin their fields. */
function readFields(lines: readonly string[]): { front: string; back: string; tags: string[] } {
  const front: string[] = [];
  const back: string[] = [];
  let tags: string[] = [];
  let side = front;
  for (const line of lines) {
    const tagged = /^Tags:\s*(.*)$/i.exec(line);
    const turned = /^Back:\s?(.*)$/i.exec(line);
    if (tagged !== null) tags = (tagged[1] ?? '').split(/[\s,]+/).filter((one) => one !== '');
    else if (turned !== null) {
      side = back;
      side.push(turned[1] ?? '');
    } else side.push(line.replace(/^Front:\s?/i, ''));
  }
  return { front: tidy(front.join('\n')), back: tidy(back.join('\n')), tags };
}

function card(front: string, back: string, start: number, end: number, text: string, tags: readonly string[]): DialectCard {
  return {
    dialect: 'obsidian-to-anki',
    kind: 'basic',
    front: tidy(front),
    back: tidy(back),
    line: start + 1,
    endLine: end + 1,
    part: 'forward',
    text,
    userId: readUserId(text),
    schedule: null,
    deck: null,
    tags,
    claims: true,
  };
}
