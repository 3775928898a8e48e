/** Finds the commands that would be right in the back of a card, which is Markdown. */
import { readScript } from './shell/script.js';
import { shown } from './shown.js';
import { isKnownProgram, programName } from './tools/index.js';

const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const code = /(?<!`)(`+)(?!`)([\s\S]+?)(?<!`)\1(?!`)/g;
/** Words between two commands that make them two ways to do it, in the languages of our notes. */
const either = /(?:^|[\s,;(/])(?:or|alternatively|oder|alternativ|ou|o|oppure|of|lub|eller)(?:[\s,;:)]|$)|^\s*\/\s*$/i;
const eitherLine = /^\s*#\s*(?:or|alternatively|oder|ou)\b[^\n]*$/gim;

const most = 20;

/**
 * The commands of a card's back; each would do. Code fences and inline code count, prose around them does not; with "or" between them
 * they are alternatives, else steps in their order. A back without any code is taken as it is shown. Empty when there is nothing to type.
 */
export function answersOf(back: string): string[] {
  const pieces = fenced(back) ?? inline(back) ?? [shown(back)];
  return pieces
    .map(straight)
    .filter((text) => readScript(text).length > 0)
    .slice(0, most);
}

interface Piece {
  text: string;
  from: number;
  to: number;
}

function fenced(back: string): string[] | null {
  const pieces = [...back.matchAll(fence)].map((match) => ({ text: match[2] ?? '', from: match.index, to: match.index + match[0].length }));
  return pieces.length === 0
    ? null
    : joined(back, pieces)
        .flatMap((text) => text.split(eitherLine))
        .map(withoutOutput);
}

function inline(back: string): string[] | null {
  const pieces = [...back.matchAll(code)].map((match) => ({
    text: unpadded(match[2] ?? ''),
    from: match.index,
    to: match.index + match[0].length,
  }));
  if (pieces.length === 0) return null;
  const commands = pieces.filter(({ text }) => isCommand(text));
  return joined(back, commands.length > 0 ? commands : pieces.slice(0, 1));
}

/** Several pieces as one script, or as several where the text between two says "or". */
function joined(back: string, pieces: readonly Piece[]): string[] {
  const found: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = pieces[i - 1];
    if (last && !either.test(back.slice(last.to, piece.from))) found.push(`${found.pop() ?? ''}\n${piece.text}`);
    else found.push(piece.text);
  }
  return found;
}

/** In a fence with prompts, only what stands behind one was typed. */
function withoutOutput(text: string): string {
  const lines = text.split('\n');
  const typed = lines.filter((line, i) => /^\s*\$ /.test(line) || (i > 0 && /\\\s*$/.test(lines[i - 1] ?? '')));
  return lines.some((line) => /^\s*\$ /.test(line)) ? typed.join('\n') : text;
}

const unpadded = (text: string): string => (/^ .*\S.* $/s.test(text) ? text.slice(1, -1) : text);

/** Does a text, or code in a sentence, name something to run, not a flag or a file? */
export function isCommand(text: string): boolean {
  const [first] = readScript(text)[0]?.words ?? [];
  const isSet = readScript(text)[0]?.environment.length ?? 0;
  return first ? isKnownProgram(programName(first.value)) || ['export', 'alias', 'sudo', 'source'].includes(first.value) : isSet > 0;
}

/** A quote that lost its partner when the card was made does not count. */
export function straight(text: string): string {
  const trimmed = text.trim();
  for (const quote of ['"', "'"]) {
    const found = trimmed.split(quote).length - 1;
    if (found === 1 && (trimmed.startsWith(quote) || trimmed.endsWith(quote))) return trimmed.replace(quote, '');
  }
  return trimmed;
}
