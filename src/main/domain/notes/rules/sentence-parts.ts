/** What the sentence rules share: which part of a clause goes on the front, which on the back. */
import type { Clause, Tail } from '../english/grammar.js';
import { asAnswer, bullets, enumeration, leansOnText } from '../english/question.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { prepositions } from '../english/words.js';
import type { CardKind } from '../card.js';
import { countWords, squeeze } from '../text.js';
import type { Draft, SentenceUnit } from '../rule.js';

export const maxAnswerWords = 20;
/** Longer answers lose what restricts their last noun, if they can do without. */
const shortAnswerWords = 12;

/** Text without what stands in parentheses; code is left alone. */
export const withoutAsides = (text: string): string =>
  squeeze(text.replace(/(`[^`]*`)|\s*\([^()]*\)/g, (_, code: string | undefined) => code ?? '')).replace(/\s+([,;:.])/g, '$1');

/** References to the page that mean nothing on a card. */
export const withoutPointers = (raw: string): string => withoutPlaces(raw.replace(chapterReference, ''));

/** "(section 4.5)", "(see Chapter 10)": where the book says more. */
const chapterReference = /\s*\((?:see )?(?:sections?|chapters?|§|ch\.|part|appendix)\s?[\dA-Z][\d.]*(?:(?:,| and|–|-) ?[\d.]+)?\)/gi;

const withoutPlaces = (text: string): string =>
  !/\b(?:above|below|here|earlier|previous(?:ly)?|last|next|following|I|we)\b/i.test(text)
    ? squeeze(text)
    : squeeze(
        text
          .replace(
            /\s*\b(?:(?:as )?(?:listed|shown|mentioned|described|discussed|given|seen|noted)\s+(?:above|below|here|earlier|previously))\b,?/gi,
            '',
          )
          .replace(
            /\s*\b(?:that |which )?(?:I|we)(?:'ve| have)? (?:showed|saw|discussed|used|mentioned|learned|covered|looked at)(?: (?:in|on) the (?:previous|last|next|earlier) (?:video|lecture|section|chapter|lesson))?\b/gi,
            '',
          )
          .replace(/\s*\bin the (?:previous|last|next|earlier|above|following) (?:video|lecture|section|chapter|lesson|example)\b/gi, ''),
      );

/** Whether a sentence says something about the course or the page rather than the subject. */
export const isChatter = (text: string): boolean =>
  /\b(videos?|lectures?|this (?:course|chapter|section|lesson|article|tutorial|guide|post|page|document|repo(?:sitory)?)|we(?:'ll| will| are going to)|let's|let us|don't worry|stay tuned|click (?:here|on)|see (?:also|the|here|below|above|this|more)|refer to|for more (?:information|details|info)|more (?:information|details) (?:can be found|is available|about)|check out|image below|diagram below|following (?:image|diagram|figure|path|table|screenshot)|shown below|as follows|I (?:[a-z]+)|my (?:notes|own)|you(?:'ve| have) (?:built|seen|learned|created|done|made|used|been)|thanks?|hopefully|udemy|youtube|link|screenshot|copilot|sorry|you(?:'ll| will) (?:learn|need|see|find|notice|get|want|be prompted)|(?:in )?this (?:lab|exercise|example|demo|project|scenario|week|workshop|repo|notebook)|our|my|mine|I'm|I've|I'd|imagine|recall that|remember to|note how|feel free|good luck|exam tip|for example, (?:if|when|suppose)|suppose)\b|^(?:below|here) (?:is|are)\b|https?:\/\//i.test(
    text,
  );

/** "these rules" on a card are "the rules". */
export const withoutPointing = (text: string): string =>
  text.replace(/\b(?:these|those)(?= [\p{L}`])/giu, (word) => (word.startsWith('T') ? 'The' : 'the'));

