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

/** As long as the person has no pace of their own. */
export const usualPace: Pace = { recalledMs: 12_000, forgottenMs: 35_000, newMs: 40_000, firstForgotten: 0.2, hard: 0.1, easy: 0.1 };

/** Answers of a kind that say something. */
const enough = 30;

/** The pace of these answers; what too few of them say is as usual. */
export function paceOf(answers: readonly PacedAnswer[]): Pace {
  const inState = (...states: PacedAnswer['stateBefore'][]): PacedAnswer[] =>
    answers.filter(({ stateBefore }) => states.includes(stateBefore));
  const timeOf = (some: readonly PacedAnswer[]): number => some.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const shareOf = (rating: Rating, some: readonly PacedAnswer[]): number =>
    some.filter((answer) => answer.rating === rating).length / some.length;
  const known = (count: number, value: () => number, usual: number): number => (count >= enough ? value() : usual);

  const first = inState('new');
  const due = inState('review');
  const recalled = due.filter(({ rating }) => rating !== 'again');
  const forgotten = due.filter(({ rating }) => rating === 'again');
  return {
    recalledMs: known(recalled.length, () => timeOf(recalled) / recalled.length, usualPace.recalledMs),
    forgottenMs: known(forgotten.length, () => timeOf([...forgotten, ...inState('relearning')]) / forgotten.length, usualPace.forgottenMs),
    newMs: known(first.length, () => timeOf([...first, ...inState('learning')]) / first.length, usualPace.newMs),
    firstForgotten: known(first.length, () => shareOf('again', first), usualPace.firstForgotten),
    hard: known(recalled.length, () => shareOf('hard', recalled), usualPace.hard),
    easy: known(recalled.length, () => shareOf('easy', recalled), usualPace.easy),
  };
}
