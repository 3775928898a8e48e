/** Where the sides of a card on one line part. */
import { isQuestion } from './asks.js';
import type { DialectLine } from './dialect.js';
import { hasText, leader } from './lines.js';

export interface Separator {
  from: number;
  to: number;
  reversed: boolean;
}

/** `<wbr class="f">` on a line, `<br class="f">` at its end or on one of its own. */
export const hiddenSign = '<w?br\\s+class=["\']?f["\']?\\s*/?>';

/** `::` and `:::`, also as full-width signs; `;;` where the note speaks that way. */
const colons = /[:：﹕]{2,}/g;
const colonsAndSemicolons = /[:：﹕]{2,}|[;；﹔؛]{2,}/g;
/** As published notes write it, where colons would show. */
const hidden = new RegExp(hiddenSign, 'i');

/**
 * The first sign that can part two sides; null for `AWS::EC2::Instance`, `[::]:10250`, `std::fs`, Dataview's `key:: value` and their like.
 * @param speaks whether the note speaks of cards this way
 */
export function separatorIn(line: DialectLine, speaks: boolean): Separator | null {
  const start = leader(line.text).length;
  const found = hidden.exec(line.masked);
  if (found !== null) return parts(line, start, { from: found.index, to: found.index + found[0].length, reversed: false });
  for (const { index, 0: sign } of line.masked.matchAll(speaks ? colonsAndSemicolons : colons)) {
    if (sign.length > 3) continue;
    const at = parts(line, start, { from: index, to: index + sign.length, reversed: sign.length === 3 });
    if (at !== null && separates(line.masked, start, at, speaks)) return at;
  }
  return null;
}

/** Only where something stands on both sides. */
const parts = (line: DialectLine, start: number, at: Separator): Separator | null =>
  at.from >= start && hasText(line.text.slice(start, at.from)) && hasText(line.text.slice(at.to)) ? at : null;

function separates(masked: string, start: number, { from, to }: Separator, speaks: boolean): boolean {
  const left = masked.slice(0, from);
  const right = masked.slice(to);
  if (/\s$/.test(left) && /^\s/.test(right)) return true;
  const before = left.split(/\s/).at(-1) ?? '';
  const after = right.split(/\s/)[0] ?? '';
  // Addresses and ranges: hexadecimal groups, a prefix length, brackets.
  if ((isAddress(before) && isAddress(after)) || isPrefix(before) || /[[(][^\])]*$/.test(left)) return false;
  if (isQuestion(left) || /[^\x20-\x7e]/.test(masked.slice(from, to))) return true;
  // "AWS::EC2::Instance" is one name.
  if (/\w::\w*$/.test(before) || /^\w+::\w/.test(after)) return false;
  if (speaks) return true;
  // Close-set colons are code or a Dataview field, unless the left side is clearly a phrase.
  return /^\s/.test(right) && left.slice(start).trim().split(/\s+/).length >= 3;
}

/** One side of `2000::/3`, `[::]:10250`, `fe80::1`. */
const isAddress = (word: string): boolean => /^[\da-fA-F:./%[\](),]+$/.test(word);

/** `fe80`, `2001:db8` or `read_row` right before the colons: an address that ends in zeros, or a name in code. */
const isPrefix = (word: string): boolean =>
  /^(?:[\da-f]{1,4}:)+[\da-f]{1,4}$|^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{2,4}$/i.test(word) || /^\w+_\w+$/.test(word);
