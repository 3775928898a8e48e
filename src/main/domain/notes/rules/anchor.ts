/** Whether a text names something definite: a name, code, a term or heading of the note. */
import { isQuality } from '../english/fit.js';
import { baseOf, isAlsoNoun, verbOf } from '../english/verbs.js';
import { lettersIn } from '../letters.js';
import { isBare, keyWords } from '../subject.js';
import { countWords } from '../text.js';
import type { Place, SentenceUnit } from '../rule.js';

const codeLike = lettersIn(/`|\p{Lu}{2}|\p{Ll}\p{Lu}|\d\p{Lu}|\$/u);
const capitalWord = lettersIn(/\p{Lu}\p{Ll}/u);
const twoCases = lettersIn(/\p{Ll}\p{Lu}/u);
const capitalOrDigit = lettersIn(/\p{Lu}|\d/u);

/** A code, an acronym, or a capital where the note does not write the word small. */
export function hasName(text: string, unit: SentenceUnit): boolean {
  if (codeLike.test(text)) return true;
  if (!capitalWord.test(text)) return false;
  return [...text.matchAll(/(?<![\p{L}\d])\p{Lu}\p{Ll}+/gu)].some(
    ([word], i) =>
      !unit.place.vocabulary.has(word.toLowerCase()) &&
      (i > 0 || !/^(?:The|An?|All|Each|Every|It|They|You|Its|Their|Any|Some|When|If|In|On|For)$/.test(word)),
  );
}

const names = (text: string, { place }: SentenceUnit): boolean =>
  keyWords(text).some((word) => place.names.has(word) || place.names.has(word.replace(/s$/, '')) || place.terms.has(word));

/** `only`: the text says that there is one of it, so that a word of a heading is enough. */
export const isName = (text: string, unit: SentenceUnit, only = false): boolean =>
  hasName(text, unit) || (only && /^[a-z]{3,}[^s]$/.test(text) && names(text, unit) && baseOf(text) === undefined);

/** Nouns of benefits: "Flexibility", "Enhanced security" do nothing themselves. */
export const benefit =
  /^(?:(?:improved|enhanced|increased|better|high|higher|reduced|lower|optimi[sz]ed|simplified|greater|more|less|no|easy|easier|faster)\s.+|(?:\S+\s)?(?:flexibility|scalability|security|redundancy|reliability|efficiency|performance|simplicity|availability|consistency|durability|compatibility|isolation|visibility|accuracy|tolerance|savings|management|monitoring|control|support|usage|size|cost|speed|resilience|maintenance|understanding|practice|situation|assumptions?))$/i;

/** Whether the question says what it is about: the section's subject, the term explained, or a name that the note explains. */
export function isAnchored(subject: string, unit: SentenceUnit, also = ''): boolean {
  if (/\s(?:set|called|used|given|based|following)$|^(?:the )?(?:most|more|less|least)\s|\s\/\s/i.test(subject)) return false;
  const bare = subject === '' || /^(?:it|they|this|these|that|those)$/i.test(subject);
  if (bare && unit.term !== null) return namesThing(unit.term);
  if (/^you$/i.test(subject)) return /^(?:must|should|need|shall)$/.test(unit.reading?.clauses[0]?.aux ?? '') && hasName(unit.text, unit);
  if (bare)
    return unit.antecedent !== '' && countWords(unit.antecedent) <= 5 && (hasName(unit.antecedent, unit) || names(unit.antecedent, unit));
  return isAbout(subject, unit) || (also !== '' && names(also, unit) && hasName(also, unit));
}

/** Nouns of what is done or felt, which act on nothing. */
const abstract =
  /^(?:potential|limited|improved|better)\s|^(?:\S+\s)?(?:complexity|latency|adoption|overhead|innovation|reach|author|pricing|elasticity|agility|experience)$|^[A-Z]?[a-z]{3,}(?:tion|ment|ness|ance|ency|ancy)$/i;

/** Whether what a statement is about can do anything: a thing, or a name, no benefit and no plain activity. */
export const isActor = (name: string): boolean => namesThing(name) && !abstract.test(name);

/** A term that can do or be something: no benefit, quality, activity, part of any subject, or half a sentence. */
const namesThing = (term: string): boolean =>
  !benefit.test(term) &&
  !isQuality(term) &&
  !isActivity(term) &&
  !isBare(term) &&
  !/\s(?:for|to|with|without|from|by|before|after|worth|used|needed|required)\s/i.test(term);

/** Plain words count where the section is about them; names also where the note explains them elsewhere. */
function isAbout(subject: string, unit: SentenceUnit): boolean {
  const { place, term } = unit;
  // Below a term the front names it: a word of the note is enough.
  if (subject.includes('`') || (term !== null && names(subject, unit))) return true;
  const near = wordsNear(place, term ?? '');
  // "A StorageClass": a name of one word says itself what it is.
  if (countWords(subject) <= 3 && twoCases.test(subject)) return true;
  const known = (word: string): boolean =>
    near.has(singular(word)) || place.names.has(word) || place.names.has(singular(word)) || place.terms.has(singular(word));
  const words = keyWords(subject);
  if (words.every(known) && words.some((word) => !isBare(word) && (near.has(singular(word)) || isWrittenAsName(word, subject))))
    return true;
  // "The kubelet service": a name of the note with a noun of any kind.
  const [first = ''] = words;
  if (words.length === 2 && place.names.has(first) && !isBare(first)) return true;
  return words.some(
    (word) =>
      (near.has(singular(word)) && !isBare(word)) ||
      ((place.names.has(word) || place.terms.has(singular(word))) && isWrittenAsName(word, subject) && !place.vocabulary.has(word)),
  );
}

