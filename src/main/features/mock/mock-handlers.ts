/** Answers the calls about mock exams. */
import type { mockMethods } from '../../../shared/mock.js';
import type { HandlersOf } from '../../handlers.js';
import { judge, result } from './finished-mocks.js';
import type { MockContext } from './mock-context.js';
import { home, remove, restore } from './mock-history.js';
import { start, supply } from './start-mock.js';
import { act, finish, leave, resume } from './take-mock.js';

export const mockHandlers = (mocks: MockContext): HandlersOf<typeof mockMethods> => ({
  'mock.home': () => home(mocks),
  'mock.supply': () => supply(mocks),
  'mock.start': ({ minutes }) => start(mocks, minutes),
  'mock.resume': ({ mockId }) => ({ view: resume(mocks, mockId) }),
  'mock.act': ({ mockId, steps }) => ({ view: act(mocks, mockId, steps) }),
  'mock.leave'({ mockId }) {
    leave(mocks, mockId);
    return {};
  },
  'mock.finish'({ mockId }) {
    finish(mocks, mockId);
    return {};
  },
  'mock.result': ({ mockId }) => result(mocks.store, mockId),
  'mock.judge': ({ mockId, cardId, credit }) => judge(mocks.store, mockId, cardId, credit, mocks.now()),
  'mock.delete'({ mockId }) {
    remove(mocks, mockId);
    return {};
  },
  'mock.restore'({ mockId }) {
    restore(mocks, mockId);
    return {};
  },
});
