/** Says what two answers in words have in common, and what differs. */
import type { GradedToken } from '../../../../shared/contract.js';
import { answerWords } from './answer-words.js';
import type { AnswerWord } from './answer-words.js';
import { joinNeighbours } from './joins.js';
import { counts, layOut, otherSide } from './places.js';
import type { Place, Side } from './places.js';
import { withoutSwaps } from './swaps.js';

/** What two answers have in common, and what not. */
export interface Comparison {
  expected: GradedToken[];
  typed: GradedToken[];
  /** Words of the expected answer that count, and what they weigh. */
  words: number;
  weight: number;
  /** Differences, and what they weigh. */
  differ: number;
  differWeight: number;
  /** How many of them are something typed that the answer does not have. */
  added: number;
  /** All that differs is nearly right. */
  isNear: boolean;
  /** It says the opposite: an opposed word, a negation too many or too few, the one in the other's place. */
  isContrary: boolean;
  /** Something differs that no length of an answer makes up for: a number, a name, a sign, a negation, the order of its words. */
  isDecisive: boolean;
}

/** Compares two plain texts. */
export const compareTexts = (expected: string, typed: string): Comparison => compareWords(answerWords(expected), answerWords(typed));

/** Compares the words of two answers. */
export function compareWords(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Comparison {
  const [one, other] = [joinNeighbours(expected, typed), joinNeighbours(typed, expected)];
  const { places, isSwapped } = withoutSwaps(layOut(one, other));
  const differing = places.filter(({ isFree }) => !isFree);
  const isContrary =
    isSwapped || differing.some(({ likeness }) => likeness === 'contrary') || isTurned(places, 'expected') || isTurned(places, 'typed');
  const wanted = one.filter(counts);
  return {
    expected: tokens(places, 'expected'),
    typed: tokens(places, 'typed'),
    words: wanted.length,
    weight: sum(wanted.map((word) => word.weight)),
    differ: differing.length,
    differWeight: sum(differing.map((place) => Math.max(place.expected?.weight ?? 0, place.typed?.weight ?? 0))),
    added: differing.filter((place) => place.typed !== null).length,
    isNear: differing.every(({ likeness }) => likeness === 'near'),
    isContrary,
    isDecisive: isContrary || isMoved(differing) || differing.some(isTelling),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A negation without a partner turns what it stands before, if that was said as well; else the whole clause is missing. */
function isTurned(places: readonly Place[], side: Side): boolean {
  return places.some((place, i) => {
    if (place.isFree || !place[side]?.negates || place[otherSide(side)]?.negates) return false;
    const isDenied = (one: Place): boolean => one[side] !== null && counts(one[side]) && !one[side].negates;
    const denied = places.slice(i + 1).find(isDenied) ?? places.slice(0, i).findLast(isDenied);
    return denied?.likeness === 'same';
  });
}

/** Is a word missing in one place and there in another? */
function isMoved(differing: readonly Place[]): boolean {
  const missing = new Set(differing.flatMap(({ expected }) => (expected && counts(expected) ? [expected.plain] : [])));
  return differing.some(({ typed }) => typed !== null && missing.has(typed.plain));
}

const isTelling = ({ expected, typed, likeness }: Place): boolean =>
  likeness === 'near' || [expected, typed].some((word) => word !== null && counts(word) && (word.exact || word.negates));

/** The words of one side, in their order, for the window. */
function tokens(places: readonly Place[], side: Side): GradedToken[] {
  const alone = side === 'expected' ? 'missing' : 'extra';
  return places.flatMap((place): GradedToken[] => {
    const word = place[side];
    const state = place.isFree ? 'ok' : place[otherSide(side)] ? 'wrong' : alone;
    return word ? [{ text: word.text, state, pair: place.at[otherSide(side)] }] : [];
  });
}
