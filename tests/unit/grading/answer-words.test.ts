import { describe, expect, it } from 'vitest';
import { gradeTyped } from '../../../src/main/domain/grading/index.js';
import type { TypedGrade } from '../../../src/shared/contract.js';
import { close, different, same, slips } from './answer-pairs.js';

const inWords = (back: string, typed: string): TypedGrade => gradeTyped({ kind: 'definition', front: 'What?', back }, [typed]);
const inGap = (back: string, typed: string): TypedGrade => gradeTyped({ kind: 'cloze', front: 'It is […].', back }, [typed]);

describe('An answer in words', () => {
  it('has at least 300 pairs to go by', () => {
    const all = [...same, ...slips, ...close, ...different].map(String);
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(same)('%s says the same as %s', (back, typed) => {
    expect(inWords(back, typed)).toMatchObject({ verdict: 'same', suggested: 'good', differ: 0 });
    expect(inGap(back, typed)).toMatchObject({ verdict: 'same', suggested: 'good', differ: 0 });
  });

  it.each(slips)('%s is the same with a slip as %s', (back, typed) => {
    expect(inWords(back, typed)).toMatchObject({ verdict: 'same', differ: 0 });
    expect(inGap(back, typed)).toMatchObject({ verdict: 'same', differ: 0 });
  });

  it.each(close)('%s is mostly said by %s', (back, typed) => {
    expect(inWords(back, typed)).toMatchObject({ verdict: 'close', suggested: 'hard' });
    expect(inGap(back, typed).verdict).not.toBe('same');
  });

  it.each(different)('%s is not %s', (back, typed) => {
    expect(inWords(back, typed)).toMatchObject({ verdict: 'different', suggested: 'again' });
    expect(inGap(back, typed)).toMatchObject({ verdict: 'different', suggested: 'again' });
    expect(inWords(back, typed).differ).toBeGreaterThan(0);
  });
});
