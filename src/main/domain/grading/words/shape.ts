/** What a word is made of: looked at once, so that many pairs of words can be compared quickly. */
import { denyingPrefixes, opposedEndings, opposedPrefixes, opposedTo, otherPrefixes, undoingPrefixes } from './opposite-words.js';

/** Shorter rests are no words: `disk` is not the contrary of `k`. */
const shortestStem = 3;

/** A word, folded and in small letters, taken apart in the ways that can make another word its contrary. */
export interface Shape {
  word: string;
  /** Without its hyphens: `kube-apiserver` is `kubeapiserver`. */
  solid: string;
  /** Its letters, a bit each: words that share few are not compared one by one. */
  letters: number;
  /** It without the endings of verbs and plurals. */
  stems: readonly string[];
  /** Words that say the contrary of one of its stems. */
  opposed: ReadonlySet<string>;
  /** What it denies: `mutable` of `immutable`. */
  denied: readonly string[];
  /** What it undoes: `affinity` of `anti-affinity`. */
  undone: readonly string[];
  /** What is left without a denial in its middle: `ifpresent` of `ifnotpresent`. */
  deniedInside: readonly string[];
  /** Beginnings and endings that have a contrary, with the rest of the word. */
  beginnings: readonly Affix[];
  endings: readonly Affix[];
  /** The word, and what is left of it behind each prefix that makes another word. */
  bases: readonly string[];
  /** Letters and signs by turns; empty where it is but one piece. */
  parts: readonly string[];
}

/** A beginning or ending, and the rest of the word. */
export interface Affix {
  affix: string;
  rest: string;
}

const prefixes = [...new Set(opposedPrefixes.flat())];
const endings = [...new Set(opposedEndings.flat())];
const denials = ['not', 'no', 'non', 'never'];
const nobody: ReadonlySet<string> = new Set();

/** Takes a word apart. */
export function shapeOf(word: string): Shape {
  const stems = stemsOf(word);
  const opposed = stems.flatMap((stem) => [...(opposedTo.get(stem) ?? [])]);
  return {
    word,
    solid: solid(word),
    letters: lettersOf(word),
    stems,
    opposed: opposed.length > 0 ? new Set(opposed) : nobody,
    // "amount" has nothing to do with "mount".
    denied: denyingPrefixes.flatMap((prefix) => behind(word, prefix, prefix === 'a' ? 6 : shortestStem)),
    undone: undoingPrefixes.flatMap((prefix) => behind(word, prefix)),
    deniedInside: denials.flatMap((denial) =>
      word.includes(denial) ? [word.replace(denial, '').replace('--', '-').replace(/^-/, '')] : [],
    ),
    beginnings: prefixes
      .filter((prefix) => word.startsWith(prefix) && word.length >= prefix.length + shortestStem)
      .map((affix) => ({ affix, rest: word.slice(affix.length) })),
    endings: endings
      .filter((ending) => word.endsWith(ending) && word.length >= ending.length + shortestStem)
      .map((affix) => ({ affix, rest: word.slice(0, -affix.length) })),
    bases: [word, ...otherPrefixes.flatMap((prefix) => behind(word, prefix))],
    parts: /[^\p{L}\p{N}]/u.test(word) ? word.split(/([^\p{L}\p{N}]+)/u).filter(Boolean) : [],
  };
}

/** A word without the hyphens between its letters; those before a flag stay. */
export const solid = (word: string): string => word.replace(/(?<=\p{L})-(?=\p{L})/gu, '');

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** What is left of a word behind a prefix, where that may be a word itself. */
function behind(word: string, prefix: string, shortest = shortestStem): string[] {
  const rest = word.startsWith(prefix) ? word.slice(prefix.length).replace(/^-/, '') : '';
  return rest.length >= shortest ? [rest] : [];
}

function stemsOf(word: string): string[] {
  const found = [word];
  if (/.{3}s$/.test(word)) found.push(word.slice(0, -1));
  if (/.{3}ed$/.test(word)) found.push(word.slice(0, -2), word.slice(0, -1));
  if (/.{2}ie[sd]$/.test(word)) found.push(`${word.slice(0, -3)}y`);
  if (/.{3}ing$/.test(word)) found.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (/.{4}ly$/.test(word)) found.push(word.slice(0, -2));
  return found;
}
