/** The mock exams there are: one that is not finished, and those that are. */
import type { MockHome, OpenMock } from '../../../shared/mock.js';
import { FailureError } from '../../../shared/result.js';
import { type Mock, passTime } from '../../domain/mock/mock.js';
import type { StoredMock } from '../../store/tables/mock-exams.js';
import { mockExamOf } from './exam-source.js';
import { finished, load } from './finished-mocks.js';
import type { MockContext } from './mock-context.js';
import { openOf } from './mock-views.js';
import { close } from './running-mock.js';

export async function home(context: MockContext): Promise<MockHome> {
  const exam = mockExamOf(context.curriculum());
  return { exam, open: unfinished(context), finished: await finished(context.store) };
}

/** What was begun and not finished. */
export function unfinished(context: MockContext): OpenMock | null {
  const openId = context.store.openId();
  if (openId === null || !context.store.get(openId)) return null;
  const { stored, mock } = standingOf(context, openId);
  return openOf(stored, mock);
}

/** A mock as it stands: the one that is open, or one that was left, with the time that was stored last. */
export function standingOf({ running, store }: MockContext, mockId: string): { stored: StoredMock; mock: Mock } {
  if (running?.stored.mockId === mockId) return running;
  const { stored, mock } = load(store, mockId);
  return { stored, mock: passTime(mock, stored.spentMs) };
}

/** Gives a mock up, or takes a finished one out of the history. */
export function remove(context: MockContext, mockId: string): void {
  const { stored } = standingOf(context, mockId);
  if (context.running?.stored.mockId === mockId) close(context);
  context.store.setDeleted(stored.mockId, context.now());
}

/** Takes that back. Throws a FailureError `conflict` for an unfinished one when another was begun since. */
export function restore({ store }: MockContext, mockId: string): void {
  const stored = store.get(mockId);
  if (!stored) throw new FailureError({ code: 'not-found', message: 'This mock exam is no longer there.' });
  if (stored.finishedAt === null && store.openId() !== null) {
    throw new FailureError({ code: 'conflict', message: 'Another mock exam was begun since.', hint: 'Finish that one first.' });
  }
  store.setDeleted(mockId, null);
}
