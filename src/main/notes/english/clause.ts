/**
 * A light grammar of English technical prose: finds subject, verb, object and what hangs on them. It would rather find nothing
 * than guess: a sentence it cannot read makes no question.
 */
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
  textOf,
  toWords,
} from './words.js';
import type { Word } from './words.js';

export type TailKind =
  'purpose' | 'manner' | 'condition' | 'cause' | 'examples' | 'relative' | 'which' | 'participle' | 'basis' | 'contrast' | 'place';

/** Something that hangs on the object: "to ensure …", "when …", "such as …". */
export interface Tail {
  kind: TailKind;
  /** Connector included. */
  text: string;
  /** Without the connector. */
  body: string;
}

export type VerbKind = 'copula' | 'passive' | 'progressive' | 'active';

export interface Clause {
  /** '' when the text is a verb phrase whose subject is the term before it. */
  subject: string;
  plural: boolean;
  kind: VerbKind;
  /** Stands before the subject in a question: is, does, can … */
  aux: string;
  /** Stands after it: the base form, participle or gerund; '' for a copula. */
  main: string;
  negative: boolean;
  /** From the verb on, as written. */
  predicate: string;
  /** Between verb and first tail. */
  object: string;
  tails: readonly Tail[];
}

export interface Lead {
  kind: 'condition' | 'purpose' | 'for' | 'default' | 'participle' | 'other';
  text: string;
}

export interface Reading {
  lead: Lead | null;
  /** The main clause, then those joined to it ("…, and ensures that …"), with the same subject. */
  clauses: readonly Clause[];
}

interface Found {
  at: number;
  form: 'be' | 'modal' | 'have' | 'do' | 'third' | 'base' | 'past';
}

const maxWords = 70;
const discourse =
  /^(?:(?:and|but|so|also|however|additionally|furthermore|moreover|therefore|thus|hence|basically|essentially|generally|typically|usually|normally|overall|in summary|in short|in general|in conclusion|in other words|in addition|in essence|apart from that|besides|note that|remember that|keep in mind that|importantly|similarly|likewise|again|actually|instead|finally|first|second|third|next|then|here|ultimately|as a result|to summarize|in this case|in this way|in practice|in fact|of course|on the other hand|more specifically|specifically|simply put|conversely)\b,?\s+)+/i;

