/** What mock exams need around them, and the one that is open. */
import type { Curriculum } from '../../domain/exam/curriculum.js';
import type { Mock } from '../../domain/mock/mock.js';
import type { MockClock } from '../../domain/mock/mock-clock.js';
import type { MockShape } from '../../domain/mock/mock-tasks.js';
import type { Moment } from '../../domain/review/scheduler.js';
import type { AskedTask, MockStore, StoredMock } from '../../store/tables/mock-exams.js';
import type { DomainSupply } from './mock-work.js';

interface Parts {
  store: MockStore;
  curriculum: () => Curriculum;
  /** Chooses tasks among all cards, in a thread of its own. */
  choose: (curriculum: Curriculum, shape: MockShape, seed: string) => Promise<AskedTask[]>;
  survey: (curriculum: Curriculum, parts: number[]) => Promise<DomainSupply[]>;
  moment: () => Moment;
  now: () => number;
  newId: () => string;
  /** Calls once after so many milliseconds; answers what takes that back. */
  after: (ms: number, run: () => void) => () => void;
  /** Resolves when nobody else is writing. */
  free: () => Promise<void>;
  onTime: (mockId: string, leftMs: number) => void;
  onOver: (mockId: string) => void;
  log: (error: unknown) => void;
}

export interface MockContext extends Parts {
  running: Running | null;
}

/** The mock that is open. */
export interface Running {
  stored: StoredMock;
  mock: Mock;
  clock: MockClock;
  stopBeat: () => void;
}

/** Drops what was deleted long ago, too. */
export function createMockContext(parts: Parts): MockContext {
  parts.store.purge();
  return { ...parts, running: null };
}
