/** Lays the words of two answers beside each other and says what differs. */
import type { GradedToken } from '../../../../shared/contract.js';
import { align } from '../align.js';
import { answerWords } from './answer-words.js';
import type { AnswerWord } from './answer-words.js';
import { joinNeighbours } from './joins.js';
import { likeness } from './same-word.js';
import type { Likeness } from './same-word.js';

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
  /** It says the opposite: an opposed word, a negation too many or too few. */
  isContrary: boolean;
  /** Something differs that no length of an answer makes up for: a number, a name, a sign, a negation, the order of its words. */
  isDecisive: boolean;
}

/** A word of one side beside a word of the other, or beside none. */
interface Place {
  expected: AnswerWord | null;
  typed: AnswerWord | null;
  /** Index of each on its side. */
  at: { expected: number | null; typed: number | null };
  likeness: Likeness | null;
  /** Does it make no difference? */
  isFree: boolean;
}

/** Compares two plain texts. */
export const compareTexts = (expected: string, typed: string): Comparison => compareWords(answerWords(expected), answerWords(typed));

/** Compares the words of two answers. */
export function compareWords(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Comparison {
  const [one, other] = [joinNeighbours(expected, typed), joinNeighbours(typed, expected)];
  const laid = one.some(counts) ? aligned(one, other) : wordForWord(one, other);
  const swaps = swapsOf(laid);
  const partners = new Map(
    swaps.filter(({ isCoordinate }) => isCoordinate).flatMap(({ at: [i, j] }) => [[i, j] as const, [j, i] as const]),
  );
  // Each of two that changed places pairs with itself on the other side.
  const places = laid.map((place, i) => ({
    ...place,
    ...(partners.has(i) && { isFree: true, at: laid[partners.get(i) ?? i]?.at ?? place.at }),
  }));
  const differing = places.filter(({ isFree }) => !isFree);
  const isContrary =
    differing.some((place) => place.likeness === 'contrary') ||
    swaps.some(({ isCoordinate }) => !isCoordinate) ||
    isTurned(places, 'expected') ||
    isTurned(places, 'typed');
  const wantedWords = one.filter(counts);
  return {
    expected: tokens(places, 'expected'),
    typed: tokens(places, 'typed'),
    words: wantedWords.length,
    weight: sum(wantedWords.map((word) => word.weight)),
    differ: differing.length,
    differWeight: sum(differing.map((place) => Math.max(place.expected?.weight ?? 0, place.typed?.weight ?? 0))),
    added: differing.filter((place) => place.typed !== null).length,
    isNear: differing.every((place) => place.likeness === 'near'),
    isContrary,
    isDecisive: isContrary || isMoved(differing) || differing.some(isTelling),
  };
}

const counts = (word: AnswerWord): boolean => !word.light;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function aligned(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Place[] {
  return align(expected, typed, cost).map(([i, j]) => {
    const one = i === null ? null : (expected[i] ?? null);
    const other = j === null ? null : (typed[j] ?? null);
    const like = one && other && likeness(one, other);
    const isFree = like === 'same' || (!(one && counts(one)) && !(other && counts(other)) && like !== 'near' && like !== 'contrary');
    return { expected: one, typed: other, at: { expected: i, typed: j }, likeness: like, isFree };
  });
}

const costs: Readonly<Record<Likeness, number>> = { same: 0, near: 0.5, contrary: 0.9, other: 1 };

function cost(one: AnswerWord, other: AnswerWord): number {
  const like = likeness(one, other);
  return like === 'other' && one.light !== other.light ? 1.2 : costs[like];
}

/** An answer of light words or punctuation only ("all of them", `-`) has to be there word for word. */
function wordForWord(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Place[] {
  const isSame = expected.length === typed.length && expected.every((word, i) => likeness(word, typed[i] ?? word) === 'same');
  const pairs = Array.from({ length: Math.max(expected.length, typed.length) }, (_, i) => i);
  return pairs.map((i) => {
    const [one, other] = [expected[i] ?? null, typed[i] ?? null];
    const at = { expected: one && i, typed: other && i };
    return { expected: one, typed: other, at, likeness: one && other ? (isSame ? 'same' : 'other') : null, isFree: isSame };
  });
}

/** A negation without a partner turns what it stands before, if that was said as well; else the whole clause is missing. */
function isTurned(places: readonly Place[], side: 'expected' | 'typed'): boolean {
  const other = side === 'expected' ? 'typed' : 'expected';
  return places.some((place, i) => {
    if (place.isFree || !place[side]?.negates || place[other]?.negates) return false;
    const isDenied = (one: Place): boolean => one[side] !== null && counts(one[side]) && !one[side].negates;
    const denied = places.slice(i + 1).find(isDenied) ?? places.slice(0, i).findLast(isDenied);
    return denied?.likeness === 'same';
  });
}

interface Swap {
  /** Places of the two words. */
  at: [number, number];
  /** They stand beside each other as equals ("CPU and memory"): in either order they say the same. */
  isCoordinate: boolean;
}

/** Words that stand in each other's place. */
function swapsOf(places: readonly Place[]): Swap[] {
  const wrong = places.flatMap((place, i) => (!place.isFree && place.expected && place.typed ? [{ ...place, i }] : []));
  const isBoth = (one: AnswerWord | null, other: AnswerWord | null): boolean =>
    one !== null && other !== null && likeness(one, other) === 'same';
  return wrong.flatMap((first, n) =>
    wrong
      .slice(n + 1)
      .filter((second) => isBoth(first.expected, second.typed) && isBoth(second.expected, first.typed))
      .map((second): Swap => ({ at: [first.i, second.i], isCoordinate: areCoordinate(places.slice(first.i, second.i)) })),
  );
}

const coordinators: ReadonlySet<string> = new Set([
  'and',
  'or',
  'und',
  'oder',
  'et',
  'ou',
  'y',
  'o',
  '和',
  '与',
  '與',
  '或',
  '及',
  ',',
  '/',
  'と',
  'や',
]);

/** The first of two words, and what stands between them: nothing but an "and", "or" or comma? */
function areCoordinate([first, ...between]: readonly Place[]): boolean {
  const words = between.flatMap(({ expected, typed }) => [expected, typed]).filter((word) => word !== null);
  const isListed = /[,、，]$/.test(first?.expected?.whole ?? '') || words.some((word) => coordinators.has(word.plain));
  return isListed && words.every((word) => word.light && !order.has(word.plain));
}

const order: ReadonlySet<string> = new Set(['then', 'to', 'from', 'into', 'than', 'dann', 'zu', 'von']);

/** Is a word missing in one place and there in another? */
function isMoved(differing: readonly Place[]): boolean {
  const missing = new Set(differing.flatMap(({ expected }) => (expected && counts(expected) ? [expected.plain] : [])));
  return differing.some(({ typed }) => typed !== null && missing.has(typed.plain));
}

const isTelling = ({ expected, typed, likeness: like }: Place): boolean =>
  like === 'near' || [expected, typed].some((word) => word !== null && counts(word) && (word.exact || word.negates));

function tokens(places: readonly Place[], side: 'expected' | 'typed'): GradedToken[] {
  const other = side === 'expected' ? 'typed' : 'expected';
  return places.flatMap((place): GradedToken[] => {
    const word = place[side];
    if (!word) return [];
    const alone = side === 'expected' ? 'missing' : 'extra';
    return [{ text: word.text, state: place.isFree ? 'ok' : place[other] ? 'wrong' : alone, pair: place.at[other] }];
  });
}
