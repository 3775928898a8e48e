import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeTyped } from '../../../src/main/domain/grading/index.js';
import type { CardKind, TypedGrade } from '../../../src/shared/contract.js';
import { differentLists, differentSteps, sameLists, sameSteps } from './list-pairs.js';

const grade = (kind: CardKind, items: readonly string[], typed: string): TypedGrade =>
  gradeTyped({ kind, front: 'Which?', back: items.map((item) => `- ${item}`).join('\n') }, [typed]);

describe('A list', () => {
  it.each(sameLists)('of %s is typed as %s', (items, typed) => {
    expect(grade('list', items, typed)).toMatchObject({ how: 'list', verdict: 'same', suggested: 'good', differ: 0 });
  });

  it.each(differentLists)('of %s is not %s', (items, typed) => {
    expect(grade('list', items, typed).verdict).not.toBe('same');
    expect(grade('list', items, typed).differ).toBeGreaterThan(0);
  });

  it.each(sameSteps)('of the steps %s is typed as %s', (items, typed) => {
    expect(grade('sequence', items, typed)).toMatchObject({ how: 'sequence', verdict: 'same', suggested: 'good' });
  });

  it.each(differentSteps)('of the steps %s is not %s', (items, typed) => {
    expect(grade('sequence', items, typed).verdict).not.toBe('same');
  });

  it('is different, not close, when one of many items says the contrary', () => {
    const items = ['starts the Pod', 'stops the Pod', 'reads the state encrypted', 'writes the log', 'keeps the name', 'serves the API'];
    const typed = items.join('\n').replace('encrypted', 'unencrypted');
    expect(grade('list', items, typed)).toMatchObject({ verdict: 'different', suggested: 'again', differ: 1 });
  });

  const item = fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8})?$/);
  it('is the same in any order, and not with an item left out or put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(item, { minLength: 2, maxLength: 8 }), fc.nat(), (items, turn) => {
        fc.pre(items.every((one) => !/\b(?:and|or|not|no|und|oder|et)\b/.test(one)));
        const at = turn % items.length;
        const turned = [...items.slice(at), ...items.slice(0, at)].reverse();
        expect(grade('list', items, turned.join('\n')).verdict).toBe('same');
        expect(grade('list', items, turned.join(', ')).verdict).toBe('same');
        expect(grade('list', items, turned.slice(1).join('\n')).verdict).not.toBe('same');
        expect(grade('list', items, [...turned, 'zzzz qqqq'].join('\n')).verdict).not.toBe('same');
      }),
      { numRuns: 300 },
    );
  });
});
