/** The words of an answer, and what in them counts when it is typed. */
import { cutWords, isHalfWord } from './cut-words.js';
import type { Piece } from './cut-words.js';
import { bare, fold, isSign, withoutUmlauts } from './fold.js';
import { isPunctuation, lightWords } from './light-words.js';
import { negation } from './negations.js';
import { glued, isRangeWord, isUnit, numberOf, valuesOf } from './quantities.js';
import { shapeOf, solid } from './shape.js';
import type { Shape } from './shape.js';

/** One word of an answer. */
export interface AnswerWord {
  /** As written, with its punctuation. */
  text: string;
  /** In its one form, with its punctuation and case; what stands together is joined by these. */
  whole: string;
  /** The same without punctuation, hyphens and case. */
  solid: string;
  /** To compare: without punctuation, in small letters but for flags, paths, variables and units. */
  plain: string;
  /** What it is made of. */
  shape: Shape;
  /** Other spellings that are as good. */
  also: readonly string[];
  /** What a quantity comes to. */
  values: readonly string[];
  /** Leaving it out does not change what was said. */
  light: boolean;
  /** Turns what was said around. */
  negates: boolean;
  /** Numbers, paths, flags, signs, names with digits: a letter more or less is another thing. */
  exact: boolean;
  /** Its share of the answer; in scripts without blanks, one sign is half a word. */
  weight: number;
  /** Stands right behind the word before it, without a blank. */
  isGlued: boolean;
}

/** Flags, paths and variables are told apart by their case. */
const keepsCase = /^--?\p{L}|^(?:~|\.{1,2})?\/.|^\$/u;
/** A dash that a word processor made before a letter: of one or of two. */
const madeDash = /^[\u2010-\u2015\u2212](?=\p{L})/u;

/**
 * The words of a plain text in their order, at most `most`; what is beyond them is the last one. Blanks that do not break (U+00A0) hold a
 * formula together.
 */
export const answerWords = (text: string, most = 400): AnswerWord[] =>
  withVariables(withQuantities(withRanges(cutWords(text, most).map(toWord))));

function toWord({ text, isGlued }: Piece): AnswerWord {
  const whole = fold(text.replace(/\u00a0/g, ''));
  const cased = bare(whole.replace(/(?<=\p{L})\(s\)/u, 's'));
  const small = cased.toLowerCase();
  const denied = negation(small);
  const number = numberOf(small);
  const values = number === null ? glued(cased) : valuesOf(number, null);
  const isCased = keepsCase.test(cased) || (values.length > 0 && number === null);
  const made = madeDash.test(text) ? cased.slice(1) : null;
  const plain = denied ?? number ?? (made === null ? (isCased ? cased : small) : flagOf(made));
  return {
    text,
    whole,
    solid: solid(small),
    plain,
    shape: shapeOf(plain.toLowerCase()),
    also: [...otherSpellings(text, small), ...(made === null ? [] : [`-${made}`, made])].filter((one) => one !== plain),
    values,
    light: denied === null && (lightWords.has(plain) || isPunctuation(plain)),
    negates: denied !== null,
    exact: isExact(plain),
    weight: number === null && isHalfWord(text) ? 0.5 : 1,
    isGlued,
  };
}

const flagOf = (name: string): string => (name.length > 1 ? `--${name}` : `-${name}`);

const isExact = (word: string): boolean => isSign(word) || /[^\p{L}\p{M}'-]|^-|-$/u.test(word);

function otherSpellings(text: string, small: string): string[] {
  if (small === '&' || small === '+') return ['and'];
  // "U.S."
  if (/^(?:\p{L}\.)+\p{L}$/u.test(small)) return [small.replaceAll('.', '')];
  // `v1.34`, and the path `.spec.replicas`
  if (/^v\d|^\.\p{L}[^/]*\.\p{L}/u.test(small)) return [small.slice(1)];
  return /[\u00e4\u00f6\u00fc]/i.test(text.normalize('NFC')) ? [bare(fold(withoutUmlauts(text))).toLowerCase()] : [];
}

/** Beside a sign, "a" is no article: `a < b`. */
function withVariables(words: readonly AnswerWord[]): AnswerWord[] {
  const isOperator = (word: AnswerWord | undefined): boolean => word !== undefined && !word.light && isSign(word.plain);
  return words.map((word, i) =>
    word.light && /^[a-z]$/.test(word.plain) && (isOperator(words[i - 1]) || isOperator(words[i + 1])) ? { ...word, light: false } : word,
  );
}

/** `40 seconds` is one word. */
function withQuantities(words: readonly AnswerWord[]): AnswerWord[] {
  return merged(words, (at) => {
    const [number, unit] = [words[at], words[at + 1]];
    if (!number || !unit) return null;
    const digits = numberOf(number.plain);
    const name = bare(unit.whole);
    if (digits === null || !isUnit(name)) return null;
    return { length: 2, plain: `${digits}${name}`, values: valuesOf(digits, name) };
  });
}

/** `30000 to 32767`, `between 30000 and 32767`: one word, as `30000-32767`. */
function withRanges(words: readonly AnswerWord[]): AnswerWord[] {
  return merged(words, (at) => {
    const start = words[at]?.plain === 'between' ? at + 1 : at;
    const [from, word, to] = words.slice(start, start + 3);
    if (!from || !word || !to || !isDigits(from.plain) || !isDigits(to.plain)) return null;
    if (start > at ? word.plain !== 'and' : !isRangeWord(word.plain)) return null;
    return { length: start + 3 - at, plain: `${from.plain}-${to.plain}`, values: [] };
  });
}

const isDigits = (word: string): boolean => /^\d+(?:\.\d+)?$/.test(word);

interface Merge {
  length: number;
  plain: string;
  values: readonly string[];
}

function merged(words: readonly AnswerWord[], find: (at: number) => Merge | null): AnswerWord[] {
  const found: AnswerWord[] = [];
  for (let at = 0; at < words.length;) {
    const merge = find(at);
    const run = words.slice(at, at + (merge?.length ?? 1));
    found.push(merge ? { ...oneOf(run, merge.plain), values: merge.values } : (run[0] as AnswerWord));
    at += run.length;
  }
  return found;
}

/** Several words as one, as they stand in the text. */
function oneOf(words: readonly AnswerWord[], plain: string): AnswerWord {
  return {
    ...asWritten(words),
    plain,
    shape: shapeOf(plain.toLowerCase()),
    also: [],
    values: [],
    light: false,
    negates: false,
    exact: true,
    weight: 1,
  };
}

/** What stays of the words a run is made of when they become one. */
export const asWritten = (words: readonly AnswerWord[]): Pick<AnswerWord, 'text' | 'whole' | 'solid' | 'isGlued'> => ({
  text: words.map((word, i) => (i > 0 && !word.isGlued ? ' ' : '') + word.text).join(''),
  whole: words.map((word) => word.whole).join(''),
  solid: solid(bare(words.map((word) => word.whole).join('')).toLowerCase()),
  isGlued: words[0]?.isGlued ?? false,
});
