/** How much a day takes when a person wants it otherwise: a plan for what piled up, and more cards just for today. */
import type { Backlog, CatchUp, Extra } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { daysLeft, isBacklog, perDayFor, usualDays } from '../../domain/review/catch-up.js';
import { daysBetween } from '../../domain/review/day.js';
import type { CatchUpStore } from '../../store/tables/catch-up.js';
import type { DayExtras } from '../../store/tables/day-extras.js';
import type { PresetStore } from '../../store/tables/presets.js';
import type { ReviewLog } from '../../store/tables/reviews.js';
import type { StudyDay } from '../review/study-day.js';

export interface CatchUpService {
  /** What Today says of it on a study day. */
  on(day: string): { backlog: Backlog | null; catchUp: CatchUp | null; extras: Record<string, Extra> };
  /** Spreads what was due before today over some days. Throws a FailureError `conflict` when nothing was. */
  start(days: number, pausesNew: boolean): void;
  end(): void;
  resume(): void;
  /** Adds to today's limits of a deck, null for all; returns what was added before. */
  setExtra(deck: string | null, extra: Extra): Extra;
}

interface Parts {
  study: Pick<StudyDay, 'moment'>;
  presets: Pick<PresetStore, 'default'>;
  plans: CatchUpStore;
  dayExtras: DayExtras;
  reviews: Pick<ReviewLog, 'lastDayBefore'>;
}

export function createCatchUpService({ study, presets, plans, dayExtras, reviews }: Parts): CatchUpService {
  function backlogOn(day: string): Backlog | null {
    const cards = plans.overdue(day);
    const last = reviews.lastDayBefore(day);
    const awayDays = last === null ? 0 : daysBetween(last, day) - 1;
    return isBacklog(cards, awayDays, presets.default().options.reviewsPerDay) ? { cards, awayDays, days: usualDays(cards) } : null;
  }

  function catchUpOn(day: string): CatchUp | null {
    const plan = plans.on(day);
    if (!plan) return null;
    const { startedOn, cards, left, perDay, pausesNew, doneToday } = plan;
    // What today still takes counts as a day, unless today is done.
    const today = Math.min(left, Math.max(0, perDay - doneToday.size));
    return { startedOn, cards, left, perDay, pausesNew, daysLeft: Math.max(1, (today > 0 ? 1 : 0) + daysLeft(left - today, perDay)) };
  }

  return {
    on(day) {
      const catchUp = catchUpOn(day);
      return { catchUp, backlog: catchUp ? null : backlogOn(day), extras: Object.fromEntries(dayExtras.on(day)) };
    },
    start(days, pausesNew) {
      const { on } = study.moment();
      const cards = plans.overdue(on);
      if (cards === 0) throw new FailureError({ code: 'conflict', message: 'No card has waited since before today.' });
      plans.start(on, perDayFor(cards, days), pausesNew);
    },
    end: () => void plans.end(study.moment().at),
    resume: () => void plans.resume(),
    setExtra(deck, extra) {
      const { on } = study.moment();
      const before = dayExtras.on(on).get(deck ?? '') ?? { new: 0, reviews: 0 };
      dayExtras.set(on, deck ?? '', extra);
      return before;
    },
  };
}
