/** What the study thread is asked and answers; everything here can be sent between threads. */
import type {
  CurriculumFile,
  ExamCardRows,
  ExamForecast,
  ExamMap,
  ExamView,
  FitResult,
  Rescheduling,
  Workload,
} from '../../shared/contract.js';
import type { Failure } from '../../shared/result.js';
import type { Curriculum } from '../domain/exam/curriculum.js';
import type { MockShape } from '../domain/mock/mock-tasks.js';
import type { AskedTask } from '../store/tables/mock-exams.js';
import type { CardsAsked } from '../features/exam/exam-map.js';
import type { DomainSupply } from '../features/mock/mock-work.js';

interface OfPreset {
  presetId: string;
  /** The study day it is, and the instant. */
  today: string;
  at: number;
}

interface OfExam {
  curriculumFile: string;
  /** The study day it is. */
  today: string;
}

export interface Tasks {
  /** What rescheduling would do. Stores nothing. */
  rescheduling: { input: OfPreset; result: Rescheduling };
  reschedule: { input: OfPreset; result: Rescheduling & { rescheduleId: string | null } };
  undoReschedule: { input: { rescheduleId: string; at: number }; result: null };
  workload: { input: OfPreset; result: Workload };
  /** Trains weights. Stores nothing. */
  fit: { input: OfPreset; result: FitResult };
  /** Chooses the tasks of a mock exam. Stores nothing. */
  mockTasks: { input: { curriculum: Curriculum; shape: MockShape; seed: string }; result: AskedTask[] };
  /** What there is to choose from, for tasks of these numbers of parts. */
  mockSupply: { input: { curriculum: Curriculum; parts: number[] }; result: DomainSupply[] };
  /** How the person stands before the exam. Stores nothing. */
  exam: { input: OfExam; result: ExamView };
  /** The plan played through to exam day; null without one. Stores nothing. */
  examForecast: { input: OfExam; result: ExamForecast | null };
  /** Which cards belong to which topic. Stores nothing. */
  examMap: { input: OfExam; result: ExamMap };
  examCards: { input: OfExam & { asked: CardsAsked }; result: ExamCardRows };
  /** The curricula that can be chosen. Stores nothing. */
  curricula: { input: { startersFolder: string | null }; result: CurriculumFile[] };
}

export type TaskName = keyof Tasks;
export type TaskRequest = { [N in TaskName]: { name: N; input: Tasks[N]['input'] } }[TaskName];

export type OnProgress = (done: number, total: number) => void;

export interface ThreadSettings {
  dataFolder: string;
  request: TaskRequest;
}

export type Reply =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'value'; value: unknown }
  | { kind: 'failure'; failure: Failure }
  | { kind: 'error'; message: string; stack: string | undefined };
