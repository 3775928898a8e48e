/** A leech: a card that keeps being forgotten costs more than it gives, and is better rewritten. */

/** Is this lapse one at which to say so: at the threshold, and then every half of it again? */
export function isLeechAt(lapses: number, threshold: number): boolean {
  return lapses >= threshold && (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
}
