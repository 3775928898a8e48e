/** What a person sees of a card's Markdown, as plain text: that is what a typed answer is compared with. */
import type { Token } from 'markdown-it';
import { longestTyped } from '../../../shared/grading.js';
import { createMarkdown } from '../../../shared/markdown/markdown.js';
import { lineOfTex } from './tex.js';

const parser = createMarkdown('card');

/** What is beyond is compared as it is written: nobody types so much. */
const longest = 2 * longestTyped;

/** The text without its marks: entities as their signs, links as their words, formulas on one line, their blanks unbreakable (U+00A0). */
export function shown(markdown: string): string {
  const text = textOf(parser.parse(markdown.slice(0, longest), {}));
  return text.replace(/[ \t]*\n\s*/g, '\n').trim() + markdown.slice(longest);
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'inline') return lineOf(token.children ?? []);
      if (token.type === 'fence' || token.type === 'code_block') return token.content;
      if (token.type === 'formula') return `${formula(token.content)}\n`;
      // Cells stand beside each other, all else below.
      if (token.nesting === -1) return /^t[dh]_close$/.test(token.type) ? ' ' : '\n';
      return '';
    })
    .join('');
}

function lineOf(tokens: readonly Token[]): string {
  let text = '';
  /** Where a raised text begins. */
  let raisedFrom = 0;
  for (const token of tokens) {
    if (token.type === 'sup_open') raisedFrom = text.length;
    else if (token.type === 'sup_close') text = text.slice(0, raisedFrom) + raised(text.slice(raisedFrom));
    else text += pieceOf(token);
  }
  return text;
}

function pieceOf(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'code_inline':
    case 'kbd':
    case 'wiki_link':
    case 'embed':
      return spaced(token.content);
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'formula':
      return formula(token.content);
    // Marks of footnotes and images are seen, but nobody types them; marks around text have none of their own.
    default:
      return '';
  }
}

/** A blank that does not break is a blank; only in formulas it has its meaning for `answerWords`. */
const spaced = (text: string): string => text.replace(/\u00a0/g, ' ');

const formula = (tex: string): string => lineOfTex(tex).replace(/ /g, '\u00a0');

/** `10<sup>2</sup>` is ten squared; `2<sup>nd</sup>` is a word, and `Ca<sup>2+</sup>` an ion. */
function raised(text: string): string {
  if (/^\p{L}{2,}$|[-+\u2212]$/u.test(text)) return text;
  return /^(?:\p{L}|[-+\u2212]?\d+)$/u.test(text) ? `^${text}` : `^(${text})`;
}
