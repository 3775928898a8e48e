/** What the exam needs around it, and what is known of it by now. What takes long is worked out in threads of their own. */
import { statSync } from 'node:fs';
import type { ExamView } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { fileOf } from '../../note-files/note-on-disk.js';
import type { ExamSettingsStore } from '../../store/tables/exam-settings.js';
import type { TopicChoiceStore } from '../../store/tables/topic-choices.js';
import type { TaskThread } from '../../threads/task-thread.js';
import type { StudyDay } from '../review/study-day.js';
import { isThere } from './curriculum-file.js';
import type { ExamTasks } from './exam-work.js';
import { latest, type Latest } from './latest.js';

/** The curriculum that ships with the app. */
const shippedCurriculum = 'starter:cka/curriculum.yaml';

export interface ExamParts {
  settings: ExamSettingsStore;
  choices: TopicChoiceStore;
  study: Pick<StudyDay, 'moment'>;
  /** Changes with every write. */
  stamp: () => string;
  startersFolder: string | null;
  /** One for what several screens wait for, one for what may take seconds, one for what a person looks over. */
  threads: Record<'view' | 'forecast' | 'map', Pick<TaskThread<ExamTasks>, 'run' | 'cancel'>>;
  /** What Today says of the exam is another thing now. */
  onChanged: () => void;
  onProgress: (done: number, total: number) => void;
  log: (error: unknown) => void;
}

export interface ExamContext extends ExamParts {
  /** How the person stands. Rejects with a FailureError `not-found` or `file` when there is no curriculum to read. */
  standing: Latest<ExamView>;
  /** Is `standing` being worked out for Today? */
  refreshing: boolean;
  /** Ends when the thread of the map is free. */
  turn: Promise<unknown>;
  closed: boolean;
}

export function createExamContext(parts: ExamParts): ExamContext {
  const { study, stamp, threads } = parts;
  const standing = latest(
    () => [study.moment().on, stamp(), editionOf(curriculumFile(parts))].join(' '),
    async () => threads.view.run('exam', examInput(parts)),
  );
  return { ...parts, standing, refreshing: false, turn: Promise.resolve(), closed: false };
}

/** Which curriculum the person chose. */
export function chosenCurriculum({ settings }: ExamParts): string {
  return settings.get().curriculumId ?? shippedCurriculum;
}

/** The file of the chosen curriculum; null when it is not there. */
export function curriculumFile(exam: ExamParts): string | null {
  const file = fileOf(chosenCurriculum(exam), exam.startersFolder);
  return file !== null && isThere(file) ? file : null;
}

/** What every task about the exam is asked with. Throws a FailureError `not-found` without a curriculum. */
export function examInput(exam: ExamParts): { curriculumFile: string; today: string } {
  const file = curriculumFile(exam);
  if (file !== null) return { curriculumFile: file, today: exam.study.moment().on };
  throw new FailureError({
    code: 'not-found',
    message: 'The curriculum of the exam is not there.',
    where: chosenCurriculum(exam),
    hint: 'Put it back, or choose another curriculum.',
  });
}

/** Lets what runs in the thread of the map finish before the next: a task that only reads would give way to it. */
export function inTurn<T>(exam: ExamContext, run: () => Promise<T>): Promise<T> {
  const mine = exam.turn.then(() => {
    if (exam.closed) throw new FailureError({ code: 'cancelled', message: 'Etcdeck is closing.' });
    return run();
  });
  exam.turn = mine.catch(() => undefined);
  return mine;
}

/** Stops what is being worked out. */
export async function closeExam(exam: ExamContext): Promise<void> {
  exam.closed = true;
  await Promise.all([exam.threads.view.cancel(), exam.threads.forecast.cancel(), exam.threads.map.cancel()]);
}

/** Changes when the file does. */
function editionOf(file: string | null): string {
  return file === null ? 'none' : `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`;
}
