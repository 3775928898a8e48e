/** Could one word come of another by typing slips alone? What the words mean is not asked here. */
import { distance } from '../distance.js';

/** Slips that a word of this length may have and still be the same word: none up to 3 letters, one up to 9, then two. */
const slipsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 10 ? 1 : 2);

/** Is the one the other with a typing slip or two? By the longer one, so that it is the same both ways round. The same word is not. */
export function isTypo(one: string, other: string): boolean {
  const allowed = slipsAllowed(Math.max(one.length, other.length));
  if (allowed === 0 || one === other || Math.abs(one.length - other.length) > allowed) return false;
  return distance(one, other, allowed) <= allowed;
}
