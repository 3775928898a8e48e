import { diffWordsWithSpace } from 'diff';

/** A run of words: kept, taken out, or put in. */
export interface DiffPart {
  text: string;
  change: 'same' | 'out' | 'in';
}

/** Past this many changed words two texts are two texts; comparing them further helps nobody and takes long. */
const mostChanges = 400;

/** What changed from one wording to the other, word by word. Texts that share next to nothing come back whole: out, then in. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return [{ text: after, change: 'same' }];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!parts) return [part(before, 'out'), part(after, 'in')].filter(({ text }) => text !== '');
  return parts.map(({ value, added, removed }) => part(value, added ? 'in' : removed ? 'out' : 'same'));
}

const part = (text: string, change: DiffPart['change']): DiffPart => ({ text, change });
