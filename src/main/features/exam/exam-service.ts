/** The exam a person studies for: its plan, and how they stand. What takes long is worked out in threads of their own. */
import { statSync } from 'node:fs';
import type {
  CurriculumFile,
  ExamCardRows,
  ExamForecast,
  ExamMap,
  ExamPlan,
  ExamToday,
  ExamView,
  Input,
  Output,
  TopicChoice,
} from '../../../shared/contract.js';
import { mostPlanDays } from '../../../shared/exam.js';
import { FailureError } from '../../../shared/result.js';
import { fileOf } from '../../note-files/note-on-disk.js';
import { daysBetween } from '../../domain/review/day.js';
import type { ExamSettingsStore } from '../../store/tables/exam-settings.js';
import type { TopicChoiceStore } from '../../store/tables/topic-choices.js';
import type { TaskThread } from '../../threads/task-thread.js';
import type { StudyDay } from '../review/study-day.js';
import { isThere } from './curriculum-file.js';
import type { ExamTasks } from './exam-work.js';
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
  /** Sets or ends the plan; returns what it was. Throws a FailureError `invalid-input` for a day too far away. */
  setPlan(plan: ExamPlan | null): ExamPlan | null;
  /** Which cards belong to which topic, and why. */
  map(): Promise<ExamMap>;
  cards(asked: Input<'exam.cards'>): Promise<ExamCardRows>;
  /** Stores where cards belong by the person's word; returns what was said before. Throws a FailureError `not-found` for another topic. */
  assign(choices: readonly TopicChoice[]): Promise<TopicChoice[]>;
  /** The curricula that can be chosen, and which one is. */
  curricula(): Promise<Output<'exam.curricula'>>;
  /** Chooses a curriculum; returns which one it was. Throws a FailureError `not-found` for one that is not there. */
  choose(curriculumId: string): Promise<string>;
  /** The file of the chosen curriculum; null when there is none. */
  curriculumFile(): string | null;
  /** Stops what is being worked out. */
  close(): Promise<void>;
}

interface Parts {
  settings: ExamSettingsStore;
  choices: TopicChoiceStore;
  study: Pick<StudyDay, 'moment'>;
  /** Changes with every write. */
  stamp: () => string;
  startersFolder: string | null;
  /** One for what several screens wait for, one for what may take seconds, one for what a person looks over. */
  threads: Record<'view' | 'forecast' | 'map', Pick<TaskThread<ExamTasks>, 'run' | 'cancel'>>;
  /** What `today` says is another thing now. */
  onChanged: () => void;
  onProgress: (done: number, total: number) => void;
  log: (error: unknown) => void;
}

export function createExamService(parts: Parts): ExamService {
  const { settings, choices, study, stamp, startersFolder, threads, onChanged, onProgress, log } = parts;
  let closed = false;
  let refreshing = false;
  let turn: Promise<unknown> = Promise.resolve();

  const chosenCurriculum = (): string => settings.get().curriculumId ?? shippedCurriculum;

  /** The file of the chosen curriculum; null when it is not there. */
  function fileThere(): string | null {
    const file = fileOf(chosenCurriculum(), startersFolder);
    return file !== null && isThere(file) ? file : null;
  }

  function curriculumFile(): string {
    const file = fileThere();
    if (file !== null) return file;
    throw new FailureError({
      code: 'not-found',
      message: 'The curriculum of the exam is not there.',
      where: chosenCurriculum(),
      hint: 'Put it back, or choose another curriculum.',
    });
  }

  const input = (): { curriculumFile: string; today: string } => ({ curriculumFile: curriculumFile(), today: study.moment().on });

  /** Changes when the file of the curriculum does. */
  function edition(): string {
    const file = fileThere();
    return file === null ? 'none' : `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`;
  }

  const standing = latest(
    () => [study.moment().on, stamp(), edition()].join(' '),
    async () => threads.view.run('exam', input()),
  );

  /** Lets what runs in the thread of the map finish before the next: a task that only reads would give way to it. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = turn.then(() => {
      if (closed) throw new FailureError({ code: 'cancelled', message: 'Etcdeck is closing.' });
      return run();
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  const allCurricula = (): Promise<CurriculumFile[]> => inTurn(() => threads.map.run('curricula', { startersFolder }));

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

    map: () => inTurn(() => threads.map.run('examMap', input())),
    cards: (asked) => inTurn(() => threads.map.run('examCards', { ...input(), asked })),

    async assign(said) {
      const { curriculum, domains } = await standing.get();
      const ids = new Set<string | null>([null, ...domains.flatMap(({ topics }) => topics.map(({ topicId }) => topicId))]);
      if (said.every(({ topic }) => topic === null || ids.has(topic.topicId))) {
        return choices.set(curriculum.short, said, study.moment().at);
      }
      throw new FailureError({ code: 'not-found', message: 'The curriculum has no such topic.', hint: 'Choose one of its topics.' });
    },

    async curricula() {
      return { chosen: chosenCurriculum(), curricula: await allCurricula() };
    },

    async choose(curriculumId) {
      const before = chosenCurriculum();
      const known = curriculumId === before || (await allCurricula()).some((one) => one.curriculumId === curriculumId);
      if (!known) throw new FailureError({ code: 'not-found', message: 'This curriculum is no longer there.', where: curriculumId });
      settings.set({ curriculumId });
      return before;
    },

    curriculumFile: fileThere,

    setPlan(plan) {
      if (plan && daysBetween(study.moment().on, plan.examOn) > mostPlanDays) {
        throw new FailureError({
          code: 'invalid-input',
          message: 'The exam is too far away to plan for.',
          hint: 'Choose a day in the next three years.',
        });
      }
      const before = settings.get().plan;
      settings.set({ plan });
      return before;
    },

    async close() {
      closed = true;
      await Promise.all([threads.view.cancel(), threads.forecast.cancel(), threads.map.cancel()]);
    },
  };
}
