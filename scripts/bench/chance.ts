/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Chooses one of a list, and what else comes down to chance. */
export interface Choose {
  <T>(from: readonly T[]): T;
  next(): number;
  chance(of: number): boolean;
  upTo(limit: number): number;
  /** Between `least` and `most` things. */
  times<T>(least: number, most: number, make: () => T): T[];
}

export function chooser(seed: number): Choose {
  const next = numbersFrom(seed);
  const upTo = (limit: number): number => Math.floor(next() * limit);
  const one = <T>(from: readonly T[]): T => {
    const chosen = from[upTo(from.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  };
  return Object.assign(one, {
    next,
    upTo,
    chance: (of: number) => next() < of,
    times: <T>(least: number, most: number, make: () => T) => Array.from({ length: least + upTo(most - least + 1) }, make),
  });
}
