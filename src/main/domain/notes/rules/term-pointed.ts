/** "Which controller ensures that …?": the way back from a definition to its term. */
import type { Clause, Reading } from '../english/grammar.js';
import { thirdOf, verbOf } from '../english/verbs.js';
import { isPluralName, looksPlural } from '../english/words.js';
import { countWords } from '../text.js';
import { givesNameAway } from './echo.js';
import { named } from './front.js';
import type { Draft, Term } from '../rule.js';
import { withoutAsides } from './sentence-parts.js';
import { card } from './term-card.js';

/** "Which controller ensures that …?": asked where the list says what its terms are. */
export function pointed(unit: Term, sentence: string, reading: Reading | null): Draft[] {
  const { kind, name } = unit;
  if (kind === null || sentence.toLowerCase().includes(name.toLowerCase()) || !isOfKind(name, kind)) return [];
  const [clause] = reading?.clauses ?? [];
  // "runts: a frame that …" is one.
  const plural = isPluralName(name) && !/^an?\s/i.test(sentence);
  const which = `Which ${inNumber(kind, plural)}`;
  const predicate = clause === undefined ? null : predicateOf(clause, plural);
  const described = clause === undefined && /^(?:an?|the)\s/i.test(sentence) ? describedAs(sentence, kind) : null;
  const text = predicate ?? described;
  if (
    text === null ||
    isBroken(withoutAsides(text)) ||
    /^(?:is|are) (?:everything|anything|something|what|where|when|how)\b/.test(text) ||
    /^\S+ (?:features?|information|data|things?|functions?|functionality|options?|support|tools?)$/.test(text) ||
    (reading !== null && reading.lead !== null)
  )
    return [];
  const question = `${which} ${withoutAsides(text)}?`;
  return countWords(question) > 20 || givesNameAway(name, text, `${kind} ${unit.place.subject}`)
    ? []
    : [card(unit, 'which', 'definition', named(question, unit.place), name)];
}

/** A drawing, a second thought, a verb without its object: what cannot stand after "Which …". */
const isBroken = (text: string): boolean =>
  /\s[-–—=]\s|[a-z]:\s|\bthis (?:long|many|much|way)\b|\b(?:those|these) (?![a-z]+ (?:that|which|who)\b)[a-z]/.test(text) ||
  verbOf(/\sand ([a-z]+)$/.exec(text)?.[1] ?? '', 'third') !== undefined;

const inNumber = (kind: string, plural: boolean): string => {
  if (plural) return kind.endsWith('s') ? kind : `${kind.replace(/(?<=[^aeiou])y$/, 'ie')}s`;
  return looksPlural(kind) ? kind.replace(/(?<=[^aeiou])ies$/, 'y').replace(/s$/, '') : kind;
};

/** Headings call flags, addresses and programs by the nouns they hold; the name shows what it is. */
function isOfKind(name: string, kind: string): boolean {
  const bare = name.replace(/^`/, '').toLowerCase();
  if (/^--?[a-z]/.test(bare))
    return /(?:flag|option|argument|parameter|switch|command|setting|modifier|test|expression|action|predicate)s?$/.test(kind);
  if (/^\d+(?:\.\d+){3}/.test(bare)) return /(?:address|range|subnet|network|mask|prefix|block|ip)(?:e?s)?$/.test(kind);
  if (/^(?:ctrl|alt|super|shift|cmd|meta)\s?\+/.test(bare)) return /(?:key|shortcut|binding|combination|command|hotkey)s?$/.test(kind);
  if (/^[a-z]\w*\((?!\d)[^()]*\)`?$/i.test(bare) && !/\s/.test(bare.split('(')[0] ?? '') && !/\(\p{Lu}/u.test(name))
    return /(?:function|method|call|macro|command|operation|procedure|routine)s?$/.test(kind);
  // "`include rules`" is no file, and "`get nodes`" no tool: what is written with a space is a line of code.
  if (
    /^`[a-z][^`]*\s[^`]*`$/.test(name) &&
    /^(?:files?|tools?|services?|programs?|packages?|users?|ports?|modules?|fields?|keys?)$/.test(kind)
  )
    return false;
  return !bare.split(/[^a-z\d]+/).includes(kind) || !name.includes('`');
}

/** "the phase of a volume that is free" -> what "Which phase …" asks, without saying "phase" twice. */
function describedAs(phrase: string, kind: string): string {
  const [head = '', ...rest] = phrase.slice(phrase.indexOf(' ') + 1).split(' ');
  if (head.toLowerCase() !== kind.toLowerCase() || rest.length === 0) return `is ${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}`;
  if (/^(?:that|which)$/.test(rest[0] ?? '')) return rest.slice(1).join(' ');
  if (rest[0] === 'of' || rest[0] === 'for') return `is that ${rest.join(' ')}`;
  // "a device inside a cloud that relabels traffic": the device inside a cloud relabels it.
  const inner = /^((?:in|inside|on|at|within|between|under|behind) .*?) (?:that|which) (\S.*)$/.exec(rest.join(' '));
  if (inner === null) return /^[a-z]+(?:ed|wn|nt)$/.test(rest[0] ?? '') ? `is ${rest.join(' ')}` : `is the one ${rest.join(' ')}`;
  return `${inner[1] ?? ''} ${inner[2] ?? ''}`;
}

/** What the term itself does, in the words of its definition; null where somebody else does it. */
function predicateOf(clause: Clause, plural: boolean): string | null {
  if (clause.subject !== '' && !/^(it|this|they)$/i.test(clause.subject)) return null;
  if (plural && /^(?:it|this)$/i.test(clause.subject)) return null;
  const verb = /^\p{Lu}{2}/u.test(clause.predicate)
    ? clause.predicate
    : clause.predicate.charAt(0).toLowerCase() + clause.predicate.slice(1);
  const bare =
    clause.subject === '' &&
    (clause.kind === 'copula' || clause.kind === 'passive') &&
    !/^(is|are|was|were|can|may|must|will|should)\b/.test(verb);
  const tails = clause.tails.filter((tail) => /^(which|participle|examples)$/.test(tail.kind));
  const cutAt = tails[0] === undefined ? -1 : verb.indexOf(tails[0].text);
  const short = cutAt > 0 ? verb.slice(0, cutAt).replace(/[,\s]+(?:such as|like|including|e\.g\.)?\s*$/, '') : verb;
  const phrase = short.replace(/[,;]$/, '');
  // "Describe the …" said of one thing: which thing describes it.
  if (clause.aux === 'do' && !plural)
    return phrase.replace(/^[a-z]+/, (word) => (verbOf(word, 'base') === undefined ? word : thirdOf(word)));
  return `${bare ? `${clause.plural || plural ? 'are' : 'is'} ` : ''}${phrase}`;
}