/** The wording of the object that answers best: whole where it is short, else without what it can do without. */
export function answerOf(clause: Clause, from = clause.object): string {
  if (clause.kind === 'copula') return complement(clause, from);
  const object = withoutExplanation(from);
  const kept = takeWhile(clause.tails, (tail) => tail.kind === 'relative' && !asksForItself(tail));
  const completing = clause.tails[kept.length];
  if (completing !== undefined && breaksOff(kept.at(-1))) kept.push(completing);
  const whole = [object, ...kept.map((tail) => tail.text)].join(' ');
  const wordings = [whole, withoutAsides(whole), object, withoutAsides(object)].filter((text) => text !== '');
  // "The permissions" alone is no answer where the text says which.
  const short = wordings.find((text) => countWords(text) <= shortAnswerWords && (text === whole || !/^(?:the|an?) \S+$/i.test(text)));
  return withoutPointing(short ?? wordings.find((text) => countWords(text) <= maxAnswerWords) ?? whole);
}

/** "that is used", "that are safe": for what, or to do what, comes next. */
const breaksOff = (tail: Tail | undefined): boolean =>
  /^(?:that|which) (?:is|are|was|were|can be|must be|may be) (?:not )?(?:[a-z]+ly )?[a-z]+$/i.test(tail?.text ?? '');

/** What is said of the subject of "is": with all that specifies it, as long as it fits. */
function complement(clause: Clause, from: string): string {
  const kept = takeWhile(clause.tails, (tail) => !/^(which|participle|contrast|cause)$/.test(tail.kind));
  for (let count = kept.length; count >= 0; count--) {
    const text = [from, ...kept.slice(0, count).map((tail) => tail.text)].join(' ');
    const fitting = [text, withoutAsides(text)].find((wording) => countWords(wording) <= maxAnswerWords);
    // "A fiduciary relationship" without what marks it off says too little.
    if (fitting !== undefined) return count < kept.length && countWords(fitting) < 5 ? '' : withoutPointing(fitting);
  }
  return withoutPointing(from);
}

/** ", the cluster's key value store" and "(that is, …)" make cards of their own. */
const withoutExplanation = (text: string): string => {
  const bare = text.replace(/\s*\((?:that is|i\.e\.|in other words)[^()]*\)/i, '');
  const named = /^(.*\S),\s+(?:the|an?)\s[^,;:]+$/.exec(bare);
  return named?.[1] !== undefined && !/,|\b(?:and|or)\b/.test(named[1]) && countWords(named[1]) > 1 ? named[1] : bare;
};

/** A relative clause that does something ("that represent one-off tasks") becomes a question of its own. */
export const asksForItself = (tail: Tail): boolean =>
  /^(?:that|which|who)\s+(?!(?:is|are|was|were|has|have|can|may|must|will|should|could|would|does|do|did)\b)/.test(tail.text);

function takeWhile<T>(items: readonly T[], keep: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !keep(item));
  return items.slice(0, end < 0 ? items.length : end);
}

/** What may stand in a question after its object: short, and not leaning on words that only the answer shows. */
export function contextOf(clause: Clause, budgetWords: number): string {
  const kinds = new Set<Tail['kind']>(['purpose', 'condition', 'manner', 'basis', 'contrast']);
  let text = '';
  for (const tail of clause.tails) {
    if (tail.kind === 'relative') break;
    if (!kinds.has(tail.kind) || leansOnText(tail.text) || tail.text.includes(':')) break;
    const next = withoutAsides(`${text} ${tail.text}`);
    if (countWords(next) > budgetWords) break;
    text = next.trim();
  }
  return text;
}

/** "A store that is simple, secure, and fast": the first part carries what all share, so the parts are no list. */
const leadsIn = ([first = '', ...others]: readonly string[]): boolean =>
  countWords(first) >= 4 &&
  /\s(?:that|which|to|for|with|from|of|by|in|on|as|into|over|via|through|across)\s/.test(first) &&
  others.every((item) => countWords(item) <= Math.max(2, countWords(first) - 3));

