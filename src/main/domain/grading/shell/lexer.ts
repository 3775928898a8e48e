/** Cuts a shell text into words and operators. Understands quoting, never expands or runs anything, takes any string. */

/** A word as the shell would see it. */
export interface Word {
  type: 'word';
  /**
   * Without quotes and escapes. Characters that quotes or a backslash keep from the shell (`$`, backtick) are marked with
   * `literalMark`; a place for something of the person's own (`<pod-name>`) stands between `placeStart` and `placeEnd`.
   */
  value: string;
  /** As written, and where: offset in the text. */
  raw: string;
  at: number;
}

/** `|`, `&&`, `;` and other joints between commands; a line's end is `;`. */
export interface Joint {
  type: 'joint';
  value: string;
  raw: string;
  at: number;
}

/** `>`, `2>>`, `<`, `2>&1`; what it leads to is the next word, unless `target` says so. */
export interface Redirect {
  type: 'redirect';
  value: string;
  raw: string;
  at: number;
  target: string | null;
}

export type Lexeme = Word | Joint | Redirect;

export const literalMark = '\uE000';
export const placeStart = '\uE001';
export const placeEnd = '\uE002';
/** Ends a word whose quote was never closed: no shell would run it. */
export const unclosedMark = '\uE003';

const ownMarks = /[\uE000-\uE003]/g;
/** A whole placeholder; what opens like one but is `<file` reads from a file. */
const placeholder = /<[A-Za-z][^<>|&;"'`$()\n]{0,60}(?<! )>/y;
const redirect = /(?:\d+|&)?(?:>>?\|?|<<<|<<-?|<>?)(?:&(\d+|-))?/y;
const joint = /&&|\|\||\|&|;;|[|;&()\n]/y;

/** The text as it was meant: one kind of line end, space and hyphen, straight quotes, no signs of double width, no prompt before a command. */
function plain(text: string): string {
  return text
    .replace(ownMarks, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\S\n]/g, ' ')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\\\n/g, ' ')
    .replace(/\\\s*$/, '')
    .replace(/^ *\$ +/gm, '');
}

/** Lexemes of a command text, in their order. Comments are left out. */
export function lex(text: string): Lexeme[] {
  const source = plain(text);
  const found: Lexeme[] = [];
  let heredoc: string | null = null;
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === ' ') at += 1;
    else if (char === '#') at = endOfLine(source, at);
    else {
      const place = char === '<' ? match(placeholder, source, at) : null;
      const into = place ? null : match(redirect, source, at);
      const join = into ? null : match(joint, source, at);
      if (into) {
        found.push({ type: 'redirect', value: into[0], raw: into[0], at, target: into[1] ?? null });
        at += into[0].length;
      } else if (join) {
        const start = at;
        at += join[0].length;
        if (join[0] === '\n' && heredoc !== null) {
          const end = heredocEnd(source, at, heredoc);
          found.push({ type: 'word', value: source.slice(at, end.from).trimEnd(), raw: source.slice(at, end.to).trimEnd(), at });
          at = end.to;
          heredoc = null;
        } else found.push({ type: 'joint', value: join[0] === '\n' || join[0] === ';;' ? ';' : join[0], raw: join[0], at: start });
      } else {
        const word = readWord(source, at);
        const before = found.at(-1);
        if (before?.type === 'redirect' && /<<-?$/.test(before.value)) heredoc = word.value;
        found.push({ type: 'word', value: word.value, raw: source.slice(at, word.end), at });
        at = word.end;
      }
    }
  }
  return found;
}

/** Dashes that a word processor makes of one or two hyphens. */
const dashes = /[\u2013-\u2015]+/y;

/** Is it a dash of a word processor's? What it was made of, only its place tells. */
export const isMadeDash = (raw: string): boolean => /^[\u2013-\u2015]/.test(raw);

/** Two hyphens where a long flag or nothing follows, else one for each. */
function hyphens(made: string, before: string, after: string): string {
  const isLong = before === '' && (after === '' || /^[\s|&;]/.test(after) || /^[A-Za-z][\w-]/.test(after));
  return isLong ? '--' : '-'.repeat(made.length);
}

const match = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

function heredocEnd(source: string, from: number, word: string): { from: number; to: number } {
  for (let at = from; at < source.length;) {
    const end = endOfLine(source, at);
    if (source.slice(at, end).trim() === word) return { from: at, to: end };
    at = end + 1;
  }
  return { from: source.length, to: source.length };
}

/** A word from its first character to the next blank or operator outside quotes. */
function readWord(source: string, start: number): { value: string; end: number } {
  let value = '';
  let at = start;
  while (at < source.length) {
    const char = source.charAt(at);
    if (/[\s|&;()>]/.test(char)) break;
    if (char === '<') {
      const place = match(placeholder, source, at);
      if (!place) break;
      value += placeStart + place[0].slice(1, -1) + placeEnd;
      at += place[0].length;
    } else if (char === '\\') {
      value += literal(source.charAt(at + 1));
      at += 2;
    } else if (char === "'" || char === '"') {
      const quoted = char === "'" ? singleQuoted(source, at + 1) : doubleQuoted(source, at + 1);
      value += quoted.value;
      at = quoted.end;
    } else if (char === '`' || source.startsWith('$(', at)) {
      const end = substitutionEnd(source, at);
      value += inner(source.slice(at, end));
      at = end;
    } else {
      const [made] = match(dashes, source, at) ?? [];
      value += made === undefined ? char : hyphens(made, value, source.slice(at + made.length, at + made.length + 2));
      at += made?.length ?? 1;
    }
  }
  return { value, end: Math.min(Math.max(at, start + 1), source.length) };
}

const literal = (text: string): string => text.replace(/[$`]/g, (char) => literalMark + char).replace(/[\u2013-\u2015]/g, '-');

function singleQuoted(source: string, from: number): { value: string; end: number } {
  const end = source.indexOf("'", from);
  if (end === -1) return { value: literal(source.slice(from)) + unclosedMark, end: source.length };
  return { value: literal(source.slice(from, end)), end: end + 1 };
}

function doubleQuoted(source: string, from: number): { value: string; end: number } {
  let value = '';
  let at = from;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '"') return { value, end: at + 1 };
    const next = source.charAt(at + 1);
    if (char === '\\' && /["\\$`]/.test(next)) {
      value += literal(next);
      at += 2;
    } else if (source.startsWith('$(', at)) {
      const end = substitutionEnd(source, at);
      value += inner(source.slice(at, end));
      at = end;
    } else {
      value += isMadeDash(char) ? '-' : char;
      at += 1;
    }
  }
  return { value: value + unclosedMark, end: source.length };
}

/** Where `$( … )` or a pair of backticks ends. */
function substitutionEnd(source: string, start: number): number {
  if (source.charAt(start) === '`') {
    const end = source.indexOf('`', start + 1);
    return end === -1 ? source.length : end + 1;
  }
  let depth = 0;
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '(') depth += 1;
    if (char === ')' && --depth === 0) return at + 1;
  }
  return source.length;
}

/** Both spellings of a command substitution as one, blanks as one. */
const inner = (text: string): string => {
  const dollar = text.startsWith('`') ? `$(${text.slice(1, text.endsWith('`') && text.length > 1 ? -1 : undefined)})` : text;
  return dollar.replace(/\s+/g, ' ').replace(/\( | \)/g, (found) => found.trim());
};
