/**
 * Stretches of a line in which nothing is syntax: code, formulas, addresses, links to notes, comments, footnote marks, escapes. Told in one
 * place for all that looks for signs in the text of a note.
 */
import { commentAt } from './comments.js';
import { footnoteAt } from './footnotes.js';
import { formulaAt } from './formulas.js';
import { wikiLink } from './wiki-links.js';

export interface Opaque {
  kind: 'code' | 'formula' | 'wiki-link' | 'address' | 'comment' | 'footnote' | 'escape';
  from: number;
  to: number;
}

/** Stands for each character of what is blotted out; no note holds it. */
const blot = '\u0001';

/** One line, or a piece of one that begins outside of all these, with what is opaque blotted out. Linear in its length. */
export function mask(text: string): string {
  let out = '';
  let copied = 0;
  for (const { from, to } of opaqueIn(text)) {
    out += text.slice(copied, from) + blot.repeat(to - from);
    copied = to;
  }
  return out + text.slice(copied);
}

/** A whole line blotted out. */
export const blotted = (text: string): string => blot.repeat(text.length);

/** What is opaque in one line, in order. */
export function opaqueIn(text: string): Opaque[] {
  const found: Opaque[] = [];
  if (!/[`$\\[\]<:%]/.test(text)) return found;
  for (let at = 0; at < text.length;) {
    const [kind, to] = opaqueAt(text, at);
    if (to > at) found.push({ kind, from: at, to });
    at = Math.max(to, at + (text[at] === '`' ? ticksAt(text, at) : 1));
  }
  return found;
}

/** What begins here, and where it ends: at once, where nothing opaque does. */
function opaqueAt(text: string, at: number): [kind: Opaque['kind'], to: number] {
  switch (text[at]) {
    case '`':
      return ['code', codeEnd(text, at)];
    case '$':
      return ['formula', formulaAt(text, at)?.end ?? at];
    case '\\': {
      const formula = endOf(/\\\(.{1,500}?\\\)|\\\[.{1,500}?\\\]/y, text, at);
      return formula > at ? ['formula', formula] : ['escape', endOf(/\\[!-/:-@[-`{-~]/y, text, at)];
    }
    case '[':
    case '!': {
      const footnote = footnoteAt(text, at);
      return footnote > at ? ['footnote', footnote] : ['wiki-link', endOf(wikiLink, text, at)];
    }
    case ']':
      return ['address', endOf(linkAddress, text, at)];
    case '<':
    case '%':
      return ['comment', commentAt(text, at)];
    default:
      return ['address', /\w/.test(text[at - 1] ?? '') ? at : endOf(address, text, at)];
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
