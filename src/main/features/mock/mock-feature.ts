/** Puts mock exams together: over one database, with a thread that reads all cards. */
import { randomUUID } from 'node:crypto';
import type { EventName, EventPayload } from '../../../shared/contract.js';
import type { mockMethods, OpenMock } from '../../../shared/mock.js';
import type { Clock } from '../../clock.js';
import type { HandlersOf } from '../../handlers.js';
import type { Database } from '../../store/open/database.js';
import { createMockStore } from '../../store/tables/mock-exams.js';
import type { TaskThread } from '../../threads/task-thread.js';
import type { StudyDay } from '../review/study-day.js';
import { createExamSource } from './exam-source.js';
import { createMockContext } from './mock-context.js';
import { mockHandlers } from './mock-handlers.js';
import { unfinished } from './mock-history.js';
import type { MockTasks } from './mock-work.js';
import { close } from './running-mock.js';

interface Parts {
  db: Database;
  study: Pick<StudyDay, 'moment'>;
  clock: Clock;
  /** Where tasks are chosen. */
  thread: Pick<TaskThread<MockTasks>, 'run' | 'cancel'>;
  /** The file of the curriculum that was chosen; null when there is none. */
  curriculumFile: () => string | null;
  /** Resolves when nobody else is writing. */
  free: () => Promise<void>;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  log: (error: unknown) => void;
}

export interface MockFeature {
  handlers: HandlersOf<typeof mockMethods>;
  /** What was begun and not finished. */
  unfinished(): OpenMock | null;
  /** Stores the time of the mock that is open and stops what is being worked out. */
  close(): Promise<void>;
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

export function createMockFeature({ db, study, clock, thread, curriculumFile, free, emit, log }: Parts): MockFeature {
  const mocks = createMockContext({
    store: createMockStore(db),
    curriculum: createExamSource(curriculumFile),
    choose: (curriculum, shape, seed) => thread.run('mockTasks', { curriculum, shape, seed }),
    survey: (curriculum, parts) => thread.run('mockSupply', { curriculum, parts }),
    moment: () => study.moment(),
    now: () => clock.now(),
    newId: randomUUID,
    after,
    free,
    onTime: (mockId, leftMs) => emit('mock.time', { mockId, leftMs }),
    onOver: (mockId) => emit('mock.over', { mockId }),
    log,
  });
  return {
    handlers: mockHandlers(mocks),
    unfinished: () => unfinished(mocks),
    async close() {
      await thread.cancel();
      close(mocks);
    },
  };
}
