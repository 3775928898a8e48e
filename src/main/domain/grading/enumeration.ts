/** Answers that only tell several things ("TCP, UDP and SCTP"): in any order they say the same. */
import type { TypedGrade } from '../../../shared/contract.js';
import { gradeList, itemsInLine } from './list.js';

/** Longer items are clauses, and their order may say something. */
const mostWords = 4;
/** A longer answer is more than a handful of things. */
const longest = 300;
/** What tells, in the answer or in the question, that the order matters. */
const ordered =
  /\b(?:then|first|second|before|after|next|finally|order|sequence|steps?|phases?|stages?|how|respectively|dann|danach|zuerst|reihenfolge|schritte?|bzw)\b|[-=]>|[\u2192\u21d2]|然后|之后|顺序|步骤/i;
const choice = /\b(?:or|oder|ou)\b|或/i;

/** The grade of a typed text that has all the things the answer tells, and no other; null for anything else. All plain. */
export function gradeEnumeration(front: string, answer: string, typed: string): TypedGrade | null {
  if (answer.length > longest || typed.length > 2 * longest || answer.includes('\n')) return null;
  if (ordered.test(front) || ordered.test(answer) || ordered.test(typed) || choice.test(answer) !== choice.test(typed)) return null;
  const items = itemsInLine(answer.replace(/[.!]$/, ''));
  const isShort = items.length > 1 && items.every((item) => item.split(/\s+/).length <= mostWords && !/[.:!?]\s/.test(item));
  if (!isShort) return null;
  const grade = gradeList(items, typed, false);
  return grade.verdict === 'same' ? grade : null;
}
