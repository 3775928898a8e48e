/** Which cards belong to which topic of the exam, and by which curriculum. */
import type { CurriculumFile, ExamCardRows, ExamMap, Input, Output, TopicChoice } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { chosenCurriculum, examInput, inTurn, type ExamContext } from './exam-context.js';

/** Which cards belong to which topic, and why. */
export function topicMap(exam: ExamContext): Promise<ExamMap> {
  return inTurn(exam, () => exam.threads.map.run('examMap', examInput(exam)));
}

export function topicCards(exam: ExamContext, asked: Input<'exam.cards'>): Promise<ExamCardRows> {
  return inTurn(exam, () => exam.threads.map.run('examCards', { ...examInput(exam), asked }));
}

/** Stores where cards belong by the person's word; returns what was said before. Throws a FailureError `not-found` for another topic. */
export async function assignTopics(exam: ExamContext, said: readonly TopicChoice[]): Promise<TopicChoice[]> {
  const { curriculum, domains } = await exam.standing.get();
  const ids = new Set<string | null>([null, ...domains.flatMap(({ topics }) => topics.map(({ topicId }) => topicId))]);
  if (said.every(({ topic }) => topic === null || ids.has(topic.topicId))) {
    return exam.choices.set(curriculum.short, said, exam.study.moment().at);
  }
  throw new FailureError({ code: 'not-found', message: 'The curriculum has no such topic.', hint: 'Choose one of its topics.' });
}

/** The curricula that can be chosen, and which one is. */
export async function curricula(exam: ExamContext): Promise<Output<'exam.curricula'>> {
  return { chosen: chosenCurriculum(exam), curricula: await allCurricula(exam) };
}

/** Chooses a curriculum; returns which one it was. Throws a FailureError `not-found` for one that is not there. */
export async function chooseCurriculum(exam: ExamContext, curriculumId: string): Promise<string> {
  const before = chosenCurriculum(exam);
  const known = curriculumId === before || (await allCurricula(exam)).some((one) => one.curriculumId === curriculumId);
  if (!known) throw new FailureError({ code: 'not-found', message: 'This curriculum is no longer there.', where: curriculumId });
  exam.settings.set({ curriculumId });
  return before;
}

function allCurricula(exam: ExamContext): Promise<CurriculumFile[]> {
  return inTurn(exam, () => exam.threads.map.run('curricula', { startersFolder: exam.startersFolder }));
}
