import { describe, expect, it } from 'vitest';
import { areBuiltIn } from '../../../src/main/domain/grading/kubectl-names.js';
import { toolOf } from '../../../src/main/domain/grading/tools/index.js';
import { recordedPrograms, recordedTable } from '../decks/programs.js';

describe('What is known of a program', () => {
  it.each(recordedPrograms)('has all words of the commands of %s, so that none of them is a slip of another', (program) => {
    const words = Object.keys(recordedTable(program).commands).flatMap((path) => path.split(' ').filter(Boolean));
    const unknown = words.filter((word) => !toolOf(program).words.has(word) && !(program === 'kubectl' && areBuiltIn(word)));
    expect([...new Set(unknown)]).toEqual([]);
  });
});
