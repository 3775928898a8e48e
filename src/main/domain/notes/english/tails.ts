/** Cuts what follows a verb into its object and what hangs on it: purpose, manner, condition, examples, relative clauses. */
import type { Clause, Tail, TailKind } from './grammar.js';
import { deciding, measure, nounsBeforeInfinitive, takesGerund, takesInfinitive, takesRecipient } from './tail-words.js';
import { isAlsoNoun, verbOf } from './verbs.js';
import {
  articles,
  beForms,
  conjunctions,
  doForms,
  haveForms,
  isAdverb,
  isNounish,
  modals,
  prepositions,
  pronouns,
  textOf,
} from './words.js';
import type { Word } from './words.js';

/** Without what only led on to the part that was cut off: ", and", "only (if)", "especially (when)". */
export const clean = (text: string): string =>
  text.replace(/(?:[,;:]|\s(?:and|or|but|only|even|just|especially|particularly|mainly|mostly|simply|either))+$/, '').trim();

interface Boundary {
  at: number;
  kind: TailKind;
  /** Words of the connector that the body leaves out. */
  skip: number;
}

export function splitTails(
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
  let infinitives = takesInfinitive.has(verb.main) && first !== 'to' ? 1 : 0;
  for (let i = Math.max(rest, 1); i < words.length; i++) {
    const word = words[i] as Word;
    // What follows a colon is a list of its own.
    if (words[i - 1]?.stop === ':') break;
    if (word.inside || word.code) continue;
    const bound = boundary(words, i, rest, verb);
    if (bound === null) continue;
    if (bound.kind === 'purpose' && word.lower === 'to' && (infinitives > 0 || enabledBefore(words, rest, i))) {
      infinitives--;
      continue;
    }
    if ((clausal || nested) && /^(relative|purpose|manner|examples)$/.test(bound.kind)) continue;
    // "stays local instead of travelling through B": through B it would travel.
    if (bound.kind === 'manner' && bounds.at(-1)?.kind === 'contrast') continue;
    bounds.push(bound);
    // "if it holds a file that is open": the relative clause belongs to the condition.
    if (/^(?:when|if|unless|until|once|whenever|because|since)$/.test(word.lower)) nested = true;
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
  const comma = previous.stop === ',' || previous.stop === '-' || previous.stop === ';';
  const at = (kind: TailKind, skip: number): Boundary => ({ at: i, kind, skip });
  switch (lower) {
    case 'to': {
      const base = verbOf(isAdverb(next) ? (after?.lower ?? '') : next.lower, 'base');
      if (base === undefined || (i === rest && verb.kind === 'active')) return null;
      if ((i > rest || verb.kind === 'passive') && nounsBeforeInfinitive.has(previous.lower)) return null;
      if (i > rest && forSomeone(words, i)) return null;
      // "the code to run and its data": what is run is the noun before.
      if (i > rest && conjunctions.has(after?.lower ?? '') && verbOf(words[i + 3]?.lower ?? '', 'base') === undefined) return null;
      // "adds routes to route tables": a noun, where the verb has a recipient.
      if (takesRecipient.has(verb.main) && isAlsoNoun(next.lower) && (words[i + 3] === undefined || after?.stop !== '')) return null;
      if (/^\p{Lu}\p{Ll}/u.test(next.text) && isAlsoNoun(next.lower)) return null;
      return isAlsoNoun(next.lower) && after === undefined ? null : at('purpose', 0);
    }
    case 'so':
      return next.lower === 'that' || pronouns.has(next.lower) || next.lower === 'as' ? at('purpose', 0) : null;
    case 'in':
      if (next.lower === 'order') return at('purpose', 0);
      return next.lower === 'case' ? at('condition', 0) : null;
    case 'by':
      return verbOf(next.lower, 'gerund') !== undefined || (isAdverb(next) && verbOf(after?.lower ?? '', 'gerund') !== undefined)
        ? at('manner', 0)
        : null;
    case 'using':
      return /^(?:by|without|when|while|before|after|of|for|from|than)$/.test(previous.lower) || (i === rest && takesGerund.has(verb.main))
        ? null
        : at('manner', 0);
    case 'via':
      return at('manner', 0);
    case 'through':
      return i > rest && !conjunctions.has(next.lower) && (isNounish(next) || articles.has(next.lower)) ? at('manner', 0) : null;
    case 'even':
      return /^(?:if|when|though)$/.test(next.lower) ? at('contrast', 2) : null;
    case 'if':
      // "determines if X is set" is what it determines.
      return i === rest && deciding.has(verb.main) ? null : at('condition', 0);
    case 'once':
      // "once in their lifetime" tells how often.
      return previous.lower === 'at' || /^(?:in|per|every|for|at|on)$/.test(next.lower) || measure.test(after?.lower ?? '')
        ? null
        : at('condition', 0);
    case 'when':
      // "refers to when it is full" is no time of referring.
      return i > 0 && /^(?:to|of|about|for|on|as|from)$/.test(previous.lower) ? null : at('condition', 0);
    case 'unless':
    case 'until':
    case 'whenever':
      return at('condition', 0);
    case 'after':
    case 'before':
    case 'during':
      // "one after another" tells how, not when.
      return i > rest && !/^(?:one|another|each)$/.test(previous.lower) && !measure.test(previous.lower) ? at('condition', 0) : null;
    case 'while':
      return comma || verbOf(next.lower, 'gerund') === undefined ? at('contrast', 1) : at('condition', 0);
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
      return next.lower === 'to' && i > rest ? at('cause', 0) : null;
    case 'as':
      if (/^(?:long|soon)$/.test(next.lower) && after?.lower === 'as') return at('condition', 3);
      // "protects data as the disk moves" tells when, "as if it were" tells how; a reason stands behind a comma.
      if (next.lower === 'if') return null;
      if (comma && i > rest && !/^(?:as|well|a|an)$/.test(next.lower) && clauseFollows(words, i + 1)) return at('cause', 0);
      if (!/^(?:it|they|this)$/.test(next.lower)) return null;
      // "as it is accessed" tells when, "as it provides X" why.
      return beForms.has(after?.lower ?? '') && verbOf(words[i + 3]?.lower ?? '', 'participle') !== undefined
        ? at('condition', 0)
        : comma || verb.kind === 'copula'
          ? at('cause', 0)
          : null;
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
      return comma
        ? at('which', 1)
        : i > rest && lower !== 'where' && isNounish(previous) && !infinitive(words, i - 1)
          ? at('relative', 1)
          : null;
    case 'that':
      return i > rest && isNounish(previous) && !articles.has(next.lower) && startsVerb(words, i + 1) ? at('relative', 1) : null;
    default:
  }
  if (i > rest && !comma && /^(by|through|in|on|within|from)$/.test(next.lower) && isReduced(word) && isNounish(previous))
    return at('relative', 0);
  if (comma && i > rest && verbOf(lower, 'gerund') !== undefined && previous.stop !== '-') {
    // A list of gerunds ("pulling images, starting containers") is an object, not a tail.
    return listOfGerunds(words, i) || isMember(words, rest, i) ? null : at('participle', 0);
  }
  return null;
}

/** "to identify which …": no relative clause, but what is identified. */
const infinitive = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.lower === 'to' && verbOf(words[at]?.lower ?? '', 'base') !== undefined;

/** ", allowing X to …", "by enabling Y to …": the infinitive completes that verb. */
function enabledBefore(words: readonly Word[], rest: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(rest, to - 7); i--) {
    const word = words[i] as Word;
    if (word.stop !== '' || word.lower === 'to') return false;
    const verb = verbOf(word.lower, 'gerund') ?? (words[i - 1]?.lower === 'to' ? verbOf(word.lower, 'base') : undefined);
    if (verb !== undefined && takesInfinitive.has(verb)) return true;
  }
  return false;
}

