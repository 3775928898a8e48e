/** Does one word say what another does? */
import type { AnswerWord } from './answer-words.js';
import { areOpposite } from './opposites.js';
import { numberOf } from './quantities.js';
import { isSlipOf } from './slips.js';

/** `near`: not quite it, but not wrong either: a number without its unit, `or` for `and`. `contrary`: the opposite of it. */
export type Likeness = 'same' | 'near' | 'contrary' | 'other';

/** Words that a careful reader tells apart, though people mix them up. */
const nearPairs: ReadonlySet<string> = new Set(
  [
    'and or',
    'und oder',
    'et ou',
    '和 或',
    'all any',
    'every any',
    'must may',
    'must can',
    'must should',
    'can should',
    'may should',
  ].flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]),
);

/** How the one word is like the other; the same both ways round. */
export function likeness(one: AnswerWord, other: AnswerWord): Likeness {
  if (one.plain === other.plain || one.also.includes(other.plain) || other.also.includes(one.plain)) return 'same';
  if (one.values.some((value) => other.values.includes(value))) return 'same';
  if (areOpposite(one.shape, other.shape)) return 'contrary';
  if (one.negates && other.negates) return 'near';
  if (areNear(one, other) || lacksUnit(one, other) || lacksUnit(other, one)) return 'near';
  if (one.exact || other.exact || one.negates || other.negates) return 'other';
  return one.shape.solid === other.shape.solid || arePlural(one.plain, other.plain) || isSlipOf(one.shape, other.shape) ? 'same' : 'other';
}

const areNear = (one: AnswerWord, other: AnswerWord): boolean => one.light && other.light && nearPairs.has(`${one.plain} ${other.plain}`);

const arePlural = (one: string, other: string): boolean => isPlural(one, other) || isPlural(other, one);

/** `classes` of `class`, `policies` of `policy`. */
const isPlural = (plural: string, word: string): boolean =>
  plural.length > word.length - 1 &&
  plural.endsWith('s') &&
  (plural === `${word}s` || plural === `${word}es` || (word.endsWith('y') && plural === `${word.slice(0, -1)}ies`));

const lacksUnit = (number: AnswerWord, quantity: AnswerWord): boolean =>
  quantity.values.length > 0 &&
  number.values.length > 0 &&
  numberOf(number.plain) !== null &&
  numberOf(quantity.plain) === null &&
  /^-?[\d.]+/.exec(quantity.plain)?.[0] === number.plain;
