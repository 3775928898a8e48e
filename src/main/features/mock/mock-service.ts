/** Mock exams: begun, left and gone on with, each action stored before it is answered, and ended when their time is up. */
import type { MockHome, MockResult, MockStep, MockSupply, MockView, OpenMock } from '../../../shared/mock.js';
import { shortMocks } from '../../../shared/mock.js';
import { FailureError } from '../../../shared/result.js';
import type { Curriculum } from '../../domain/exam/curriculum.js';
import { passTime, reduceMock } from '../../domain/mock/mock.js';
import type { Mock, MockAction } from '../../domain/mock/mock.js';
import { fewestTasks, shapeOf } from '../../domain/mock/mock-tasks.js';
import type { MockShape } from '../../domain/mock/mock-tasks.js';
import type { Moment } from '../../domain/review/scheduler.js';
import type { AskedTask, MockStore, StoredMock } from '../../store/tables/mock-exams.js';
import type { DomainSupply } from './mock-work.js';
import { mockExamOf } from './exam-source.js';
import { startMockClock } from '../../domain/mock/mock-clock.js';
import type { MockClock } from '../../domain/mock/mock-clock.js';
import { createMockDesk } from './finished-mocks.js';
import { openOf, viewOf } from './mock-views.js';

/** How often the time is stored: a killed app gives at most so much of it back. */
const beatMs = 2_000;

export interface MockService {
  home(): Promise<MockHome>;
  /** What was begun and not finished. */
  unfinished(): OpenMock | null;
  supply(): Promise<MockSupply>;
  start(minutes: number): Promise<MockView>;
  /** Goes on; null when its time is up. */
  resume(mockId: string): MockView | null;
  /** Does what the person did, in its order; null when the time was up before. */
  act(mockId: string, steps: readonly MockStep[]): MockView | null;
  leave(mockId: string): void;
  finish(mockId: string): void;
  result(mockId: string): Promise<MockResult>;
  judge(mockId: string, cardId: string, credit: number | null): Promise<MockResult>;
  delete(mockId: string): void;
  restore(mockId: string): void;
  /** Stores the time of the mock that is open, and stops its clock. */
  close(): void;
}

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

/** The mock that is open. */
interface Running {
  stored: StoredMock;
  mock: Mock;
  clock: MockClock;
  stopBeat: () => void;
}

