/** Code, formulas, links and comments blotted out, so that nothing in them is taken for syntax. */
import { formulaAt } from './formulas.js';
import { wikiLink } from './wiki-links.js';

/** Stands for each character of what is blotted out; no note holds it. */
const blot = '\u0001';

/** One line, or a piece of one that begins outside of all these, with the same length. Linear in it. */
export function mask(text: string): string {
  if (!/[`$\\[\]<:]/.test(text)) return text;
  let out = '';
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const end = opaqueEnd(text, at);
    if (end > at) {
      out += text.slice(copied, at) + blot.repeat(end - at);
      copied = end;
    }
    at = Math.max(end, at + (text[at] === '`' ? ticksAt(text, at) : 1));
  }
  return out + text.slice(copied);
}

/** Where what begins here ends, if it is opaque; else the offset itself. */
function opaqueEnd(text: string, at: number): number {
  switch (text[at]) {
    case '`':
      return codeEnd(text, at);
    case '$':
      return formulaAt(text, at)?.end ?? at;
    case '\\':
      return endOf(/\\\(.{1,500}?\\\)|\\\[.{1,500}?\\\]|\\[!-/:-@[-`{-~]/y, text, at);
    case '[':
    case '!':
      return endOf(wikiLink, text, at);
    case ']':
      return endOf(linkAddress, text, at);
    case '<':
      return endOf(/<!--.*?(?:-->|$)/y, text, at);
    default:
      return /\w/.test(text[at - 1] ?? '') ? at : endOf(address, text, at);
  }
}

/** What stands in the round brackets of a link. */
const linkAddress = /\]\((?:<[^<>\n]{0,500}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,500})(?:\s+"[^"]{0,200}")?\)/y;

/** An address ends before what closes around it: a bracket, a deletion, a highlight. */
const address = /[a-z][a-z0-9+.-]{1,20}:\/\/(?:\{\{[^{}\s]{0,200}\}\}|(?!\}\}|==(?:\W|$))[^\s)>]){1,2000}/iy;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Longer code spans are none. */
const longestCode = 2_000;

function codeEnd(text: string, at: number): number {
  const ticks = ticksAt(text, at);
  for (let next = at + ticks; next < Math.min(text.length, at + longestCode);) {
    if (text[next] !== '`') next++;
    else {
      const closing = ticksAt(text, next);
      next += closing;
      if (closing === ticks) return next;
    }
  }
  return at;
}

function ticksAt(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end++;
  return end - at;
}
