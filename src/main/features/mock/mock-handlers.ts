/** Answers the calls about mock exams. */
import type { mockMethods } from '../../../shared/mock.js';
import type { HandlersOf } from '../../handlers.js';
import type { MockService } from './mock-service.js';

export const mockHandlers = (mocks: MockService): HandlersOf<typeof mockMethods> => ({
  'mock.home': () => mocks.home(),
  'mock.supply': () => mocks.supply(),
  'mock.start': ({ minutes }) => mocks.start(minutes),
  'mock.resume': ({ mockId }) => ({ view: mocks.resume(mockId) }),
  'mock.act': ({ mockId, steps }) => ({ view: mocks.act(mockId, steps) }),
  'mock.leave'({ mockId }) {
    mocks.leave(mockId);
    return {};
  },
  'mock.finish'({ mockId }) {
    mocks.finish(mockId);
    return {};
  },
  'mock.result': ({ mockId }) => mocks.result(mockId),
  'mock.judge': ({ mockId, cardId, credit }) => mocks.judge(mockId, cardId, credit),
  'mock.delete'({ mockId }) {
    mocks.delete(mockId);
    return {};
  },
  'mock.restore'({ mockId }) {
    mocks.restore(mockId);
    return {};
  },
});
