/** `==marked==`. Tokens: `mark_open`, `mark_close`. */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { mask } from './mask.js';

const longest = 300;

/**
 * In masked text; its words are the group. Not the comparison of `KERNEL=="x"`, nor the mark of `==> file <==`. Single equals signs
 * stand inside: `==app=web==`.
 */
const pattern = `(?<![\\w}\\])"'!<>=])==(?=[^\\s=<>])((?:(?!==)[^\\n]){1,${longest}}?)(?<=[^\\s=])==(?!=)`;
const highlight = new RegExp(pattern, 'y');

/** All highlights of a masked line with their places, to be matched with `matchAll`. */
export const highlightsIn = new RegExp(pattern, 'dg');

export function highlights(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'highlight', inline);
}

function inline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '=' || src[pos + 1] !== '=') return false;
  const before = src.slice(Math.max(0, pos - 1), pos);
  highlight.lastIndex = before.length;
  const found = highlight.exec(before + mask(src.slice(pos, Math.min(posMax, pos + longest + 5))));
  if (found?.[1] === undefined) return false;
  if (!silent) {
    const from = pos + 2;
    const to = from + found[1].length;
    state.push('mark_open', 'mark', 1);
    state.pos = from;
    state.posMax = to;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push('mark_close', 'mark', -1);
  }
  state.pos = pos + found[0].length;
  return true;
}
