/** Last resort for a fact: the sentence with its closing name left out. */
import { conjunctions, isNounish, isPluralName, prepositions, relatives, subordinators, toWords } from '../english/words.js';
import type { Word } from '../english/words.js';
import { discourse } from '../english/clause.js';
import { baseOf, verbOf } from '../english/verbs.js';
import { asAnswer } from '../english/question.js';
import { capitalise, countWords } from '../text.js';
import { named, subjectPhrase } from './front.js';
import type { Draft, Rule, SentenceUnit } from '../rule.js';
import { draft } from './sentence-parts.js';

const maxSentenceWords = 22;

export const cloze: Rule = {
  name: 'cloze',
  // A closing name, number or code is worth asking for even beside better cards.
  sentence: (unit) => (endsInName(unit) ? gapped(unit, true) : []),
  lastResort: (unit) => gapped(unit, false),
};

const endsInName = (unit: SentenceUnit): boolean => {
  const end = unit.text.slice(-48);
  return /`|[A-Z]|\d/.test(end) || unit.place.names.has(/[a-z]+$/i.exec(end)?.[0].toLowerCase() ?? '');
};

function gapped(unit: SentenceUnit, telling: boolean): Draft[] {
  const [clause] = unit.reading?.clauses ?? [];
  if (clause === undefined || (!telling && /^(?:you|there|what)\b/i.test(clause.subject))) return [];
  const whole = standalone(unit);
  if (whole === null || countWords(whole) > maxSentenceWords || /^(?:it|they|this|these|those|that)\b/i.test(whole)) return [];
  const gap = lastName(whole, unit.place.names);
  if (gap === null || (telling && !gap.telling)) return [];
  // Words without a name, number or code in them are guessed, not known.
  if (!gap.telling) return [];
  const front = named(`${whole.slice(0, gap.from)}[…]${whole.slice(gap.to)}.`, unit.place, unit.term);
  const answer = whole.slice(gap.from, gap.to);
  const back = unit.place.names.has(answer) ? answer : asAnswer(answer);
  return [draft(unit, 'cloze', 'gap', 'cloze', front, back)];
}

/** The sentence with its subject named; null where that cannot be done. */
function standalone(unit: SentenceUnit): string | null {
  const [clause] = unit.reading?.clauses ?? [];
  if (clause === undefined) return null;
  const subject = subjectPhrase(clause.subject, unit);
  if (clause.subject === '') {
    if (unit.term === null) return null;
    // "Bound to a role": the term is bound.
    const verb = clause.kind === 'passive' && !/^(?:is|are)\b/i.test(clause.predicate) ? (isPluralName(unit.term) ? 'are ' : 'is ') : '';
    return `${capitalise(subject)} ${verb}${unit.text.charAt(0).toLowerCase()}${unit.text.slice(1)}`;
  }
  const text = unit.text.replace(discourse, '');
  if (!/^(it|they|this|these|those|that|each of these|all of these)\b/i.test(clause.subject)) return capitalise(text);
  // Without a term it may be any noun of the text before, and "they" are more than one.
  if (unit.term === null || (clause.plural && !isPluralName(unit.term))) return null;
  return capitalise(text.replace(clause.subject, subject));
}

interface Gap {
  from: number;
  to: number;
  /** A name, number or code: worth asking for even beside better cards. */
  telling: boolean;
}

/** The noun phrase behind the last preposition of the sentence. */
function lastName(text: string, names: ReadonlySet<string>): Gap | null {
  const words = toWords(text);
  const end = words.length - 1;
  if (end < 4) return null;
  for (let i = end; i > Math.max(2, end - 6); i--) {
    const word = words[i] as Word;
    if (word.inside || word.stop !== '') {
      if (i !== end) return null;
      if (word.inside) return null;
    }
    const isLink = !word.code && (prepositions.has(word.lower) || word.lower === 'to');
    if (isLink && word.lower === 'to' && baseOf((words[i + 1] as Word | undefined)?.lower ?? '') !== undefined) return null;
    if (isLink) {
      const found = i === end ? null : gap(words, i + 1, end, names);
      // "step by step": the question shows the answer.
      return found !== null && text.slice(0, found.from).toLowerCase().includes(text.slice(found.from, found.to).toLowerCase())
        ? null
        : found;
    }
    if (conjunctions.has(word.lower) || relatives.has(word.lower) || subordinators.has(word.lower)) return null;
    if (!isNounish(word) && !/^(the|an?|its|their|your)$/.test(word.lower)) return null;
  }
  return null;
}

function gap(words: readonly Word[], from: number, end: number, names: ReadonlySet<string>): Gap | null {
  let start = from;
  while (start < end && /^(the|an?|its|their|your|this|that|these)$/.test((words[start] as Word).lower)) start++;
  const inner = words.slice(start, end + 1);
  const first = inner[0];
  if (
    first === undefined ||
    inner.length > 4 ||
    /^(?:this|that|these|those)$/.test((words[from] as Word).lower) ||
    inner.some((word, i) => verbOf(word.lower, 'gerund') !== undefined && (i === 0 || i < inner.length - 1)) ||
    // A line of code after the sentence is no part of its last name.
    (inner.length > 2 && !first.code && inner.slice(0, -1).every((word) => !word.code) && inner.at(-1)?.code === true) ||
    /^(least|most|only|same|it|them|each|other|this|that|one|all|use|order|addition|which|what|itself|themselves|time|times|data|place)$/.test(
      first.lower,
    )
  )
    return null;
  if (!first.code && inner.length === 1 && baseOf(first.lower) === first.lower && !/[A-Z\d]/.test(first.text)) return null;
  const telling =
    inner.some((word) => word.code || /[A-Z]{2}|\d|[a-z][A-Z]/.test(word.text) || names.has(word.lower)) ||
    inner.filter((word) => /^[A-Z]/.test(word.text)).length > 1;
  return { from: first.from, to: (words[end] as Word).to, telling };
}
