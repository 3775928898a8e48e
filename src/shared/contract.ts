/**
 * Everything that crosses between the main process and the window, in one place.
 * The types of the router, the preload and the renderer derive from these schemas; inputs are checked against them at run time.
 * Instants are epoch milliseconds (UTC) and end in `At`; local days are `YYYY-MM-DD` and end in `On`; durations end in their unit.
 */
import * as v from 'valibot';
import { appInfo, settings } from './app.js';
import { backupEvents, backupMethods } from './backups.js';
import { clusterMethods, clusterView } from './cluster.js';
import { examEvents, examMethods, examToday } from './exam.js';
import { gradingMethods } from './grading.js';
import { libraryMethods } from './library.js';
import { mockEvents, mockMethods, openMock } from './mock.js';
import { presetEvents, presetMethods } from './presets.js';
import { printMethods } from './print.js';
import { cardKind, count, counts, id, instant, line, localDay, method, nothing, rating, some, text } from './schemas.js';
import { backlog, catchUp, extra, pausedSession, study, studyMethods } from './study.js';
import { watchedFolders, watchMethods } from './watch.js';

export * from './app.js';
export * from './backups.js';
export * from './cluster.js';
export * from './exam.js';
export * from './grading.js';
export * from './library.js';
export * from './presets.js';
export * from './mock.js';
export type { CardKind, Counts, Rating } from './schemas.js';
export * from './study.js';
export * from './watch.js';

/* ---- today ---- */

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

/* ---- review ---- */

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

/* ---- import ---- */

/** A finding about a note with its place and what to do. */
export const problemView = v.strictObject({
  path: text,
  name: text,
  /** The note in the preview, which can be opened at the line; null for a place that is no note. */
  fileIndex: v.nullable(count),
  line,
  severity: v.picklist(['error', 'warning']),
  message: text,
  hint: text,
});
export type ProblemView = v.InferOutput<typeof problemView>;

export const changeTotals = v.strictObject({
  added: count,
  edited: count,
  moved: count,
  removed: count,
  kept: count,
  heldBack: count,
  rejected: count,
});
export type ChangeTotals = v.InferOutput<typeof changeTotals>;

const importFile = v.strictObject({
  index: count,
  path: text,
  /** File name. */
  name: text,
  /** Folder shown beside the name, relative to what was chosen; '' for none. */
  folder: text,
  totals: changeTotals,
  problems: count,
  /** Cards of which it is open whether they continue a vanished one. */
  questions: count,
  /** Why it gives no cards; null when it gives some. */
  emptyReason: v.nullable(text),
  /** Syntaxes seen besides plain notes, e.g. "Obsidian spaced repetition". */
  dialects: v.array(text),
});
export type ImportFile = v.InferOutput<typeof importFile>;

export const importPreview = v.strictObject({
  importId: id,
  /** What was chosen, in short, e.g. "notes/cka" or "kubelet.md". */
  label: text,
  /** The folders that were chosen; they can be watched. */
  folders: v.array(text),
  files: v.array(importFile),
  totals: changeTotals,
  /** Would a commit store anything? More than the totals say: an edited note whose cards read the same has its lines and tags stored. */
  hasChanges: v.boolean(),
  /** Notes of which a commit would store something, apart from what the person said about their cards. */
  changedNotes: count,
  /** Cards of which the person has not said yet whether they continue a vanished one; they are new until they say so. */
  questions: count,
  problems: v.array(problemView),
});
export type ImportPreview = v.InferOutput<typeof importPreview>;

export const previewCard = v.strictObject({
  /** Stable within one preview. */
  key: id,
  change: v.picklist(['added', 'edited', 'moved', 'removed', 'kept']),
  /** Rejected cards are not stored; held-back ones only when accepted. */
  decision: v.picklist(['import', 'held-back', 'rejected']),
  front: text,
  back: text,
  /** The stored text, when it changes. */
  before: v.nullable(v.strictObject({ front: text, back: text })),
  kind: cardKind,
  rule: text,
  deck: text,
  line,
  endLine: line,
  /** Why the card is held back, in words; empty when it passes every gate. */
  reasons: v.array(text),
  /** Where a moved card was, as a note name, or as a deck when it stayed in its note; null otherwise. */
  movedFrom: v.nullable(text),
  /** The local day a card with a schedule comes back; null without one. */
  dueOn: v.nullable(localDay),
  /** The local day for which a schedule in the note itself (Obsidian's) is taken over; null when there is none, or reviews here count. */
  takesOverDueOn: v.nullable(localDay),
  /** A vanished card that this added one may continue: alike, but not surely the same, so the person is asked (see `continues`). */
  asks: v.optional(
    v.strictObject({
      front: text,
      back: text,
      note: text,
      /** The local day the vanished card comes back; null without a schedule. */
      dueOn: v.nullable(localDay),
      /** What the person said; null while the question is open. */
      answer: v.nullable(v.picklist(['same', 'new'])),
    }),
  ),
});
export type PreviewCard = v.InferOutput<typeof previewCard>;

