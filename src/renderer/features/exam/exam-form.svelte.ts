import type { ExamPlan } from '../../../shared/contract.js';
import { mostHoursPerWeek, mostPlanDays } from '../../../shared/exam.js';
import { messages } from './messages.js';
import { daysBetween, shortDay } from '../../words/format.js';

const limits = { hours: { min: 0.5, max: mostHoursPerWeek }, daysOff: 100, days: mostPlanDays } as const;
const usualHours = 3;

/** The day of the exam and the time until it, while a person writes them down. */
export class ExamForm {
  /** A local day, '' while there is none. */
  examOn = $state('');
  hours = $state(String(usualHours));
  /** By day of the week, Monday first: no study on it. */
  rest = $state([false, false, false, false, false, false, false]);
  daysOff = $state.raw<readonly string[]>([]);
  /** The day off about to be added. */
  dayOff = $state('');
  dayOffRefusal = $state<string | null>(null);
  /** What is wrong is told once the person has tried to store it. */
  tried = $state(false);
  readonly #todayOn: string;
  readonly #kept: Pick<ExamPlan, 'startedOn' | 'leftOut'>;

  /** `before` is the plan to change; without one, `todayOn` is the day the plan is made. */
  constructor(before: ExamPlan | null, todayOn: string) {
    this.#todayOn = todayOn;
    this.#kept = { startedOn: before?.startedOn ?? todayOn, leftOut: before?.leftOut ?? [] };
    if (!before) return;
    this.examOn = before.examOn;
    this.hours = String(before.hoursPerWeek);
    this.rest = this.rest.map((_, day) => before.restDays.includes(day));
    this.daysOff = before.daysOff.filter((day) => day >= todayOn);
  }

  readonly hoursPerWeek = $derived.by(() => {
    const typed = this.hours.trim().replace(',', '.');
    const hours = Number(typed);
    return /^\d+(\.\d+)?$/.test(typed) && hours >= limits.hours.min && hours <= limits.hours.max ? hours : null;
  });
  /** The last day the fields take: with one, their year has four digits. */
  readonly lastOn = '9999-12-31';
  readonly studyDays = $derived(this.rest.filter((isRest) => !isRest).length);

  /** What is wrong, by field; null for what is right. */
  readonly errors = $derived.by(() => ({
    examOn: this.examOn > this.#todayOn && daysBetween(this.#todayOn, this.examOn) <= limits.days ? null : messages.exam.errors.date,
    hours: this.hoursPerWeek === null ? messages.exam.errors.hours : null,
    rest: this.studyDays === 0 ? messages.exam.errors.rest : null,
  }));

  /** The plan, when everything is right. */
  readonly plan = $derived.by((): ExamPlan | null => {
    if (this.hoursPerWeek === null || this.errors.examOn || this.errors.rest) return null;
    return {
      examOn: this.examOn,
      hoursPerWeek: this.hoursPerWeek,
      restDays: this.rest.flatMap((isRest, day) => (isRest ? [day] : [])),
      daysOff: this.daysOff.filter((day) => day < this.examOn),
      ...this.#kept,
    };
  });

  /** Adds the day off that was chosen, unless it lies outside the plan. */
  addDayOff(): void {
    const day = this.dayOff;
    const { errors } = messages.exam;
    const isWithin = day >= this.#todayOn && (this.errors.examOn !== null || day < this.examOn);
    if (!isWithin) {
      this.dayOffRefusal = errors.dayOff(this.errors.examOn ? 'the exam' : shortDay(this.examOn, this.#todayOn));
      return;
    }
    const days = [...this.daysOff.filter((other) => other !== day), day].sort();
    this.dayOffRefusal = days.length > limits.daysOff ? errors.tooMany(limits.daysOff) : null;
    if (this.dayOffRefusal) return;
    this.daysOff = days;
    this.dayOff = '';
  }

  removeDayOff(day: string): void {
    this.daysOff = this.daysOff.filter((other) => other !== day);
  }
}
