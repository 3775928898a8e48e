/** A plan for the cards that waited while a person was away: so many a day, the most at risk first, beside what comes due. */
import { mostCatchUpDays } from '../../../shared/catch-up.js';

/** Cards a day a plan aims at: about a quarter of an hour. */
const usualPerDay = 50;

/** A pile smaller than this is one day's work. */
const smallestBacklog = 40;

/** Days without an answer after which a person was away. */
const awayAfterDays = 2;

/** Days a plan takes unless the person says otherwise. */
export const usualDays = (cards: number): number => Math.min(30, Math.max(2, Math.round(cards / usualPerDay)));

/** Cards a day, so that the last day is not fuller than the others. */
export const perDayFor = (cards: number, days: number): number =>
  Math.max(1, Math.ceil(cards / Math.min(mostCatchUpDays, Math.max(1, days))));

/** Is there a pile to speak of: after days away, or more than a day takes. */
export const isBacklog = (cards: number, awayDays: number, reviewsPerDay: number): boolean =>
  cards >= smallestBacklog && (awayDays >= awayAfterDays || cards > reviewsPerDay);

/** Days until the last card at this pace, with what today still takes. */
export const daysLeft = (left: number, perDay: number): number => Math.ceil(left / perDay);
