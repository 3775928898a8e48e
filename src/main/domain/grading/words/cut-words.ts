/** Cuts a text into words: at its blanks, and in scripts that have none between words, at each sign. */
import { fold } from './fold.js';
import { unspacedNegations } from './negations.js';
import { unspacedOpposites } from './opposite-words.js';
import { unspacedUnits } from './quantities.js';

/** A word as it stands in the text. */
export interface Piece {
  text: string;
  /** Stands right behind the one before it, without a blank. */
  isGlued: boolean;
}

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3005\\u3006]';
const katakana = '[\\p{Script=Katakana}\\u30fc]';
/** Words that have to stay whole: several signs that deny, measure, or say the contrary of others. */
const whole = [...unspacedNegations, ...unspacedUnits, ...unspacedOpposites].sort((one, other) => other.length - one.length);
const pieces = new RegExp(`${whole.join('|')}|${unspaced}|${katakana}+|(?:(?!${unspaced}|${katakana}).)+`, 'gu');
const isMixed = new RegExp(`${unspaced}|${katakana}`, 'u');
const isOneSign = new RegExp(`^${unspaced}$`, 'u');

/** The words of a text, at most `most`; what is beyond them is the last one. A blank that does not break (U+00A0) parts no words. */
export function cutWords(text: string, most: number): Piece[] {
  // "a store—consistent and watched" are two words.
  const parted = text.replace(/(?<=\p{L})\u2014(?=\p{L})/gu, ' \u2014 ');
  const found: Piece[] = [];
  for (const match of parted.matchAll(/(?:\S|\u00a0)+/g)) {
    for (const piece of cutChunk(match[0])) {
      if (found.length >= most - 1)
        return [
          ...found,
          {
            text: parted
              .slice(match.index + piece.at)
              .replace(/\s+/g, ' ')
              .trim(),
            isGlued: piece.at > 0,
          },
        ];
      if (fold(piece.text).trim() !== '') found.push({ text: piece.text, isGlued: piece.at > 0 });
    }
  }
  return found;
}

function* cutChunk(chunk: string): Generator<{ text: string; at: number }> {
  if (!isMixed.test(chunk)) yield { text: chunk, at: 0 };
  else for (const match of chunk.matchAll(pieces)) yield { text: match[0], at: match.index };
}

/** One sign of a script without blanks: about half a word. */
export const isHalfWord = (text: string): boolean => isOneSign.test(text);
