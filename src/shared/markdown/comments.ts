/**
 * Comments are no text: `<!-- … -->`, and Obsidian's `%% … %%`, within a line or over several. Token: `comment`, with what it says as
 * content and the sign that opens it as markup.
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** Longer ones are looked for no further. */
const longest = 2_000;

/** Not the placeholders of a format or a batch file: `%%d`, `50%%`, `%%i`. */
const inLine = new RegExp(`(?<![\\w%])%%(?!%)((?:(?!%%)[^]){0,${longest}})%%(?![\\w%])|<!--([^]{0,${longest}}?)-->`, 'y');
/** On its line and on those behind it. */
const opening = /^(?:(%%)(?!.*%%)|(<!--)(?!.*-->))/;

export function comments(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('html_inline', 'comment', inline);
  markdown.block.ruler.before('fence', 'comment', block, { alt: ['paragraph', 'reference', 'blockquote'] });
}

/** Where the comment that begins here ends, at the latest with its line; the offset itself where none begins. */
export function commentAt(text: string, at: number): number {
  inLine.lastIndex = at;
  const found = inLine.exec(text);
  if (found) return at + found[0].length;
  return text.startsWith('<!--', at) ? text.length : at;
}

/** For each line, whether it belongs to a comment that began on a line before. A comment that is not closed ends with its line. */
export function commentLines(lines: readonly string[], isCode: readonly boolean[]): boolean[] {
  const inside = lines.map(() => false);
  const closes = { '%%': nextLinesWith(lines, isCode, '%%'), '<!--': nextLinesWith(lines, isCode, '-->') };
  for (let i = 0; i < lines.length; i++) {
    const sign = isCode[i] === true ? undefined : openedIn(lines[i] ?? '');
    const end = sign && closes[sign][i + 1];
    if (end === undefined) continue;
    inside.fill(true, i + 1, end + 1);
    i = end;
  }
  return inside;
}

type Sign = '%%' | '<!--';

/** The comment that is open at the end of a line. */
function openedIn(line: string): Sign | undefined {
  const at = line.lastIndexOf('<!--');
  if (at !== -1 && !line.includes('-->', at)) return '<!--';
  return /^[\s>]*%%(?!.*%%)/.test(line) ? '%%' : undefined;
}

/** For each line, the first line from there on that holds the sign. */
function nextLinesWith(lines: readonly string[], isCode: readonly boolean[], sign: string): (number | undefined)[] {
  const found: (number | undefined)[] = [];
  let next: number | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (isCode[i] !== true && lines[i]?.includes(sign) === true) next = i;
    found[i] = next;
  }
  return found;
}

function inline(state: StateInline, silent: boolean): boolean {
  inLine.lastIndex = state.pos;
  const found = inLine.exec(state.src);
  if (found === null || state.pos + found[0].length > state.posMax) return false;
  if (!silent) addTo(state, found[1] ?? found[2] ?? '', found[0]);
  state.pos += found[0].length;
  return true;
}

/** A comment on lines of its own. */
function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number): string => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const first = lineOf(startLine).trimEnd();
  inLine.lastIndex = 0;
  const whole = inLine.exec(first);
  if (whole?.[0].length === first.length) {
    if (!silent) addTo(state, whole[1] ?? whole[2] ?? '', first).map = [startLine, startLine + 1];
    if (!silent) state.line = startLine + 1;
    return true;
  }
  const [, percent, html] = opening.exec(first) ?? [];
  const sign = percent ?? html;
  if (sign === undefined) return false;
  const close = html === undefined ? '%%' : '-->';
  let written = first;
  for (let line = startLine + 1; line < endLine && written.length < longest; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return false;
    // One that begins inside another was meant to be closed before.
    if (lineOf(line).startsWith('<!--')) return false;
    written += `\n${lineOf(line).trimEnd()}`;
    if (!written.endsWith(close)) {
      if (lineOf(line).includes(close)) return false;
      continue;
    }
    if (!silent) addTo(state, written.slice(sign.length, -close.length), written).map = [startLine, line + 1];
    if (!silent) state.line = line + 1;
    return true;
  }
  return false;
}

function addTo(state: StateBlock | StateInline, content: string, written: string) {
  const token = state.push('comment', '', 0);
  token.content = content.trim();
  token.markup = written.startsWith('%') ? '%%' : '<!--';
  token.info = written;
  token.hidden = true;
  return token;
}
