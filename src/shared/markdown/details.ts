/**
 * `<details><summary>…</summary>…</details>`: what it holds is Markdown, with or without blank lines around it. Tokens:
 * `details_open`, `summary_open`, `inline`, `summary_close`, the blocks inside, `details_close`.
 * Details that are not closed are none.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { fencedLines } from './fences.js';
import { mask } from './mask.js';

/** Offsets in the text. */
interface FoundDetails {
  from: number;
  /** What stands in the summary; null without one. */
  summary: { from: number; to: number } | null;
  bodyFrom: number;
  bodyTo: number;
}

export function details(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'details', block, { alt: ['paragraph', 'reference', 'blockquote'] });
}

/** All closed details of a text that are not in code, by where they begin. Linear in its length. */
export function findDetails(text: string): Map<number, FoundDetails> {
  const found = new Map<number, FoundDetails>();
  const open: { from: number; to: number }[] = [];
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  let start = 0;
  for (const [i, line] of lines.entries()) {
    if (fenced[i] !== true && /<\/?details/i.test(line)) {
      for (const tag of mask(line).matchAll(/<(\/?)details\b[^>]{0,200}>/gi)) {
        const from = start + tag.index;
        if (tag[1] === '') open.push({ from, to: from + tag[0].length });
        else {
          const opening = open.pop();
          if (opening) found.set(opening.from, detailsIn(text, opening, from));
        }
      }
    }
    start += line.length + 1;
  }
  return found;
}

const summaryIn = /(\s*<summary\b[^>]{0,200}>)([^]{0,2000}?)<\/summary>/iy;

function detailsIn(text: string, { from, to }: { from: number; to: number }, bodyTo: number): FoundDetails {
  summaryIn.lastIndex = to;
  const match = summaryIn.exec(text);
  const bodyFrom = to + (match?.[0].length ?? 0);
  if (match === null || bodyFrom > bodyTo) return { from, summary: null, bodyFrom: to, bodyTo };
  const start = to + (match[1] ?? '').length;
  return { from, summary: { from: start, to: start + (match[2] ?? '').length }, bodyFrom, bodyTo };
}

const known = new WeakMap<StateBlock, Map<number, FoundDetails>>();

function foundIn(state: StateBlock): Map<number, FoundDetails> {
  const found = known.get(state) ?? findDetails(state.src);
  known.set(state, found);
  return found;
}

function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!/^<details/i.test(state.src.slice(from, from + 8)) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const found = foundIn(state).get(from);
  const last = found && lineAt(state, found.bodyTo, startLine, endLine);
  if (found === undefined || last === undefined) return false;
  if (silent) return true;

  const open = state.push('details_open', 'div', 1);
  open.map = [startLine, last + 1];
  if (found.summary) summary(state, found.summary, startLine);
  body(state, found, lineAt(state, found.bodyFrom, startLine, endLine) ?? startLine, last);
  state.push('details_close', 'div', -1);
  state.line = last + 1;
  return true;
}

/** The line of an offset; undefined where the list or quote that the first line stands in ends before. */
function lineAt(state: StateBlock, offset: number, startLine: number, endLine: number): number | undefined {
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    if (offset <= (state.eMarks[line] ?? 0)) return line;
  }
  return undefined;
}

function summary(state: StateBlock, { from, to }: { from: number; to: number }, line: number): void {
  state.push('summary_open', 'p', 1);
  const text = state.push('inline', '', 0);
  text.content = state.src.slice(from, to).replace(/\s+/g, ' ').trim();
  text.map = [line, line + 1];
  text.children = [];
  state.push('summary_close', 'p', -1);
}

/** Parses what stands between two offsets, as if it stood on lines of its own. */
function body(state: StateBlock, { bodyFrom, bodyTo }: FoundDetails, first: number, last: number): void {
  const { blkIndent, lineMax } = state;
  const marks = ['bMarks', 'eMarks', 'tShift', 'sCount'] as const;
  const before = marks.map((mark) => [...state[mark].slice(first, last + 1)]);
  state.bMarks[first] = bodyFrom;
  state.tShift[first] = /^[ \t]*/.exec(state.src.slice(bodyFrom, state.eMarks[first]))?.[0].length ?? 0;
  state.eMarks[last] = bodyTo;
  const inner = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((line) => !state.isEmpty(line));
  const [start = last + 1] = inner;
  const end = (inner.at(-1) ?? last) + 1;
  const indents = inner.filter((line) => line !== first).map((line) => state.sCount[line] ?? 0);
  const indent = indents.length === 0 ? blkIndent : Math.min(...indents);
  state.sCount[first] = indent;
  state.blkIndent = indent;
  state.lineMax = end;
  if (start < end) state.md.block.tokenize(state, start, end);
  for (const [i, mark] of marks.entries()) state[mark].splice(first, last - first + 1, ...(before[i] ?? []));
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
}
