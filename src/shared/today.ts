/** The part of the contract about the study day: what waits, in which decks, and what was done lately. */
import * as v from 'valibot';
import { backlog, catchUp, catchUpMethods } from './catch-up.js';
import { examToday } from './exam.js';
import { openMock } from './mock.js';
import { count, counts, instant, localDay, method, nothing, text } from './schemas.js';
import { pausedSession } from './session.js';

/** More (or fewer) cards than a deck's preset gives, on one study day. */
export const extra = v.strictObject({
  new: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
  reviews: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
});
export type Extra = v.InferOutput<typeof extra>;

/** One deck of the tree, parents before children; counts include the children. */
export const deckRow = v.strictObject({
  path: text,
  name: text,
  depth: count,
  hasChildren: v.boolean(),
  collapsed: v.boolean(),
  cards: count,
  counts,
});
export type DeckRow = v.InferOutput<typeof deckRow>;

export const todayView = v.strictObject({
  dayOn: localDay,
  counts,
  /** Rough time for today's cards; from the person's own pace once there are answers, else 15 s a card. */
  estimateMinutes: count,
  decks: v.array(deckRow),
  cards: count,
  /** When nothing is due: the next instant something will be, or null when no card has a schedule. */
  nextDueAt: v.nullable(instant),
  dueTomorrow: count,
  answeredToday: count,
  /** The current week, Monday first: was anything answered on that day? `null` for days still to come. */
  week: v.array(v.strictObject({ dayOn: localDay, answered: v.nullable(v.boolean()) })),
  daysInARow: count,
  orphans: count,
  /** A pile that is offered a catch-up plan; null when there is none, or a plan holds. */
  backlog: v.nullable(backlog),
  catchUp: v.nullable(catchUp),
  /** The exam to come; null without a plan or after it. */
  exam: v.nullable(examToday),
  /** A mock exam that was begun and not finished. */
  mock: v.nullable(openMock),
  /** A session of chosen cards to go on with. */
  paused: v.nullable(pausedSession),
  /** Cards in use that were forgotten as often as makes a leech, by the default preset. */
  leeches: v.strictObject({ cards: count, lapses: count }),
  /** What was added to today's limits, by deck; '' for all decks. */
  extras: v.record(text, extra),
  /** First start: the notes that ship with the app are still being read. `data.changed` follows. */
  preparing: v.boolean(),
});
export type TodayView = v.InferOutput<typeof todayView>;

export const todayMethods = {
  ...catchUpMethods,
  'today.get': method(nothing, todayView, 'reads'),
  /** What is added to today's limits of a deck with its children; null for all decks. Answers what it was before. */
  'today.extra': method(v.strictObject({ deck: v.nullable(text), extra }), extra, 'writes'),
  'decks.collapse': method(v.strictObject({ path: text, collapsed: v.boolean() }), nothing, 'writes'),
} as const;
