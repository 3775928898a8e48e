/** Sessions begin, are left, and go on. */
import type { PausedSession, SessionSummary, SessionView } from '../../../../shared/session.js';
import type { StudyRequest } from '../../../../shared/study.js';
import { FailureError } from '../../../../shared/result.js';
import { type Answer, begin, isChosen, remaining, type Session } from '../../../domain/review/session.js';
import { totalOf } from '../../../domain/review/today.js';
import type { OpenSession } from '../../../store/tables/open-session.js';
import { answersOf } from './answers.js';
import { choose } from './choose.js';
import type { SessionContext } from './context.js';
import { queueOf } from './queue.js';
import type { About } from './sources.js';
import { summaryOf, viewOf } from './view.js';

/** Can a session be gone on with later? What waits today and what the exam plan has for it are known without it. */
const isKept = ({ study }: Pick<Session, 'study'>): boolean => isChosen({ study }) && study.scope.kind !== 'exam';

/** Begins a session; a running one ends. `listed` are the cards of a scope that is neither a deck nor all. */
export function start(context: SessionContext, study: StudyRequest, listed: readonly string[] | null = null): SessionView {
  if (study.pick.kind !== 'waiting') return open(context, { study, open: chosenSession(context, study, listed) });
  return open(context, { study, open: null, only: listed && new Set(listed) });
}

/** A new session of chosen cards; it takes the place of one that was left. */
function chosenSession(context: SessionContext, study: StudyRequest, listed: readonly string[] | null): OpenSession {
  const { at, on } = context.study.moment();
  const cardIds = choose(context, study, on, listed);
  const newest = { afterReviewId: context.reviews.newestId(), afterPracticeId: context.practices.newestId() };
  const begun = { study, cardIds, startedAt: at, startedOn: on, ...newest };
  if (isKept(begun)) context.openSessions.put(begun);
  return begun;
}

/** Goes on with the session of chosen cards that was left; throws a FailureError `not-found` when there is none. */
export function resume(context: SessionContext): SessionView {
  const left = context.openSessions.get();
  if (!left) throw new FailureError({ code: 'not-found', message: 'No session was left to go on with.' });
  const answers = answersOf(context, left);
  return open(context, { study: left.study, open: left }, answers, { startedOn: left.startedOn, answered: answers.length });
}

function open(context: SessionContext, about: About, answers: readonly Answer[] = [], resumed: SessionView['resumed'] = null): SessionView {
  const { at, on } = context.study.moment();
  const now = begin(about.study, on, queueOf(context, about, on), at, answers);
  context.running = { now, about, resumed, history: [], stale: false };
  return viewOf(context);
}

/** The session of chosen cards that can be gone on with; null when there is none or nothing of it is left. */
export function paused(context: SessionContext): PausedSession | null {
  const left = context.openSessions.get();
  if (!left) return null;
  const queue = queueOf(context, { study: left.study, open: left }, context.study.moment().on);
  const waiting = queue.learning.length + queue.rest.length;
  if (waiting === 0) return null;
  return { study: left.study, startedOn: left.startedOn, done: Math.max(0, left.cardIds.length - waiting), cards: left.cardIds.length };
}

/** Forgets the session that could be gone on with; what was answered stays. */
export const discard = ({ openSessions }: SessionContext): void => openSessions.remove();

/** Ends the session and says what it came to; all zero when none was running. One of chosen cards can be gone on with. */
export function end(context: SessionContext): SessionSummary {
  const now = context.running?.now ?? null;
  const answers = now?.answers ?? [];
  const left = now ? totalOf(remaining(now)) : 0;
  if (now && isKept(now) && (left === 0 || answers.length === 0)) context.openSessions.remove();
  context.running = null;
  return summaryOf(context, answers, left);
}
