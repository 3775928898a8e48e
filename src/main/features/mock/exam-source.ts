/** The exam mocks are made of: its curriculum, read once for each edition of the file. */
import { readFileSync, statSync } from 'node:fs';
import type { MockExam } from '../../../shared/mock.js';
import { FailureError } from '../../../shared/result.js';
import { readCurriculum } from '../../domain/exam/curriculum.js';
import type { Curriculum } from '../../domain/exam/curriculum.js';

/** Reads the curriculum in the file that `fileOf` names. Throws a FailureError when there is none, or none that can be used. */
export function createExamSource(fileOf: () => string | null): () => Curriculum {
  let known: { edition: string; curriculum: Curriculum } | null = null;
  return () => {
    const file = fileOf();
    if (file === null) {
      throw new FailureError({
        code: 'not-found',
        message: 'There is no curriculum of an exam.',
        hint: 'Mock exams need one to choose from.',
      });
    }
    const edition = `${file} ${statSync(file).mtimeMs}`;
    if (known?.edition !== edition) known = { edition, curriculum: read(file) };
    return known.curriculum;
  };
}

function read(file: string): Curriculum {
  const { curriculum, problems } = readCurriculum(readFileSync(file, 'utf8'));
  if (curriculum) return curriculum;
  const [first] = problems;
  throw new FailureError({
    code: 'file',
    message: first?.message ?? 'The curriculum cannot be read.',
    where: `${file}:${first?.line ?? 1}`,
    ...(first && { hint: first.hint }),
  });
}

export const mockExamOf = ({ short, format, domains }: Curriculum): MockExam => ({
  short,
  passPercent: format.passPercent,
  minutes: Math.round(format.minutes),
  domains: domains.map(({ id, title, weightPercent }) => ({ domainId: id, title, weightPercent })),
});
