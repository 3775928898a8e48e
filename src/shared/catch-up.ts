/** The part of the contract about catching up with what waited while a person was away. */
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

export const catchUpMethods = {
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
} as const;
