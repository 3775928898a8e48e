/** Finds the finite verb of a clause among words that are often both noun and verb. */
import { isAlsoNoun, verbOf } from './verbs.js';
import {
  articles,
  beForms,
  conjunctions,
  determiners,
  doForms,
  haveForms,
  isAdverb,
  isNounish,
  looksPlural,
  modals,
  prepositions,
  pronouns,
  relatives,
  subordinators,
} from './words.js';
import type { Word } from './words.js';

export interface Found {
  at: number;
  form: 'be' | 'modal' | 'have' | 'do' | 'third' | 'base' | 'past';
}

/** The finite verb of the main clause, past relative clauses that belong to the subject. */
export function findVerb(words: readonly Word[], from: number): Found | null {
  let pending = 0;
  for (let i = from; i < Math.min(words.length, from + 24); i++) {
    const word = words[i] as Word;
    if (word.inside || word.code) continue;
    if (i > from && relatives.has(word.lower) && (isNounish(words[i - 1] as Word) || prepositions.has((words[i - 1] as Word).lower))) {
      pending++;
      continue;
    }
    // "the controllers it manages": a relative clause without its pronoun.
    if (i > from && /^(it|they|you|we)$/.test(word.lower) && isNounish(words[i - 1] as Word) && (words[i - 1] as Word).stop === '') {
      pending++;
      continue;
    }
    if (
      i > from &&
      subordinators.has(word.lower) &&
      pending === 0 &&
      word.lower !== 'as' &&
      word.lower !== 'before' &&
      word.lower !== 'after'
    )
      return null;
    const form = finiteForm(words, i, from);
    if (form === null) continue;
    if (pending > 0) {
      pending--;
      continue;
    }
    return { at: i, form };
  }
  return null;
}

