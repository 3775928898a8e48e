/** Compares answers in words: case, punctuation, articles and typing slips do not count, what is said does. */
import type { GradedToken, Rating, TypedGrade } from '../../../shared/contract.js';
import { align } from './align.js';
import { isSlip } from './distance.js';
import { answerWords, plain } from './plain.js';
import type { AnswerWord } from './plain.js';

/** Shares of the words that count, up to which an answer is the same, or close. */
const sameUpTo = 0.1;
const closeUpTo = 0.4;

/** Grades a typed text against the back of a card (Markdown). Never throws. */
export function gradeText(back: string, typed: string): TypedGrade {
  const compared = compareWords(answerWords(plain(back)), answerWords(typed));
  return { how: 'text', ...compared, suggested: suggestion(compared.verdict) };
}

/** What a verdict on words suggests. */
export const suggestion = (verdict: TypedGrade['verdict']): Rating =>
  ({ same: 'good', close: 'hard', different: 'again' })[verdict] as Rating;

type ComparedWords = Pick<TypedGrade, 'verdict' | 'typed' | 'expected' | 'differ' | 'of'>;

/** Is the one word meant by the other? */
export function isSameWord(expected: AnswerWord, typed: AnswerWord): boolean {
  if (expected.plain === typed.plain) return true;
  if (expected.exact || typed.exact || expected.negates !== typed.negates) return false;
  const isPlural = expected.plain === `${typed.plain}s` || typed.plain === `${expected.plain}s`;
  return isPlural || isSlip(expected.plain, typed.plain);
}

function compareWords(expected: readonly AnswerWord[], typed: readonly AnswerWord[]): ComparedWords {
  const cost = (one: AnswerWord, other: AnswerWord): number => (isSameWord(one, other) ? 0 : one.light === other.light ? 1 : 1.2);
  const given: GradedToken[] = typed.map(({ text }) => ({ text, state: 'ok', pair: null }));
  const wanted: GradedToken[] = expected.map(({ text }) => ({ text, state: 'ok', pair: null }));
  let differ = 0;
  let turned = false;
  for (const [i, j] of align(expected, typed, cost)) {
    const one = i === null ? undefined : expected[i];
    const other = j === null ? undefined : typed[j];
    const want = i === null ? undefined : wanted[i];
    const got = j === null ? undefined : given[j];
    if (want) want.pair = j;
    if (got) got.pair = i;
    if (one && other && isSameWord(one, other)) continue;
    const isFree = (one?.light ?? true) && (other?.light ?? true);
    if (isFree) continue;
    differ += 1;
    turned ||= one?.negates === true || other?.negates === true;
    const state = one && other ? 'wrong' : null;
    if (want) want.state = state ?? 'missing';
    if (got) got.state = state ?? 'extra';
  }
  const heavy = expected.filter((word) => !word.light).length;
  const of = Math.max(heavy, differ);
  const share = heavy === 0 ? (differ === 0 && sameLight(expected, typed) ? 0 : 1) : differ / heavy;
  // A short answer has no word to spare.
  const same = turned ? false : heavy <= 3 ? differ === 0 && share === 0 : share <= sameUpTo;
  const verdict = same ? 'same' : share <= closeUpTo && !turned ? 'close' : 'different';
  return { verdict, typed: given, expected: wanted, differ: verdict === 'same' || differ > 0 ? differ : 1, of: Math.max(of, 1) };
}

/** An answer of light words only ("all of them") has to be there word by word. */
const sameLight = (expected: readonly AnswerWord[], typed: readonly AnswerWord[]): boolean =>
  expected.length > 0 && expected.map(({ plain }) => plain).join(' ') === typed.map(({ plain }) => plain).join(' ');
