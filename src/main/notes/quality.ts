/** The gates every card passes. A card that fails says which, in words; it is held back until the person accepts it. */
import type { CardKind } from './card.js';
import { mentions } from './subject.js';
import { countWords } from './text.js';

export const limits = { frontWords: 25, backWords: 20, listItems: 7, givenAway: 0.6 } as const;

export interface Judged {
  kind: CardKind;
  front: string;
  back: string;
  /** What the front must name; '' for nothing. */
  subject: string;
}

/** Words that carry no answer. */
const idle = new Set(
  (
    'a an the of to in on for and or is are be that this it its as by with from at which what who how why when where does do did can will not no if any some all each their they them you your these those than then so such has have had was ' +
    'were been into through between within up out down one two three four five six seven eight name list step come next after before first'
  ).split(' '),
);

/** Letters, digits and what joins them in names; beyond ASCII everything but punctuation. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 45 && code <= 57) ||
  code === 95 ||
  (code > 127 &&
    (code < 0x2000 || code > 0x206f) &&
    (code < 0x3000 || code > 0x303f) &&
    (code < 0xff00 || code > 0xff0f) &&
    code !== 0xab &&
    code !== 0xbb);

/** Content words, roughly stemmed, so that "manages" and "managing" count as the same. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    const from = at;
    while (at < text.length && isWordCode(text.charCodeAt(at))) at++;
    let end = at;
    while (end > from && text.charCodeAt(end - 1) === 46) end--;
    const word = text.slice(from, end).toLowerCase();
    if (word !== '' && !idle.has(word)) words.add(stem(word));
  }
  return words;
}

function stem(word: string): string {
  if (word.endsWith('ing')) return word.slice(0, -3);
  if (word.endsWith('ed') || word.endsWith('es')) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Reasons to hold the card back; empty when it passes every gate. */
export function judge(card: Judged): string[] {
  const reasons: string[] = [];
  const front = card.front.trim();
  const back = card.back.trim();
  if (front === '') reasons.push('the front is empty');
  if (!/[\p{L}\p{N}]/u.test(back)) reasons.push('the back is empty');
  if (reasons.length > 0) return reasons;
  const frontWords = countWords(front);
  if (frontWords > limits.frontWords) reasons.push(`front too long: ${frontWords} words, ${limits.frontWords} is the limit`);
  const backWords = countWords(back);
  if (backWords > limits.backWords && !['list', 'sequence', 'table', 'command'].includes(card.kind)) {
    reasons.push(`answer too long: ${backWords} words, ${limits.backWords} is the limit`);
  }
  const items = back.match(/^\s*([-*]|\d+[.)])\s/gm)?.length ?? 0;
  if (items > limits.listItems) reasons.push(`list too long: ${items} items, ${limits.listItems} is the limit`);
  if (/^(is|are|does|do|can|has|should|must|will)\b/i.test(front)) reasons.push('the front asks for yes or no');
  if (/^(it|they|this|these|that)\b/i.test(front)) reasons.push('the front opens with a pronoun that names nothing');
  if (/\b(above|below|previous|following|this section|these notes|in this course|video)\b/i.test(front))
    reasons.push('the front refers to its page');
  if (givesAway(front, back)) reasons.push('front gives its answer away');
  if (card.subject !== '' && !mentions(front, card.subject)) reasons.push(`the front does not name its subject, ${card.subject}`);
  return reasons;
}

/** A card somebody wrote on purpose is taken as it is; only an empty side holds it back. */
export function judgeOwn(front: string, back: string): string[] {
  const reasons: string[] = [];
  if (front.trim() === '') reasons.push('the front is empty');
  if (back.trim() === '') reasons.push('the back is empty');
  return reasons;
}

/** Whether most of the answer's words stand in the question already. */
function givesAway(front: string, back: string): boolean {
  const answer = contentWords(back);
  if (answer.size === 0) return false;
  const question = contentWords(front);
  let missing = 0;
  for (const word of answer) if (!question.has(word)) missing++;
  return (answer.size - missing) / answer.size >= limits.givenAway;
}

/** How two fronts are compared: case and punctuation do not make them different questions. */
export const frontKey = (front: string): string =>
  front
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
