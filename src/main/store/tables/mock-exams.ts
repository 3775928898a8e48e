/** Mock exams: what each asks, as it was when it began, and what was done in it, one row an action. */
import * as v from 'valibot';
import { mockExam } from '../../../shared/mock.js';
import type { MockExam } from '../../../shared/mock.js';
import { typedGrade } from '../../../shared/grading.js';
import type { TypedGrade } from '../../../shared/grading.js';
import { cardKind } from '../../../shared/schemas.js';
import type { MockAction, MockEvent } from '../../domain/mock/mock.js';
import type { Database } from '../open/database.js';
import { arrayOf } from './json.js';

const askedCard = v.object({
  cardId: v.string(),
  kind: cardKind,
  front: v.string(),
  back: v.string(),
  noteId: v.string(),
  noteName: v.string(),
  line: v.number(),
  endLine: v.number(),
});
/** A card as it was when the mock began: later edits change no mock that was taken. */
export type AskedCard = v.InferOutput<typeof askedCard>;

const askedTask = v.object({
  title: v.string(),
  domainId: v.string(),
  cards: v.array(askedCard),
});
export type AskedTask = v.InferOutput<typeof askedTask>;

export interface NewMock {
  mockId: string;
  startedAt: number;
  startedOn: string;
  minutes: number;
  seed: string;
  exam: MockExam;
  tasks: AskedTask[];
}

export type Grades = Readonly<Record<string, TypedGrade>>;

export interface StoredMock extends NewMock {
  /** Time on its clock when that was last written. */
  spentMs: number;
  finishedAt: number | null;
  /** By card; null until they are worked out. */
  grades: Grades | null;
  deletedAt: number | null;
}

/** A line of the history. */
export interface MockRow {
  mockId: string;
  startedAt: number;
  startedOn: string;
  minutes: number;
  spentMs: number;
  tasks: number;
  passPercent: number;
  /** null until it is worked out. */
  scorePercent: number | null;
}

export interface MockStore {
  create(mock: NewMock): void;
  /** null for none, also when it is of a kind this version cannot read. */
  get(mockId: string): StoredMock | null;
  /** The mock that is neither finished nor deleted; there is one at most. */
  openId(): string | null;
  events(mockId: string): MockEvent[];
  /** Adds actions, all or none; what is typed for one card in one go is one row. */
  append(mockId: string, actions: readonly MockAction[], spentMs: number, at: number): void;
  /** The time on its clock. */
  spend(mockId: string, spentMs: number): void;
  finish(mockId: string, spentMs: number, at: number): void;
  setResult(mockId: string, grades: Grades, scorePercent: number): void;
  setDeleted(mockId: string, at: number | null): void;
  /** Finished ones, newest first. */
  history(): MockRow[];
  /** Removes what was deleted for good. */
  purge(): void;
}

type Row = Omit<StoredMock, 'exam' | 'tasks' | 'grades'> & { exam: string; tasks: string; grades: string | null };

const json = <S extends v.GenericSchema>(schema: S) => v.pipe(v.string(), v.parseJson(), schema);
const storedExam = json(mockExam);
const storedTasks = json(v.array(askedTask));
const storedGrades = json(v.record(v.string(), typedGrade));
const storedAction = json(
  v.variant('type', [
    v.object({ type: v.literal('typed'), cardId: v.string(), texts: v.array(v.string()) }),
    v.object({ type: v.literal('went'), to: v.number() }),
    v.object({ type: v.literal('flagged'), task: v.number(), flagged: v.boolean() }),
    v.object({ type: v.literal('skipped'), task: v.number() }),
    v.object({ type: v.literal('resumed') }),
    v.object({ type: v.literal('finished') }),
    v.object({ type: v.literal('judged'), cardId: v.string(), credit: v.nullable(v.number()) }),
  ]),
);

function mockOf(row: Row): StoredMock | null {
  const exam = v.safeParse(storedExam, row.exam);
  const tasks = v.safeParse(storedTasks, row.tasks);
  const grades = row.grades === null ? null : v.safeParse(storedGrades, row.grades);
  if (!exam.success || !tasks.success) return null;
  return { ...row, exam: exam.output, tasks: tasks.output, grades: grades?.success ? grades.output : null };
}

