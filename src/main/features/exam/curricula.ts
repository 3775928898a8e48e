/** The curricula a person can choose from: those that ship with the app, and those that lie beside their notes. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CurriculumFile } from '../../../shared/exam.js';
import { FailureError } from '../../../shared/result.js';
import { fileOf } from '../../note-files/note-on-disk.js';
import { curriculumOf, isThere } from './curriculum-file.js';

/** A curriculum of one's own has this name, in any folder of notes. */
const fileName = 'curriculum.yaml';

/** The curricula of these folders and of the app, which come first. One that cannot be read says why. */
export function curriculaIn(folders: readonly string[], startersFolder: string | null): CurriculumFile[] {
  const own = folders.map((folder) => join(folder, fileName)).sort();
  return [...shipped(startersFolder), ...own].flatMap((curriculumId) => {
    const file = fileOf(curriculumId, startersFolder);
    return file !== null && isThere(file) ? [described(curriculumId, file)] : [];
  });
}

function shipped(startersFolder: string | null): string[] {
  if (startersFolder === null) return [];
  try {
    const folders = readdirSync(startersFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => `starter:${name}/${fileName}`).sort();
  } catch {
    return [];
  }
}

function described(curriculumId: string, file: string): CurriculumFile {
  try {
    const { exam, short, version } = curriculumOf(file);
    return { curriculumId, file, exam, short, version, problem: null };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { message, where = file, hint = '' } = error.failure;
    return { curriculumId, file, exam: '', short: '', version: '', problem: { message, where, hint } };
  }
}
