/** What else a person does to the card on show: it is suspended, buried, flagged or reworded. */
import type { SessionView } from '../../../../shared/session.js';
import { FailureError } from '../../../../shared/result.js';
import { reduce } from '../../../domain/review/session.js';
import type { Marks, ShownCard } from '../../../store/tables/cards.js';
import { undoLabel } from '../undo-label.js';
import { moveTo, type SessionContext, upToDate } from './context.js';
import { viewOf } from './view.js';

export const suspend = (context: SessionContext, cardId: string): SessionView =>
  mark(context, 'suspend', cardId, ({ marks }) => ({ ...marks, suspendedAt: context.study.moment().at }));

export const bury = (context: SessionContext, cardId: string): SessionView =>
  mark(context, 'bury', cardId, ({ marks }) => ({ ...marks, buriedOn: context.study.moment().on }));

export const flag = (context: SessionContext, cardId: string, flagged: boolean): SessionView =>
  mark(context, 'flag', cardId, ({ marks }) => ({ ...marks, flagged: flagged ? 1 : 0 }));

export const edit = (context: SessionContext, cardId: string, front: string, back: string): SessionView =>
  mark(context, 'edit', cardId, () => context.cards.reworded(cardId, front, back));

/** Marks a card and, when it is the one on show and leaves, goes on to the next. */
function mark(
  context: SessionContext,
  action: 'suspend' | 'bury' | 'flag' | 'edit',
  cardId: string,
  change: (card: ShownCard) => Marks | null,
): SessionView {
  const running = upToDate(context);
  const { now } = running;
  const leaves = action === 'suspend' || action === 'bury';
  if (leaves && now.shown?.cardId !== cardId) return viewOf(context);
  const card = context.cards.get(cardId);
  const marks = card && change(card);
  if (!card || !marks) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
  const { at } = context.study.moment();
  const done = context.actions.mark(action, cardId, marks, undoLabel(action, card.front), at);
  if (done) moveTo(running, leaves ? reduce(now, { type: 'removed', now: at }) : now, done.stepId);
  return viewOf(context);
}
