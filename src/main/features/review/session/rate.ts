/** An answer: scheduled, stored, and the next card shown. */
import type { Input } from '../../../../shared/contract.js';
import type { SessionView } from '../../../../shared/session.js';
import { offsetMinutes } from '../../../domain/review/day.js';
import { isLeechAt } from '../../../domain/review/leech.js';
import { schedule } from '../../../domain/review/scheduler.js';
import { type Answer, reduce } from '../../../domain/review/session.js';
import type { ShownCard } from '../../../store/tables/cards.js';
import { undoLabel } from '../undo-label.js';
import { practiceAnswer } from './answers.js';
import { moveTo, type Running, type SessionContext, upToDate } from './context.js';
import { comesBack, comesBackInPractice } from './queue.js';
import { viewOf } from './view.js';

/** Thinking longer than this about one card counts as this: the person was elsewhere. */
const longestAnswerMs = 60_000;

/**
 * Stores an answer to the card on show. A call about any other card (sent twice, or too late) changes nothing:
 * it is answered with what is on show.
 */
export function rate(context: SessionContext, input: Input<'session.rate'>): SessionView {
  const running = upToDate(context);
  const { now } = running;
  const { study, memories, actions } = context;
  const { cardId, rating } = input;
  const card = context.cards.get(cardId);
  if (!now.shown || now.shown.cardId !== cardId || !card) return viewOf(context);
  if (now.study.practice) return practise(context, running, card, input);
  const moment = study.moment();
  const parameters = study.parameters(card.deck);
  const before = memories.get(cardId);
  const after = schedule(before, rating, moment, parameters, cardId, study.place(card.deck));
  const { leechLapses, leechSuspends } = study.preset(card.deck).options;
  const isLeech = after.lapses > (before?.lapses ?? 0) && isLeechAt(after.lapses, leechLapses);
  const suspends = isLeech && leechSuspends;
  const durationMs = Math.min(input.durationMs, longestAnswerMs);
  const { reviewId, stepId } = actions.rate(
    {
      ...{ cardId, rating, durationMs, parameters, after },
      stateBefore: before?.state ?? 'new',
      offsetMinutes: Math.round(offsetMinutes(moment.at, study.dayRule().zone)),
    },
    undoLabel(rating, card.front),
    suspends ? { ...card.marks, suspendedAt: moment.at } : null,
  );
  const answer: Answer = { answerId: reviewId, ...{ cardId, rating, durationMs, queue: now.shown.queue } };
  const learning = suspends ? null : comesBack(context, cardId);
  moveTo(running, reduce(now, { type: 'rated', answer, learning, now: moment.at }), stepId);
  const { front, back } = card;
  return viewOf(context, isLeech ? { cardId, front, back, lapses: after.lapses, suspended: suspends } : null);
}

/** The same, with the schedule left untouched. */
function practise(context: SessionContext, running: Running, card: ShownCard, { rating, durationMs }: Input<'session.rate'>): SessionView {
  const { now } = running;
  const { at, on } = context.study.moment();
  const { cardId } = card;
  const practice = { cardId, rating, answeredAt: at, answeredOn: on, durationMs: Math.min(durationMs, longestAnswerMs) };
  const { practiceId, stepId } = context.actions.practise(practice, undoLabel(rating, card.front));
  const answer = practiceAnswer({ ...practice, practiceId }, now.shown?.queue ?? 'learning');
  moveTo(running, reduce(now, { type: 'rated', answer, learning: comesBackInPractice(context, practice), now: at }), stepId);
  return viewOf(context);
}
