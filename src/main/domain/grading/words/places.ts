/** The words of two answers laid beside each other. */
import { align } from '../align.js';
import type { AnswerWord } from './answer-words.js';
import { likeness } from './same-word.js';
import type { Likeness } from './same-word.js';

/** A word of one side beside a word of the other, or beside none. */
export interface Place {
  expected: AnswerWord | null;
  typed: AnswerWord | null;
  /** Index of each on its side. */
  at: { expected: number | null; typed: number | null };
  likeness: Likeness | null;
  /** Does it make no difference? */
  isFree: boolean;
}

export type Side = 'expected' | 'typed';

export const otherSide = (side: Side): Side => (side === 'expected' ? 'typed' : 'expected');

/** Does leaving a word out change what was said? */
export const counts = (word: AnswerWord): boolean => !word.light;

/** Both answers word by word, in their order. An answer that has no word that counts has to be there as it is. */
export const layOut = (expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Place[] =>
  expected.some(counts) ? aligned(expected, typed) : wordForWord(expected, typed);

function aligned(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Place[] {
  return align(expected, typed, cost).map(([i, j]) => {
    const one = i === null ? null : (expected[i] ?? null);
    const other = j === null ? null : (typed[j] ?? null);
    const like = one && other && likeness(one, other);
    const areLight = [one, other].every((word) => word === null || word.light);
    return {
      expected: one,
      typed: other,
      at: { expected: i, typed: j },
      likeness: like,
      isFree: like === 'same' || (areLight && like !== 'near' && like !== 'contrary'),
    };
  });
}

const costs: Readonly<Record<Likeness, number>> = { same: 0, near: 0.5, contrary: 0.9, other: 1 };

function cost(one: AnswerWord, other: AnswerWord): number {
  const like = likeness(one, other);
  return like === 'other' && one.light !== other.light ? 1.2 : costs[like];
}

/** "all of them", `-` */
function wordForWord(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): Place[] {
  const isSame = expected.length === typed.length && expected.every((word, i) => likeness(word, typed[i] ?? word) === 'same');
  return Array.from({ length: Math.max(expected.length, typed.length) }, (_, i): Place => {
    const [one, other] = [expected[i] ?? null, typed[i] ?? null];
    const at = { expected: one && i, typed: other && i };
    return { expected: one, typed: other, at, likeness: one && other ? (isSame ? 'same' : 'other') : null, isFree: isSame };
  });
}
