/** The part of the contract about what a session holds: ordinary days, chosen cards, catching up. */
import * as v from 'valibot';
import { count, method, nothing, text } from './schemas.js';

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

export const studyMethods = {
  /** Spreads the cards that waited over some days, in place of any other plan; without new cards meanwhile if wanted. */
  'catchUp.start': method(
    v.strictObject({ days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostCatchUpDays)), pausesNew: v.boolean() }),
    nothing,
  ),
  /** Gives the plan up: everything that waits is due at once again. */
  'catchUp.end': method(nothing, nothing),
  /** Takes that back. */
  'catchUp.resume': method(nothing, nothing),
  /** What is added to today's limits of a deck with its children; null for all decks. Answers what it was before. */
  'today.extra': method(v.strictObject({ deck: v.nullable(text), extra }), extra),
} as const;