function finiteForm(words: readonly Word[], i: number, from: number): Found['form'] | null {
  const word = words[i] as Word;
  const previous = words[i - 1];
  const next = words[i + 1];
  const { lower } = word;
  if (beForms.has(lower)) return 'be';
  if (i === from || previous === undefined) return null;
  if (modals.has(lower) && next !== undefined && !prepositions.has(next.lower)) return 'modal';
  if (doForms.has(lower) && next !== undefined && (/n't$/.test(lower) || next.lower === 'not' || verbOf(next.lower, 'base') !== undefined))
    return 'do';
  if (haveForms.has(lower)) return 'have';
  if (next === undefined && isAlsoNoun(lower)) return null;
  const before = isAdverb(previous) && i - 2 >= from ? (words[i - 2] as Word) : previous;
  if (!before.inside && !isNounish(before)) return null;
  if (verbOf(lower, 'third') !== undefined) return thirdIsVerb(words, i, before) ? 'third' : null;
  if (verbOf(lower, 'base') !== undefined) return baseIsVerb(words, i, from, before) ? 'base' : null;
  if (verbOf(lower, 'past') !== undefined && next !== undefined) {
    const object = determiners.has(next.lower) || pronouns.has(next.lower) || lower === 'became';
    return object && next.lower !== 'by' && !determiners.has(before.lower) && !hasFinite(words, i + 1) ? 'past' : null;
  }
  return null;
}

function thirdIsVerb(words: readonly Word[], i: number, before: Word): boolean {
  const word = words[i] as Word;
  const next = words[i + 1];
  if (determiners.has(before.lower) && !/^(this|that|each|one|it)$/.test(before.lower)) return false;
  if (!isAlsoNoun(word.lower) || /^(it|this|that|which)$/.test(before.lower)) return true;
  if (next === undefined || word.stop !== '' || /^\d/.test(before.text) || !isVerbFrame(words, i)) return false;
  if (!before.code && !before.inside && looksPlural(before.text)) return false;
  if (next.inside) return false;
  // "helps ensure" is one verb with the next.
  if (/^(?:helps|lets)$/.test(word.lower)) return true;
  let at = i + 1;
  while (at < words.length - 1 && isAdverb(words[at] as Word)) at++;
  const after = words[at] as Word;
  const behind = words[at + 1];
  // "common queries helps identify": of two verbs in a row the first is a noun.
  if (verbOf(after.lower, 'third') !== undefined && isVerbFrame(words, at)) return false;
  // "severity levels range from", "arrow functions work with": a plural and its verb.
  if (verbOf(after.lower, 'base') !== undefined && behind !== undefined && (prepositions.has(behind.lower) || articles.has(behind.lower)))
    return false;
  if (beForms.has(after.lower) || modals.has(after.lower) || haveForms.has(after.lower)) return false;
  if (verbOf(after.lower, 'base') !== undefined && !isAlsoNoun(after.lower)) return false;
  if (verbOf(after.lower, 'participle') !== undefined && !isAlsoNoun(after.lower)) return false;
  const clear = determiners.has(next.lower) || pronouns.has(next.lower) || next.lower === 'that';
  return clear || !hasFinite(words, i + 1);
}

function baseIsVerb(words: readonly Word[], i: number, from: number, before: Word): boolean {
  const word = words[i] as Word;
  const next = words[i + 1];
  if (determiners.has(before.lower) && !/^(these|those|some|all|both|many|most|others?)$/.test(before.lower)) return false;
  if (!/^(they|we|you|i|these|those|both|some|many|all)$/.test(before.lower) && !pluralHead(words, from, i)) return false;
  if (!isAlsoNoun(word.lower)) return true;
  if (
    next === undefined ||
    word.stop !== '' ||
    conjunctions.has(next.lower) ||
    next.lower === 'of' ||
    beForms.has(next.lower) ||
    modals.has(next.lower)
  )
    return false;
  return (looksPlural(before.text) || pronouns.has(before.lower)) && !hasFinite(words, i + 1);
}

/** Whether the noun that carries the subject, the one before its first preposition, is plural. */
export function pluralHead(words: readonly Word[], from: number, to: number): boolean {
  let end = to;
  for (let i = from + 1; i < to; i++) {
    const word = words[i] as Word;
    if (!word.code && (prepositions.has(word.lower) || relatives.has(word.lower) || verbOf(word.lower, 'gerund') !== undefined)) {
      end = i;
      break;
    }
  }
  for (let i = from; i < end - 1; i++) if ((words[i] as Word).lower === 'and') return true;
  for (let i = end - 1; i >= from; i--) {
    const word = words[i] as Word;
    if (word.inside || isAdverb(word)) continue;
    if (verbOf(word.lower, 'participle') !== undefined && i > from && !word.code) continue;
    return looksPlural(word.text) || /^(they|we|you|i|people|data|these|those)$/.test(word.lower);
  }
  return false;
}

export function isPlural(words: readonly Word[], from: number, end: number, found: Found): boolean {
  const verb = (words[found.at] as Word).lower;
  if (/^(are|were|aren't|have|haven't|do|don't)$/.test(verb)) return true;
  if (/^(is|was|isn't|has|hasn't|does|doesn't)$/.test(verb)) return false;
  if (found.form === 'third') return false;
  return found.form === 'base' || pluralHead(words, from, end);
}

/** Whether the words after a doubtful verb look like what follows a verb rather than a noun. */
export function isVerbFrame(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || conjunctions.has(next.lower) || next.lower === 'of') return false;
  return (
    isNounish(next) ||
    articles.has(next.lower) ||
    determiners.has(next.lower) ||
    prepositions.has(next.lower) ||
    next.lower === 'to' ||
    next.lower === 'that'
  );
}

export function hasFinite(words: readonly Word[], from: number): boolean {
  for (let i = from; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.inside || word.code) continue;
    if (subordinators.has(word.lower) || relatives.has(word.lower)) return false;
    const previous = words[i - 1];
    if (previous !== undefined && (previous.stop === ',' || conjunctions.has(previous.lower))) continue;
    if (beForms.has(word.lower) || modals.has(word.lower) || haveForms.has(word.lower)) return true;
    if (verbOf(word.lower, 'third') !== undefined && !isAlsoNoun(word.lower)) return true;
  }
  return false;
}
