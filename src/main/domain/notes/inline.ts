/** markdown-it's inline tokens -> one text with marks. */
import type { Token } from 'markdown-it';
import type { Image, Inline, Mark, MarkKind } from './blocks.js';
import { compact } from './text.js';

const kinds: Record<string, MarkKind> = { strong: 'bold', em: 'italic', s: 'strike', link: 'link', mark: 'highlight' };
const marksOf = (suffix: string): Record<string, MarkKind> =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name + suffix, kind]));
const opens = marksOf('_open');
const closes = marksOf('_close');
/** Other notes, and marks of footnotes, which lead elsewhere. */
const leftOut = new Set(['embed', 'footnote']);
/** Tags that only dress text. Any other `<word>` is a placeholder somebody typed, and stays. */
const dressing = new Set(
  'a abbr b big center cite code del div em font i img ins kbd p q s samp small span strike strong sub sup tt u var wbr mark br'.split(' '),
);
const htmlMarks: Record<string, MarkKind> = { b: 'bold', strong: 'bold', em: 'italic', i: 'italic', mark: 'highlight' };

/** Collects text and marks while tokens are read. */
class Writer {
  text = '';
  readonly marks: Mark[] = [];
  readonly images: Image[] = [];
  readonly comments: string[] = [];
  private readonly open: Omit<Mark, 'end'>[] = [];

  begin(kind: MarkKind, address?: string): void {
    this.open.push({ kind, start: this.text.length, ...(address !== undefined && { address }) });
  }
  end(kind: MarkKind): void {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const mark = this.open[i];
      if (mark?.kind !== kind) continue;
      this.open.splice(i, 1);
      if (this.text.length > mark.start) this.marks.push({ ...mark, end: this.text.length });
      return;
    }
  }
  code(content: string): void {
    const ticks = content.includes('`') ? '``' : '`';
    const start = this.text.length;
    this.text += ticks + content + ticks;
    this.marks.push({ kind: 'code', start, end: this.text.length });
  }
  link(words: string): void {
    this.begin('link');
    this.text += words;
    this.end('link');
  }
  plain(raw: string): void {
    let content = raw.includes('  ') ? raw.replace(/ {2,}/g, ' ') : raw;
    // Emphasis that Markdown did not take ("** Term**") is no part of the text.
    if (content.includes('{%')) content = content.replace(/\{%[^%\n]{0,200}%\}/g, ' ');
    if (content.includes('**')) content = content.replace(/\*{2,3} ?/g, '');
    // Nothing stood before the space but a comment or the mark of a footnote.
    this.text += this.text === '' ? content.trimStart() : content;
  }
  /** HTML that is no more than dressing was read with the Markdown; what is left stands alone or has attributes. */
  html(content: string): void {
    const match = /^<(\/?)([a-z][a-z0-9]*)/i.exec(content);
    const tag = match?.[2]?.toLowerCase();
    if (tag === undefined || !dressing.has(tag)) {
      this.text += content;
      return;
    }
    const kind = htmlMarks[tag];
    if (kind === undefined) return;
    if (match?.[1] === '/') this.end(kind);
    else this.begin(kind);
  }
}

/** Text between `<code>` tags reads as a code span. */
function joinHtmlCode(tokens: readonly Token[], at: number): { code: string; next: number } | null {
  if (!/^<(code|kbd|tt)\b/i.test(tokens[at]?.content ?? '')) return null;
  let code = '';
  for (let i = at + 1; i < Math.min(tokens.length, at + 12); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.type === 'html_inline' && /^<\/(code|kbd|tt)/i.test(token.content)) return code.trim() === '' ? null : { code, next: i };
    if (token.type === 'softbreak' || token.type === 'hardbreak') return null;
    code += token.content;
  }
  return null;
}

/** Reads the children of an `inline` token whose first character stands in `line`. */
export function readInline(tokens: readonly Token[], line: number): Inline {
  const out = new Writer();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const begin = opens[token.type];
    const end = closes[token.type];
    if (token.type === 'text') out.plain(token.content);
    else if (token.type === 'code_inline' || token.type === 'kbd') out.code(token.content);
    else if (token.type === 'softbreak') out.text += '\n';
    // A `<br>` does not end a line of the file.
    else if (token.type === 'hardbreak') out.text += token.markup.startsWith('<') ? ' ' : '\n';
    else if (begin !== undefined) out.begin(begin, begin === 'link' ? String(token.attrGet('href') ?? '') : undefined);
    else if (end !== undefined) out.end(end);
    else if (token.type === 'wiki_link') out.link(token.content);
    else if (token.type === 'formula') out.text += token.info;
    else if (token.type === 'comment') {
      if (token.markup === '<!--') out.comments.push(token.content);
    } else if (token.type === 'image') out.images.push({ alt: token.content, source: String(token.attrGet('src') ?? '') });
    else if (token.type === 'html_inline') {
      const html = joinHtmlCode(tokens, i);
      if (html === null) out.html(token.content);
      else {
        out.code(html.code);
        i = html.next;
      }
    } else if (!leftOut.has(token.type)) out.text += token.content;
  }
  const { images, comments } = out;
  const marks = out.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return takeEdges({ text: compact(out.text), marks, line, images, comments, tags: [], blockId: null });
}

