/** Footnote marks: `[^1]` in the text, `[^1]:` before what it says. Token: `footnote`, with the label as content, the whole as info. */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { matchAt } from './match-at.js';

const mark = /\[\^([^\s[\]^]{1,40})\]:?/y;

export function footnotes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'footnote', inline);
}

function inline(state: StateInline, silent: boolean): boolean {
  const match = matchAt(mark, state);
  if (match === null) return false;
  if (!silent) {
    const token = state.push('footnote', 'sup', 0);
    token.content = match[1] ?? '';
    token.info = match[0];
  }
  state.pos += match[0].length;
  return true;
}
