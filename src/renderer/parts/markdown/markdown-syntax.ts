/** What notes write beside plain Markdown: formulas, embedded images, wiki links, footnote marks, and the few HTML tags that only dress text. */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { formulaAt, formulaBlock } from './math-syntax.js';

/** HTML around plain text, by what it becomes. Without attributes: nothing of a note reaches the page but its words. */
const dressing: Readonly<Record<string, string>> = {
  b: 'strong',
  code: 'code',
  del: 's',
  em: 'em',
  i: 'em',
  ins: 'u',
  kbd: 'kbd',
  mark: 'mark',
  s: 's',
  samp: 'code',
  strong: 'strong',
  sub: 'sub',
  sup: 'sup',
  u: 'u',
};

const dressed = new RegExp(`<(${Object.keys(dressing).join('|')})>([^<]{1,1000})</\\1>`, 'iy');
const lineBreak = /<br\s{0,9}\/?>/iy;
const wiki = /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]/y;
const footnote = /\[\^([^\s[\]^]{1,40})\](:?)/y;
const imageName = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)(?:[?#].*)?$/i;
const detailsLine = /^\s{0,3}(?:<details(?:\s+open)?>\s*)?(?:<summary>([^<]{1,1000})<\/summary>)?\s*(?:<\/details>\s*)?$/i;

/** Teaches a parser the syntax. Tokens: `formula`, `image` (with `width` in its meta), `dressed`, `footnote`. */
export function extendMarkdown(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'formula', formula);
  markdown.inline.ruler.before('link', 'wiki', wikiLink);
  markdown.inline.ruler.before('link', 'footnote', footnoteMark);
  markdown.inline.ruler.before('html_inline', 'dressed', dressedText);
  markdown.block.ruler.before('fence', 'formula', formulaLines, { alt: ['paragraph', 'blockquote', 'list'] });
  markdown.block.ruler.before('fence', 'details', details, { alt: ['paragraph'] });
}

function formula(state: StateInline, silent: boolean): boolean {
  const found = formulaAt(state.src, state.pos, state.posMax);
  if (found === null) return false;
  if (!silent) {
    const token = state.push('formula', 'math', 0);
    token.content = found.tex;
    token.markup = found.isDisplay ? '$$' : '$';
  }
  state.pos = found.end;
  return true;
}

function formulaLines(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number): string => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const found = formulaBlock(lineOf, startLine, endLine);
  if (found === null) return false;
  if (silent) return true;
  const token = state.push('formula', 'math', 0);
  token.block = true;
  token.content = found.tex;
  token.markup = '$$';
  state.line = found.nextLine;
  return true;
}

/** `[[note|words]]` is its words; `![[picture.png|300]]` an image, as wide as it says. */
function wikiLink(state: StateInline, silent: boolean): boolean {
  const match = matchAt(wiki, state);
  if (match === null) return false;
  const [whole, bang, target = '', label = ''] = match;
  if (!silent) {
    if (bang === '!' && imageName.test(target)) {
      const { words, width } = splitWidth(label);
      const token = state.push('image', 'img', 0);
      token.attrs = [['src', target.trim()]];
      token.content = words;
      token.meta = { width };
    } else state.push('text', '', 0).content = label || target.replace(/^.*[#^]/, '');
  }
  state.pos += whole.length;
  return true;
}

/** `a plan|300` or `300x200`: what an image shows, and how wide it is to be. */
export function splitWidth(label: string): { words: string; width: number | null } {
  const [, words = '', width] = /^(?:(.*)\|)?\s*(\d{1,4})(?:x\d{1,4})?\s*$/s.exec(label) ?? [];
  return width === undefined ? { words: label, width: null } : { words, width: Number(width) };
}

function footnoteMark(state: StateInline, silent: boolean): boolean {
  const match = matchAt(footnote, state);
  if (match === null) return false;
  if (!silent) state.push('footnote', 'sup', 0).content = match[1] ?? '';
  state.pos += match[0].length;
  return true;
}

function dressedText(state: StateInline, silent: boolean): boolean {
  const line = matchAt(lineBreak, state);
  const match = line ?? matchAt(dressed, state);
  if (match === null) return false;
  if (!silent && line) state.push('hardbreak', 'br', 0);
  else if (!silent) {
    const token = state.push('dressed', dressing[(match[1] ?? '').toLowerCase()] ?? 'span', 0);
    token.content = state.md.utils.unescapeAll(match[2] ?? '');
  }
  state.pos += match[0].length;
  return true;
}

/** The lines that open and close `<details>` go; a summary stands above what it sums up. */
function details(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const line = state.src.slice((state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0), state.eMarks[startLine]);
  const match = line.startsWith('<') ? detailsLine.exec(line) : null;
  if (match === null) return false;
  if (silent) return true;
  const summary = match[1]?.trim();
  if (summary) {
    state.push('heading_open', 'h6', 1);
    const inline = state.push('inline', '', 0);
    inline.content = summary;
    inline.children = [];
    state.push('heading_close', 'h6', -1);
  }
  state.line = startLine + 1;
  return true;
}

function matchAt(pattern: RegExp, { src, pos }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}
