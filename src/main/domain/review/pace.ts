/** How a person answers, from their own log where it says enough. */
import type { Rating } from '../../../shared/contract.js';
import type { Memory } from './scheduler.js';

export interface Pace {
  /** Time a due card takes: one that is recalled, and one that is forgotten and learned again. */
  recalledMs: number;
  forgottenMs: number;
  /** Time a new card takes on its first day. */
  newMs: number;
  /** Share of new cards answered Again at first sight. */
  firstForgotten: number;
  /** Shares of Hard and Easy among the answers that recall; the others are Good. */
  hard: number;
  easy: number;
}

/** An answer with what it says about pace. */
export interface PacedAnswer {
  rating: Rating;
  stateBefore: Memory['state'] | 'new';
  durationMs: number;
}

/** What is assumed of a person who has not answered yet. */
export const usualPace: Pace = { recalledMs: 12_000, forgottenMs: 35_000, newMs: 40_000, firstForgotten: 0.2, hard: 0.1, easy: 0.1 };

/** What is usual weighs as much as so many answers of the person: few fast ones say little about the next. */
const usualWeighs = 30;

/** A mean over `count` answers, drawn towards what is usual the fewer they are. */
export const shrunk = (mean: number, count: number, usual: number): number =>
  count === 0 ? usual : (mean * count + usual * usualWeighs) / (count + usualWeighs);

/** The pace of these answers, each figure drawn towards the usual one as long as few answers say it. */
export function paceOf(answers: readonly PacedAnswer[]): Pace {
  const inState = (...states: PacedAnswer['stateBefore'][]): PacedAnswer[] =>
    answers.filter(({ stateBefore }) => states.includes(stateBefore));
  const timeOf = (some: readonly PacedAnswer[]): number => some.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const shareOf = (rating: Rating, some: readonly PacedAnswer[]): number =>
    some.filter((answer) => answer.rating === rating).length / some.length;
  const first = inState('new');
  const due = inState('review');
  const recalled = due.filter(({ rating }) => rating !== 'again');
  const forgotten = due.filter(({ rating }) => rating === 'again');
  const timeFor = (cards: PacedAnswer[], all: PacedAnswer[], usual: number): number =>
    shrunk(timeOf(all) / cards.length, cards.length, usual);
  const share = (rating: Rating, some: PacedAnswer[], usual: number): number => shrunk(shareOf(rating, some), some.length, usual);
  return {
    recalledMs: timeFor(recalled, recalled, usualPace.recalledMs),
    forgottenMs: timeFor(forgotten, [...forgotten, ...inState('relearning')], usualPace.forgottenMs),
    newMs: timeFor(first, [...first, ...inState('learning')], usualPace.newMs),
    firstForgotten: share('again', first, usualPace.firstForgotten),
    hard: share('hard', recalled, usualPace.hard),
    easy: share('easy', recalled, usualPace.easy),
  };
}
