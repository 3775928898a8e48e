/** The exam a person studies for: its plan, and how they stand. What takes long is worked out in threads of their own. */
import { statSync } from 'node:fs';
import type { ExamForecast, ExamPlan, ExamToday, ExamView } from '../../shared/contract.js';
import { FailureError } from '../../shared/result.js';
import { fileOf } from '../library/note-on-disk.js';
import { daysBetween } from '../review/day.js';
import type { ExamSettingsStore } from '../store/exam-settings.js';
import type { StudyThread } from '../study-thread/study-thread.js';
import type { Study } from '../study/study.js';
import { latest } from './latest.js';

/** The curriculum that ships with the app. */
const shippedCurriculum = 'starter:cka/curriculum.yaml';

export interface ExamService {
  /** Throws a FailureError `not-found` or `file` when there is no curriculum to read. */
  view(): Promise<ExamView>;
  /** What Today says of it, at once; null without a plan or after the exam. */
  today(): ExamToday | null;
  /** What is left of today's plan, in its order. Throws a FailureError `conflict` without a plan or after the exam. */
  todaysCards(): Promise<string[]>;
  /** Throws a FailureError `cancelled` when stopped. */
  forecast(): Promise<ExamForecast | null>;
  cancel(): Promise<void>;
  /** Sets or ends the plan; returns what it was. */
  setPlan(plan: ExamPlan | null): ExamPlan | null;
  /** Stops what is being worked out. */
  close(): Promise<void>;
}

interface Parts {
  settings: ExamSettingsStore;
  study: Pick<Study, 'moment'>;
  /** Changes with every write. */
  stamp: () => string;
  startersFolder: string | null;
  /** A thread for what screens wait for, and one for what may take seconds. */
  threads: { view: StudyThread; forecast: StudyThread };
  /** What `today` says is another thing now. */
  onChanged: () => void;
  onProgress: (done: number, total: number) => void;
  log: (error: unknown) => void;
}

export function createExamService(parts: Parts): ExamService {
  const { settings, study, stamp, startersFolder, threads, onChanged, onProgress, log } = parts;
  let closed = false;
  let refreshing = false;

  function curriculumFile(): string {
    const file = fileOf(settings.get().curriculumId ?? shippedCurriculum, startersFolder);
    if (file !== null) return file;
    throw new FailureError({ code: 'not-found', message: 'There is no curriculum of the exam.', hint: 'Choose a curriculum file.' });
  }

  const input = (): { curriculumFile: string; today: string } => ({ curriculumFile: curriculumFile(), today: study.moment().on });

  /** Changes when the file of the curriculum does. */
  function edition(): string {
    try {
      const file = curriculumFile();
      return `${file} ${statSync(file).mtimeMs}`;
    } catch {
      return 'none';
    }
  }

  const standing = latest(
    () => [study.moment().on, stamp(), edition()].join(' '),
    async () => threads.view.run('exam', input(), () => undefined),
  );

  /** Works out anew what Today shows of it, and tells when that is done. */
  async function refresh(): Promise<void> {
    if (refreshing) return;
    refreshing = true;
    try {
      await standing.get();
      if (!closed) onChanged();
    } catch (error) {
      // The Exam screen says what is wrong with a curriculum; Today does without.
      if (!(error instanceof FailureError)) log(error);
    } finally {
      refreshing = false;
    }
  }

  return {
    view: () => standing.get(),

    today() {
      const { plan } = settings.get();
      const { on } = study.moment();
      if (plan === null || plan.examOn < on) return null;
      if (!standing.isCurrent()) void refresh();
      const last = standing.last();
      const today = last?.plan?.examOn === plan.examOn && last.daysLeft === daysBetween(on, plan.examOn) ? last.today : null;
      return {
        examOn: plan.examOn,
        daysLeft: daysBetween(on, plan.examOn),
        standing: last &&
          today && {
            short: last.curriculum.short,
            readiness: last.readiness,
            withheldFor: last.withheldFor,
            topics: last.topics,
            covered: last.covered,
            cards: today.cardIds.length,
            fresh: today.fresh,
            seconds: today.seconds,
            spentSeconds: today.spentSeconds,
          },
      };
    },

    async todaysCards() {
      const { today } = await standing.get();
      if (today) return today.cardIds;
      throw new FailureError({ code: 'conflict', message: 'There is no exam plan for today.', hint: 'Set the date of the exam.' });
    },

    forecast: () => threads.forecast.run('examForecast', input(), onProgress),
    cancel: () => threads.forecast.cancel(),

    setPlan(plan) {
      const before = settings.get().plan;
      settings.set({ plan });
      return before;
    },

    async close() {
      closed = true;
      await Promise.all([threads.view.cancel(), threads.forecast.cancel()]);
    },
  };
}
