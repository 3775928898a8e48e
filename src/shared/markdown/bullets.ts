/** The bullets of word processors, `•` and its like: they begin items as `-` does. */
import type { MarkdownIt } from 'markdown-it';
import { fencedLines } from './fences.js';

/** One of them, or of Markdown's own, as a class of a pattern. */
export const bulletSign = '[-*+•◦▪‣●]';

const typed = /^([ \t>]*)[•◦▪‣●](?=[ \t]+\S)/;

export function bullets(markdown: MarkdownIt): void {
  markdown.core.ruler.after('normalize', 'bullets', (state) => {
    if (/[•◦▪‣●]/.test(state.src)) state.src = withDashes(state.src);
  });
}

/** The same text, of the same length, with `-` for each. */
function withDashes(text: string): string {
  const lines = text.split('\n');
  const isCode = fencedLines(lines);
  return lines.map((line, i) => (isCode[i] === true ? line : line.replace(typed, '$1-'))).join('\n');
}
