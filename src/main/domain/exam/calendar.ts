/** Which days a person studies for the exam, and how long. */
import { addDays, daysBetween, weekday } from '../review/day.js';

export interface StudyTime {
  hoursPerWeek: number;
  /** Days of the week without study, 0 for Monday to 6 for Sunday. */
  restDays: readonly number[];
  /** Single local days without study. */
  daysOff: readonly string[];
}

export interface PlannedDay {
  dayOn: string;
  seconds: number;
}

/** Seconds of study on a local day: the week's hours in equal parts on the days that are no rest days. */
export function secondsOn(dayOn: string, { hoursPerWeek, restDays, daysOff }: StudyTime): number {
  const rest = new Set(restDays);
  if (rest.has(weekday(dayOn)) || daysOff.includes(dayOn)) return 0;
  return (hoursPerWeek * 3600) / (7 - rest.size);
}

/** Every day from today to the day before the exam. The exam day itself is for the exam. */
export function daysUntil(examOn: string, todayOn: string, time: StudyTime): PlannedDay[] {
  return Array.from({ length: Math.max(0, daysBetween(todayOn, examOn)) }, (_, n) => {
    const dayOn = addDays(todayOn, n);
    return { dayOn, seconds: secondsOn(dayOn, time) };
  });
}

/** A day is done when less than this share of its time is left: what is over is no reason to begin again. */
const doneWithin = 0.1;

/** Seconds of a day's time that are left after so many were spent; 0 when the day is done. */
export function secondsLeft(seconds: number, spentSeconds: number): number {
  const left = Math.max(0, seconds - spentSeconds);
  return spentSeconds > 0 && left < seconds * doneWithin ? 0 : left;
}
