/** What surrounds the text being read, and what "it" stands for in it. */
import { readSentence } from './english/clause.js';
import { isFitSubject, isQuality, isThing, pointedNoun } from './english/fit.js';
import type { Reading } from './english/grammar.js';
import { insideSentence } from './english/question.js';
import { isPluralName, looksPlural } from './english/words.js';
import type { Place, SentenceUnit } from './rule.js';
import { mentions } from './subject.js';
import { countWords } from './text.js';

export interface Around {
  place: Place;
  /** The term that the text explains. */
  term: string | null;
  /** What the terms of this list are, in the singular. */
  kind: string | null;
  /** What "it" stands for. */
  antecedent: string;
  /** Sibling group; null where each sentence is its own. */
  item: string | null;
  /** The names that stand beside this one in its list or table. */
  siblings: readonly string[];
}

/** Reads a sentence where it stands; null also where its subject could not be told. */
export function readAround(text: string, around: Around): Reading | null {
  const reading = fitting(readSentence(text, true), around);
  const clause = reading?.clauses[0];
  // What "it" is cannot be told from a heading that names no thing.
  if (
    clause !== undefined &&
    around.term === null &&
    /^(?:|it|they|this|these)$/i.test(clause.subject) &&
    reading?.lead?.kind !== 'condition' &&
    !isThing(around.antecedent)
  )
    return null;
  if (clause?.subject === '' && around.term !== null && isQuality(around.term)) return null;
  if (clause !== undefined && around.term === null && /^(?:|it|this)$/i.test(clause.subject) && !isTold(clause.subject, around))
    return null;
  // "It" below a plural heading stands for something else.
  if (
    around.term === null &&
    /^(?:it|this)$/i.test(clause?.subject ?? '') &&
    reading?.lead?.kind !== 'condition' &&
    looksPlural(around.antecedent.split(' ').at(-1) ?? '')
  )
    return null;
  const plural = around.term !== null && isPluralName(around.term);
  if (reading !== null && clause !== undefined && around.term !== null) {
    if (/^they$/i.test(clause.subject) && !plural) return null;
    if (clause.subject === '' && plural && clause.aux === 'does') {
      // "Constraints: honors …" in a list of functions: the Constraints function does.
      return around.kind === null
        ? null
        : { ...reading, clauses: reading.clauses.map((one) => ({ ...one, subject: `the ${around.term ?? ''} ${around.kind ?? ''}` })) };
    }
    if (clause.subject === '' && plural && clause.aux === 'is')
      return { ...reading, clauses: reading.clauses.map((one) => ({ ...one, aux: 'are', plural: true })) };
  }
  // "Displays the logs" is said of something singular; a plural subject is not what does it.
  if (clause?.subject === '' && /^(does|is)$/.test(clause.aux) && around.term === null && !impliedSubject(around.antecedent)) return null;
  // "Create the Pod" is an instruction, not something its subject does; a plural term may do it.
  if (clause?.subject === '' && clause.aux === 'do' && (around.term === null || !isPluralName(around.term))) return null;
  return reading;
}

/**
 * Whether what a pronoun or nothing stands for can be told. "Supports X" in a list of facts may go on about the fact before it or about what
 * the section is about; below "Create a harbour", it is none of the harbour's doings.
 */
function isTold(subject: string, { antecedent, place }: Around): boolean {
  if (antecedent !== place.subject) return subject !== '' || mentions(antecedent, place.subject) || mentions(place.subject, antecedent);
  return !task.test(place.headings.at(-1) ?? place.note);
}

/** Headings that say what to do. */
const task = /^(?:create|creating|launch|launching|initiali[sz]e|init|edit|editing|remove|removing|add|adding) \S/i;

/** The clauses whose subject says what they are about; null when the first does not. */
function fitting(reading: Reading | null, around: Around): Reading | null {
  const fit = reading?.clauses.filter((clause) => isFitSubject(clause.subject) && isKnown(clause.subject, around)) ?? [];
  if (reading === null || fit[0] !== reading.clauses[0]) return null;
  return fit.length === reading.clauses.length ? reading : { ...reading, clauses: fit };
}

/** "The command …", "these rules …" mean something on a card whose headings or term name them. */
function isKnown(subject: string, { place, term }: Around): boolean {
  const noun = pointedNoun(subject);
  if (noun === null) return true;
  const names = [term, place.subject].join(' ').toLowerCase();
  return names.includes(noun.length > 4 ? noun.replace(/(?:ies|es|s)$/, '') : noun);
}

/** Whether a verb phrase without subject can be about this. */
const impliedSubject = (subject: string): boolean => !looksPlural(subject.split(' ').at(-1) ?? '') && isThing(subject);

/** Below a nested term its parent says whose part it is. */
export function nestedPlace(place: Place, parent: string | null): Place {
  if (parent === null || mentions(place.subject, parent) || countWords(parent) > 5) return place;
  return {
    ...place,
    subject: mentions(parent, place.subject) || countWords(place.subject) > 4 ? parent : `${place.subject}, ${parent}`,
    topic: null,
  };
}

/** "And version 3 commands don't work." goes on under the condition of the sentence before. */
export function withCondition(reading: Reading | null, raw: string, previous: SentenceUnit | null): Reading | null {
  if (reading === null || reading.lead !== null || previous?.reading?.lead?.kind !== 'condition') return reading;
  return /^(and|also|then)\s/i.test(raw) ? { ...reading, lead: previous.reading.lead } : reading;
}

/** "When Kubernetes creates a service, it …": the subject of the condition. */
export function ledSubject(reading: Reading | null, around: Around): string | null {
  if (reading?.lead?.kind !== 'condition' || around.term !== null) return null;
  const condition = readSentence(reading.lead.text.replace(/^\S+\s+/, ''), false);
  return condition === null ? null : nameable(condition, around);
}

/** The subject of a sentence, if "it" may later stand for it. */
export function nameable(reading: Reading, around: Around): string | null {
  const subject = reading.clauses[0]?.subject ?? '';
  if (
    subject === '' ||
    countWords(subject) > 5 ||
    !isFitSubject(subject) ||
    !isThing(subject.replace(/^(?:the|an?)\s+/i, '')) ||
    /^(it|they|this|these|that|those|there|you|we|i|what|each|one|some|here|all|any|most|many)\b/i.test(subject)
  )
    return null;
  return insideSentence(subject, around.place.vocabulary);
}

/** What "it" stands for after this sentence. */
export const nextAntecedent = (unit: SentenceUnit | null, around: Around): string =>
  around.term !== null || unit?.reading === null || unit === null
    ? around.antecedent
    : (nameable(unit.reading, around) ?? around.antecedent);