/** The words of what a section and a term of it are about; every sentence there asks for them again. */
function wordsNear(place: Place, term: string): ReadonlySet<string> {
  const known = nearWords.get(place) ?? new Map<string, ReadonlySet<string>>();
  nearWords.set(place, known);
  const found = known.get(term);
  if (found !== undefined) return found;
  const words = new Set(
    keyWords([term, place.subject, place.topic ?? '', place.note, ...place.headings.slice(-2)].join(' ')).map(singular),
  );
  known.set(term, words);
  return words;
}
const nearWords = new WeakMap<Place, Map<string, ReadonlySet<string>>>();

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word);

const isWrittenAsName = (word: string, text: string): boolean => {
  const at = text.toLowerCase().indexOf(word);
  return at >= 0 && capitalOrDigit.test(text.slice(at, at + word.length));
};

/** "Understanding bacterial pathogenesis", "Running tests". */
export const isActivity = (term: string): boolean => {
  const [first = '', ...rest] = term.toLowerCase().split(' ');
  return rest.length > 0 && verbOf(first, 'gerund') !== undefined && !isAlsoNoun(verbOf(first, 'gerund') ?? '');
};

/** One plain word ("availability", "a reaction") is guessed or forgotten, not known; a name or two words may be. */
export function saysMore(back: string, { names: known, terms, vocabulary }: Place): boolean {
  const words = back
    .replace(/^(?:the|an?|each|every|all|any|its|their|your|to|for|in|on|at|by|via|some|more|current|whatever|just)\s+/i, '')
    .replace(/\.$/, '')
    .split(/\s+/);
  if (words.length > 1) return !/^(?:them|itself|what|whatever|just)\b/i.test(back);
  const [word = ''] = words;
  return (
    /[`\d$]|\p{Lu}{2}|\p{Ll}\p{Lu}|[-_/.]/u.test(word) ||
    known.has(word.toLowerCase()) ||
    terms.has(word.toLowerCase().replace(/s$/, '')) ||
    (/^\p{Lu}/u.test(word) && !vocabulary.has(word.toLowerCase()))
  );
}
