/** Whether an answer only says the words of its term again: "`timeoutSeconds`: seconds after which it times out". */
import { contentWords } from '../quality.js';

/** Words that an answer adds to its term without telling more. */
const filler = new Set(
  contentWords(
    'number name value specified specifies existing new current given set sets change changes show shows list lists print prints display displays get gets use used uses using amount type file user defined actual single only all',
  ),
);

/** The words a name is made of: `--role-name`, `timeoutSeconds` and "Data Center" are two each. */
const partsOf = (name: string): string[] =>
  contentWords(
    name
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

const minStem = 3;

/** "deliver" and "delivery", "time" and "timeout" share their beginning. */
const akin = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= minStem && (a.startsWith(b) || b.startsWith(a)));

/** `mostOf`: the share of the answer's own words that may stand in the term. */
export function echoes(name: string, back: string, mostOf = 0.6): boolean {
  const parts = partsOf(name);
  const words = contentWords(back.replace(/\([^()]*\)/g, '').replace(/[^\p{L}\p{N}]+/gu, ' '));
  if (words.length === 0) return false;
  const initials =
    name
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .match(/\b\p{L}/gu)
      ?.join('') ?? '';
  if (words.length === 1 && initials.length > 1 && words[0] === initials.toLowerCase()) return true;
  const own = words.filter((word) => !filler.has(word));
  if (own.length === 0) return words.some((word) => parts.some((part) => akin(part, word)));
  return own.filter((word) => parts.some((part) => akin(part, word))).length >= own.length * mostOf;
}

/** Own words of an answer up to which a one-word name in it is most of what it says. */
const maxAroundName = 6;

/** "cache: amount of memory used as cache": a name of one word is explained with itself. */
export function saysItself(name: string, back: string): boolean {
  const word = /^`?-{0,2}(\p{L}{3,})`?$/u.exec(name)?.[1];
  if (word === undefined || /\p{Ll}\p{Lu}/u.test(word)) return false;
  const own = contentWords(back.replace(/\([^()]*\)|[^\p{L}\p{N}]+/gu, ' ')).filter((one) => !filler.has(one));
  const [part] = contentWords(word);
  return part !== undefined && own.length <= maxAroundName && contentWords(back.replace(/[^\p{L}\p{N}]+/gu, ' ')).includes(part);
}

/** So many words of its own make an answer of a name said again. */
const saysMore = 3;

/** "Dover Harbour Crane: a harbour crane for small ships": of a name of three words and more, all but the first. */
export function saysAllButOne(name: string, back: string): boolean {
  const [, ...rest] = name.includes('`') ? [] : partsOf(name.replace(/\([^()]*\)/g, ''));
  if (rest.length < 2) return false;
  const words = contentWords(back.replace(/[^\p{L}\p{N}]+/gu, ' '));
  const more = words.filter((word) => !rest.some((part) => akin(part, word)));
  return more.length < saysMore && rest.every((part) => words.some((word) => akin(part, word)));
}

/** Whether the question of the way back holds most of the name it asks for. `known`: what stands in the question anyway. */
export function givesNameAway(name: string, question: string, known: string): boolean {
  // Flags and commands are written like what they do, and still to be known by heart.
  if (/^`?-|^`[^`]*\s/.test(name)) return false;
  const shown = new Set(contentWords(known.replace(/[^\p{L}\p{N}]+/gu, ' ')));
  const asked = partsOf(question);
  const parts = partsOf(name.replace(/\([^()]*\)|<[^<>]*>/g, '')).filter((part) => !shown.has(part) && part.length >= minStem);
  return parts.length > 0 && parts.filter((part) => asked.includes(part)).length > parts.length / 2;
}
