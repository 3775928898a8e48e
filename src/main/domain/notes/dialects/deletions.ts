/** Deletions in a line: what is hidden of it, also inside one another. Signs are looked for in masked text only. */
import { highlightsIn } from '../../../../shared/markdown/highlights.js';
import type { DialectId, DialectLine } from './dialect.js';

/** A piece of a line: text, or a deletion. Deletions of one group are hidden together. */
export type Piece = string | Deletion;

export interface Deletion {
  group: string;
  hint: string;
  inner: Piece[];
}

/** Where a deletion stands, and its answer in it. */
interface Span {
  from: number;
  to: number;
  answer: readonly [from: number, to: number];
  hint?: readonly [from: number, to: number];
  group?: string;
}

/** A way to write deletions. */
export interface Style {
  dialect: DialectId;
  spans(masked: string): Span[];
  /** Whether deletions may stand inside others. */
  nests?: boolean;
}

const maxDeletions = 30;

/** The line from an offset on, in pieces. */
export function piecesOf(line: DialectLine, from: number, style: Style): Piece[] {
  let count = 0;
  const between = (start: number, end: number): Piece[] => {
    const pieces: Piece[] = [];
    let at = start;
    for (const span of style.spans(line.masked.slice(start, end))) {
      if (count === maxDeletions) break;
      pieces.push(line.text.slice(at, start + span.from));
      const group = span.group ?? `#${count}`;
      count++;
      const [a, b] = [start + span.answer[0], start + span.answer[1]];
      const inner = style.nests === true ? between(a, b) : [line.text.slice(a, b)];
      pieces.push({ group, hint: span.hint ? line.text.slice(start + span.hint[0], start + span.hint[1]).trim() : '', inner });
      at = start + span.to;
    }
    return [...pieces, line.text.slice(at, end)];
  };
  return between(from, line.text.length);
}

export const deletionsIn = (pieces: readonly Piece[]): Deletion[] =>
  pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...deletionsIn(piece.inner)]));

/** The pieces as text, with one group hidden and the others plain. */
export const shown = (pieces: readonly Piece[], hidden: string | null): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return piece.group === hidden ? (piece.hint === '' ? '[…]' : `[${piece.hint}]`) : shown(piece.inner, hidden);
    })
    .join('');

/** `{{c1::x::hint}}` */
export const anki: Style = {
  dialect: 'anki',
  nests: true,
  spans: (masked) =>
    braced(masked, /\{\{c(\d{1,3})[:：]{2}/g).map(({ from, to, start, end, group }) => {
      const hint = hintIn(masked.slice(start, end));
      const answer = [start, start + (hint ?? end - start)] as const;
      return { from, to, group, answer, ...(hint !== null && { hint: [start + hint + 2, end] as const }) };
    }),
};

/** `{{cloze x}}` */
export const logseq: Style = {
  dialect: 'logseq',
  spans: (masked) => braced(masked, /\{\{cloze\s+/g).map(({ from, to, start, end }) => ({ from, to, answer: [start, end] })),
};

/** `==x==` and `<mark>x</mark>` */
export const highlight: Style = {
  dialect: 'highlights',
  spans: (masked) =>
    [...matches(masked, highlightsIn, 1), ...matches(masked, /<mark>([^<]{1,300})<\/mark>/dg, 1)].sort((a, b) => a.from - b.from),
};

/** `{x}`, `{1:x}` and `{c1|x}`, where the note speaks that way. */
export const braces = (dialect: DialectId): Style => ({
  dialect,
  spans: (masked) => matches(masked, /(?<![${\\\w])\{(?:c?(\d{1,3})[:|])?([^{}.$%][^{}]{0,200})\}(?!\})/dg, 2, 1),
});

/** `[x]` in a line that begins with `C:`. */
export const brackets: Style = {
  dialect: 'hashcards',
  spans: (masked) => matches(masked, /(?<![\]!\\\w])\[([^[\]]{1,200})\](?![([:])/dg, 1),
};

/** `pattern` gives indices; `answer` and `group` are groups of it. */
function matches(masked: string, pattern: RegExp, answer: number, group?: number): Span[] {
  return [...masked.matchAll(pattern)].flatMap((match): Span[] => {
    const found = match.indices?.[answer];
    if (found === undefined) return [];
    const own = group === undefined ? undefined : match[group];
    return [{ from: match.index, to: match.index + match[0].length, answer: found, ...(own !== undefined && { group: own }) }];
  });
}

/** Longer ones are none. */
const longest = 2_000;

/** What stands between an opening and the `}}` that closes it: the first before which the braces inside are even, else the first. */
function braced(masked: string, opening: RegExp): { from: number; to: number; start: number; end: number; group: string }[] {
  const found = [];
  for (let match = opening.exec(masked); match !== null; match = opening.exec(masked)) {
    const start = match.index + match[0].length;
    const end = closingIn(masked, start);
    if (end === null) continue;
    found.push({ from: match.index, to: end + 2, start, end, group: match[1] ?? '' });
    opening.lastIndex = end + 2;
  }
  opening.lastIndex = 0;
  return found;
}

function closingIn(masked: string, start: number): number | null {
  let depth = 0;
  let first: number | null = null;
  for (let at = start; at < Math.min(masked.length - 1, start + longest); at++) {
    if (masked.startsWith('}}', at)) {
      if (depth === 0) return at;
      first ??= at;
    }
    if (masked[at] === '{') depth++;
    else if (masked[at] === '}') depth--;
  }
  return first;
}

/** One name or address that holds `::`: `AWS::EC2::Instance`, `fd00:10:244::/56`, `fe80::1`. */
const name = /^\w+(?:::\w+){2,}$|^(?=.*\d)(?:[\da-f]{1,4}(?::[\da-f]{1,4})+|fe80|f[cd][\da-f]{2}|2[\da-f]{3})::[\da-f:./]*$/i;

/** Where the hint's `::` stands in a deletion, outside of inner braces; null for none. */
function hintIn(masked: string): number | null {
  if (name.test(masked.trim())) return null;
  let depth = 0;
  for (let at = 0; at < masked.length; at++) {
    if (masked[at] === '{') depth++;
    else if (masked[at] === '}') depth--;
    else if (depth === 0 && at > 0 && masked.startsWith('::', at)) return at;
  }
  return null;
}
