/** How far two words are apart in typing slips. */

const longest = 200;

/**
 * Damerau-Levenshtein distance in its "optimal string alignment" form: letters put in, left out, changed, or two neighbours swapped.
 * Words of over 200 letters that differ are as far apart as the longer one is long.
 */
export function distance(one: string, other: string): number {
  if (one === other) return 0;
  const a = [...one];
  const b = [...other];
  if (a.length > longest || b.length > longest) return Math.max(a.length, b.length);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last.at(-1) ?? 0;
}

/** Slips that a word of this length may have and still be the same word: none up to 3 letters, one up to 7, then two. */
export const slipsAllowed = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/** Is the one the other with a typing slip? The same word is not. */
export function isSlip(expected: string, typed: string): boolean {
  const allowed = slipsAllowed([...expected].length);
  if (allowed === 0 || expected === typed || Math.abs(expected.length - typed.length) > allowed) return false;
  return distance(expected, typed) <= allowed;
}
