/** Footnote marks: `[^1]` in the text, `[^1]:` before what it says. Token: `footnote`, with the label as content, the whole as info. */
import type { MarkdownIt, StateInline } from 'markdown-it';

const mark = /\[\^([^\s[\]^]{1,40})\](?!\():?/y;

export function footnotes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'footnote', inline);
}

/** Where the mark that stands here ends; the offset itself where none does. */
export function footnoteAt(text: string, at: number): number {
  mark.lastIndex = at;
  return at + (mark.exec(text)?.[0].replace(/:$/, '').length ?? 0);
}

/** A line that says what a footnote says; the label is the group. */
export const footnoteText = /^\s{0,3}\[\^([^\s[\]^]{1,40})\]:/;

function inline(state: StateInline, silent: boolean): boolean {
  mark.lastIndex = state.pos;
  const match = mark.exec(state.src);
  if (match === null || state.pos + match[0].length > state.posMax) return false;
  // Only what begins a text says what a footnote says.
  const written = state.pos === 0 ? match[0] : match[0].replace(/:$/, '');
  if (!silent) {
    const token = state.push('footnote', 'sup', 0);
    token.content = match[1] ?? '';
    token.info = written;
  }
  state.pos += written.length;
  return true;
}
