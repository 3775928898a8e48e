/** Deletions: `{{c1::x::hint}}`, `{{cloze x}}`, `==x==`, `<mark>`, hashcards' `C:` with `[x]`, and `{x}` where the note speaks that way. */
import type { Dialect, DialectCard, DialectId, DialectLine, DialectNote } from './dialect.js';
import { deckTags, hasText, leader, readSchedules, readUserId, tidy } from './lines.js';

export const clozes: Dialect = { read };

/** A deletion in a text. Deletions of one group are hidden together. */
interface Deletion {
  from: number;
  to: number;
  answer: string;
  hint: string;
  group: string;
}

interface Style {
  dialect: DialectId;
  pattern: RegExp;
  /** Group, answer and hint out of a match. */
  parts(match: RegExpExecArray): { group: string; answer: string; hint: string };
  claims: boolean;
}

const anki: Style = {
  dialect: 'anki',
  pattern: /\{\{c(\d{1,3})::((?:(?!::|\}\}).){1,500})(?:::((?:(?!\}\}).){0,200}))?\}\}/g,
  parts: (match) => ({ group: match[1] ?? '', answer: match[2] ?? '', hint: match[3] ?? '' }),
  claims: true,
};
const logseq: Style = {
  dialect: 'logseq',
  pattern: /\{\{cloze\s+((?:(?!\}\}).){1,500})\}\}/g,
  parts: (match) => ({ group: '', answer: match[1] ?? '', hint: '' }),
  claims: true,
};
const highlight: Style = {
  dialect: 'highlights',
  // Not the comparison of `KERNEL=="x"`, nor the mark of `==> file <==`.
  pattern: /(?<![\w}\])"'!<>])==(?=[^\s=<>])([^=\n]{1,300}?)(?<=[^\s=])==(?!=)|<mark>([^<]{1,300})<\/mark>/g,
  parts: (match) => ({ group: '', answer: match[1] ?? match[2] ?? '', hint: '' }),
  claims: false,
};
const braces: Style = {
  dialect: 'obsidian-to-anki',
  pattern: /(?<![${\\\w])\{(?:c?(\d{1,3})[:|])?([^{}.$%][^{}]{0,200})\}(?!\})/g,
  parts: (match) => ({ group: match[1] ?? '', answer: match[2] ?? '', hint: '' }),
  claims: true,
};
const brackets: Style = {
  dialect: 'hashcards',
  pattern: /(?<![\]!\\\w])\[([^[\]]{1,200})\](?![([:])/g,
  parts: (match) => ({ group: '', answer: match[1] ?? '', hint: '' }),
  claims: true,
};

function read(note: DialectNote): DialectCard[] {
  const decks = deckTags(note.lines);
  const byBraces = note.speaks.has('obsidian-to-anki') || note.speaks.has('orbit');
  const single: Style = note.speaks.has('obsidian-to-anki') ? braces : { ...braces, dialect: 'orbit' };
  return note.lines.flatMap((line, i) => {
    if (line.closed || line.blank) return [];
    const { masked } = line;
    const deck = decks[i] ?? null;
    const next = note.lines[i + 1];
    const schedules = readSchedules(`${line.text}\n${next?.text.trimStart().startsWith('<!--SR') === true ? next.text : ''}`);
    const styles: Style[] = [];
    if (masked.includes('{{c')) styles.push(anki, logseq);
    if ((masked.includes('==') || masked.includes('<mark>')) && !/^\s*[|#]|^\s*={2,}\s*$/.test(masked)) styles.push(highlight);
    if (byBraces && masked.includes('{') && !masked.includes('{{') && !/^#{1,6}\s|^\s*\|/.test(masked)) styles.push(single);
    if (/^\s*(?:[-*+]\s+)?C:\s/.test(masked)) styles.push(brackets);
    for (const style of styles) {
      const cards = cardsOf(line, style, deck, schedules);
      if (cards.length > 0) return cards;
    }
    return [];
  });
}

function cardsOf(
  line: DialectLine,
  style: Style,
  deck: string | null,
  schedules: readonly NonNullable<DialectCard['schedule']>[],
): DialectCard[] {
  const lead = leader(line.text).length;
  const from = style === brackets ? line.text.indexOf('C:') + 2 : lead;
  const found: Deletion[] = [...line.masked.matchAll(style.pattern)]
    .filter((match) => match.index >= from)
    .slice(0, 30)
    .map((match, n) => {
      const raw = line.text.slice(match.index, match.index + match[0].length);
      const parts = style.parts(matchIn(style.pattern, raw) ?? match);
      return {
        from: match.index,
        to: match.index + match[0].length,
        answer: parts.answer.trim(),
        hint: parts.hint.trim(),
        group: parts.group === '' ? `#${n}` : parts.group,
      };
    });
  const groups = [...new Set(found.map((deletion) => deletion.group))];
  return groups.flatMap((group, n) => {
    const hidden = found.filter((deletion) => deletion.group === group);
    const answers = hidden.map((deletion) => deletion.answer);
    const front = tidy(fill(line.text, from, found, group));
    // A sentence that is one gap asks nothing.
    if (answers.some((answer) => !hasText(answer)) || !hasText(front.replace(/\[…\]|\[[^\]]*\]/g, ''))) return [];
    return [
      {
        dialect: style.dialect,
        kind: 'cloze' as const,
        front,
        back: answers.join(', '),
        line: line.number,
        endLine: line.number,
        part: answers.join(' | '),
        text: line.text.slice(from),
        userId: readUserId(line.text),
        schedule: schedules[n] ?? null,
        deck,
        tags: [],
        claims: style.claims,
      },
    ];
  });
}

/** Matches the unmasked text of a deletion, so that code inside it is kept. */
function matchIn(pattern: RegExp, raw: string): RegExpExecArray | null {
  return new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(raw);
}

/** The line with one group hidden and the other deletions as plain text. */
function fill(text: string, start: number, deletions: readonly Deletion[], group: string): string {
  let out = '';
  let at = start;
  for (const deletion of deletions) {
    out += text.slice(at, deletion.from);
    out += deletion.group === group ? (deletion.hint === '' ? '[…]' : `[${deletion.hint}]`) : deletion.answer;
    at = deletion.to;
  }
  return out + text.slice(at);
}
