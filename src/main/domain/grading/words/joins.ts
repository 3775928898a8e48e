/** Neighbours that are one word on the other side: `replica set` for ReplicaSet, `not encrypted` for unencrypted. */
import { asWritten } from './answer-words.js';
import type { AnswerWord } from './answer-words.js';
import { bare } from './fold.js';
import { isNegated } from './opposites.js';
import { solid } from './shape.js';

/** Words that can be one: a formula has some, a name two or three. */
const mostJoined = 16;

/** The words with such neighbours as one, which then says what the word of the other side does. */
export function joinNeighbours(words: readonly AnswerWord[], other: readonly AnswerWord[]): AnswerWord[] {
  const wanted = wantedOf(other);
  const found: AnswerWord[] = [];
  for (let at = 0; at < words.length;) {
    const join = togetherAt(words, at, wanted) ?? deniedAt(words, at, other);
    if (join) found.push({ ...join.as, ...asWritten(words.slice(at, at + join.length)) });
    else found.push(words[at] as AnswerWord);
    at += join?.length ?? 1;
  }
  return found;
}

/** The words of the other side, by how they are written in small letters and without hyphens. */
interface Wanted {
  words: ReadonlyMap<string, AnswerWord>;
  keys: readonly string[];
  longest: number;
}

function wantedOf(other: readonly AnswerWord[]): Wanted {
  const words = new Map<string, AnswerWord>();
  for (const word of other) if (!words.has(word.shape.solid)) words.set(word.shape.solid, word);
  return { words, keys: [...words.keys()], longest: Math.max(0, ...other.map((word) => word.whole.length)) + 2 };
}

interface Join {
  length: number;
  as: AnswerWord;
}

function togetherAt(words: readonly AnswerWord[], at: number, { words: wanted, keys, longest }: Wanted): Join | null {
  const first = words[at];
  if (!first) return null;
  if (!keys.some((key) => key.length > first.solid.length && key.startsWith(first.solid))) return null;
  let { whole } = first;
  let found: Join | null = null;
  for (let i = at + 1; i < Math.min(words.length, at + mostJoined); i++) {
    whole += words[i]?.whole ?? '';
    if (whole.length > 2 * longest) break;
    const joined = bare(whole);
    const key = solid(joined.toLowerCase());
    const as = wanted.get(key) ?? wanted.get(key.replace(/s$/, ''));
    if (as && mayStandFor(words.slice(at, i + 1), joined, as)) found = { length: i + 1 - at, as };
  }
  return found;
}

/** What keeps its case is only itself in that case, and "not able" is not "notable", as "no schedule" is NoSchedule. */
function mayStandFor(run: readonly AnswerWord[], joined: string, word: AnswerWord): boolean {
  if (word.plain !== word.plain.toLowerCase() && word.plain !== joined) return false;
  const parts = word.whole.split(/-|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).map((part) => part.toLowerCase());
  return run.every((one) => !one.negates || (parts.length > 1 && parts.includes(one.whole.toLowerCase())));
}

/** `not mutable`, where the other side says `immutable`. */
function deniedAt(words: readonly AnswerWord[], at: number, other: readonly AnswerWord[]): Join | null {
  if (words[at]?.plain !== 'not') return null;
  const next = words.findIndex((word, i) => i > at && !word.light);
  const stem = words[next]?.plain;
  if (stem === undefined || next > at + 3) return null;
  const as = other.find((word) => isNegated(word.shape, stem));
  return as ? { length: next + 1 - at, as } : null;
}
