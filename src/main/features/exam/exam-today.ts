/** What Today says of the exam. */
import type { ExamToday } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { daysBetween } from '../../domain/review/day.js';
import type { ExamContext } from './exam-context.js';

/** At once, as far as it is known; null without a plan or after the exam. */
export function examToday(exam: ExamContext): ExamToday | null {
  const { plan } = exam.settings.get();
  const { on } = exam.study.moment();
  if (plan === null || plan.examOn < on) return null;
  if (!exam.standing.isCurrent()) void refresh(exam);
  const last = exam.standing.last();
  const today = last?.plan?.examOn === plan.examOn && last.daysLeft === daysBetween(on, plan.examOn) ? last.today : null;
  return {
    examOn: plan.examOn,
    daysLeft: daysBetween(on, plan.examOn),
    standing: last &&
      today && {
        short: last.curriculum.short,
        readiness: last.readiness,
        withheldFor: last.withheldFor,
        topics: last.topics,
        covered: last.covered,
        cards: today.cardIds.length,
        fresh: today.fresh,
        seconds: today.seconds,
        spentSeconds: today.spentSeconds,
      },
  };
}

/** What is left of today's plan, in its order. Throws a FailureError `conflict` without a plan or after the exam. */
export async function todaysCards(exam: ExamContext): Promise<string[]> {
  const { today } = await exam.standing.get();
  if (today) return today.cardIds;
  throw new FailureError({ code: 'conflict', message: 'There is no exam plan for today.', hint: 'Set the date of the exam.' });
}

/** Works out anew what Today shows of it, and tells when that is done. */
async function refresh(exam: ExamContext): Promise<void> {
  if (exam.refreshing) return;
  exam.refreshing = true;
  try {
    await exam.standing.get();
    if (!exam.closed) exam.onChanged();
  } catch (error) {
    // The Exam screen says what is wrong with a curriculum; Today does without.
    if (!(error instanceof FailureError)) exam.log(error);
  } finally {
    exam.refreshing = false;
  }
}
