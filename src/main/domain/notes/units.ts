/** Builds what rules are given: sources with their slots, names of list items, code that stands alone. */
import type { Block, Fence, Inline, ListItem, Paragraph } from './blocks.js';
import { toSentences } from './english/sentences.js';
import { readSentence } from './english/clause.js';
import { verbOf } from './english/verbs.js';
import { plainInline } from './inline.js';
import { isChatter } from './rules/sentence-parts.js';
import { isShellCommand } from './rules/shell.js';
import type { Intro, Place, Source } from './rule.js';
import { isLabel, splitTerm } from './terms.js';
import { countWords, squeeze, trimStop } from './text.js';

/** `inline`: where the person's own ids and tags stand, if anywhere. */
export function makeSource(line: number, endLine: number, text: string, slot: string, inline: Inline = plainInline('', line)): Source {
  const id = inline.comments.map((comment) => /^ID:\s*(\S{1,64})$/i.exec(comment)?.[1]).find((found) => found !== undefined);
  return { line, endLine, text, slot, userId: inline.blockId ?? id ?? null, tags: inline.tags };
}

/** Names a stretch of prose by its first words, so that edits further on keep it. */
export function slotOf(text: string): string {
  const start = text.slice(0, 200).toLowerCase();
  const words: string[] = [];
  word.lastIndex = 0;
  while (words.length < 5) {
    const found = word.exec(start);
    if (found === null) break;
    words.push(found[0]);
  }
  return words.join(' ');
}

const word = /[\p{L}\p{N}]+/gu;

/** The short name of a list item: its term, or its text when that is short; null for prose. */
export function nameOf(item: ListItem): string | null {
  const split = splitTerm(item.inline, item.children.length > 0);
  if (split !== null) return isLabel(split.name) ? null : split.name;
  const text = trimStop(squeeze(item.inline.text.slice(0, 300)));
  return text !== '' && countWords(text) <= 12 && toSentences(text, 1).length === 1 ? text : null;
}

/** What a term's definition starts with, where it stands in sub-items. */
export function firstText(children: readonly Block[]): string {
  const [first] = children;
  if (first?.type === 'paragraph') return first.inline.text;
  if (first?.type !== 'list') return '';
  const [item] = first.items;
  if (item !== undefined && first.items.length > 1 && countWords(item.inline.text) < 7 && readSentence(item.inline.text, true) === null)
    return '';
  return item === undefined || splitTerm(item.inline, item.children.length > 0) !== null ? '' : item.inline.text;
}

/** A text that is one code span and nothing else reads as a fence. */
export function codeAlone(inline: Inline): Fence | null {
  const { line } = inline;
  const match = inline.text.length > 500 ? null : /^`([^`]+)`\.?$/.exec(inline.text.trim());
  return match?.[1] === undefined ? null : { type: 'fence', language: '', lines: [match[1]], firstLine: line, line, endLine: line };
}

/** The one command of the block before, where the text goes on with what it does ("Retrieves …"); null otherwise. */
export function describedCommand(text: string, before: Block | undefined): string | null {
  if (before?.type !== 'fence' && before?.type !== 'paragraph') return null;
  const fence = before.type === 'fence' ? before : codeAlone(before.inline);
  const lines = fence?.lines.map((line) => line.trim().replace(/^\$\s+/, '')).filter((line) => line !== '' && !line.startsWith('#')) ?? [];
  const [command] = lines;
  if (lines.length !== 1 || command === undefined || !isShellCommand(command) || command.includes('`')) return null;
  const first = /^[A-Z][a-z]+(?=\s)/.exec(text)?.[0].toLowerCase() ?? '';
  return verbOf(first, 'third') === undefined ? null : command;
}

export const leadsUpTo = (next: Block | undefined): boolean =>
  next !== undefined &&
  (next.type === 'list' ||
    next.type === 'fence' ||
    next.type === 'table' ||
    (next.type === 'paragraph' && codeAlone(next.inline) !== null));

/** The sentence that introduces the next block: the last one that is about the subject. */
export function introOf(paragraph: Paragraph | { inline: Inline }): Intro | null {
  const { inline } = paragraph;
  const sentences = toSentences(inline.text.slice(-1500), inline.line);
  const last = sentences.findLast((sentence) => !isChatter(sentence.text)) ?? sentences.at(-1);
  return last === undefined ? null : { text: last.text, line: inline.line, paragraph: squeeze(inline.text.slice(0, 1500)) };
}

/** A block right below its heading is what the heading says. */
export const headingIntro = (index: number, place: Place): Intro | null => {
  const heading = place.headings.at(-1);
  return index === 0 && heading !== undefined && countWords(heading) > 1 ? { text: `${heading}:`, line: 0, paragraph: heading } : null;
};

/** Blocks as Markdown for the back of a card. */
export function asMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return block.inline.text;
      if (block.type === 'fence') return `\`\`\`${block.language}\n${block.lines.join('\n')}\n\`\`\``;
      if (block.type === 'list')
        return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${squeeze(item.inline.text)}`).join('\n');
      return '';
    })
    .filter((text) => text !== '')
    .join('\n\n')
    .trim();
}
