/** Formulas between dollar signs stay as they are written: Markdown would take `\{` and `\\` for escapes. */
import type Markdown from 'markdown-it';

type MarkdownIt = InstanceType<typeof Markdown>;

/** Bounded, so that a text full of dollar signs stays linear. A price is no formula: nothing is kept without a backslash. */
const formula = /\$\$[^$\n]{1,500}\$\$|\$(?=\S)[^$\n]{0,300}[^\s\\$]\$(?!\d)/y;

export function keepFormulas(markdown: MarkdownIt): MarkdownIt {
  markdown.inline.ruler.before('escape', 'formula', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 36) return false;
    formula.lastIndex = state.pos;
    const found = formula.exec(state.src)?.[0];
    if (found === undefined || !found.includes('\\') || state.pos + found.length > state.posMax) return false;
    if (!silent) state.pending += found;
    state.pos += found.length;
    return true;
  });
  return markdown;
}