/** "… as OSPF can be heavy": subject and finite verb follow. */
function clauseFollows(words: readonly Word[], from: number): boolean {
  for (let i = from + 1; i < Math.min(words.length, from + 5); i++) {
    const word = words[i] as Word;
    if ((words[i - 1] as Word).stop !== '' || word.inside || prepositions.has(word.lower)) return false;
    if (beForms.has(word.lower) || modals.has(word.lower) || haveForms.has(word.lower) || doForms.has(word.lower)) return true;
    if (verbOf(word.lower, 'third') !== undefined && !isAlsoNoun(word.lower)) return true;
  }
  return false;
}

/** "the PodSpecs provided by …": a participle that can be nothing else. */
const isReduced = (word: Word): boolean => /(ed|wn|en)$/.test(word.lower) && verbOf(word.lower, 'participle') !== undefined;

/** "a node for them to run on": the infinitive belongs to "for them". */
function forSomeone(words: readonly Word[], to: number): boolean {
  for (let i = to - 1; i >= Math.max(1, to - 4); i--) {
    const word = words[i] as Word;
    if (word.stop !== '') return false;
    if (word.lower === 'for') return true;
    if (!isNounish(word) && !articles.has(word.lower)) return false;
  }
  return false;
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

/** "combines ropes, knots, splicing, and tar", "holds names, dates, sailing orders, etc.": one of the things listed. */
function isMember(words: readonly Word[], rest: number, at: number): boolean {
  let commas = 0;
  for (let i = rest; i < at; i++) {
    if (conjunctions.has((words[i] as Word).lower)) return false;
    if ((words[i] as Word).stop === ',') commas++;
  }
  if (commas === 0) return false;
  if ((words[at] as Word).stop === ',' || conjunctions.has(words[at + 1]?.lower ?? '')) return true;
  if (commas < 2) return false;
  for (let i = at + 1; i < Math.min(words.length - 1, at + 5); i++) if ((words[i] as Word).stop === ',') return true;
  return false;
}

function listOfGerunds(words: readonly Word[], at: number): boolean {
  let others = 0;
  for (let i = Math.max(1, at - 12); i < Math.min(words.length, at + 12); i++) {
    const word = words[i] as Word;
    const previous = words[i - 1] as Word;
    if (i === at || word.inside) continue;
    if (
      verbOf(word.lower, 'gerund') !== undefined &&
      (i < at
        ? previous.stop === ',' || previous.lower === 'like' || previous.lower === 'as'
        : previous.stop === ',' || (conjunctions.has(previous.lower) && words[i - 2]?.stop === ','))
    )
      others++;
  }
  return others > 0;
}
