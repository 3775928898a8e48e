/** What the comparison of two answers comes to. */
import type { Rating, TypedGrade } from '../../../shared/contract.js';
import type { Comparison } from './words/compare-words.js';

type Verdict = TypedGrade['verdict'];

/** Shares of the words that count, up to which an answer is the same, or close. */
const sameUpTo = 0.1;
const closeUpTo = 0.4;

/** What a verdict suggests. */
export const suggestion = (verdict: Verdict): Rating => (({ same: 'good', close: 'hard', different: 'again' }) as const)[verdict];

/** Do both answers have all the same words that count, and has the expected one any? */
export const isSame = ({ expected, differ }: Comparison): boolean => differ === 0 && expected.length > 0;

/** Is most of it there, and nothing turned around? */
export const isClose = ({ weight, differWeight, isContrary, isNear }: Comparison): boolean =>
  !isContrary && weight > 0 && (isNear || differWeight <= closeUpTo * weight);

/** In a long answer a word or two may go, if no number, name or order of words does. */
const isSameAtLength = ({ weight, differWeight, isDecisive }: Comparison): boolean =>
  weight > 0 && !isDecisive && differWeight <= sameUpTo * weight;

/** The verdict on an answer in words. */
export const verdictOf = (compared: Comparison): Verdict =>
  isSame(compared) || isSameAtLength(compared) ? 'same' : isClose(compared) ? 'close' : 'different';
