/** The part of the contract about mock exams. */
import * as v from 'valibot';
import { longestTyped, typedGrade } from './grading.js';
import { cardKind, count, id, instant, method, nothing, text } from './schemas.js';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600));
const localDay = text;

/** Lengths that are offered beside the exam's own. */
export const shortMocks: readonly number[] = [15, 30, 60];

/** The exam a mock is one of. */
export const mockExam = v.strictObject({
  /** E.g. "CKA". */
  short: text,
  passPercent: percent,
  /** How long the real one takes. */
  minutes,
  domains: v.array(v.strictObject({ domainId: text, title: text, weightPercent: percent })),
});
export type MockExam = v.InferOutput<typeof mockExam>;

/** One part of a task while the mock goes on: the question, and what was typed so far. Its answer stays in the main process. */
const mockPart = v.strictObject({
  cardId: id,
  kind: cardKind,
  /** Markdown. */
  front: text,
  noteId: id,
  /** One text for each gap of a cloze card, else one. */
  typed: v.array(text),
});
export type MockPart = v.InferOutput<typeof mockPart>;

const mockTask = v.strictObject({
  /** The topic, which is what the list of tasks shows. */
  title: text,
  domain: text,
  state: v.picklist(['answered', 'begun', 'skipped', 'open']),
  flagged: v.boolean(),
  parts: v.array(mockPart),
});
export type MockTask = v.InferOutput<typeof mockTask>;

/** A mock that goes on. */
export const mockView = v.strictObject({
  mockId: id,
  exam: text,
  limitMs: count,
  leftMs: count,
  /** Index of the task on show. */
  at: count,
  tasks: v.array(mockTask),
});
export type MockView = v.InferOutput<typeof mockView>;

/** A mock that was begun and is neither finished nor deleted. */
export const openMock = v.strictObject({
  mockId: id,
  startedAt: instant,
  leftMs: count,
  tasks: count,
  answered: count,
});
export type OpenMock = v.InferOutput<typeof openMock>;

export const finishedMock = v.strictObject({
  mockId: id,
  startedAt: instant,
  startedOn: localDay,
  minutes,
  /** Time on its clock. */
  spentMs: count,
  tasks: count,
  scorePercent: percent,
  passed: v.boolean(),
  passPercent: percent,
});
export type FinishedMock = v.InferOutput<typeof finishedMock>;

export const mockHome = v.strictObject({
  exam: mockExam,
  open: v.nullable(openMock),
  /** Newest first. */
  finished: v.array(finishedMock),
});
export type MockHome = v.InferOutput<typeof mockHome>;

/** What a mock could be made of. */
export const mockSupply = v.strictObject({
  /** Cards that belong to a topic of the exam; others are not asked. */
  cards: count,
  domains: v.array(v.strictObject({ domainId: text, title: text, weightPercent: percent, cards: count })),
  /** The lengths that are offered, with the tasks they would have. */
  lengths: v.array(v.strictObject({ minutes, tasks: count })),
  /** Too few tasks for even the shortest. */
  tooFew: v.boolean(),
});
export type MockSupply = v.InferOutput<typeof mockSupply>;

/** An answer after the end. */
const reviewedPart = v.strictObject({
  cardId: id,
  kind: cardKind,
  front: text,
  back: text,
  typed: v.array(text),
  /** How it compares; null when nothing was typed. */
  grade: v.nullable(typedGrade),
  /** What it earns of its part: as graded, or as the person judged it. */
  credit: share,
  judged: v.boolean(),
  noteId: id,
  noteName: text,
  line: count,
  endLine: count,
});
export type ReviewedPart = v.InferOutput<typeof reviewedPart>;

export const mockResult = v.strictObject({
  ...finishedMock.entries,
  exam: text,
  /** How often it was left, and for how long its clock stood still in all. */
  stops: count,
  stoodMs: count,
  /** Its time ran out; else it was handed in. */
  timeUp: v.boolean(),
  domains: v.array(v.strictObject({ title: text, weightPercent: percent, tasks: count, scorePercent: percent })),
  reviewed: v.array(
    v.strictObject({ title: text, domain: text, flagged: v.boolean(), scorePercent: percent, parts: v.array(reviewedPart) }),
  ),
});
export type MockResult = v.InferOutput<typeof mockResult>;

const typed = v.pipe(v.array(v.pipe(text, v.maxLength(longestTyped))), v.minLength(1), v.maxLength(30));

/** What a person does in a mock. Each is stored before it is answered. */
export const mockStep = v.variant('type', [
  v.strictObject({ type: v.literal('typed'), cardId: id, texts: typed }),
  v.strictObject({ type: v.literal('went'), to: count }),
  v.strictObject({ type: v.literal('flagged'), task: count, flagged: v.boolean() }),
  v.strictObject({ type: v.literal('skipped'), task: count }),
]);
export type MockStep = v.InferOutput<typeof mockStep>;

const ofMock = v.strictObject({ mockId: id });
/** What is open now; null when its time is up, and the mock is over. */
const running = v.strictObject({ view: v.nullable(mockView) });

export const mockEvents = {
  /** The time that is left, every few seconds while a mock is open. */
  'mock.time': v.strictObject({ mockId: id, leftMs: count }),
  /** Its time is up. */
  'mock.over': ofMock,
} as const;

export const mockMethods = {
  'mock.home': method(nothing, mockHome, 'writes'),
  'mock.supply': method(nothing, mockSupply, 'reads'),
  /** Begins a mock and its clock; `conflict` while another is open, `not-found` with too few cards. */
  'mock.start': method(v.strictObject({ minutes }), mockView, 'writes'),
  /** Opens the mock that was left, or that a crash left; its clock goes on. `view` null when no time is left. */
  'mock.resume': method(ofMock, running, 'writes'),
  /** Does steps in their order. `view` null when the time was up before. */
  'mock.act': method(v.strictObject({ mockId: id, steps: v.pipe(v.array(mockStep), v.minLength(1), v.maxLength(50)) }), running, 'writes'),
  /** Closes it; its clock stands still. */
  'mock.leave': method(ofMock, nothing, 'writes'),
  'mock.finish': method(ofMock, nothing, 'writes'),
  'mock.result': method(ofMock, mockResult, 'writes'),
  /** What the person says an answer earns; null takes the graded credit again. */
  'mock.judge': method(v.strictObject({ mockId: id, cardId: id, credit: v.nullable(share) }), mockResult, 'writes'),
  /** Gives a mock up, or takes a finished one out of the history. */
  'mock.delete': method(ofMock, nothing, 'writes'),
  /** Takes that back; `conflict` for an open one when another was begun since. */
  'mock.restore': method(ofMock, nothing, 'writes'),
} as const;
