/** Cloze cards: what is typed into the gaps of a sentence. */
import { gapsIn } from '../../../shared/grading.js';
import type { GradedToken, TypedGrade } from '../../../shared/contract.js';
import { gradeEnumeration } from './enumeration.js';
import { isClose, isSame, suggestion } from './verdict.js';
import { compareTexts } from './words/compare-words.js';

/** The answers of a cloze card, one a gap; `back` is plain. */
function gapAnswers(front: string, back: string): string[] {
  const gaps = gapsIn(front);
  if (gaps === 1) return [back];
  const parts = back.split(/,\s+/);
  return parts.length === gaps ? parts : [back];
}

/** Grades what was typed into each gap; `back` is plain. Never throws. */
export function gradeCloze(front: string, back: string, typed: readonly string[]): TypedGrade {
  const answers = gapAnswers(front, back);
  const given = answers.length === 1 ? [typed.join(' ').trim()] : answers.map((_, i) => typed[i]?.trim() ?? '');
  const gaps = answers.map((answer, i) => gradeGap(front, answer, given[i] ?? ''));
  const expected = answers.map((text, i): GradedToken => ({
    text,
    state: gaps[i] === 'same' ? 'ok' : given[i] === '' ? 'missing' : 'wrong',
    pair: i,
  }));
  const got = given.map((text, i): GradedToken => ({ text, state: gaps[i] === 'same' ? 'ok' : 'wrong', pair: i }));
  const differ = gaps.filter((gap) => gap !== 'same').length;
  const verdict = differ === 0 ? 'same' : mostlyRight(gaps, differ) ? 'close' : 'different';
  return { how: 'cloze', verdict, typed: got, expected, differ, of: answers.length, suggested: suggestion(verdict) };
}

type Gap = TypedGrade['verdict'] | 'contrary';

/** A gap is short: every word of it counts. */
function gradeGap(front: string, answer: string, typed: string): Gap {
  const compared = compareTexts(answer, typed);
  if (isSame(compared) || gradeEnumeration(front, answer, typed)) return 'same';
  return compared.isContrary ? 'contrary' : isClose(compared) ? 'close' : 'different';
}

/** Half of the gaps are right, or most of the only one; what says the contrary is never close. */
const mostlyRight = (gaps: readonly Gap[], differ: number): boolean =>
  gaps.length > 1 ? differ * 2 <= gaps.length && !gaps.includes('contrary') : gaps.every((gap) => gap === 'close');
