import type { GradedToken, TypedGrade } from '../../../shared/contract.js';
import type { Differences } from './typing-messages.js';

/** One line of the list below the two answers. */
export interface Find {
  mark: 'missing' | 'wrong' | 'extra' | 'same' | 'slip';
  /** What it is about, as written by whoever has it. */
  text: string;
  /** The other side, for what is wrong, the same, or a slip. */
  other: string | null;
}

/** Lines of the list that are shown at most; the rest is marked in the answers. */
const mostFinds = 8;
const mostSame = 3;

/** A run of tokens next to each other that are in the same state: words that are missing together are one find. */
export function runs(tokens: readonly GradedToken[]): GradedToken[] {
  const found: GradedToken[] = [];
  for (const token of tokens) {
    const last = found.at(-1);
    if (last && last.state === token.state && token.state !== 'wrong')
      found[found.length - 1] = { ...last, text: beside(last.text, token.text) };
    else found.push(token);
  }
  return found;
}

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const unspacedEnd = new RegExp(`${unspaced}$`, 'u');
const unspacedStart = new RegExp(`^${unspaced}`, 'u');

/** Two pieces of a text next to each other; scripts without blanks between words get none. */
const beside = (one: string, other: string): string => `${one}${unspacedEnd.test(one) || unspacedStart.test(other) ? '' : ' '}${other}`;

/** Parts that differ, by how. A wrong one is counted once, though it stands on both sides. */
export function countDifferences({ expected, typed }: TypedGrade): Differences {
  return {
    missing: expected.filter(({ state }) => state === 'missing').length,
    wrong: typed.filter(({ state }) => state === 'wrong').length,
    extra: typed.filter(({ state }) => state === 'extra').length,
  };
}

/** The differences one by one, missing ones first; what is only spelled otherwise, or a slip that does not count, comes last. */
export function findsOf(grade: TypedGrade): { finds: Find[]; more: number } {
  const isWords = grade.how === 'text';
  const textsOf = (tokens: readonly GradedToken[], state: GradedToken['state']): GradedToken[] =>
    (isWords ? runs(tokens) : tokens).filter((token) => token.state === state);
  const other = ({ pair }: GradedToken): string | null => (pair === null ? null : (grade.expected[pair]?.text ?? null));
  const different: Find[] = [
    ...textsOf(grade.expected, 'missing').map(({ text }): Find => ({ mark: 'missing', text, other: null })),
    ...textsOf(grade.typed, 'wrong').map((token): Find => ({ mark: 'wrong', text: token.text, other: other(token) })),
    ...textsOf(grade.typed, 'extra').map(({ text }): Find => ({ mark: 'extra', text, other: null })),
  ];
  const same =
    grade.how === 'command'
      ? grade.typed
          .filter((token) => token.state === 'ok' && token.pair !== null && squeezed(other(token) ?? token.text) !== squeezed(token.text))
          .map((token): Find => ({ mark: 'same', text: token.text, other: other(token) }))
      : [];
  const otherwise =
    isWords || grade.how === 'cloze'
      ? grade.typed.flatMap((token): Find[] => {
          const mark = token.state === 'ok' ? spelling(other(token) ?? token.text, token.text) : null;
          return mark === null ? [] : [{ mark, text: token.text, other: other(token) }];
        })
      : [];
  const shown = different.slice(0, mostFinds);
  return { finds: [...shown, ...same.slice(0, mostSame), ...otherwise.slice(0, mostSame)], more: different.length - shown.length };
}

/** The differences in words, for the live region. */
export const spokenFinds = (grade: TypedGrade): string[] =>
  findsOf(grade)
    .finds.filter(({ mark }) => mark !== 'same' && mark !== 'slip')
    .map(({ mark, text }) => `${mark} ${text === '' ? 'gap' : text}`);

/** Is a back nothing but one line of code? Then the comparison already shows all of it; more lines may be comments or output. */
export const isOnlyCode = (back: string): boolean => /^`[^`]+`$|^```[^\n]*\n[^`\n]*\n```$/.test(back.trim());

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const longestLight = 3;
/** Letters alone, with what is written around them. */
const word = /^[\s\p{P}]*[\p{L}\p{M}'’-]+[\s\p{P}]*$/u;
/** A slip or two put in or leave out no more letters. */
const mostSlips = 2;

/**
 * How a word that counts as right was typed: as it is but for case and punctuation (null), with a slip, or in other words that mean the same,
 * as `40s` for "40 seconds". Short words as "a" for "the" are nothing to speak of.
 */
function spelling(expected: string, typed: string): 'slip' | 'same' | null {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const [one, other] = [letters(expected), letters(typed)];
  if (one === other || one.length <= longestLight) return null;
  const isOneWord = word.test(expected) && word.test(typed);
  return isOneWord && Math.abs(one.length - other.length) <= mostSlips ? 'slip' : 'same';
}
