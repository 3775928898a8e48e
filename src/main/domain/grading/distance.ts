/** How far two words are apart in typing slips. */

const longest = 200;

/**
 * Damerau-Levenshtein distance in its "optimal string alignment" form: letters put in, left out, changed, or two neighbours swapped.
 * Words of over 200 letters that differ are as far apart as the longer one is long. Once it is beyond `most`, it may be any number beyond.
 */
export function distance(one: string, other: string, most = Infinity): number {
  if (one === other) return 0;
  if (one.length > longest || other.length > longest) return Math.max(one.length, other.length);
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    const letter = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j++) {
      const same = letter === other.charCodeAt(j - 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
      if (best < least) least = best;
    }
    // Two letters that are swapped cost one, a row later.
    if (least > most + 1) return least;
    beforeLast = last;
    last = row;
  }
  return last.at(-1) ?? 0;
}
