/** What is written, as it goes on the side of a card. */
import { commentLines } from '../../../../shared/markdown/comments.js';
import { fencedLines } from '../../../../shared/markdown/fences.js';
import { footnoteText } from '../../../../shared/markdown/footnotes.js';
import { mask, opaqueIn, type Opaque } from '../../../../shared/markdown/mask.js';
import { wordsOfWikiLink } from '../../../../shared/markdown/wiki-links.js';

/**
 * Without what only machines read (comments, ids, card tags) and marks of footnotes that stand elsewhere. Code and formulas stay to the
 * letter, and so do hard line breaks.
 */
export function side(text: string): string {
  const lines = text.split('\n');
  const isCode = fencedLines(lines);
  const isComment = commentLines(lines, isCode);
  const footnotes = new Set(lines.flatMap((line) => footnoteText.exec(line)?.[1] ?? []));
  const kept: { text: string; isCode: boolean }[] = [];
  for (const [i, line] of lines.entries()) {
    if (isCode[i] === true) kept.push({ text: line, isCode: true });
    else {
      let own = isComment[i] === true ? line.replace(/^.*?(?:-->|%%)\s*|^.*$/, '') : line;
      if (isComment[i + 1] === true) own = own.replace(/(?:%%(?!.*%%)|<!--(?!.*-->)).*$/, '');
      own = cut(own, footnotes);
      if (own.trim() !== '' || line.trim() === '') kept.push({ text: own, isCode: false });
    }
  }
  while (kept.length > 1 && kept.at(-1)?.isCode === false && saysNothing.test(kept.at(-1)?.text.trim() ?? '')) kept.pop();
  return kept
    .map((line, i) => (line.isCode ? line.text : withBreak(line.text, kept[i + 1]?.text)))
    .join('\n')
    .trim();
}

/** At the end of a text: nothing, a rule, an item without words, a break, or the link back to the top of the page. */
const saysNothing = /^(?:-{3,}|\*{3,}|_{3,}|[-*+]|(?:<br\s*\/?>\s*)+|(?:\*\*|__)?\[[^[\]]{1,60}\]\(#[^()\s]{0,100}\)(?:\*\*|__)?)?$/i;

/** Two spaces before another line of text break it there; other spaces at its end are nothing. */
const withBreak = (line: string, next: string | undefined): string =>
  line.trimEnd() + (/\S {2,}$/.test(line) && next !== undefined && next.trim() !== '' ? '  ' : '');

/** Marks that tools leave, in masked text. */
const marks = [/^ID:\s*\d{6,20}\s*$/g, /[ \t]\^[A-Za-z0-9-]{1,64}[ \t]*$/g, /(?<=^|\s)#(?:cards?|flashcards?)(?:[/-][\w/-]*)?(?=\s|$)/gi];

function cut(line: string, footnotes: ReadonlySet<string>): string {
  const masked = mask(line);
  const found = [
    ...marks.flatMap((mark) => [...masked.matchAll(mark)].map(({ index, 0: whole }) => ({ from: index, to: index + whole.length }))),
    ...opaqueIn(line).filter(
      (one) => one.kind === 'comment' || (one.kind === 'footnote' && !footnotes.has(line.slice(one.from + 2, one.to - 1))),
    ),
  ];
  return without(line, found);
}

/** The text without some stretches; of the spaces around each one is left. */
function without(text: string, stretches: readonly Pick<Opaque, 'from' | 'to'>[]): string {
  let out = '';
  let at = 0;
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    out += text.slice(at, from);
    at = to;
    if (out === '' || /\s/.test(out.charAt(out.length - 1))) while (text[at] === ' ') at++;
  }
  return out + text.slice(at);
}

/** Text in which each link is its words: what somebody is to recall is no address. */
export function withoutLinks(text: string): string {
  let out = '';
  let at = 0;
  for (const { kind, from, to } of opaqueIn(text)) {
    out += text.slice(at, from);
    at = to;
    const whole = text.slice(from, to);
    const open = kind === 'address' && whole.startsWith('](') ? out.lastIndexOf('[') : -1;
    if (open !== -1) out = out.slice(0, open) + out.slice(open + 1);
    else out += kind === 'wiki-link' && !whole.startsWith('!') ? wordsOfWikiLink(whole) : whole;
  }
  return out + text.slice(at);
}

/** The source of a card as it has always been known by: another form of it would part cards from their schedules. */
export const known = (text: string): string =>
  text
    .replace(/<!--.*?-->/gs, '')
    .replace(/^ID:\s*\d{6,20}\s*$/gm, '')
    .replace(/[ \t]\^[A-Za-z0-9-]{1,64}[ \t]*$/gm, '')
    .replace(/(^|\s)#(?:cards?|flashcards?)(?:[/-][\w/-]*)?(?=\s|$)/gim, '$1')
    .replace(/[ \t]+$/gm, '')
    .trim();
