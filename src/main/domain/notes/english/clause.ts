/**
 * A light grammar of English technical prose: finds subject, verb, object and what hangs on them. It would rather find nothing
 * than guess: a sentence it cannot read makes no question.
 */
import { findVerb, hasFinite, isPlural, isVerbFrame, pluralHead } from './finite.js';
import type { Found } from './finite.js';
import type { Clause, Lead, Reading, VerbKind } from './grammar.js';
import { clean, splitTails } from './tails.js';
import { joinForm, joints, verbGroup } from './verb-group.js';
import { isAlsoNoun, verbOf } from './verbs.js';
import {
  articles,
  beForms,
  conjunctions,
  determiners,
  isAdverb,
  modals,
  prepositions,
  pronouns,
  subordinators,
  textOf,
  toWords,
} from './words.js';
import type { Word } from './words.js';

const maxWords = 70;
/** Words that only link a sentence to the one before. */
export const discourse =
  /^(?:(?:and|but|so|also|please|however|additionally|furthermore|moreover|therefore|thus|hence|basically|essentially|generally|typically|usually|normally|overall|in summary|in short|in general|in conclusion|in other words|in addition|in essence|apart from that|besides|note that|remember that|remember to|be aware that|it is important to note that|it should be noted that|by contrast|in contrast|keep in mind that|importantly|similarly|likewise|again|actually|instead(?! of)|finally|first|second|third|next|then|here|ultimately|as a result|to summarize|in this case|in this way|in practice|in fact|of course|on the other hand|more specifically|specifically|simply put|conversely|otherwise|whereas)\b,?\s+)+/i;

/** The same sentence is looked at by several rules. */
const readings = new Map<string, Reading | null>();
const maxReadings = 256;

/** Reads a sentence; `subjectless` texts (after a term) may start with their verb. Null when it cannot be read. */
export function readSentence(sentence: string, subjectless: boolean): Reading | null {
  const key = subjectless ? `~${sentence}` : sentence;
  const known = readings.get(key);
  if (known !== undefined) return known;
  if (readings.size >= maxReadings) readings.clear();
  const reading = readAfresh(sentence, subjectless);
  readings.set(key, reading);
  return reading;
}

function readAfresh(sentence: string, subjectless: boolean): Reading | null {
  const text = sentence.replace(discourse, '');
  const words = toWords(text);
  if (words.length < 2 || words.length > maxWords) return null;
  const first = words[0] as Word;

  const kind = leadKind(words, first);
  if (subjectless && kind !== 'participle') {
    const clauses = readVerbPhrase(text, words, 0);
    if (clauses !== null) return { lead: null, clauses };
  }
  if (kind !== null) {
    const led = readLed(text, words, kind);
    if (led !== null) return led;
    const phrase = subjectless && kind === 'participle' ? readVerbPhrase(text, words, 0) : null;
    if (phrase !== null) return { lead: null, clauses: phrase };
    if (kind !== 'for' && kind !== 'other') return null;
  }
  if (opensRequest(words, 0)) return null;
  const clauses = readClauses(text, words, 0);
  return clauses === null ? null : { lead: null, clauses };
}

/** Nouns as often as verbs, but requests where a line begins with them. */
export const requests = new Set(
  'use set check run start stop open close move copy show display view update test wait return force filter limit monitor place read save sort watch deploy add make keep put get take give turn let list compare'.split(
    ' ',
  ),
);

/** Whether words that could be nouns are a request: "Use port security …", "Check the logs". */
function opensRequest(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const next = words[at + 1];
  if (next === undefined || !requests.has(word.lower) || word.stop !== '') return false;
  return (
    !beForms.has(next.lower) && !modals.has(next.lower) && !conjunctions.has(next.lower) && !/^(of|for|cases?|by|in)$/.test(next.lower)
  );
}

