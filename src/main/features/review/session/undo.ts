/** Steps are taken back, also those of earlier sessions, and done again. */
import type { SessionView } from '../../../../shared/session.js';
import type { LearningEntry } from '../../../domain/review/queue.js';
import { type Answer, reduce } from '../../../domain/review/session.js';
import type { Redone } from '../../../store/tables/actions.js';
import type { UndoStep } from '../../../store/tables/undo.js';
import { answerOf, practiceAnswer, queueBefore } from './answers.js';
import { moveTo, type Running, type SessionContext, upToDate } from './context.js';
import { comesBack, comesBackInPractice, entryFor, queueOf } from './queue.js';
import { viewOf } from './view.js';

/** Takes back the newest step, also one of an earlier session; its card is shown again. */
export function undo(context: SessionContext): SessionView {
  const running = upToDate(context);
  const { now } = running;
  const { at, on } = context.study.moment();
  const step = context.actions.undo(at);
  if (!step) return viewOf(context);
  const last = running.history.at(-1);
  if (last?.stepId === step.stepId) {
    running.now = last.before;
    running.history = running.history.slice(0, -1);
  } else if (step.action !== 'flag' && step.action !== 'edit') {
    const answerId = 'practiceId' in step.before ? step.before.practiceId : step.reviewId;
    const rest = answerId === null ? now : reduce(now, { type: 'retracted', answerId });
    const entry = isMine(step, running) ? entryFor(context, step.cardId) : null;
    running.now = entry ? reduce(rest, { type: 'returned', entry, queue: queueOf(context, running.about, on) }) : rest;
    running.stale = entry === null;
    running.history = [];
  }
  return viewOf(context);
}

/** Does the step again that was taken back last, also before a restart. */
export function redo(context: SessionContext): SessionView {
  const running = upToDate(context);
  const { now } = running;
  const redone = context.actions.redo();
  if (!redone) return viewOf(context);
  const { step } = redone;
  const { at } = context.study.moment();
  const given = isMine(step, running) ? answerAgain(context, redone) : null;
  if (now.shown?.cardId === step.cardId && given) moveTo(running, reduce(now, { type: 'rated', ...given, now: at }), step.stepId);
  else if (now.shown?.cardId === step.cardId && (step.action === 'suspend' || step.action === 'bury')) {
    moveTo(running, reduce(now, { type: 'removed', now: at }), step.stepId);
  } else if (step.action !== 'flag' && step.action !== 'edit') {
    if (given) running.now = reduce(now, { type: 'restored', answer: given.answer });
    running.stale = true;
  }
  return viewOf(context);
}

/** Does a step about a card's answer belong to this session, so that the card is shown in it? */
function isMine({ action, cardId }: UndoStep, { now, about }: Running): boolean {
  if (action === 'practice' || action === 'rate') if ((action === 'practice') !== now.study.practice) return false;
  return about.open === null || about.open.cardIds.includes(cardId);
}

/** The answer a step done again gave, and the card as it comes back by it. */
function answerAgain(context: SessionContext, { review, practice }: Redone): { answer: Answer; learning: LearningEntry | null } | null {
  if (review) return { answer: answerOf(review), learning: comesBack(context, review.cardId) };
  if (!practice) return null;
  const queue = queueBefore(context.memories.get(practice.cardId)?.state ?? 'new');
  return { answer: practiceAnswer(practice, queue), learning: comesBackInPractice(context, practice) };
}
