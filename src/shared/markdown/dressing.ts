/**
 * HTML tags that only dress text, and `<br>`. Bare and in pairs only: nothing of a note but its words reaches the page. Tokens: those of
 * the same things in Markdown (`strong_open`, `code_inline` …), else `<tag>_open` and `<tag>_close`; `kbd` as a whole.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { matchAt } from './match-at.js';

/** What is Markdown inside, by what the tag becomes. */
const around: Readonly<Record<string, string>> = {
  b: 'strong',
  del: 's',
  em: 'em',
  i: 'em',
  ins: 'u',
  mark: 'mark',
  s: 's',
  strong: 'strong',
  sub: 'sub',
  sup: 'sup',
  u: 'u',
};
/** What holds plain text. */
const plain: Readonly<Record<string, string>> = { code: 'code_inline', kbd: 'kbd', samp: 'code_inline', tt: 'code_inline' };

const longest = 1_000;
const opening = new RegExp(`<(${Object.keys(around).join('|')})>`, 'iy');
const whole = new RegExp(`<(${Object.keys(plain).join('|')})>([^<]{1,${longest}})</\\1>`, 'iy');
const lineBreak = /<br\s{0,9}\/?>/iy;

export function dressing(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('html_inline', 'dressing', inline);
}

function inline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  return lineEnd(state, silent) || plainTag(state, silent) || tagAround(state, silent);
}

function lineEnd(state: StateInline, silent: boolean): boolean {
  const match = matchAt(lineBreak, state);
  if (match === null) return false;
  if (!silent) state.push('hardbreak', 'br', 0).markup = match[0];
  state.pos += match[0].length;
  return true;
}

function plainTag(state: StateInline, silent: boolean): boolean {
  const match = matchAt(whole, state);
  if (match === null) return false;
  if (!silent) {
    const token = state.push(plain[(match[1] ?? '').toLowerCase()] ?? 'text', 'code', 0);
    token.content = state.md.utils.unescapeAll(match[2] ?? '');
  }
  state.pos += match[0].length;
  return true;
}

function tagAround(state: StateInline, silent: boolean): boolean {
  const [open, tag = ''] = matchAt(opening, state) ?? [];
  if (open === undefined) return false;
  const { pos, posMax } = state;
  const from = pos + open.length;
  const close = `</${tag}>`;
  const length = state.src
    .slice(from, Math.min(posMax, from + longest + close.length))
    .toLowerCase()
    .indexOf(close.toLowerCase());
  if (length < 1) return false;
  if (!silent) {
    const name = around[tag.toLowerCase()] ?? 'span';
    state.push(`${name}_open`, name, 1);
    state.pos = from;
    state.posMax = from + length;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push(`${name}_close`, name, -1);
  }
  state.pos = from + length + close.length;
  return true;
}