export function createMockService(parts: Parts): MockService {
  const { store, moment, now } = parts;
  const desk = createMockDesk(store);
  let running: Running | null = null;
  store.purge();

  function open(stored: StoredMock, mock: Mock): void {
    const here: Running = { stored, mock, clock: startMockClock(now, mock.spentMs), stopBeat: () => undefined };
    running = here;
    beatLater(here);
  }

  function beatLater(here: Running): void {
    const leftMs = here.mock.limitMs - here.mock.spentMs;
    here.stopBeat = parts.after(Math.min(beatMs, Math.max(leftMs, 20)), () => {
      parts
        .free()
        .then(() => beat(here))
        .catch(parts.log)
        .finally(() => {
          if (running === here) beatLater(here);
        });
    });
  }

  /** The clock is looked at, and what it says is stored; at its end the mock is over. */
  function beat(here: Running): void {
    if (running !== here || pass(here)) return;
    store.spend(here.stored.mockId, here.mock.spentMs);
    parts.onTime(here.stored.mockId, here.mock.limitMs - here.mock.spentMs);
  }

  /** Brings the clock up to date; true when the time is up, and with it the mock over. */
  function pass(here: Running): boolean {
    here.mock = passTime(here.mock, here.clock.look());
    if (!here.mock.finished) return false;
    end(here);
    parts.onOver(here.stored.mockId);
    return true;
  }

  function end(here: Running): void {
    store.finish(here.stored.mockId, here.mock.spentMs, now());
    stop(here);
  }

  function stop(here: Running): void {
    here.stopBeat();
    running = null;
  }

  function close(): void {
    if (!running) return;
    const here = running;
    here.mock = passTime(here.mock, here.clock.look());
    if (here.mock.finished) return end(here);
    store.spend(here.stored.mockId, here.mock.spentMs);
    stop(here);
  }

  /** The mock that is open, if it is the one that is meant. */
  function opened(mockId: string): Running {
    if (running?.stored.mockId === mockId) return running;
    throw new FailureError({ code: 'conflict', message: 'This mock exam is not open.', hint: 'Continue it under Mock exams.' });
  }

  /** Stores actions, then does them. */
  function act(here: Running, actions: readonly MockAction[]): void {
    const { spentMs } = here.mock;
    store.append(here.stored.mockId, actions, spentMs, now());
    here.mock = actions.reduce((mock, action) => reduceMock(mock, { action, spentMs }), here.mock);
  }

  /** A mock that was left, as it stands, with the time that was stored last. */
  function left(mockId: string): { stored: StoredMock; mock: Mock } {
    if (running?.stored.mockId === mockId) return running;
    const { stored, mock } = desk.load(mockId);
    return { stored, mock: passTime(mock, stored.spentMs) };
  }

  function unfinished(): OpenMock | null {
    const openId = store.openId();
    if (openId === null || !store.get(openId)) return null;
    const { stored, mock } = left(openId);
    return openOf(stored, mock);
  }

  return {
    unfinished,

    async home() {
      const exam = mockExamOf(parts.curriculum());
      return { exam, open: unfinished(), finished: await desk.finished() };
    },

    async supply() {
      const curriculum = parts.curriculum();
      const exam = mockExamOf(curriculum);
      const offered = [...shortMocks.filter((minutes) => minutes < exam.minutes), exam.minutes];
      const shapes = offered.map((minutes) => ({ minutes, ...shapeOf(minutes, curriculum.format) }));
      const found = await parts.survey(curriculum, [...new Set(shapes.map((shape) => shape.parts))]);
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
    },

    async start(minutes) {
      const another = (): FailureError =>
        new FailureError({
          code: 'conflict',
          message: 'Another mock exam is not finished.',
          hint: 'Continue it, or give it up, before you begin a new one.',
        });
      if (store.openId() !== null) throw another();
      const curriculum = parts.curriculum();
      const seed = parts.newId();
      const chosen = await parts.choose(curriculum, shapeOf(minutes, curriculum.format), seed);
      const tasks = chosen.filter(({ cards }) => cards.length > 0);
      if (tasks.length < fewestTasks) {
        throw new FailureError({
          code: 'not-found',
          message: 'There are too few cards for a mock exam.',
          hint: 'Import notes about the topics of the exam first.',
        });
      }
      // Meanwhile another one may have been begun: by a second press, say.
      if (store.openId() !== null) throw another();
      const { at, on } = moment();
      const begun = { mockId: parts.newId(), startedAt: at, startedOn: on, minutes, seed, exam: mockExamOf(curriculum), tasks };
      store.create(begun);
      const { stored, mock } = desk.load(begun.mockId);
      open(stored, mock);
      return viewOf(stored, mock);
    },

    resume(mockId) {
      if (running?.stored.mockId === mockId) return pass(running) ? null : viewOf(running.stored, running.mock);
      const { stored, mock } = left(mockId);
      if (stored.finishedAt !== null) return null;
      close();
      open(stored, mock);
      const here = opened(mockId);
      if (mock.finished) {
        end(here);
        return null;
      }
      act(here, [{ type: 'resumed' }]);
      return viewOf(stored, here.mock);
    },

    act(mockId, steps) {
      const here = opened(mockId);
      if (pass(here)) return null;
      act(here, steps);
      return viewOf(here.stored, here.mock);
    },

    leave(mockId) {
      if (running?.stored.mockId === mockId) close();
    },

    finish(mockId) {
      const here = opened(mockId);
      here.mock = passTime(here.mock, here.clock.look());
      end(here);
    },

    result: (mockId) => desk.result(mockId),
    judge: (mockId, cardId, credit) => desk.judge(mockId, cardId, credit, now()),

    delete(mockId) {
      const { stored } = left(mockId);
      if (running?.stored.mockId === mockId) close();
      store.setDeleted(stored.mockId, now());
    },

    restore(mockId) {
      const stored = store.get(mockId);
      if (!stored) throw new FailureError({ code: 'not-found', message: 'This mock exam is no longer there.' });
      if (stored.finishedAt === null && store.openId() !== null) {
        throw new FailureError({ code: 'conflict', message: 'Another mock exam was begun since.', hint: 'Finish that one first.' });
      }
      store.setDeleted(mockId, null);
    },

    close,
  };
}
