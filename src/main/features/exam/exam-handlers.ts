/** Answers the calls about the exam. */
import type { Handlers } from '../../router.js';
import type { ExamService } from './exam-service.js';

export type ExamMethod = Extract<keyof Handlers, `exam.${string}`>;

/** `changed` tells screens that the exam, and with it Today, is another one now. */
export function examHandlers(exam: ExamService, changed: () => void): Pick<Handlers, ExamMethod> {
  return {
    'exam.get': () => exam.view(),
    'exam.forecast': () => exam.forecast(),
    'exam.cancel': async () => {
      await exam.cancel();
      return {};
    },
    'exam.map': () => exam.map(),
    'exam.cards': (input) => exam.cards(input),
    async 'exam.assign'({ choices }) {
      const before = await exam.assign(choices);
      changed();
      return { before };
    },
    'exam.curricula': () => exam.curricula(),
    async 'exam.choose'({ curriculumId }) {
      const before = await exam.choose(curriculumId);
      changed();
      return { before };
    },
    'exam.plan'({ plan }) {
      const before = exam.setPlan(plan);
      changed();
      return { before };
    },
  };
}