/** "a way to list, bind and free ports", "secure their files, mails and calls": the first item holds what all of them go with. */
function sharesVerb([first = '', ...others]: readonly string[]): boolean {
  const [, before = '', verb = ''] = /\b(to|of|for|by) ([a-z]+)$/i.exec(first) ?? [];
  const form = before === 'to' ? 'base' : 'gerund';
  if (verbOf(verb, form) !== undefined && others.some((item) => verbOf(/^[a-z]+/.exec(item)?.[0] ?? '', form) !== undefined)) return true;
  const opening = /^([a-z]+) (?:at least |up to )?(?:the|their|its|your|an?|any|all)\s/.exec(first)?.[1] ?? '';
  return (['base', 'gerund'] as const).some(
    (as) => verbOf(opening, as) !== undefined && others.every((item) => verbOf(/^[a-z]+/.exec(item)?.[0] ?? '', as) === undefined),
  );
}

/** "lamps, oil, and ropes for repairs", "send letters, parcels, and cards": what stands first or last may belong to all of them. */
function isUneven(items: readonly string[]): boolean {
  const before = items.slice(0, -1);
  const hangs = /^[^(]*\S\s(?:for|to|per|via|using|without|within|across|through|based)\s|\s[a-z]+ly$/.test(items.at(-1) ?? '');
  if (hangs && before.every((item) => countWords(item) <= 3 && !linked.test(item))) return true;
  // "parts that let ships, boats, and other craft to sail": all of them go with the verb.
  if (/\s(?:that|which|who)\s/.test(items[0] ?? '') && items.slice(1, -1).every((item) => countWords(item) <= 2)) return true;
  if (items.some((item) => /\betc\.?\s\S/.test(item))) return true;
  // "the number of letters sent, lost, or burnt per day"
  if (/^(?:the )?number of\s/i.test(items[0] ?? '') && items.slice(1).every((item) => !/^(?:the )?number\b/.test(item))) return true;
  const [opening = '', ...others] = items.map((item) => /^[a-z]+(?= [a-z])/i.exec(item)?.[0].toLowerCase() ?? '');
  const isVerb = (word: string): boolean => verbOf(word, 'base') !== undefined;
  return isVerb(opening) && !isAlsoNoun(opening) && !others.some(isVerb);
}
const linked = /\s(?:for|to|per|via|using|without|within|across|through|of|in|on|with|from|by)\s/;

/** An answer that is an enumeration becomes a list; everything else stays a phrase. */
export function answer(text: string): { kind: CardKind; back: string } {
  const items = enumeration(text);
  return items !== null && items.length <= 7 && !leadsIn(items) && !sharesVerb(items) && !isUneven(items)
    ? { kind: 'list', back: bullets(items) }
    : { kind: 'concept', back: asAnswer(text) };
}

/** Preposition or particle that belongs to the verb and so to the question ("watch for", "report back to"). */
export function splitParticle(object: string): { particle: string; rest: string } {
  const idiom =
    /^(into account|in terms of|care of|track of|part in|place in|advantage of|use of|back to|out of|up to|in front of|on top of|on behalf of|instead of)\s+(?=\S)/i.exec(
      object,
    );
  if (idiom?.[1] !== undefined) return { particle: idiom[1], rest: object.slice(idiom[0].length) };
  if (/^at (?:least|most)\b/.test(object)) return { particle: '', rest: object };
  const match = /^([a-z]+)\s+(?=\S)/.exec(object);
  if (/^by default\b/.test(object)) return { particle: '', rest: object };
  if (match?.[1] === undefined || !(prepositions.has(match[1]) || /^(out|up|down|back|over|off|away)$/.test(match[1])))
    return { particle: '', rest: object };
  return { particle: match[1], rest: object.slice(match[0].length) };
}

export function draft(
  unit: SentenceUnit,
  rule: string,
  part: string,
  kind: CardKind,
  front: string,
  back: string,
  fallback = false,
): Draft {
  return { source: unit.source, rule, part, kind, front: withoutPointing(front), back, fallback };
}