/** Where ", but it …" or ", and the client …" starts a clause with a subject of its own. */
function newSubjectAt(words: readonly Word[], from: number): number | null {
  for (let i = from; i < words.length - 2; i++) {
    const word = words[i] as Word;
    const previous = words[i - 1];
    if (word.inside || previous === undefined || !/^(and|but|while|whereas|yet)$/.test(word.lower)) continue;
    const next = words[i + 1] as Word;
    const pronoun = /^(it|they|you|we|this|these)$/.test(next.lower);
    if (!pronoun && (previous.stop !== ',' || next.code || (!articles.has(next.lower) && !/^[A-Z]/.test(next.text)))) continue;
    const found = findVerb(words, i + 1);
    if (found !== null && found.at > i + 1 && found.at - i <= 6 && !words.slice(i + 1, found.at).some((one) => one.stop === ',')) return i;
  }
  return null;
}

function leadKind(words: readonly Word[], first: Word): Lead['kind'] | null {
  if (first.code) return null;
  const next = words[1]?.lower ?? '';
  if (first.lower === 'by' && next === 'default') return 'default';
  if (first.lower === 'to' && verbOf(next, 'base') !== undefined) return 'purpose';
  if (first.lower === 'in' && next === 'order') return 'purpose';
  if (first.lower === 'for') return 'for';
  if (subordinators.has(first.lower) && first.lower !== 'where') return 'condition';
  if (first.lower === 'in' && next === 'case') return 'condition';
  if (prepositions.has(first.lower)) return 'other';
  if (verbOf(first.lower, 'participle') !== undefined && prepositions.has(next)) return 'participle';
  if (verbOf(first.lower, 'gerund') !== undefined && first.lower !== 'during') return 'other';
  return null;
}

/** "When X is set, Y happens.": tries each comma until what follows reads as a clause. */
function readLed(text: string, words: readonly Word[], kind: Lead['kind']): Reading | null {
  for (let i = 1; i < Math.min(words.length - 2, 40); i++) {
    const word = words[i] as Word;
    const next = words[i + 1] as Word;
    const implied = word.stop === '' && i > 2 && /^(you|we)$/.test(next.lower) && modals.has(words[i + 2]?.lower ?? '');
    const then = word.stop === ',' && next.lower === 'then';
    if (!implied && (word.stop !== ',' || word.inside)) continue;
    const start = then ? i + 2 : i + 1;
    if (conjunctions.has(next.lower) || /^(such|including|like|e\.g\.|i\.e\.)$/.test(next.lower)) continue;
    // "As a scalable database, X …", "as of 1.13, X …": no condition.
    if (kind === 'condition' && words[0]?.lower === 'as' && (findVerb(words, 1)?.at ?? i + 1) > i) return null;
    const clauses = readClauses(text, words, start);
    if (clauses === null || (clauses[0]?.subject.split(' ').length ?? 99) > 8) continue;
    return { lead: { kind, text: textOf(text, words, 0, i + 1).replace(/,$/, '') }, clauses };
  }
  return null;
}

function readClauses(text: string, words: readonly Word[], from: number): Clause[] | null {
  const found = findVerb(words, from);
  if (found === null || found.at === from) return null;
  let end = found.at;
  while (end > from + 1 && isAdverb(words[end - 1] as Word)) end--;
  const subject = textOf(text, words, from, end);
  if (end - from > 14 || subordinators.has((words[from] as Word).lower) || opensRequest(words, from)) return null;
  // "The rules applies": a verb that does not go with its subject is a noun, or a slip.
  if (found.form === 'third' && pluralHead(words, from, end)) return null;
  const next = newSubjectAt(words, found.at + 1);
  const first = joined(text, next === null ? words : words.slice(0, next), found, subject, isPlural(words, from, end, found));
  if (first === null || next === null) return first;
  return [...first, ...(readClauses(text, words, next + 1) ?? [])];
}

