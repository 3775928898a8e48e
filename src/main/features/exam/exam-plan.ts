/** The plan for the exam, and where it leads. */
import type { ExamForecast, ExamPlan } from '../../../shared/contract.js';
import { mostPlanDays } from '../../../shared/exam.js';
import { FailureError } from '../../../shared/result.js';
import { daysBetween } from '../../domain/review/day.js';
import { examInput, type ExamContext } from './exam-context.js';

/** Sets or ends the plan; returns what it was. Throws a FailureError `invalid-input` for a day too far away. */
export function setPlan({ settings, study }: ExamContext, plan: ExamPlan | null): ExamPlan | null {
  if (plan && daysBetween(study.moment().on, plan.examOn) > mostPlanDays) {
    throw new FailureError({
      code: 'invalid-input',
      message: 'The exam is too far away to plan for.',
      hint: 'Choose a day in the next three years.',
    });
  }
  const before = settings.get().plan;
  settings.set({ plan });
  return before;
}

/** null without a plan. Throws a FailureError `cancelled` when stopped. */
export async function examForecast(exam: ExamContext): Promise<ExamForecast | null> {
  return exam.threads.forecast.run('examForecast', examInput(exam), exam.onProgress);
}

export function cancelForecast(exam: ExamContext): Promise<void> {
  return exam.threads.forecast.cancel();
}
