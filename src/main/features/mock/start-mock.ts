/** A mock exam begins: what it could be, and its tasks. */
import { type MockSupply, type MockView, shortMocks } from '../../../shared/mock.js';
import { FailureError } from '../../../shared/result.js';
import { fewestTasks, shapeOf } from '../../domain/mock/mock-tasks.js';
import { mockExamOf } from './exam-source.js';
import { load } from './finished-mocks.js';
import type { MockContext } from './mock-context.js';
import { viewOf } from './mock-views.js';
import { open } from './running-mock.js';

/** For which lengths there are cards, and of which domains. */
export async function supply({ curriculum: read, survey }: MockContext): Promise<MockSupply> {
  const curriculum = read();
  const exam = mockExamOf(curriculum);
  const offered = [...shortMocks.filter((minutes) => minutes < exam.minutes), exam.minutes];
  const shapes = offered.map((minutes) => ({ minutes, ...shapeOf(minutes, curriculum.format) }));
  const found = await survey(curriculum, [...new Set(shapes.map((shape) => shape.parts))]);
  const domains = exam.domains.map((domain) => ({
    ...domain,
    cards: found.find((one) => one.domainId === domain.domainId)?.cards ?? 0,
  }));
  const lengths = shapes.map(({ minutes, tasks, parts: most }) => ({
    minutes,
    tasks: Math.min(
      tasks,
      found.reduce((sum, one) => sum + (one.tasks[most] ?? 0), 0),
    ),
  }));
  const tooFew = Math.max(...lengths.map(({ tasks }) => tasks)) < fewestTasks;
  return { cards: domains.reduce((sum, { cards }) => sum + cards, 0), domains, lengths, tooFew };
}

/** Begins a mock and its clock. Throws a FailureError: `conflict` while another one is not finished, `not-found` with too few cards. */
export async function start(context: MockContext, minutes: number): Promise<MockView> {
  const { store, newId } = context;
  requireNone(context);
  const curriculum = context.curriculum();
  const seed = newId();
  const chosen = await context.choose(curriculum, shapeOf(minutes, curriculum.format), seed);
  const tasks = chosen.filter(({ cards }) => cards.length > 0);
  if (tasks.length < fewestTasks) {
    throw new FailureError({
      code: 'not-found',
      message: 'There are too few cards for a mock exam.',
      hint: 'Import notes about the topics of the exam first.',
    });
  }
  // Meanwhile another one may have been begun: by a second press, say.
  requireNone(context);
  const { at, on } = context.moment();
  const mockId = newId();
  store.create({ mockId, startedAt: at, startedOn: on, minutes, seed, exam: mockExamOf(curriculum), tasks });
  const { stored, mock } = load(store, mockId);
  open(context, stored, mock);
  return viewOf(stored, mock);
}

function requireNone({ store }: MockContext): void {
  if (store.openId() === null) return;
  throw new FailureError({
    code: 'conflict',
    message: 'Another mock exam is not finished.',
    hint: 'Continue it, or give it up, before you begin a new one.',
  });
}
