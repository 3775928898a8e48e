/**
 * Formulas between dollar signs, `$…$` and `$$…$$`. Notes about shells and money are full of `$` that mean no formula, so in doubt the
 * text stays text. Token: `formula`, with the TeX as content, its sign as markup, and the whole as it is written as info.
 */
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** Longer ones are no formulas, and looking for their end would take its time. */
const longest = 2_000;

interface FoundFormula {
  tex: string;
  isDisplay: boolean;
  /** Offset behind it. */
  end: number;
}

export function formulas(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'formula', inline);
  markdown.block.ruler.before('fence', 'formula', block, { alt: ['paragraph', 'blockquote', 'list'] });
}

/** The formula that begins at this offset; null when what stands there is none. */
export function formulaAt(text: string, start: number, max = text.length): FoundFormula | null {
  if (text[start] !== '$' || /[\w$\\]/.test(text[start - 1] ?? '')) return null;
  const isDisplay = text[start + 1] === '$';
  const sign = isDisplay ? '$$' : '$';
  const from = start + sign.length;
  if (!isDisplay && /\s/.test(text[from] ?? '')) return null;
  for (let at = from; at < Math.min(max, from + longest); at++) {
    if (text[at] === '`') return null;
    if (text[at] === '\\') at++;
    else if (text.startsWith(sign, at)) {
      const end = at + sign.length;
      // "$5 and $6", "$HOME/$USER", "$A-$(date)": a formula ends right before its dollar, and no shell word goes on behind it.
      const closes = end <= max && !/[\w$({]/.test(text[end] ?? '') && (isDisplay || !/\s/.test(text[at - 1] ?? ''));
      const tex = text.slice(from, at).trim();
      return closes && isFormula(tex) ? { tex, isDisplay, end } : null;
    }
  }
  return null;
}

/** Is it a formula, not prose between two dollars, a shell's variable or nothing? */
function isFormula(tex: string): boolean {
  if (tex === '' || /^[A-Z_][A-Z0-9_]{2,}$/.test(tex)) return false;
  return /[\\^]/.test(tex) || !/[A-Za-z]{2}\s|\s[A-Za-z]{2}/.test(tex);
}

/**
 * A formula on lines of its own, between `$$` and `$$`.
 * @param lineOf gives a line without its indent
 */
export function formulaBlock(
  lineOf: (line: number) => string,
  startLine: number,
  endLine: number,
): { tex: string; written: string; nextLine: number } | null {
  const first = lineOf(startLine).trimEnd();
  if (!first.startsWith('$$')) return null;
  let written = first;
  let line = startLine;
  while (written.length < 3 || !written.endsWith('$$')) {
    line++;
    if (line >= endLine || written.length > longest || written.includes('$$', 2)) return null;
    written += `\n${lineOf(line).trimEnd()}`;
  }
  const tex = written.slice(2, -2).trim();
  return written.length > longest || tex === '' || tex.includes('$$') || !isFormula(tex) ? null : { tex, written, nextLine: line + 1 };
}

function inline(state: StateInline, silent: boolean): boolean {
  const found = formulaAt(state.src, state.pos, state.posMax);
  if (found === null) return false;
  if (!silent) {
    const token = state.push('formula', 'math', 0);
    token.content = found.tex;
    token.markup = found.isDisplay ? '$$' : '$';
    token.info = state.src.slice(state.pos, found.end);
  }
  state.pos = found.end;
  return true;
}

function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number): string => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const found = formulaBlock(lineOf, startLine, endLine);
  if (found === null) return false;
  if (silent) return true;
  const token = state.push('formula', 'math', 0);
  token.block = true;
  token.content = found.tex;
  token.markup = '$$';
  token.info = found.written;
  token.map = [startLine, found.nextLine];
  state.line = found.nextLine;
  return true;
}
