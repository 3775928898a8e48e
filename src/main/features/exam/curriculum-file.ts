/** Reads the curriculum file of an exam. */
import { readFileSync, statSync } from 'node:fs';
import { FailureError } from '../../../shared/result.js';
import { readCurriculum } from '../../domain/exam/curriculum.js';
import type { Curriculum } from '../../domain/exam/curriculum.js';

/** Larger files are no curriculum, and not read. */
const largestBytes = 100_000;

/** Throws a FailureError `file` that says where it cannot be read and how to mend it. */
export function curriculumOf(file: string): Curriculum {
  const { curriculum, problems } = readCurriculum(textOf(file));
  if (curriculum) return curriculum;
  const [first] = problems;
  throw new FailureError({
    code: 'file',
    message: first?.message ?? 'The curriculum cannot be read.',
    where: `${file}:${first?.line ?? 1}`,
    hint: first?.hint ?? 'Choose another curriculum.',
  });
}

/** Is it a file at all? */
export const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

function textOf(file: string): string {
  try {
    const found = statSync(file);
    if (found.size > largestBytes) throw tooLarge(file);
    if (found.isFile()) return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof FailureError) throw error;
    // Said below, as for what is no file.
  }
  throw new FailureError({
    code: 'file',
    message: 'The curriculum file is not there or cannot be read.',
    where: file,
    hint: 'Put it back, or choose another curriculum.',
  });
}

const tooLarge = (file: string): FailureError =>
  new FailureError({
    code: 'file',
    message: 'The curriculum file is larger than 100 KB and is not read.',
    where: file,
    hint: 'Choose the curriculum file of the exam.',
  });
