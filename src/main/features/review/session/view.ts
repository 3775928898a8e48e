/** What a session looks like in the window. */
import type { Rating } from '../../../../shared/contract.js';
import type { SessionCard, SessionSummary, SessionView } from '../../../../shared/session.js';
import { addDays } from '../../../domain/review/day.js';
import type { Entry } from '../../../domain/review/queue.js';
import { preview, waitMs } from '../../../domain/review/scheduler.js';
import { type Answer, isOver, progress, reduce, remaining, totals } from '../../../domain/review/session.js';
import { totalOf } from '../../../domain/review/today.js';
import { type SessionContext, upToDate } from './context.js';

/** The running session as it is shown; with `leech` when the answer just given made its card one. */
export function viewOf(context: SessionContext, leech: SessionView['leech'] = null): SessionView {
  const { now, resumed } = upToDate(context);
  const { undoSteps } = context;
  const step = undoSteps.newest();
  const left = remaining(now);
  return {
    card: now.shown && cardView(context, now.shown, now.study.practice),
    study: now.study,
    resumed,
    leech,
    remaining: left,
    progress: progress(now),
    canUndo: step !== null,
    undoLabel: step?.label ?? null,
    redoLabel: undoSteps.newestUndone()?.label ?? null,
    waitUntil: now.waitUntil,
    summary: isOver(now) ? summaryOf(context, now.answers, totalOf(left)) : null,
  };
}

/** What is on show now: a card that came back meanwhile, say. */
export function current(context: SessionContext): SessionView {
  const running = upToDate(context);
  running.now = reduce(running.now, { type: 'looked', now: context.study.moment().at });
  return viewOf(context);
}

/** What answers came to. */
export function summaryOf({ cards, numbers, study }: SessionContext, answers: readonly Answer[], left: number): SessionSummary {
  const { forgotten, ...rest } = totals(answers);
  const hard = forgotten.flatMap(({ cardId, times }) => {
    const card = cards.get(cardId);
    if (!card) return [];
    const { front, noteId, notePath, noteName, line } = card;
    return [{ cardId, front, noteId, notePath, noteName, line, times }];
  });
  return { ...rest, left, dueTomorrow: numbers.dueOn(addDays(study.moment().on, 1)), hard };
}

function cardView(context: SessionContext, { cardId, queue }: Entry, isPractice: boolean): SessionCard | null {
  const card = context.cards.get(cardId);
  if (!card) return null;
  const { kind, deck, headings, front, back, noteId, notePath, noteName, line, endLine, marks } = card;
  return {
    ...{ cardId, queue, kind, deck, headings, front, back, noteId, notePath, noteName, line, endLine },
    flagged: marks.flagged === 1,
    lapses: context.memories.get(cardId)?.lapses ?? 0,
    intervalMs: isPractice ? null : intervals(context, cardId, deck),
  };
}

function intervals({ study, memories }: SessionContext, cardId: string, deck: string): SessionCard['intervalMs'] {
  const moment = study.moment();
  const next = preview(memories.get(cardId), moment, study.parameters(deck), cardId, study.place(deck));
  const wait = (rating: Rating): number => waitMs(next[rating], moment.at);
  return { again: wait('again'), hard: wait('hard'), good: wait('good'), easy: wait('easy') };
}
