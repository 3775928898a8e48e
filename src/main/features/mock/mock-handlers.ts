/** The methods of the contract about mock exams. */
import type { Handlers } from '../../router.js';
import type { MockService } from './mock-service.js';

export type MockMethod = Extract<keyof Handlers, `mock.${string}`>;

export const mockHandlers = (mocks: MockService): Pick<Handlers, MockMethod> => ({
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
