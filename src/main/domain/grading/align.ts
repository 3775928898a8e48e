/** Lays two sequences beside each other with the fewest differences. */

/** Indexes into both; null where one side has nothing to match. */
type Pair = [expected: number | null, typed: number | null];

/** Longer sequences are compared place by place, but for what they share at their beginning and end. */
const longest = 300;

/**
 * Pairs of two sequences in their order. `cost` of a pair is 0 for a match up to 1 for things that have nothing in common; leaving one out
 * costs `gap`.
 */
export function align<T>(expected: readonly T[], typed: readonly T[], cost: (expected: T, typed: T) => number, gap = 0.6): Pair[] {
  const shorter = Math.min(expected.length, typed.length);
  const match = (i: number, j: number): boolean => cost(expected[i] as T, typed[j] as T) === 0;
  let start = 0;
  while (start < shorter && match(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && match(expected.length - 1 - end, typed.length - 1 - end)) end += 1;
  const middle = alignAll(expected.slice(start, expected.length - end), typed.slice(start, typed.length - end), cost, gap);
  return [
    ...Array.from({ length: start }, (_, i): Pair => [i, i]),
    ...middle.map(([i, j]): Pair => [i === null ? null : i + start, j === null ? null : j + start]),
    ...Array.from({ length: end }, (_, i): Pair => [expected.length - end + i, typed.length - end + i]),
  ];
}

function alignAll<T>(expected: readonly T[], typed: readonly T[], cost: (expected: T, typed: T) => number, gap: number): Pair[] {
  if (expected.length > longest || typed.length > longest) return placeByPlace(expected.length, typed.length);
  const width = typed.length + 1;
  const total = new Float64Array((expected.length + 1) * width);
  for (let i = 0; i <= expected.length; i++) {
    for (let j = 0; j <= typed.length; j++) {
      if (i === 0 || j === 0) total[i * width + j] = (i + j) * gap;
      else {
        const both = at(total, (i - 1) * width + j - 1) + cost(expected[i - 1] as T, typed[j - 1] as T);
        total[i * width + j] = Math.min(both, at(total, (i - 1) * width + j) + gap, at(total, i * width + j - 1) + gap);
      }
    }
  }
  const pairs: Pair[] = [];
  let i = expected.length;
  let j = typed.length;
  while (i > 0 || j > 0) {
    const here = at(total, i * width + j);
    const isBoth = i > 0 && j > 0 && near(here, at(total, (i - 1) * width + j - 1) + cost(expected[i - 1] as T, typed[j - 1] as T));
    if (isBoth) pairs.push([--i, --j]);
    else if (i > 0 && near(here, at(total, (i - 1) * width + j) + gap)) pairs.push([--i, null]);
    else pairs.push([null, --j]);
  }
  return pairs.reverse();
}

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? Infinity;
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;

function placeByPlace(expected: number, typed: number): Pair[] {
  return Array.from({ length: Math.max(expected, typed) }, (_, i): Pair => [i < expected ? i : null, i < typed ? i : null]);
}
