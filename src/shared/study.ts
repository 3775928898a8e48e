/** The part of the contract about what a session holds: ordinary days, chosen cards, catching up. */
import * as v from 'valibot';
import { checkId } from './cluster.js';
import { count, id, method, nothing, text } from './schemas.js';

/** Days a catch-up plan may take. */
export const mostCatchUpDays = 60;

/** Cards that waited while the person was away, and what a plan for them would be. */
export const backlog = v.strictObject({
  /** Cards that were due before today. */
  cards: count,
  /** Whole days without an answer until yesterday. */
  awayDays: count,
  /** Days the plan takes unless the person chooses others. */
  days: count,
});
export type Backlog = v.InferOutput<typeof backlog>;

/** A backlog being worked off beside what comes due each day. */
export const catchUp = v.strictObject({
  startedOn: text,
  /** Cards the plan began with. */
  cards: count,
  left: count,
  perDay: count,
  /** Days until the last of them, at this pace. */
  daysLeft: count,
  pausesNew: v.boolean(),
});
export type CatchUp = v.InferOutput<typeof catchUp>;

/** More (or fewer) cards than a deck's preset gives, on one study day. */
export const extra = v.strictObject({
  new: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
  reviews: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)),
});
export type Extra = v.InferOutput<typeof extra>;

/** Cards a session of chosen cards takes at most. */
export const mostChosenCards = 1000;

/** Which cards are meant: all, or those of a deck with its children, a note, a tag, a search of the Library, the exam plan, or these. */
export const studyScope = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('deck'), deck: text }),
  /** `name` is only shown. */
  v.strictObject({ kind: v.literal('note'), noteId: id, name: text }),
  v.strictObject({ kind: v.literal('tag'), tag: v.pipe(text, v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ kind: v.literal('search'), query: v.pipe(text, v.maxLength(500)) }),
  /** Cards that teach what a check of a cluster is about. */
  v.strictObject({ kind: v.literal('component'), checkId }),
  v.strictObject({ kind: v.literal('cards'), cardIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostChosenCards)) }),
  /** What is left of the exam plan for today, in its order. */
  v.strictObject({ kind: v.literal('exam') }),
]);
export type StudyScope = v.InferOutput<typeof studyScope>;

const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365));

/** Which of those: what waits today within the limits, or cards chosen for another reason, whatever the day takes. */
export const studyPick = v.variant('kind', [
  v.strictObject({ kind: v.literal('waiting') }),
  /** Answered Again in the last days. */
  v.strictObject({ kind: v.literal('forgotten'), days }),
  /** Due in the next days. */
  v.strictObject({ kind: v.literal('ahead'), days }),
  /** The next new cards. */
  v.strictObject({ kind: v.literal('new'), cards: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostChosenCards)) }),
  /** All of them. */
  v.strictObject({ kind: v.literal('every') }),
]);
export type StudyPick = v.InferOutput<typeof studyPick>;

export const study = v.strictObject({
  scope: studyScope,
  pick: studyPick,
  /** Leaves schedules untouched: answers are kept beside the review log and no memory changes. */
  practice: v.boolean(),
});
export type StudyRequest = v.InferOutput<typeof study>;

/** What waits today in all decks, or in one with its children. */
export const daily = (deck: string | null): StudyRequest => ({
  scope: deck === null ? { kind: 'all' } : { kind: 'deck', deck },
  pick: { kind: 'waiting' },
  practice: false,
});

/** What is left of the exam plan for today. */
export const examDay: StudyRequest = { scope: { kind: 'exam' }, pick: { kind: 'every' }, practice: false };

/** A session of chosen cards that was left before its end. */
export const pausedSession = v.strictObject({ study, startedOn: text, done: count, cards: count });
export type PausedSession = v.InferOutput<typeof pausedSession>;

export const studyMethods = {
  /** How many cards a session would hold, at most `mostChosenCards` unless it is what waits. */
  'study.count': method(v.strictObject({ study }), v.strictObject({ cards: count }), 'reads'),
  /** The tags of cards in use, most cards first. */
  'study.tags': method(nothing, v.strictObject({ tags: v.array(v.strictObject({ tag: text, cards: count })) }), 'reads'),

  /** Spreads the cards that waited over some days, in place of any other plan; without new cards meanwhile if wanted. */
  'catchUp.start': method(
    v.strictObject({ days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostCatchUpDays)), pausesNew: v.boolean() }),
    nothing,
    'writes',
  ),
  /** Gives the plan up: everything that waits is due at once again. */
  'catchUp.end': method(nothing, nothing, 'writes'),
  /** Takes that back. */
  'catchUp.resume': method(nothing, nothing, 'writes'),
  /** What is added to today's limits of a deck with its children; null for all decks. Answers what it was before. */
  'today.extra': method(v.strictObject({ deck: v.nullable(text), extra }), extra, 'writes'),
} as const;