/** A verb phrase without subject: "Ensures that …", "Responsible for …", "Create default accounts". */
function readVerbPhrase(text: string, words: readonly Word[], from: number): Clause[] | null {
  let at = from;
  while (at < words.length - 1 && isAdverb(words[at] as Word)) at++;
  const word = words[at] as Word;
  const next = words[at + 1];
  if (next === undefined || word.code || word.inside) return null;
  const joinedTo = (form: Found['form']): Clause[] | null => joined(text, words, { at, form }, '', form === 'base');
  if (beForms.has(word.lower)) return joinedTo('be');
  if (modals.has(word.lower)) return joinedTo('modal');
  if (/^(does|do)$/.test(word.lower) && next.lower === 'not') return joinedTo('do');
  if (word.lower === 'has' || word.lower === 'have') return joinedTo('have');
  if (word.stop !== '') return null;
  if (opensRequest(words, at)) return joinedTo('base');
  const objectFollows = !next.inside && (determiners.has(next.lower) || pronouns.has(next.lower) || next.code || isAdverb(next));
  if (verbOf(word.lower, 'third') !== undefined) {
    if (isAlsoNoun(word.lower) && verbOf(next.lower, 'participle') !== undefined && !isAlsoNoun(next.lower)) return null;
    const after = words[at + 2];
    if (/^(helps|lets)$/.test(word.lower)) return joinedTo('third');
    const subjectOfNext =
      verbOf(next.lower, 'base') !== undefined && after !== undefined && !prepositions.has(after.lower) && !conjunctions.has(after.lower);
    const noun = isAlsoNoun(word.lower) && !objectFollows && (!isVerbFrame(words, at) || subjectOfNext || hasFinite(words, at + 1));
    return noun ? null : joinedTo('third');
  }
  if (verbOf(word.lower, 'base') !== undefined) {
    if (isAlsoNoun(word.lower) && !(objectFollows && next.lower !== 'that')) return null;
    return conjunctions.has(next.lower) && isAlsoNoun(word.lower) ? null : joinedTo('base');
  }
  const adjective =
    /^(responsible|useful|ideal|suitable|crucial|essential|capable|similar|available|compatible|necessary|required|dependent|equivalent|vital)$/;
  const prepares = prepositions.has(next.lower) || next.lower === 'to';
  if (
    prepares &&
    (adjective.test(word.lower) || (at === from && verbOf(word.lower, 'participle') !== undefined && !/^(set|read)$/.test(word.lower)))
  ) {
    const kind: VerbKind = adjective.test(word.lower) ? 'copula' : 'passive';
    const rest = kind === 'copula' ? at : at + 1;
    return [
      finish(
        text,
        words,
        rest,
        { subject: '', plural: false, kind, aux: 'is', main: kind === 'copula' ? '' : word.lower, negative: false },
        at,
      ),
    ];
  }
  return null;
}

/** The clause whose verb was found, and the verb phrases joined to it. */
function joined(text: string, words: readonly Word[], found: Found, subject: string, plural: boolean): Clause[] | null {
  const group = verbGroup(words, found, plural);
  if (group === null) return null;
  const clauses: Clause[] = [];
  const ends = joints(words, group.rest, found.form);
  const bounds = [...ends, words.length];
  clauses.push(finish(text, words.slice(0, bounds[0]), group.rest, { ...group.verb, subject, plural }, found.at));
  for (let i = 0; i < ends.length; i++) {
    const at = (ends[i] ?? 0) + (/^(and|but|or|then)$/.test(words[ends[i] ?? 0]?.lower ?? '') ? 1 : 0);
    let verb = at;
    while (verb < words.length - 1 && isAdverb(words[verb] as Word)) verb++;
    const more = verbGroup(words, { at: verb, form: joinForm(words[verb] as Word, found.form) }, plural, group.verb.aux);
    if (more === null) continue;
    const clause = finish(text, words.slice(0, bounds[i + 1]), more.rest, { ...more.verb, subject, plural }, verb);
    if (clause.object !== '' || clause.tails.length > 0) clauses.push(clause);
  }
  return clauses;
}

function finish(
  text: string,
  words: readonly Word[],
  rest: number,
  verb: Omit<Clause, 'predicate' | 'object' | 'tails'>,
  verbAt: number,
): Clause {
  const { objectEnd, tails } = splitTails(text, words, rest, verb);
  return { ...verb, predicate: textOf(text, words, verbAt), object: clean(textOf(text, words, rest, objectEnd)), tails };
}
