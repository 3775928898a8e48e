/** The gates every card passes. A card that fails says which, in words; it is held back until the person accepts it. */
import type { CardKind } from './card.js';
import { mentions, withoutOrdinal } from './subject.js';
import { countWords } from './text.js';

export const limits = { frontWords: 25, backWords: 20, listItems: 7, givenAway: 0.6 } as const;

/** Why a card is held back whose question answers itself. */
export const answersItself = 'front gives its answer away';

export interface Judged {
  kind: CardKind;
  front: string;
  back: string;
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

/** Content words of a text, each once, roughly stemmed, so that "manages" and "managing" count as the same. */
export function contentWords(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  for (let at = 0; at < lower.length; at++) {
    if (!isWordCode(lower.charCodeAt(at))) continue;
    const from = at;
    while (at < lower.length && isWordCode(lower.charCodeAt(at))) at++;
    let end = at;
    while (end > from && lower.charCodeAt(end - 1) === 46) end--;
    if (end === from) continue;
    const word = lower.slice(from, end);
    if (idle.has(word)) continue;
    const stemmed = stem(word);
    if (!words.includes(stemmed)) words.push(stemmed);
  }
  return words;
}

function stem(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  // "ing", "ed", "es" and "s": most words end in none of their last letters.
  if (last === 103) return word.endsWith('ing') ? word.slice(0, -3) : word;
  if (last === 100) return word.endsWith('ed') ? word.slice(0, -2) : word;
  if (last !== 115) return word;
  return word.slice(0, word.endsWith('es') ? -2 : -1);
}

/**
 * Reasons to hold the card back; empty when it passes every gate.
 * @param subject What the front must name, unless the back does: then it is what is asked for. '' for nothing.
 */
export function judge(card: Judged, subject: string): string[] {
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
  if (/^(it|they|this|these|that)\b/i.test(front) && !/^IT\b/.test(front))
    reasons.push('the front opens with a pronoun that names nothing');
  if (/\b(above|below|previous|following|this section|these notes|in this course|video)\b/i.test(front))
    reasons.push('the front refers to its page');
  if (givesAway(front, back)) reasons.push(answersItself);
  if (subject !== '' && !mentions(front, withoutOrdinal(subject)) && !mentions(back, subject))
    reasons.push(`the front does not name its subject, ${subject}`);
  return reasons;
}

/** A card somebody wrote on purpose is taken as it is; only an empty side holds it back. */
export function judgeOwn(front: string, back: string): string[] {
  const reasons: string[] = [];
  if (front.trim() === '') reasons.push('the front is empty');
  if (back.trim() === '') reasons.push('the back is empty');
  return reasons;
}

/** One name in capitals and small letters, which says what it is called after: "CreateTopic". */
const camel = /^`?(?:\p{Lu}\p{Ll}+){2,}`?$/u;
const humps = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Whether most of the answer's words stand in the question already. */
function givesAway(front: string, back: string): boolean {
  const answer = contentWords(back.length > 2000 ? back.slice(0, 2000) : back);
  const limit = answer.length * limits.givenAway;
  if (answer.length === 0) return false;
  const lower = front.toLowerCase();
  if (camel.test(back)) return back.split(humps).every((word) => lower.includes(word.toLowerCase().replace(/\W|e$/g, '')));
  // Most answers hardly share a letter with their question: look closer only where they may.
  if (answer.filter((word) => lower.includes(word)).length < limit) return false;
  const question = new Set(contentWords(front));
  return answer.filter((word) => question.has(word)).length >= limit;
}

/** How two fronts are compared: case and punctuation do not make them different questions. */
export function frontKey(front: string): string {
  const lower = front.toLowerCase();
  let key = '';
  let from = -1;
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 32;
    if (isWordCode(code) && (code < 45 || code > 47)) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      key += key === '' ? lower.slice(from, i) : ` ${lower.slice(from, i)}`;
      from = -1;
    }
  }
  return key;
}
