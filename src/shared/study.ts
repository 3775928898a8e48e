/** The part of the contract about which cards are studied: what waits today, or chosen ones. */
import * as v from 'valibot';
import { checkId } from './cluster.js';
import { count, id, method, nothing, text } from './schemas.js';

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

export const studyMethods = {
  /** How many cards a session would hold, at most `mostChosenCards` unless it is what waits. */
  'study.count': method(v.strictObject({ study }), v.strictObject({ cards: count }), 'reads'),
  /** The tags of cards in use, most cards first. */
  'study.tags': method(nothing, v.strictObject({ tags: v.array(v.strictObject({ tag: text, cards: count })) }), 'reads'),
} as const;
