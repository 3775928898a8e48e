import { describe, expect, it } from 'vitest';
import { gradeCommand } from '../../../src/main/domain/grading/command.js';
import { different, same } from './command-pairs.js';

describe('Grading a typed command', () => {
  it('has at least 200 pairs to go by', () => {
    expect(same.length + different.length).toBeGreaterThanOrEqual(200);
    expect(new Set([...same, ...different].map(String)).size).toBe(same.length + different.length);
  });

  it.each(same)('%s is the same as %s', (expected, typed) => {
    const grade = gradeCommand([expected], typed);
    expect(grade).toMatchObject({ verdict: 'same', suggested: 'good', differ: 0 });
  });

  it.each(different)('%s is not %s', (expected, typed) => {
    const grade = gradeCommand([expected], typed);
    expect(grade.verdict).not.toBe('same');
    expect(grade.differ).toBeGreaterThan(0);
  });
});
