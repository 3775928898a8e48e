/** Typing slips: what somebody meant, though a letter went wrong. */
import { areOpposite, areOtherForms } from './opposites.js';
import { ownWords } from './own-words.js';
import { shapeOf } from './shape.js';
import type { Shape } from './shape.js';
import { isTypo } from './typo.js';

/** Is the one the other with a typing slip? Never when it says the contrary, or is another word. The same both ways round. */
export const isSlip = (one: string, other: string): boolean => isTypo(one, other) && isNoOtherWord(shapeOf(one), shapeOf(other));

/** The same of words that are taken apart already. */
export const isSlipOf = (one: Shape, other: Shape): boolean =>
  ones(one.letters ^ other.letters) <= mostOtherLetters && isTypo(one.word, other.word) && isNoOtherWord(one, other);

/** Two letters that were changed are two that are gone and two that are new. */
const mostOtherLetters = 4;

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

const isNoOtherWord = (one: Shape, other: Shape): boolean =>
  !areOpposite(one, other) && !areOtherForms(one, other) && !(isOwn(one.word) && isOwn(other.word));

const isOwn = (word: string): boolean => ownWords.has(word) || (word.endsWith('s') && ownWords.has(word.slice(0, -1)));
