/** Tells words apart that look alike: `unschedulable` is no typing slip of `schedulable`, it says the contrary. */
import { opposedEndings, opposedPrefixes, otherEndings } from './opposite-words.js';
import { shapeOf } from './shape.js';
import type { Affix, Shape } from './shape.js';
import { isTypo } from './typo.js';

const bothWays = (pairs: readonly (readonly [string, string])[]): ReadonlySet<string> =>
  new Set(pairs.flatMap(([one, other]) => [`${one}/${other}`, `${other}/${one}`]));
const prefixPairs = bothWays(opposedPrefixes);
const endingPairs = bothWays(opposedEndings);

/** Does the one say the contrary of the other? */
export function areOpposite(one: Shape, other: Shape): boolean {
  if (one.word === other.word) return false;
  return (
    (one.opposed.size > 0 && other.stems.some((stem) => one.opposed.has(stem))) ||
    isNegated(one, other.word) ||
    isNegated(other, one.word) ||
    isUndone(one, other.word) ||
    isUndone(other, one.word) ||
    one.deniedInside.includes(other.word) ||
    other.deniedInside.includes(one.word) ||
    areTurned(one.beginnings, other.beginnings, prefixPairs) ||
    areTurned(one.endings, other.endings, endingPairs) ||
    hasOppositePart(one.parts, other.parts)
  );
}

/** Does a word deny `stem` by what stands before it, as `immutable` does `mutable`? */
export const isNegated = ({ denied }: Shape, stem: string): boolean => denied.some((rest) => isSameStem(rest, stem));

const isUndone = ({ undone }: Shape, stem: string): boolean => undone.some((rest) => isSameStem(rest, stem));

/** Are both words in themselves, of one stem, though the one could come of the other by a slip? */
export const areOtherForms = (one: Shape, other: Shape): boolean =>
  one.bases.some((base) => other.bases.includes(base)) || otherEndings.some((family) => isOtherEnding(family, one.word, other.word));

const areTurned = (some: readonly Affix[], others: readonly Affix[], pairs: ReadonlySet<string>): boolean =>
  others.length > 0 &&
  some.some((one) => others.some((other) => isSameStem(one.rest, other.rest) && pairs.has(`${one.affix}/${other.affix}`)));

/** A slip further in does not hide what a word begins with: `unschedulabel` is no `schedulable`. */
const isSameStem = (one: string, other: string): boolean =>
  one === other || (one.length > 5 && one.charCodeAt(0) === other.charCodeAt(0) && isTypo(one, other));

function isOtherEnding(family: readonly string[], one: string, other: string): boolean {
  const endingOf = (word: string): string | undefined => family.find((ending) => word.length > ending.length + 2 && word.endsWith(ending));
  const [first, second] = [endingOf(one), endingOf(other)];
  return first !== undefined && second !== undefined && first !== second && one.slice(0, -first.length) === other.slice(0, -second.length);
}

/** `app=web` and `app!=web`, `read-only` and `write-only`: all the same but for one part, and that is contrary. */
function hasOppositePart(parts: readonly string[], others: readonly string[]): boolean {
  if (parts.length < 2 || parts.length > 9 || parts.length !== others.length) return false;
  const at = parts.findIndex((part, i) => part !== others[i]);
  const isOnly = at !== -1 && parts.every((part, i) => i <= at || part === others[i]);
  return isOnly && areOpposite(shapeOf(parts[at] ?? ''), shapeOf(others[at] ?? ''));
}
