/** Prepares a note's lines for the dialects. */
import type { DraftCard } from '../card.js';
import type { DialectLine } from './dialect.js';

const blot = (text: string): string => '\u0001'.repeat(text.length);

/** What is never syntax: code spans, wikilinks and links, addresses, comments, formulas. Every pattern is bounded, so this is linear. */
const opaque =
  /(`{1,3})(?:(?!\1).){1,2000}?\1|!?\[\[[^[\]\n]{0,300}\]\]|\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)|<?https?:\/\/[^\s)>]+>?|<!--.*?(?:-->|$)|\$\$.{1,500}?\$\$|\\[[(].{1,500}?\\[\])]/g;

/** Nobody writes a card by hand on a longer line; what only looks like one need not be searched. */
const maxLineLength = 20_000;
const maxAnswerLines = 300;

export function toDialectLines(lines: readonly string[]): DialectLine[] {
  let fence: { char: string; length: number } | null = null;
  return lines.map((text, i) => {
    const blank = text.trim() === '';
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$/.exec(text);
    const wasOpen = fence !== null;
    if (mark?.[1] !== undefined) {
      const char = mark[1].charAt(0);
      if (fence === null) {
        if (char === '~' || !(mark[2] ?? '').includes('`')) fence = { char, length: mark[1].length };
      } else if (char === fence.char && mark[1].length >= fence.length && (mark[2] ?? '').trim() === '') fence = null;
    }
    const closed = wasOpen || fence !== null || text.length > maxLineLength;
    return { number: i + 1, text, masked: closed ? blot(text) : text.replace(opaque, blot), closed, blank };
  });
}

/** `<!--SR:!2024-01-20,4,250-->`: the schedules Obsidian spaced repetition keeps in the note, one per card. */
export function readSchedules(text: string): NonNullable<DraftCard['schedule']>[] {
  const comment = /<!--SR:(.{1,2000}?)-->/.exec(text)?.[1];
  if (comment === undefined) return [];
  return [...comment.matchAll(/!(\d{4}-\d{2}-\d{2}),(\d{1,6})(?:\.\d+)?,(\d{1,4})/g)].map((match) => ({
    dueOn: match[1] ?? '',
    intervalDays: Number(match[2]),
    ease: Number(match[3]),
  }));
}

/** An id the person, or another tool, wrote beside the card. */
export const readUserId = (text: string): string | null =>
  /<!--\s*ID:\s*(\S{1,64}?)\s*-->/i.exec(text)?.[1] ??
  /(?:^|\s)ID:\s*(\d{6,20})\s*$/m.exec(text)?.[1] ??
  /\s\^([A-Za-z0-9-]{1,64})\s*$/m.exec(text)?.[1] ??
  null;

/** Text without what only machines read: comments, block ids, card tags. */
export const tidy = (text: string): string =>
  text
    .replace(/<!--.*?-->/gs, '')
    .replace(/^ID:\s*\d{6,20}\s*$/gm, '')
    .replace(/[ \t]\^[A-Za-z0-9-]{1,64}[ \t]*$/gm, '')
    .replace(/(^|\s)#(?:cards?|flashcards?)(?:[/-][\w/-]*)?(?=\s|$)/gim, '$1')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** The list or quote marker before a line's text. */
export const leader = (text: string): string => /^\s*(?:>\s?)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)?/.exec(text)?.[0] ?? '';

/** The last line of the answer that begins at `from`: up to a blank line; code blocks count whole. */
export function answerEnd(lines: readonly DialectLine[], from: number, stop: (line: DialectLine) => boolean = () => false): number {
  let end = from;
  for (let i = from; i < Math.min(lines.length, from + maxAnswerLines); i++) {
    const line = lines[i];
    if (line === undefined || (!line.closed && (line.blank || stop(line)))) break;
    end = i;
  }
  return end;
}

export const hasText = (text: string): boolean => /[\p{L}\p{N}`$]/u.test(text);

/** `#flashcards/a/b` in force at each line: on a line of its own it holds from there on, beside a card for that card. */
export function deckTags(lines: readonly DialectLine[]): (string | null)[] {
  let current: string | null = null;
  return lines.map((line) => {
    if (line.closed || !line.masked.includes('#flashcards')) return current;
    const path = /(?:^|\s)#flashcards((?:\/[\p{L}\p{N}_-]+)*)/u.exec(line.masked)?.[1];
    if (path === undefined) return current;
    const deck = path === '' ? null : path.slice(1).split('/').join('::');
    const alone = line.text.replace(/#[\p{L}\p{N}_/-]+/gu, '').trim() === '';
    if (alone) current = deck;
    return deck;
  });
}
