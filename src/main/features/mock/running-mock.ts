/** The mock that is open: its clock goes, its time is stored now and then, and it ends when that is up. */
import { FailureError } from '../../../shared/result.js';
import { type Mock, type MockAction, passTime, reduceMock } from '../../domain/mock/mock.js';
import { startMockClock } from '../../domain/mock/mock-clock.js';
import type { StoredMock } from '../../store/tables/mock-exams.js';
import type { MockContext, Running } from './mock-context.js';

/** How often the time is stored: a killed app gives at most so much of it back. */
const beatMs = 2_000;

export function open(context: MockContext, stored: StoredMock, mock: Mock): Running {
  const here: Running = { stored, mock, clock: startMockClock(context.now, mock.spentMs), stopBeat: () => undefined };
  context.running = here;
  beatLater(context, here);
  return here;
}

function beatLater(context: MockContext, here: Running): void {
  const leftMs = here.mock.limitMs - here.mock.spentMs;
  here.stopBeat = context.after(Math.min(beatMs, Math.max(leftMs, 20)), () => {
    context
      .free()
      .then(() => beat(context, here))
      .catch(context.log)
      .finally(() => {
        if (context.running === here) beatLater(context, here);
      });
  });
}

/** The clock is looked at, and what it says is stored; at its end the mock is over. */
function beat(context: MockContext, here: Running): void {
  if (context.running !== here || pass(context, here)) return;
  context.store.spend(here.stored.mockId, here.mock.spentMs);
  context.onTime(here.stored.mockId, here.mock.limitMs - here.mock.spentMs);
}

/** Brings the clock up to date; true when the time is up, and with it the mock over. */
export function pass(context: MockContext, here: Running): boolean {
  lookAtClock(here);
  if (!here.mock.finished) return false;
  end(context, here);
  context.onOver(here.stored.mockId);
  return true;
}

function lookAtClock(here: Running): void {
  here.mock = passTime(here.mock, here.clock.look());
}

/** Stores that it is over, with the time it has. */
export function end(context: MockContext, here: Running): void {
  context.store.finish(here.stored.mockId, here.mock.spentMs, context.now());
  stop(context, here);
}

function stop(context: MockContext, here: Running): void {
  here.stopBeat();
  context.running = null;
}

/** Ends it now, whatever time is left. */
export function endNow(context: MockContext, here: Running): void {
  lookAtClock(here);
  end(context, here);
}

/** Stores the time of the mock that is open, if one is, and stops its clock. */
export function close(context: MockContext): void {
  const here = context.running;
  if (!here) return;
  lookAtClock(here);
  if (here.mock.finished) return end(context, here);
  context.store.spend(here.stored.mockId, here.mock.spentMs);
  stop(context, here);
}

/** The mock that is open, if it is the one that is meant; throws a FailureError `conflict` otherwise. */
export function opened({ running }: MockContext, mockId: string): Running {
  if (running?.stored.mockId === mockId) return running;
  throw new FailureError({ code: 'conflict', message: 'This mock exam is not open.', hint: 'Continue it under Mock exams.' });
}

/** Stores actions, then does them. */
export function perform({ store, now }: MockContext, here: Running, actions: readonly MockAction[]): void {
  const { spentMs } = here.mock;
  store.append(here.stored.mockId, actions, spentMs, now());
  here.mock = actions.reduce((mock, action) => reduceMock(mock, { action, spentMs }), here.mock);
}
