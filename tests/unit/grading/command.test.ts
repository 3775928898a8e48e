import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/main/domain/grading/command.js';
import { contrary, different, same, slips } from './command-pairs.js';

describe('Grading a typed command', () => {
  it('has at least 200 pairs to go by', () => {
    const all = [...same, ...slips, ...different, ...contrary];
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all.map(String)).size).toBe(all.length);
  });

  it.each(same)('%s is the same as %s', (expected, typed) => {
    const grade = gradeCommand([expected], typed);
    expect(grade).toMatchObject({ verdict: 'same', suggested: 'good', differ: 0 });
  });

  it.each(slips)('%s is meant by %s', (expected, typed) => {
    expect(gradeCommand([expected], typed)).toMatchObject({ verdict: 'close', suggested: 'hard', differ: 1 });
  });

  it.each(different)('%s is not %s', (expected, typed) => {
    const grade = gradeCommand([expected], typed);
    expect(grade.verdict).not.toBe('same');
    expect(grade.differ).toBeGreaterThan(0);
  });

  it.each(contrary)('%s would not be done by %s', (expected, typed) => {
    const grade = gradeCommand([expected], typed);
    expect(grade.verdict).not.toBe('same');
    expect(grade.suggested).toBe('again');
  });
});
