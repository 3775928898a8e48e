/** Compares answers in words: case, punctuation, articles and typing slips do not count, what is said does. */
import type { TypedGrade } from '../../../shared/contract.js';
import { gradeEnumeration } from './enumeration.js';
import { suggestion, verdictOf } from './verdict.js';
import { compareTexts } from './words/compare-words.js';

/** Grades a typed text against an answer, both plain. Never throws. */
export function gradeText(front: string, answer: string, typed: string): TypedGrade {
  const compared = compareTexts(answer, typed);
  const verdict = verdictOf(compared);
  const told = verdict === 'same' ? null : gradeEnumeration(front, answer, typed);
  if (told) return told;
  const { expected, typed: given, words } = compared;
  // Nothing is not the same as nothing, though no word of it differs.
  const differ = verdict === 'same' ? compared.differ : Math.max(compared.differ, 1);
  return { how: 'text', verdict, typed: given, expected, differ, of: Math.max(words, differ), suggested: suggestion(verdict) };
}
