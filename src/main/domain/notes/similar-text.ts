/**
 * How alike two pieces of text are, and a quick way to find the likest of many: trigrams and Dice's coefficient.
 */

/** The distinct trigrams of a text as sorted 32-bit hashes. */
export type Trigrams = Uint32Array;

/** Rarest trigrams of a text that are looked up, and how many texts one of them may stand in to be worth following. */
const trigramsTried = 24;
const postingsFollowed = 256;
/** Candidates of a look-up whose likeness is worked out exactly. */
const candidatesCompared = 12;

/** Case, width and white space do not make a text another text. */
const normalised = (text: string): string => ` ${text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()} `;

export function trigramsOf(text: string): Trigrams {
  const clean = normalised(text);
  const count = Math.max(0, clean.length - 2);
  const hashes = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const hash = Math.imul(clean.charCodeAt(i), 0x9e3779b1) ^ Math.imul(clean.charCodeAt(i + 1), 0x85ebca6b);
    hashes[i] = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ clean.charCodeAt(i + 2);
  }
  hashes.sort();
  let kept = 0;
  for (let i = 0; i < count; i++) if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[kept++] = hashes[i] as number;
  return hashes.slice(0, kept);
}

/** Dice's coefficient: 1 for the same trigrams, 0 for none in common. */
export function likeness(a: Trigrams, b: Trigrams): number {
  if (a.length + b.length === 0) return 1;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return (2 * shared) / (a.length + b.length);
}

export interface Similar<T> {
  value: T;
  /** 0..1, see `likeness`. */
  score: number;
}

/**
 * Texts to be searched by likeness. A look-up follows only the rarest trigrams, so its cost does not grow with the number of texts
 * that merely share common words; a text whose every trigram is common is not found, and would not be told apart if it were.
 */
export class SimilarTexts<T> {
  private readonly entries: { value: T; trigrams: Trigrams }[] = [];
  private readonly postings = new Map<number, number[]>();

  add(value: T, trigrams: Trigrams): void {
    const entry = this.entries.push({ value, trigrams }) - 1;
    for (const trigram of trigrams) {
      const list = this.postings.get(trigram);
      if (list) list.push(entry);
      else this.postings.set(trigram, [entry]);
    }
  }

  /** The texts at least `atLeast` alike, likest first; equally alike ones in the order they were added. */
  find(trigrams: Trigrams, atLeast: number): Similar<T>[] {
    const lists: number[][] = [];
    for (const trigram of trigrams) {
      const list = this.postings.get(trigram);
      if (list && list.length <= postingsFollowed) lists.push(list);
    }
    lists.sort((a, b) => a.length - b.length);
    const votes = new Map<number, number>();
    let most = 0;
    for (const list of lists.slice(0, trigramsTried)) {
      for (const entry of list) {
        const count = (votes.get(entry) ?? 0) + 1;
        votes.set(entry, count);
        most = Math.max(most, count);
      }
    }
    const likely = [...votes].filter(([, count]) => count * 2 >= most).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const found: Similar<T>[] = [];
    for (const [index] of likely.slice(0, candidatesCompared)) {
      const entry = this.entries[index];
      if (!entry) continue;
      const score = likeness(trigrams, entry.trigrams);
      if (score >= atLeast) found.push({ value: entry.value, score });
    }
    return found.sort((a, b) => b.score - a.score);
  }
}
