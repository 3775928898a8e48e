/** A mock exam is taken: gone on with, worked at, left, and handed in. */
import type { MockStep, MockView } from '../../../shared/mock.js';
import type { MockContext } from './mock-context.js';
import { standingOf } from './mock-history.js';
import { viewOf } from './mock-views.js';
import { close, end, endNow, open, opened, pass, perform } from './running-mock.js';

/** Goes on; null when its time is up. */
export function resume(context: MockContext, mockId: string): MockView | null {
  const { running } = context;
  if (running?.stored.mockId === mockId) return pass(context, running) ? null : viewOf(running.stored, running.mock);
  const { stored, mock } = standingOf(context, mockId);
  if (stored.finishedAt !== null) return null;
  close(context);
  const here = open(context, stored, mock);
  if (mock.finished) {
    end(context, here);
    return null;
  }
  perform(context, here, [{ type: 'resumed' }]);
  return viewOf(stored, here.mock);
}

/** Does what the person did, in its order; null when the time was up before. */
export function act(context: MockContext, mockId: string, steps: readonly MockStep[]): MockView | null {
  const here = opened(context, mockId);
  if (pass(context, here)) return null;
  perform(context, here, steps);
  return viewOf(here.stored, here.mock);
}

/** Closes it; its clock stands still. */
export function leave(context: MockContext, mockId: string): void {
  if (context.running?.stored.mockId === mockId) close(context);
}

/** Hands it in. */
export function finish(context: MockContext, mockId: string): void {
  endNow(context, opened(context, mockId));
}
