/** What the items of a list are: names of one kind, or remarks about what the list stands under. */
import { readSentence } from '../english/clause.js';
import { isAlsoNoun, verbOf } from '../english/verbs.js';
import { countWords } from '../text.js';
import type { ListItem } from '../blocks.js';

/** How a member reads: a name, something that is done, or a remark. */
type Form = 'name' | 'doing' | 'does' | 'remark';

/** "Mount (mnt)" keeps what it is also called; "iptables (default)" loses what is only said of it. */
const aside =
  /\s*\((?:[^()]*,[^()]*|(?:the |by )?(?:default|recommended|optional|preferred|legacy|deprecated|old|new|required|mandatory|common|most common)\b[^()]*)\)$/i;

/** The member's name without the remark behind it. */
export const withoutAside = (name: string): string => {
  const plain = name.replace(aside, '').replace(/\s[-–—]\s(?:two|three|four|several|many|various)\s\S+$/i, '');
  return plain === '' ? name : plain;
};

/** A remark behind a dash. */
const dashed = /\s[-–—]\s.*$/;

/**
 * "RAID 0 - striped" beside "RAID 1", of which the remark was too long to keep: none keeps its remark, as far as the names still differ.
 */
export function evenly(names: readonly string[], items: readonly ListItem[]): readonly string[] {
  const isCut = names.some((name, i) => !dashed.test(name) && (items[i]?.inline.text ?? '').startsWith(`${name} - `));
  if (!isCut) return names;
  const short = names.map((name) => name.replace(dashed, ''));
  return new Set(short).size < short.length ? names : short;
}

/** Members that say that there are more. */
const open =
  /^(?:all|any|others?|etc|more|various|default)(?:\s(?:types|kinds|others?))?$|^(?:several|various|many|some|other|multiple)\s|\betc\b\.?|\band (?:more|others?)\b|&\s*more\b|\.\.\.|…/i;

const remark =
  /^(?:examples?|uses?|overview|syntax|usage|notes?|description|summary|pros|cons)$|^(?:no|not|only|never|always|can|may|must|should|cannot|can't|don't|doesn't|won't|is|are|has|have|was|will|also|like|near|minimum of|maximum of|least|an? (?:form|kind|type|sort) of|up|in|on|at|by|for|from|to|with|without|within|before|after|between|across|per|via|as|if|when|while|great|good|ideal|best|it|they|this|these|there|aka|why|how|what|where|each|every|similar|same|very|most|less|easy|easier|faster|slower|cheaper|[a-z]{3,}ly(?! [a-z]+ed))\b|\s(?:only|etc|of|for|to|with|in|as|by)$|\b(?:is|are|was|can|cannot|must|should|will|you|your|its|their)\b|,\s(?:followed|including|such|which|that|but|so|then)\b|[=;?]|->|→/i;

function formOf(name: string): Form {
  if (name.startsWith('`')) return 'name';
  const text = name.replace(/\s*\([^()]*\)/g, '').trim();
  if (remark.test(text)) return 'remark';
  const [first = '', second = ''] = text.toLowerCase().split(/\s+/);
  // "PARALLEL" and "max-age" are names whatever they mean as words.
  if (/[^a-z]/.test(first) || /^\p{Lu}{2}/u.test(text)) return 'name';
  if (verbOf(first, 'participle') !== undefined && /^(?:in|on|by|to|for|with|across|from|into|at|as|between|via|per|using)$/.test(second))
    return 'remark';
  const third = verbOf(first, 'third');
  if (third !== undefined && second !== '' && (!isAlsoNoun(third) || /^(?:the|an?|all|its|their|each|any)$/.test(second))) return 'does';
  if (verbOf(first, 'gerund') !== undefined) return second === '' || isAlsoNoun(verbOf(first, 'gerund') ?? '') ? 'name' : 'doing';
  const base = verbOf(first, 'base') !== undefined;
  if (base && (!isAlsoNoun(first) || /^(?:the|an?|all|your|its|their|each|any)$/.test(second))) return 'doing';
  return countWords(text) > 2 && readSentence(text, true) !== null ? 'remark' : 'name';
}

/** Whether all members are names, or, where the list is of things done, are worded as such alike. */
export function areAlike(names: readonly string[], ofDoings: boolean): boolean {
  if (names.some((name) => open.test(name))) return false;
  const forms = new Set(names.map(formOf));
  if (forms.has('remark')) return false;
  return ofDoings ? forms.size === 1 || (forms.size === 2 && !forms.has('does')) : forms.size === 1 && forms.has('name');
}

/** A code, an acronym, a name with a digit or a capital within. */
export const isProperName = (name: string): boolean => /`|\p{Lu}{2}|\p{Ll}\p{Lu}|\d|\S\s+\(?\p{Lu}\p{Ll}+$/u.test(name);
