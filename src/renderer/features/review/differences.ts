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
      found[found.length - 1] = { ...last, text: `${last.text} ${token.text}` };
    else found.push(token);
  }
  return found;
}

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
  const slips =
    isWords || grade.how === 'cloze'
      ? grade.typed
          .filter((token) => token.state === 'ok' && isSlip(other(token) ?? token.text, token.text))
          .map((token): Find => ({ mark: 'slip', text: token.text, other: other(token) }))
      : [];
  const shown = different.slice(0, mostFinds);
  return { finds: [...shown, ...same.slice(0, mostSame), ...slips.slice(0, mostSame)], more: different.length - shown.length };
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

/** Was a word of some length written otherwise, but for case and punctuation? Short words as "a" for "the" are no slip. */
function isSlip(expected: string, typed: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(expected) !== letters(typed) && letters(expected).length > longestLight;
}
