/** The session of review that runs: what it needs of the store, and where it stands. */
import type { SessionView } from '../../../../shared/session.js';
import { FailureError } from '../../../../shared/result.js';
import { find } from '../../../domain/review/queue.js';
import { reduce, type Session } from '../../../domain/review/session.js';
import type { Actions } from '../../../store/tables/actions.js';
import type { OpenSessionStore } from '../../../store/tables/open-session.js';
import type { TodayNumbers } from '../../../store/tables/today.js';
import type { UndoSteps } from '../../../store/tables/undo.js';
import { entryFor, queueOf } from './queue.js';
import type { About, SessionSources } from './sources.js';

interface Parts extends SessionSources {
  actions: Actions;
  openSessions: OpenSessionStore;
  undoSteps: UndoSteps;
  numbers: Pick<TodayNumbers, 'dueOn'>;
}

export interface SessionContext extends Parts {
  /** null between two sessions. */
  running: Running | null;
}

export interface Running {
  now: Session;
  about: About;
  /** It was begun before and goes on. */
  resumed: SessionView['resumed'];
  /** What its newest steps stepped away from, so that an undo can go back there. */
  history: { stepId: number; before: Session }[];
  /** Cards or settings were changed by somebody else: the queue is made anew before the next answer. */
  stale: boolean;
}

/** Session states kept to step back to; an undo further back makes the queue anew. */
const keptStates = 100;

export const createSessionContext = (parts: Parts): SessionContext => ({ ...parts, running: null });

/** The running session, brought up to date with the day and the store. Throws a FailureError `conflict` when none runs. */
export function upToDate(context: SessionContext): Running {
  const { running, study } = context;
  if (!running) {
    throw new FailureError({ code: 'conflict', message: 'No review session is running.', hint: 'Start a review from Today.' });
  }
  const { at, on } = study.moment();
  const { now, about } = running;
  if (running.stale || now.dayOn !== on) {
    const queue = queueOf(context, about, on);
    const shown = now.shown && (find(queue, now.shown.cardId) ?? entryFor(context, now.shown.cardId));
    running.now = reduce(now, { type: 'refilled', dayOn: on, queue, shown, now: at });
    running.history = [];
    running.stale = false;
  }
  return running;
}

/** Goes on to what a stored step made of the session. */
export function moveTo(running: Running, next: Session, stepId: number): void {
  running.history = [...running.history.slice(1 - keptStates), { stepId, before: running.now }];
  running.now = next;
}

/** Cards or settings were changed by somebody else. */
export function refresh({ running }: SessionContext): void {
  if (running) running.stale = true;
}