const edgeTags = /(?:(?<=^|\n)(?:[ \t]*#\p{L}[\p{L}\p{N}_/-]*)+(?=[ \t]|$|\n)|(?:[ \t]+#\p{L}[\p{L}\p{N}_/-]*)+[ \t]*(?=$|\n))/gu;
const lastId = /(?:^|[ \t\n])\^([A-Za-z0-9-]{1,64})[ \t]*$/;

/** Takes `#tags` at the edges of lines and a closing `^block-id` out of the text. */
function takeEdges(inline: Inline): Inline {
  let result = inline;
  if (result.text.includes('^')) {
    const id = lastId.exec(result.text);
    if (id?.[1] !== undefined) result = { ...cut(result, [[id.index, result.text.length]]), blockId: id[1] };
  }
  if (result.text.includes('#')) {
    const tags: string[] = [];
    const cuts: [number, number][] = [];
    for (const match of result.text.matchAll(edgeTags)) {
      if (result.marks.some((mark) => mark.start < match.index + match[0].length && mark.end > match.index)) continue;
      tags.push(...(match[0].match(/[^\s#]+/g) ?? []));
      cuts.push([match.index, match.index + match[0].length]);
      if (cuts.length === 50) break;
    }
    if (cuts.length > 0) result = { ...cut(result, cuts), tags };
  }
  return result;
}

/** The inline without some stretches (in order, apart); marks move along. */
function cut(inline: Inline, cuts: readonly (readonly [number, number])[]): Inline {
  const shift = (offset: number): number =>
    cuts.reduce((moved, [start, end]) => (offset <= start ? moved : moved - (Math.min(offset, end) - start)), offset);
  let text = '';
  let from = 0;
  for (const [start, end] of cuts) {
    text += inline.text.slice(from, start);
    from = end;
  }
  text += inline.text.slice(from);
  const marks = inline.marks.map((mark) => ({ ...mark, start: shift(mark.start), end: shift(mark.end) }));
  return { ...inline, text, marks: marks.filter((mark) => mark.end > mark.start) };
}

/** Part of an inline; marks are clipped to it, white space at its edges goes. */
export function sliceInline(inline: Inline, from: number, to = inline.text.length): Inline {
  const piece = inline.text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = Math.max(start, from + piece.trimEnd().length);
  const marks = inline.marks
    .filter((mark) => mark.end > start && mark.start < end)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }));
  let line = inline.line;
  for (let i = inline.text.indexOf('\n'); i >= 0 && i < start; i = inline.text.indexOf('\n', i + 1)) line++;
  return { ...inline, text: inline.text.slice(start, end), marks, line };
}

/** The inline cut at the given offsets (ascending), in one pass. */
export function splitInline(inline: Inline, offsets: readonly number[]): Inline[] {
  const pieces: Inline[] = [];
  let line = inline.line;
  let next = 0;
  const bounds = [0, ...offsets, inline.text.length];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const from = bounds[i] ?? 0;
    const to = bounds[i + 1] ?? 0;
    const marks: Mark[] = [];
    while (next < inline.marks.length && (inline.marks[next]?.end ?? 0) <= from) next++;
    for (let m = next; m < inline.marks.length; m++) {
      const mark = inline.marks[m];
      if (mark === undefined || mark.start >= to) break;
      if (mark.end > from) marks.push({ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from });
    }
    const last = i + 2 === bounds.length;
    const piece: Inline = {
      ...inline,
      text: inline.text.slice(from, to),
      marks,
      line,
      images: last ? inline.images : [],
      tags: last ? inline.tags : [],
      comments: last ? inline.comments : [],
      blockId: last ? inline.blockId : null,
    };
    pieces.push(sliceInline(piece, 0));
    for (let c = inline.text.indexOf('\n', from); c >= 0 && c < to; c = inline.text.indexOf('\n', c + 1)) line++;
  }
  return pieces;
}

/** Two stretches on lines that follow each other. */
export function joinInlines(first: Inline, second: Inline): Inline {
  const shift = first.text.length + 1;
  const marks = second.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
  return {
    text: `${first.text}\n${second.text}`,
    marks: [...first.marks, ...marks],
    line: first.line,
    images: [...first.images, ...second.images],
    tags: [...first.tags, ...second.tags],
    comments: [...first.comments, ...second.comments],
    blockId: second.blockId ?? first.blockId,
  };
}

export const plainInline = (text: string, line: number): Inline => ({
  text,
  marks: [],
  line,
  images: [],
  tags: [],
  comments: [],
  blockId: null,
});

/** Whether a mark of this kind covers the whole text (a closing colon or full stop may stand outside). */
export function isAll(inline: Inline, kind: MarkKind): boolean {
  const mark = inline.marks.find((one) => one.kind === kind);
  return mark !== undefined && mark.start === 0 && /^\s*[:.]?\s*$/.test(inline.text.slice(mark.end));
}

/** An item that is a link and little else points somewhere; it states nothing. */
export function isLinkOnly(inline: Inline): boolean {
  const linked = inline.marks.filter((mark) => mark.kind === 'link').reduce((sum, mark) => sum + mark.end - mark.start, 0);
  return linked > 0 && linked >= inline.text.length * 0.7;
}
