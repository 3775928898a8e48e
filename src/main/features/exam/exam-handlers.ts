/** Answers the calls about the exam. */
import type { examMethods } from '../../../shared/exam.js';
import type { HandlersOf } from '../../handlers.js';
import type { ExamContext } from './exam-context.js';
import { cancelForecast, examForecast, setPlan } from './exam-plan.js';
import { assignTopics, chooseCurriculum, curricula, topicCards, topicMap } from './exam-topics.js';

/** `changed` tells screens that the exam, and with it Today, is another one now. */
export function examHandlers(exam: ExamContext, changed: () => void): HandlersOf<typeof examMethods> {
  return {
    'exam.get': () => exam.standing.get(),
    'exam.forecast': () => examForecast(exam),
    'exam.cancel': async () => {
      await cancelForecast(exam);
      return {};
    },
    'exam.map': () => topicMap(exam),
    'exam.cards': (input) => topicCards(exam, input),
    async 'exam.assign'({ choices }) {
      const before = await assignTopics(exam, choices);
      changed();
      return { before };
    },
    'exam.curricula': () => curricula(exam),
    async 'exam.choose'({ curriculumId }) {
      const before = await chooseCurriculum(exam, curriculumId);
      changed();
      return { before };
    },
    'exam.plan'({ plan }) {
      const before = setPlan(exam, plan);
      changed();
      return { before };
    },
  };
}
