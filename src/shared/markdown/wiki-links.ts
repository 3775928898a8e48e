/**
 * `[[note|words]]` is its words; `![[picture.png|300]]` an image, `![[note]]` another note in this one.
 * Tokens: `wiki_link` and `embed` with the words as content, `image` with the label as content.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { matchAt } from './match-at.js';

/** Not the test of a shell (`[[ $a == b ]]`), nor a link in brackets (`[[1]](https://…)`). */
export const wikiLink = /(!?)\[\[([^\s[\]|][^[\]|\n]{0,300})(?:\|([^[\]\n]{0,300}))?\]\](?!\()/y;

const picture = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)(?:[?#].*)?$/i;

export function wikiLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'wiki_link', inline);
}

function inline(state: StateInline, silent: boolean): boolean {
  const match = matchAt(wikiLink, state);
  if (match === null) return false;
  const [whole, bang, target = '', label = ''] = match;
  if (!silent) {
    if (bang === '!' && picture.test(target)) {
      const token = state.push('image', 'img', 0);
      token.attrs = [['src', target.trim()]];
      token.content = label;
    } else state.push(bang === '!' ? 'embed' : 'wiki_link', '', 0).content = label || nameOf(target);
  }
  state.pos += whole.length;
  return true;
}

/** What a link is read as; the whole where it is none. */
export function wordsOfWikiLink(written: string): string {
  wikiLink.lastIndex = 0;
  const [whole, , target = '', label = ''] = wikiLink.exec(written) ?? [];
  return whole === written ? label || nameOf(target) : written;
}

/** The heading or block that a link leads to, else the note; the number that sorts it in its folder is no part of a name: `[[10 Pod]]`. */
const nameOf = (target: string): string => target.replace(/^.*[#^]/, '').replace(/^\d+[\s.-]+(?=\p{L})/u, '');