export function createMockStore(db: Database): MockStore {
  const columns = 'mockId, startedAt, startedOn, minutes, seed, exam, tasks, spentMs';
  const insert = db.prepare(`INSERT INTO mocks (${columns}) VALUES (@mockId, @startedAt, @startedOn, @minutes, @seed, @exam, @tasks, 0)`);
  const get = db.prepare<[string], Row>(`SELECT ${columns}, finishedAt, grades, deletedAt FROM mocks WHERE mockId = ?`);
  const open = db
    .prepare<[], string>('SELECT mockId FROM mocks WHERE finishedAt IS NULL AND deletedAt IS NULL ORDER BY startedAt DESC LIMIT 1')
    .pluck();
  const events = db.prepare<[string], { spentMs: number; action: string }>(
    'SELECT spentMs, action FROM mockActions WHERE mockId = ? ORDER BY position',
  );
  const last = db.prepare<[string], { position: number; action: string }>(
    'SELECT position, action FROM mockActions WHERE mockId = ? ORDER BY position DESC LIMIT 1',
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO mockActions (mockId, position, at, spentMs, action) VALUES (@mockId, @position, @at, @spentMs, @action)`,
  );
  const spend = db.prepare('UPDATE mocks SET spentMs = max(spentMs, ?) WHERE mockId = ?');
  const finish = db.prepare('UPDATE mocks SET finishedAt = ? WHERE mockId = ? AND finishedAt IS NULL');
  const setResult = db.prepare('UPDATE mocks SET grades = ?, scorePercent = ? WHERE mockId = ?');
  const setDeleted = db.prepare('UPDATE mocks SET deletedAt = ? WHERE mockId = ?');
  const history = db.prepare<[], MockRow>(
    `SELECT mockId, startedAt, startedOn, minutes, spentMs, json_array_length(${arrayOf('tasks')}) AS tasks,
       CASE WHEN json_valid(exam) THEN coalesce(json_extract(exam, '$.passPercent'), 0) ELSE 0 END AS passPercent, scorePercent
     FROM mocks WHERE finishedAt IS NOT NULL AND deletedAt IS NULL ORDER BY startedAt DESC, mockId`,
  );
  const purge = db.prepare('DELETE FROM mocks WHERE deletedAt IS NOT NULL');

  const eventOf = ({ spentMs, action }: { spentMs: number; action: string }): MockEvent[] => {
    const read = v.safeParse(storedAction, action);
    return read.success ? [{ action: read.output, spentMs }] : [];
  };

  const append = db.transaction<MockStore['append']>((mockId, actions, spentMs, at) => {
    for (const action of actions) {
      const newest = last.get(mockId);
      const before = newest && v.safeParse(storedAction, newest.action);
      const goesOn = action.type === 'typed' && before?.success && before.output.type === 'typed' && before.output.cardId === action.cardId;
      const position = newest ? newest.position + (goesOn ? 0 : 1) : 0;
      put.run({ mockId, position, at, spentMs, action: JSON.stringify(action) });
    }
    spend.run(spentMs, mockId);
  });

  const end = db.transaction<MockStore['finish']>((mockId, spentMs, at) => {
    append(mockId, [{ type: 'finished' }], spentMs, at);
    finish.run(at, mockId);
  });

  return {
    create: ({ exam, tasks, ...mock }) => void insert.run({ ...mock, exam: JSON.stringify(exam), tasks: JSON.stringify(tasks) }),
    get(mockId) {
      const row = get.get(mockId);
      return row ? mockOf(row) : null;
    },
    openId: () => open.get() ?? null,
    events: (mockId) => events.all(mockId).flatMap(eventOf),
    append: (...input) => append.immediate(...input),
    spend: (mockId, spentMs) => void spend.run(spentMs, mockId),
    finish: (...input) => end.immediate(...input),
    setResult: (mockId, grades, scorePercent) => void setResult.run(JSON.stringify(grades), scorePercent, mockId),
    setDeleted: (mockId, at) => void setDeleted.run(at, mockId),
    history: () => history.all(),
    purge: () => void purge.run(),
  };
}
