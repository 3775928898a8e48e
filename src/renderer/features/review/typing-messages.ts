/** What the window says about typed answers. */
import type { Rating, TypedGrade } from '../../../shared/contract.js';

const digits = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const spelled = (n: number): string => digits[n] ?? String(n);

/** How many parts of each kind differ. */
export interface Differences {
  missing: number;
  wrong: number;
  extra: number;
}

const parts: Record<TypedGrade['how'], [one: string, many: string]> = {
  command: ['part', 'parts'],
  text: ['word', 'words'],
  list: ['item', 'items'],
  sequence: ['step', 'steps'],
  cloze: ['gap', 'gaps'],
};

function differences({ missing, wrong, extra }: Differences, how: TypedGrade['how']): string {
  const found = [
    { n: missing, what: 'missing' },
    { n: wrong, what: 'wrong' },
    { n: extra, what: 'extra' },
  ].filter(({ n }) => n > 0);
  return found.map(({ n, what }, i) => `${spelled(n)}${i === 0 ? ` ${parts[how][n === 1 ? 0 : 1]}` : ''} ${what}`).join(', ');
}

const ratings: Record<Rating, string> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

export const typing = {
  yourCommand: 'Your command',
  yourAnswer: 'Your answer',
  gap: (n: number, of: number) => (of === 1 ? 'Your answer for the gap' : `Your answer for gap ${n} of ${of}`),
  commandHint: 'Graded by meaning: flags may come in any order, short or long. Shift Enter starts a line, Esc leaves the field.',
  textHint: 'Small slips do not count. Shift Enter starts a line, Esc leaves the field.',
  gapHint: 'Enter checks, Esc leaves the gap. Empty shows the answer.',
  typed: 'You typed',
  expected: 'Expected',
  differencesOf: 'Differences',
  marks: { missing: 'Missing', wrong: 'Wrong', extra: 'Extra', same: 'Same', slip: 'Slip' },
  /** Said before a part of the answer by screen readers. */
  state: { missing: 'missing: ', wrong: 'wrong: ', extra: 'extra: ', want: 'instead: ', ok: '' },
  /** Between a part as it was typed and as it is in the answer. */
  beside: { wrong: 'where the answer has', same: 'means the same as', slip: 'is spelled' },
  notAsked: 'was not asked for.',
  isMissing: 'is not in your answer.',
  more: (n: number) => `${n} more ${n === 1 ? 'difference' : 'differences'}, marked above.`,
  verdict: (grade: TypedGrade, counts: Differences) => {
    if (grade.verdict === 'same') return grade.how === 'command' ? 'The same command' : 'The same answer';
    const what = differences(counts, grade.how);
    const lead = grade.suggested === 'hard' ? 'Almost' : 'Not yet';
    return what === '' ? lead : `${lead}: ${what}`;
  },
  /** `2 of 6 parts differ: missing --prefix, wrong --limit 5. Suggested: Again.` */
  announced: (grade: TypedGrade, found: readonly string[], counts: Differences) => {
    const suggested = `Suggested: ${ratings[grade.suggested]}.`;
    if (grade.verdict === 'same') return `${typing.verdict(grade, counts)}. ${suggested}`;
    const [, many] = parts[grade.how];
    return `${grade.differ} of ${grade.of} ${many} ${grade.differ === 1 ? 'differs' : 'differ'}${found.length > 0 ? `: ${found.join(', ')}` : ''}. ${suggested}`;
  },
  suggested: 'suggested',
  failed: 'Your answer could not be compared. Compare it yourself.',

  keys: {
    check: 'Check what you typed; Space too while it is empty',
    line: 'Start a line in your answer',
    leave: 'Leave the field; Tab goes back',
    skip: 'Show answer without checking',
    accept: 'Take the suggested rating',
  },
};