/** Reads a sentence; `subjectless` texts (after a term) may start with their verb. Null when it cannot be read. */
export function readSentence(sentence: string, subjectless: boolean): Reading | null {
  const text = sentence.replace(discourse, '');
  const words = toWords(text);
  if (words.length < 2 || words.length > maxWords) return null;
  const first = words[0] as Word;

  if (subjectless) {
    const clauses = readVerbPhrase(text, words, 0);
    if (clauses !== null) return { lead: null, clauses };
  }
  const kind = leadKind(words, first);
  if (kind !== null) {
    const led = readLed(text, words, kind);
    if (led !== null) return led;
    if (kind !== 'for' && kind !== 'other') return null;
  }
  const clauses = readClauses(text, words, 0);
  return clauses === null ? null : { lead: null, clauses };
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
    if (conjunctions.has(next.lower)) continue;
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
  if (end - from > 14 || subordinators.has((words[from] as Word).lower)) return null;
  return joined(text, words, found, subject, isPlural(words, from, end, found));
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
  const objectFollows = determiners.has(next.lower) || pronouns.has(next.lower) || next.code || isAdverb(next);
  if (verbOf(word.lower, 'third') !== undefined) {
    const noun = isAlsoNoun(word.lower) && !objectFollows && (!isVerbFrame(words, at) || hasFinite(words, at + 1));
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

/** Whether the words after a doubtful verb look like what follows a verb rather than a noun. */
function isVerbFrame(words: readonly Word[], at: number): boolean {
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

function hasFinite(words: readonly Word[], from: number): boolean {
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

/** The finite verb of the main clause, past relative clauses that belong to the subject. */
function findVerb(words: readonly Word[], from: number): Found | null {
  let pending = 0;
  for (let i = from; i < Math.min(words.length, from + 24); i++) {
    const word = words[i] as Word;
    if (word.inside || word.code) continue;
    if (i > from && relatives.has(word.lower) && isNounish(words[i - 1] as Word)) {
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
  if (next === undefined || word.stop !== '' || !isVerbFrame(words, i)) return false;
  if (!before.code && !before.inside && looksPlural(before.text)) return false;
  if (beForms.has(next.lower) || modals.has(next.lower) || haveForms.has(next.lower)) return false;
  if (verbOf(next.lower, 'base') !== undefined && !isAlsoNoun(next.lower)) return false;
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
function pluralHead(words: readonly Word[], from: number, to: number): boolean {
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

function isPlural(words: readonly Word[], from: number, end: number, found: Found): boolean {
  const verb = (words[found.at] as Word).lower;
  if (/^(are|were|aren't|have|haven't|do|don't)$/.test(verb)) return true;
  if (/^(is|was|isn't|has|hasn't|does|doesn't)$/.test(verb)) return false;
  if (found.form === 'third') return false;
  return found.form === 'base' || pluralHead(words, from, end);
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

function joinForm(word: Word, form: Found['form']): Found['form'] {
  if (beForms.has(word.lower)) return 'be';
  if (modals.has(word.lower)) return 'modal';
  if (doForms.has(word.lower)) return 'do';
  if (haveForms.has(word.lower)) return 'have';
  return verbOf(word.lower, 'third') !== undefined ? 'third' : form === 'third' ? 'third' : 'base';
}

/** Where "and ensures …", ", validates …" begin: a verb of the same form after a comma or a conjunction. */
function joints(words: readonly Word[], rest: number, form: Found['form']): number[] {
  const found: number[] = [];
  for (let i = rest + 1; i < words.length - 1; i++) {
    const word = words[i] as Word;
    const previous = words[i - 1] as Word;
    if (word.inside || word.code) continue;
    const conjunction = /^(and|but|then)$/.test(word.lower);
    if (!conjunction && previous.stop !== ',' && previous.stop !== ';') continue;
    let at = conjunction ? i + 1 : i;
    while (at < words.length - 1 && isAdverb(words[at] as Word)) at++;
    const verb = words[at] as Word;
    const next = words[at + 1];
    if (next === undefined || verb.code || verb.inside) continue;
    const free = !isAlsoNoun(verb.lower) || determiners.has(next.lower) || pronouns.has(next.lower) || next.code;
    const third = verbOf(verb.lower, 'third') !== undefined && free;
    const auxiliary =
      conjunction && (beForms.has(verb.lower) || modals.has(verb.lower) || (doForms.has(verb.lower) && next.lower === 'not'));
    const same =
      form === 'base' || form === 'modal'
        ? verbOf(verb.lower, 'base') !== undefined && (free ? !prepositions.has(next.lower) : false)
        : third;
    if ((same && (form !== 'be' || conjunction)) || (auxiliary && form !== 'modal')) {
      found.push(i);
      i = at;
    }
  }
  return found;
}

type Verb = Pick<Clause, 'kind' | 'aux' | 'main' | 'negative'>;

function verbGroup(words: readonly Word[], found: Found, plural: boolean, modal?: string): { verb: Verb; rest: number } | null {
  const word = words[found.at] as Word;
  let at = found.at + 1;
  let negative = /n't$/.test(word.lower) || word.lower === 'cannot';
  const skip = (): void => {
    while (at < words.length && (isAdverb(words[at] as Word) || (words[at] as Word).lower === 'not')) {
      if (/^(not|never)$/.test((words[at] as Word).lower)) negative = true;
      at++;
    }
  };
  const aux = word.lower.replace("n't", '').replace('cannot', 'can');
  if (found.form === 'be') {
    skip();
    return { ...participleAfter(words, at, aux, '', negative) };
  }
  if (found.form === 'modal') {
    skip();
    const verb = words[at];
    if (verb === undefined) return null;
    if (verb.lower === 'be') {
      at++;
      skip();
      return participleAfter(words, at, aux, 'be', negative);
    }
    if (verb.lower === 'have' && verbOf(words[at + 1]?.lower ?? '', 'participle') !== undefined) return null;
    if (!/^[a-z]+$/.test(verb.lower)) return null;
    return { verb: { kind: 'active', aux, main: verb.lower, negative }, rest: at + 1 };
  }
  if (found.form === 'have') {
    skip();
    const next = words[at]?.lower ?? '';
    if (next === 'been') {
      at++;
      skip();
      return participleAfter(words, at, aux, 'been', negative);
    }
    if (verbOf(next, 'participle') !== undefined && !isAlsoNoun(next)) {
      return { verb: { kind: 'active', aux, main: next, negative }, rest: at + 1 };
    }
    return { verb: { kind: 'active', aux: plural ? 'do' : 'does', main: 'have', negative }, rest: at };
  }
  if (found.form === 'do') {
    skip();
    const main = verbOf(words[at]?.lower ?? '', 'base');
    return main === undefined ? null : { verb: { kind: 'active', aux, main, negative }, rest: at + 1 };
  }
  if (found.form === 'past') {
    const main = verbOf(word.lower, 'past');
    return main === undefined ? null : { verb: { kind: 'active', aux: 'did', main, negative: false }, rest: at };
  }
  const main = verbOf(word.lower, found.form);
  if (main === undefined) return null;
  const helper = modal !== undefined && modals.has(modal) ? modal : plural ? 'do' : 'does';
  return { verb: { kind: 'active', aux: helper, main, negative: false }, rest: at };
}

function participleAfter(words: readonly Word[], at: number, aux: string, be: string, negative: boolean): { verb: Verb; rest: number } {
  const word = words[at];
  const lower = word?.lower ?? '';
  const next = words[at + 1];
  const participle = verbOf(lower, 'participle') !== undefined || /^(re|un|pre|over|de)?[a-z]{3,}ed$/.test(lower);
  const nounFollows =
    next !== undefined &&
    word?.stop === '' &&
    isNounish(next) &&
    !determiners.has(next.lower) &&
    !pronouns.has(next.lower) &&
    !isAdverb(next) &&
    !next.inside;
  if (
    word !== undefined &&
    !word.code &&
    participle &&
    !(nounFollows && !/^(called|named|known|considered|made|given|set|assigned)$/.test(lower))
  ) {
    return { verb: { kind: 'passive', aux, main: be === '' ? lower : `${be} ${lower}`, negative }, rest: at + 1 };
  }
  if (word !== undefined && verbOf(lower, 'gerund') !== undefined && be === '') {
    return { verb: { kind: 'progressive', aux, main: lower, negative }, rest: at + 1 };
  }
  return { verb: { kind: 'copula', aux, main: be, negative }, rest: at };
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

const clean = (text: string): string => text.replace(/[,;:]+$/, '').trim();

/** Verbs after which "to …" completes the object ("allows X to …") instead of giving a purpose. */
const takesInfinitive = new Set(
  'allow enable permit require cause force instruct tell ask help want expect need want tend try seem intend aim work attempt begin start continue choose decide fail let used'.split(
    ' ',
  ),
);
const nounsBeforeInfinitive = new Set(
  'permitted allowed required forced needed expected supposed ability way ways right rights need permission permissions attempt opportunity capability capacity decision chance able unable likely ready willing required possible sure free how what where when whether order due according similar addition relation access'.split(
    ' ',
  ),
);

interface Boundary {
  at: number;
  kind: TailKind;
  /** Words of the connector that the body leaves out. */
  skip: number;
}

function splitTails(
  text: string,
  words: readonly Word[],
  rest: number,
  verb: Pick<Clause, 'kind' | 'main'>,
): { objectEnd: number; tails: Tail[] } {
  const first = words[rest]?.lower ?? '';
  // "ensures that …", "determines where …": what follows is one clause.
  const clausal = verb.kind === 'active' && /^(that|whether|how|where|what|which)$/.test(first);
  const bounds: Boundary[] = [];
  // Past ", ensuring that" the connectors belong to the inner clause.
  let nested = false;
  let infinitives = takesInfinitive.has(verb.main) ? 1 : 0;
  for (let i = Math.max(rest, 1); i < words.length; i++) {
    const word = words[i] as Word;
    if (word.inside || word.code) continue;
    const bound = boundary(words, i, rest, verb);
    if (bound === null) continue;
    if (bound.kind === 'purpose' && word.lower === 'to' && infinitives > 0) {
      infinitives--;
      continue;
    }
    if ((clausal || nested) && /^(relative|purpose|manner|examples)$/.test(bound.kind)) continue;
    bounds.push(bound);
    if (bound.kind === 'participle' && /^(that|to|how|whether)$/.test(words[i + 1]?.lower ?? '')) nested = true;
    i += Math.max(0, bound.skip - 1);
  }
  const tails = bounds.map((bound, i): Tail => {
    const end = bounds[i + 1]?.at ?? words.length;
    return {
      kind: bound.kind,
      text: clean(textOf(text, words, bound.at, end)),
      body: clean(textOf(text, words, bound.at + bound.skip, end)),
    };
  });
  return { objectEnd: bounds[0]?.at ?? words.length, tails: tails.filter((tail) => tail.body !== '') };
}

function boundary(words: readonly Word[], i: number, rest: number, verb: Pick<Clause, 'kind' | 'main'>): Boundary | null {
  const word = words[i] as Word;
  const previous = words[i - 1] as Word;
  const next = words[i + 1];
  const after = words[i + 2];
  const { lower } = word;
  if (next === undefined) return null;
  const pair = `${lower} ${next.lower}`;
  const comma = previous.stop === ',' || previous.stop === '-' || previous.stop === ';';
  const at = (kind: TailKind, skip: number): Boundary => ({ at: i, kind, skip });
  switch (lower) {
    case 'to': {
      const base = verbOf(isAdverb(next) ? (after?.lower ?? '') : next.lower, 'base');
      if (base === undefined || (i === rest && verb.kind === 'active')) return null;
      if (i > rest && nounsBeforeInfinitive.has(previous.lower)) return null;
      return isAlsoNoun(next.lower) && after === undefined ? null : at('purpose', 0);
    }
    case 'so':
      return next.lower === 'that' || pronouns.has(next.lower) || next.lower === 'as' ? at('purpose', 0) : null;
    case 'in':
      if (next.lower === 'order') return at('purpose', 0);
      return pair === 'in case' ? at('condition', 0) : null;
    case 'by':
      return verbOf(next.lower, 'gerund') !== undefined || (isAdverb(next) && verbOf(after?.lower ?? '', 'gerund') !== undefined)
        ? at('manner', 0)
        : null;
    case 'using':
    case 'via':
      return at('manner', 0);
    case 'through':
      return i > rest ? at('manner', 0) : null;
    case 'when':
    case 'if':
    case 'unless':
    case 'until':
    case 'once':
    case 'whenever':
      return at('condition', 0);
    case 'after':
    case 'before':
    case 'during':
      return i > rest ? at('condition', 0) : null;
    case 'while':
      return comma ? at('contrast', 1) : at('condition', 0);
    case 'whereas':
    case 'unlike':
      return at('contrast', 1);
    case 'instead':
    case 'rather':
      return /^(of|than)$/.test(next.lower) ? at('contrast', 0) : null;
    case 'because':
      return at('cause', 0);
    case 'since':
      return comma || pronouns.has(next.lower) ? at('cause', 0) : null;
    case 'due':
      return pair === 'due to' && i > rest ? at('cause', 0) : null;
    case 'as':
      if (pair === 'as it' || pair === 'as they' || pair === 'as this') return at('cause', 0);
      return pair === 'as long' ? at('condition', 0) : null;
    case 'such':
      return next.lower === 'as' ? at('examples', 2) : null;
    case 'like':
      return i > rest && isNounish(previous) && verb.kind !== 'copula' ? at('examples', 1) : null;
    case 'including':
      return i > rest ? at('examples', 1) : null;
    case 'e.g.':
      return at('examples', 1);
    case 'based':
      return next.lower === 'on' && (i > rest || verb.kind !== 'passive') ? at('basis', 2) : null;
    case 'according':
      return next.lower === 'to' ? at('basis', 2) : null;
    case 'depending':
      return next.lower === 'on' ? at('basis', 2) : null;
    case 'which':
    case 'who':
    case 'where':
      return comma ? at('which', 1) : i > rest && lower !== 'where' && isNounish(previous) ? at('relative', 1) : null;
    case 'that':
      return i > rest && isNounish(previous) && !articles.has(next.lower) && startsVerb(words, i + 1) ? at('relative', 1) : null;
    default:
  }
  if (comma && i > rest && verbOf(lower, 'gerund') !== undefined && previous.stop !== '-') {
    // A list of gerunds ("pulling images, starting containers") is an object, not a tail.
    return listOfGerunds(words, i) ? null : at('participle', 0);
  }
  return null;
}

function startsVerb(words: readonly Word[], from: number): boolean {
  let at = from;
  while (at < words.length - 1 && isAdverb(words[at] as Word)) at++;
  const lower = words[at]?.lower ?? '';
  return (
    beForms.has(lower) ||
    modals.has(lower) ||
    haveForms.has(lower) ||
    doForms.has(lower) ||
    verbOf(lower, 'third') !== undefined ||
    verbOf(lower, 'base') !== undefined ||
    verbOf(lower, 'past') !== undefined
  );
}

function listOfGerunds(words: readonly Word[], at: number): boolean {
  let others = 0;
  for (let i = Math.max(1, at - 12); i < Math.min(words.length, at + 12); i++) {
    const word = words[i] as Word;
    const previous = words[i - 1] as Word;
    if (i === at || word.inside) continue;
    if (
      verbOf(word.lower, 'gerund') !== undefined &&
      (previous.stop === ',' || conjunctions.has(previous.lower) || previous.lower === 'like' || previous.lower === 'as')
    )
      others++;
  }
  return others > 0;
}
