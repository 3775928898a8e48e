/** The part of the contract about a session of review: the card on show, the answers to it, and what the session came to. */
import * as v from 'valibot';
import { gradingMethods } from './grading.js';
import { cardText, cardKind, count, counts, id, instant, line, localDay, method, nothing, rating, text } from './schemas.js';
import { study } from './study.js';

/** What each rating would do to the card on show: time until it comes back. */
const intervals = v.strictObject({ again: instant, hard: instant, good: instant, easy: instant });

export const sessionCard = v.strictObject({
  cardId: id,
  kind: cardKind,
  /** Why it is shown. */
  queue: v.picklist(['new', 'learning', 'due']),
  deck: text,
  headings: v.array(text),
  /** Markdown. */
  front: text,
  back: text,
  noteId: id,
  notePath: text,
  noteName: text,
  line,
  endLine: line,
  flagged: v.boolean(),
  lapses: count,
  /** Milliseconds from now to the next showing, per rating; null in a session that leaves schedules untouched. */
  intervalMs: v.nullable(intervals),
});
export type SessionCard = v.InferOutput<typeof sessionCard>;

const summary = v.strictObject({
  answered: count,
  byRating: v.strictObject({ again: count, hard: count, good: count, easy: count }),
  newSeen: count,
  durationMs: count,
  dueTomorrow: count,
  /** Cards of the session still to come when it was ended. */
  left: count,
  /** Cards answered Again in this session, most often first. */
  hard: v.array(v.strictObject({ cardId: id, front: text, noteId: id, notePath: text, noteName: text, line, times: count })),
});
export type SessionSummary = v.InferOutput<typeof summary>;

export const sessionView = v.strictObject({
  /** null when the session is over or waits for a learning step. */
  card: v.nullable(sessionCard),
  study,
  /** The session was begun before and goes on. */
  resumed: v.nullable(v.strictObject({ startedOn: localDay, answered: count })),
  /** The answer just given made its card a leech: it keeps being forgotten. */
  leech: v.nullable(v.strictObject({ cardId: id, front: text, back: text, lapses: count, suspended: v.boolean() })),
  remaining: counts,
  /** Share of the session that is done, 0..1. */
  progress: v.number(),
  canUndo: v.boolean(),
  /** What Undo would take back, e.g. "Good on …"; null when nothing. */
  undoLabel: v.nullable(text),
  /** What Redo would do again; null when nothing was taken back since the last new step. */
  redoLabel: v.nullable(text),
  /** No card is ready, but a learning card will be at this instant. */
  waitUntil: v.nullable(instant),
  summary: v.nullable(summary),
});
export type SessionView = v.InferOutput<typeof sessionView>;

/** A session of chosen cards that was left before its end. */
export const pausedSession = v.strictObject({ study, startedOn: text, done: count, cards: count });
export type PausedSession = v.InferOutput<typeof pausedSession>;

const sessionOf = v.strictObject({ cardId: id });

export const sessionMethods = {
  ...gradingMethods,
  /** Starts a session; one of chosen cards takes the place of one that was left. */
  'session.start': method(v.strictObject({ study }), sessionView, 'writes'),
  /** Goes on with the session of chosen cards that was left. */
  'session.resume': method(nothing, sessionView, 'writes'),
  /** Forgets it; what was answered stays. */
  'session.discard': method(nothing, nothing, 'writes'),
  /** Asks again, e.g. when a waiting learning card became ready. */
  'session.current': method(nothing, sessionView, 'reads'),
  'session.rate': method(v.strictObject({ cardId: id, rating, durationMs: count }), sessionView, 'writes'),
  'session.undo': method(nothing, sessionView, 'writes'),
  'session.redo': method(nothing, sessionView, 'writes'),
  'session.suspend': method(sessionOf, sessionView, 'writes'),
  'session.bury': method(sessionOf, sessionView, 'writes'),
  'session.flag': method(v.strictObject({ cardId: id, flagged: v.boolean() }), sessionView, 'writes'),
  'session.edit': method(v.strictObject({ cardId: id, front: cardText, back: cardText }), sessionView, 'writes'),
  'session.end': method(nothing, summary, 'writes'),
} as const;
