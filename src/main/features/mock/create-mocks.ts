/** Puts mock exams together: over one database, with a thread that reads all cards. */
import { randomUUID } from 'node:crypto';
import type { EventName, EventPayload } from '../../../shared/contract.js';
import type { Clock } from '../../clock.js';
import type { Database } from '../../store/open/database.js';
import { createMockStore } from '../../store/tables/mock-exams.js';
import type { TaskThread } from '../../threads/task-thread.js';
import type { Study } from '../review/study.js';
import { createExamSource } from './exam-source.js';
import { createMockService } from './mock-service.js';
import type { MockService } from './mock-service.js';
import type { MockTasks } from './mock-work.js';

export interface Mocks {
  service: MockService;
  /** Stores the time of the mock that is open and stops what is being worked out. */
  close(): Promise<void>;
}

interface Parts {
  db: Database;
  study: Pick<Study, 'moment'>;
  clock: Clock;
  thread: Pick<TaskThread<MockTasks>, 'run' | 'cancel'>;
  /** The file of the curriculum that was chosen; null when there is none. */
  curriculumFile: () => string | null;
  emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  log: (error: unknown) => void;
  free: () => Promise<void>;
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

export function createMocks({ db, study, clock, thread, curriculumFile, emit, log, free }: Parts): Mocks {
  const service = createMockService({
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
    service,
    async close() {
      await thread.cancel();
      service.close();
    },
  };
}
