/** Cloze cards: what is typed into the gaps of a sentence. */
import { gapMark } from '../../../shared/grading.js';
import type { GradedToken, TypedGrade } from '../../../shared/contract.js';
import { answerWords, plain } from './plain.js';
import { isSameWord, suggestion } from './text.js';

/** How many gaps the front of a cloze card has; at least one. */
export const gapsIn = (front: string): number => Math.max(1, front.split(gapMark).length - 1);

/** The answers of a cloze card, one a gap. */
export function gapAnswers(front: string, back: string): string[] {
  const gaps = gapsIn(front);
  const whole = plain(back);
  if (gaps === 1) return [whole];
  const parts = whole.split(/,\s+/);
  return parts.length === gaps ? parts : [whole];
}

/** Grades what was typed into each gap. Never throws. */
export function gradeCloze(front: string, back: string, typed: readonly string[]): TypedGrade {
  const answers = gapAnswers(front, back);
  const given = answers.length === 1 ? [typed.join(' ').trim()] : answers.map((_, i) => typed[i]?.trim() ?? '');
  const right = answers.map((answer, i) => isAnswer(answer, given[i] ?? ''));
  const near = answers.map((answer, i) => isNear(answer, given[i] ?? ''));
  const expected = answers.map((text, i): GradedToken => ({
    text,
    state: right[i] ? 'ok' : given[i] === '' ? 'missing' : 'wrong',
    pair: i,
  }));
  const got = given.map((text, i): GradedToken => ({ text, state: right[i] ? 'ok' : 'wrong', pair: i }));
  const differ = right.filter((one) => !one).length;
  const isClose = answers.length > 1 ? differ * 2 <= answers.length : right.every((one, i) => one || near[i]);
  const verdict = differ === 0 ? 'same' : isClose ? 'close' : 'different';
  return { how: 'cloze', verdict, typed: got, expected, differ, of: answers.length, suggested: suggestion(verdict) };
}

/** The same words in the same order; light ones may be left out. */
function isAnswer(answer: string, typed: string): boolean {
  const heavy = (text: string) => answerWords(text).filter((word) => !word.light);
  const one = heavy(answer);
  const other = heavy(typed);
  if (one.length === 0)
    return (
      answerWords(answer)
        .map((word) => word.plain)
        .join(' ') ===
      answerWords(typed)
        .map((word) => word.plain)
        .join(' ')
    );
  return one.length === other.length && one.every((word, i) => isSameWord(word, other[i] ?? word));
}

/** Half of the words, or more, are there. */
function isNear(answer: string, typed: string): boolean {
  const words = answerWords(typed);
  const one = answerWords(answer).filter((word) => !word.light);
  return one.length > 1 && one.filter((word) => words.some((other) => isSameWord(word, other))).length * 2 >= one.length;
}
