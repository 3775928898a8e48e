/** Tells formulas from dollars. Notes about shells and money are full of `$` that mean no formula, so in doubt the text stays text. */

/** Longer ones are no formulas, and looking for their end would take its time. */
const longest = 2_000;

export interface FoundFormula {
  tex: string;
  isDisplay: boolean;
  /** Offset behind it. */
  end: number;
}

/** The formula `$…$` or `$$…$$` that begins at this offset; null when what stands there is none. */
export function formulaAt(text: string, start: number, max: number): FoundFormula | null {
  if (text[start] !== '$' || /[\w$\\]/.test(text[start - 1] ?? '')) return null;
  const isDisplay = text[start + 1] === '$';
  const mark = isDisplay ? '$$' : '$';
  const from = start + mark.length;
  if (!isDisplay && /\s/.test(text[from] ?? '')) return null;
  for (let at = from; at < Math.min(max, from + longest); at++) {
    if (text[at] === '`') return null;
    if (text[at] === '\\') at++;
    else if (text.startsWith(mark, at)) {
      const end = at + mark.length;
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
): { tex: string; nextLine: number } | null {
  const first = lineOf(startLine).trimEnd();
  if (!first.startsWith('$$')) return null;
  let tex = first.slice(2);
  for (let line = startLine; ; tex += `\n${lineOf(line).trimEnd()}`) {
    if (tex.length > longest) return null;
    if (tex.endsWith('$$')) {
      const inside = tex.slice(0, -2).trim();
      return inside !== '' && !inside.includes('$$') && isFormula(inside) ? { tex: inside, nextLine: line + 1 } : null;
    }
    line++;
    if (line >= endLine) return null;
  }
}
