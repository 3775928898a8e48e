/** The days of the plan as the bars of its chart. */
import type { ExamForecast } from '../../../shared/contract.js';

type Day = ExamForecast['days'][number];

export interface PlanBar {
  fromOn: string;
  reviewSeconds: number;
  freshSeconds: number;
  /** Only the weakest cards once more. */
  lastPass: boolean;
}

/** More days than this are drawn by week. */
export const mostBars = 112;

/** One bar a day, or one a week with the means of its days when there are too many; the first begins today. */
export function barsOf(days: readonly Day[]): { bars: PlanBar[]; byWeek: boolean } {
  if (days.length <= mostBars) return { bars: days.map(({ dayOn, ...day }) => ({ ...day, fromOn: dayOn })), byWeek: false };
  const bars: PlanBar[] = [];
  for (let at = 0; at < days.length; at += 7) {
    const week = days.slice(at, at + 7);
    const mean = (of: (day: Day) => number): number => week.reduce((sum, day) => sum + of(day), 0) / week.length;
    bars.push({
      fromOn: week[0]?.dayOn ?? '',
      reviewSeconds: mean(({ reviewSeconds }) => reviewSeconds),
      freshSeconds: mean(({ freshSeconds }) => freshSeconds),
      lastPass: week.every((day) => day.lastPass || day.reviewSeconds + day.freshSeconds === 0),
    });
  }
  return { bars, byWeek: true };
}

/** Room a date below the bars takes, and the words at both ends. */
const apartPx = 72;
const endPx = 160;

/** Indexes of the bars with a date below them: Mondays, or weeks, apart from each other and from the words at both ends. */
export function datedBars(bars: readonly PlanBar[], byWeek: boolean, slotPx: number): number[] {
  const dated: number[] = [];
  bars.forEach(({ fromOn }, index) => {
    const isMonday = new Date(`${fromOn}T00:00:00Z`).getUTCDay() === 1;
    const isClear = (index - (dated.at(-1) ?? 0)) * slotPx >= apartPx && (bars.length - index) * slotPx >= endPx;
    if ((byWeek || isMonday) && isClear) dated.push(index);
  });
  return dated;
}
