/** Lists that Markdown did not take for lists: lines of a paragraph that begin like items, or with a label. */
import type { Block, Inline, List, ListItem } from './blocks.js';
import { splitInline } from './inline.js';
import { isIdleLabel, isLabel } from './terms.js';

const pseudoBullet = /^[ \t]*(?:[-–•*]\s*(?=[\p{L}`*(])|\d{1,3}[.)]\s+(?=\S))/u;

/** A paragraph, or, where its lines start like list items that Markdown did not take for one, a paragraph and a list. */
export function paragraph(inline: Inline, line: number, endLine: number, lines: readonly string[]): Block[] {
  const admonition = /^(?:!!!|\?\?\?\+?)\s+(\w+)[^\n]*(?:\n|$)/.exec(inline.text);
  if (admonition !== null) {
    const body = splitInline(inline, [admonition[0].length])[1];
    // An example is true of itself only.
    if (body === undefined || body.text === '' || admonition[1]?.toLowerCase() === 'example') return [];
    return paragraph(body, body.line, endLine, lines);
  }
  const whole: Block = { type: 'paragraph', inline, line, endLine };
  const labelled = labelLines(inline, line, endLine) ?? codeLines(inline);
  if (labelled !== null) return labelled;
  if (!inline.text.includes('\n')) return [whole];
  const starts: number[] = [];
  for (let at = inline.text.indexOf('\n'); at >= 0; at = inline.text.indexOf('\n', at + 1)) {
    if (isPseudoItem(inline.text, at + 1)) starts.push(at + 1);
  }
  if (starts.length === 0) return [whole];
  const first = isPseudoItem(inline.text, 0) && starts.length > 1;
  const pieces = splitInline(inline, starts);
  const head = first ? undefined : pieces.shift();
  const items = pieces.map((piece): ListItem & { indent: number } => {
    const text = pseudoBullet.exec(piece.text)?.[0] ?? '';
    const own = splitInline(piece, [text.length])[1] ?? piece;
    const indent = /^[\s>]*/.exec(lines[piece.line - 1] ?? '')?.[0].replaceAll('\t', '    ').length ?? 0;
    return { inline: own, children: [], task: false, line: piece.line, endLine: piece.line + newlines(piece.text), indent };
  });
  const ordered = pieces.every((piece) => /^\s*\d/.test(piece.text));
  const list: List = { type: 'list', ordered, items: nest(items), line: items[0]?.line ?? line, endLine };
  return head === undefined || head.text === '' ? [list] : [{ ...whole, inline: head, endLine: list.line - 1 }, list];
}

/** "Definition:" and the like at the start of a line, its text beside or below it: each such piece is an item. */
function labelLines(inline: Inline, line: number, endLine: number): Block[] | null {
  const found = new Set<number>();
  const { text } = inline;
  let lines = 0;
  for (let at = 0; at >= 0; at = nextLine(text, at)) {
    lines++;
    const label = /^\s*([\p{L}][^:\n]{0,40}?)\s?:(?=\s|\n|\p{L}|$)/u.exec(text.slice(at, at + 60))?.[1];
    if (label === undefined || !(isLabel(label) || /^(?:\p{Lu}[\p{L}\p{N}-]*(?: |$)){1,4}$/u.test(label))) continue;
    found.add(at);
    // "Related: …" speaks for its own line only.
    if (isIdleLabel(label) && nextLine(text, at) > 0) found.add(nextLine(text, at));
  }
  for (const mark of inline.marks) {
    const closed = /[:：]/.test(text.charAt(mark.end - 1)) || /^\s?[:：]/.test(text.slice(mark.end, mark.end + 2));
    if (mark.kind === 'bold' && closed && isLabel(text.slice(mark.start, mark.end))) found.add(mark.start);
  }
  const starts = [...found].sort((a, b) => a - b);
  if (lines === 1 && starts.length < 2) return null;
  const known = starts.some((at) => isLabel(/^[^:]*/.exec(inline.text.slice(at, at + 60))?.[0].trim() ?? ''));
  if (starts.length === 0 || (!known && (starts.length < 2 || starts.length < lines * 0.6))) return null;
  const pieces = splitInline(inline, starts[0] === 0 ? starts.slice(1) : starts);
  const head = starts[0] === 0 ? undefined : pieces.shift();
  const items = pieces.map((piece): ListItem => ({
    inline: { ...piece, text: piece.text.replace(/^([^:\n]*:)\n/, '$1 ') },
    children: [],
    task: false,
    line: piece.line,
    endLine: piece.line + newlines(piece.text),
  }));
  const list: List = { type: 'list', ordered: false, items, line: items[0]?.line ?? line, endLine };
  return head === undefined || head.text === '' ? [list] : [{ type: 'paragraph', inline: head, line, endLine: list.line - 1 }, list];
}

/** Each line is a piece of code and what it does. */
const codeLine = /^\s*`[^`\n]+`\s*(?:[:：]|[-–—=→]|->|=>)\s+[^\s`]/;

/** "`a` - lists\n`b` - deletes": lines that explain one command each are items. */
function codeLines(inline: Inline): Block[] | null {
  const lines = inline.text.split('\n');
  if (lines.length < 2 || !lines.every((line) => codeLine.test(line.slice(0, 200)))) return null;
  const starts: number[] = [];
  for (let at = nextLine(inline.text, 0); at > 0; at = nextLine(inline.text, at)) starts.push(at);
  const items = splitInline(inline, starts).map((piece): ListItem => ({
    inline: piece,
    children: [],
    task: false,
    line: piece.line,
    endLine: piece.line + newlines(piece.text),
  }));
  return [{ type: 'list', ordered: false, items, line: items[0]?.line ?? inline.line, endLine: items.at(-1)?.endLine ?? inline.line }];
}

const nextLine = (text: string, at: number): number => text.indexOf('\n', at) + 1 || -1;

const isPseudoItem = (text: string, at: number): boolean => {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + 80));
  return pseudoBullet.test(line) && !/^\s*(?:--\w[\w-]*|-\w)(=|\s|$)/.test(line.replace(/^\s*-\s+/, 'x')) && !/^\s*[-*]{2}/.test(line);
};

const newlines = (text: string): number => text.split('\n').length - 1;

/** Puts deeper items under the item before them, one level: deeper nesting is rare in such lists. */
function nest(items: readonly (ListItem & { indent: number })[]): ListItem[] {
  const base = Math.min(...items.slice(0, 50).map((item) => item.indent));
  const roots: { item: ListItem; below: ListItem[] }[] = [];
  for (const { indent, ...item } of items) {
    const parent = roots.at(-1);
    if (indent > base + 1 && parent !== undefined) parent.below.push(item);
    else roots.push({ item, below: [] });
  }
  return roots.map(({ item, below }) => {
    const [first] = below;
    const last = below.at(-1);
    if (first === undefined || last === undefined) return item;
    const list: List = { type: 'list', ordered: false, items: below, line: first.line, endLine: last.endLine };
    return { ...item, children: [list], endLine: last.endLine };
  });
}
