/** Answers the calls about the exam. */
import type { examMethods } from '../../../shared/exam.js';
import type { HandlersOf } from '../../handlers.js';
import type { ExamService } from './exam-service.js';

/** `changed` tells screens that the exam, and with it Today, is another one now. */
export function examHandlers(exam: ExamService, changed: () => void): HandlersOf<typeof examMethods> {
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