/** A note of a running preview as it was read: what importing it would do is known when all are. */
const readNote = v.strictObject({
  name: text,
  folder: text,
  /** What it gives; of a note that is as it was at its last import, what it gave then. */
  cards: count,
  heldBack: count,
  problems: count,
  unchanged: v.boolean(),
  emptyReason: v.nullable(text),
});
export type ReadNote = v.InferOutput<typeof readNote>;

/* ---- methods and events ---- */

const sessionOf = v.strictObject({ cardId: id });

export const methods = {
  'app.info': method(nothing, appInfo, 'reads'),
  /** Puts a text on the clipboard; the page itself may not. */
  'app.copy': method(v.strictObject({ text: v.pipe(text, v.minLength(1), v.maxLength(100_000)) }), nothing, 'reads'),
  'settings.set': method(some(settings), settings, 'writes'),

  ...backupMethods,
  ...presetMethods,
  ...studyMethods,
  ...gradingMethods,
  ...watchMethods,
  ...examMethods,
  ...libraryMethods,
  ...printMethods,

  'today.get': method(nothing, todayView, 'reads'),
  'decks.collapse': method(v.strictObject({ path: text, collapsed: v.boolean() }), nothing, 'writes'),

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
  'session.edit': method(
    v.strictObject({ cardId: id, front: v.pipe(text, v.trim(), v.minLength(1)), back: v.pipe(text, v.trim(), v.minLength(1)) }),
    sessionView,
    'writes',
  ),
  'session.end': method(nothing, summary, 'writes'),

  /** Opens the system's chooser; an empty list means the person changed their mind. */
  'import.choose': method(v.strictObject({ what: v.picklist(['files', 'folder']) }), v.strictObject({ paths: v.array(text) }), 'reads'),
  /** Reads notes and says what importing them would do. Stores nothing. */
  'import.preview': method(v.strictObject({ paths: v.pipe(v.array(text), v.minLength(1)) }), importPreview, 'reads'),
  'import.cards': method(v.strictObject({ importId: id, fileIndex: count }), v.strictObject({ cards: v.array(previewCard) }), 'reads'),
  'import.decide': method(
    v.strictObject({
      importId: id,
      fileIndex: count,
      key: id,
      decision: v.picklist(['import', 'rejected']),
      /** The person's own wording, when they rewrote the card here. */
      edit: v.nullable(v.strictObject({ front: text, back: text })),
      /** The answer to `asks`: yes, the card takes over the schedule of the vanished one; no, it is new. Without it the question is open. */
      continues: v.optional(v.boolean()),
    }),
    importPreview,
    'reads',
  ),
  'import.commit': method(v.strictObject({ importId: id }), v.strictObject({ batchId: id, totals: changeTotals }), 'imports'),
  /** Stops a running preview, or drops a finished one. */
  'import.cancel': method(nothing, nothing, 'reads'),
  'import.undo': method(v.strictObject({ batchId: id }), nothing, 'imports'),
  /** As `import.preview`, of the notes that changed in watched folders. */
  'import.changes': method(nothing, importPreview, 'reads'),
  /** As `import.preview`, of all notes that ship with the app. */
  'import.shipped': method(nothing, importPreview, 'reads'),
  /** How many of them are not imported. */
  'import.shippedLeft': method(nothing, v.strictObject({ notes: count }), 'reads'),
  /** Opens a note of the running preview in the person's editor, at the line where the editor can. */
  'import.open': method(v.strictObject({ importId: id, fileIndex: count, line }), nothing, 'reads'),
  /** Files and folders the system asked Etcdeck to open (see the event `import.opened`); each is answered once. */
  'import.opened': method(nothing, v.strictObject({ paths: v.array(text) }), 'reads'),

  ...mockMethods,
  ...clusterMethods,
} as const;

export const events = {
  ...presetEvents,
  ...backupEvents,
  ...examEvents,
  ...mockEvents,
  /** `read`: the notes read since the event before, in the order of the preview. */
  'import.progress': v.strictObject({ file: text, done: count, total: count, read: v.array(readNote) }),
  /** The system asks Etcdeck to open notes: `import.opened` answers which. */
  'import.opened': nothing,
  /** What is known of watched folders is another thing now. */
  'watch.changed': watchedFolders,
  /** Changes of watched folders were imported without asking. */
  'watch.taken': v.strictObject({ batchId: id, totals: changeTotals, changedNotes: count }),
  /** Cards, decks or schedules changed; screens ask again. */
  'data.changed': nothing,
  'cluster.changed': clusterView,
  /** The system or the menu asks for a screen. */
  'app.navigate': v.strictObject({ screen: v.picklist(['today', 'import', 'settings']) }),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Input<M extends MethodName> = v.InferInput<Methods[M]['input']>;
export type Output<M extends MethodName> = v.InferOutput<Methods[M]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = v.InferOutput<(typeof events)[E]>;
