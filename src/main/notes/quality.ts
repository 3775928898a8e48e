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

/** Content words, roughly stemmed, so that "manages" and "managing" count as the same. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const match of text.replace(/[`*]/g, ' ').matchAll(/[\p{L}\p{N}_\-/.]+/gu)) {
    const word = match[0].replace(/\.+$/, '').toLowerCase();
    if (word !== '' && !idle.has(word)) words.add(word.replace(/(ing|ed|es|s)$/, ''));
  }
  return words;
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
  let given = 0;
  for (const word of answer) if (question.has(word)) given++;
  return given / answer.size >= limits.givenAway;
}

/** How two fronts are compared: case and punctuation do not make them different questions. */
export const frontKey = (front: string): string =>
  front
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
