/** What a person does to cards outside a review; each can be undone. */
import { FailureError } from '../../../shared/result.js';
import type { Marks, ShownCard } from '../../store/tables/cards.js';
import { undoLabel } from '../review/undo-label.js';
import type { LibraryContext } from './library-context.js';

/** What undoes it. */
export interface Steps {
  stepIds: number[];
}

export function editCard(library: LibraryContext, cardId: string, front: string, back: string): Steps {
  return mark(library, 'edit', [cardId], () => library.cards.reworded(cardId, front, back));
}

/** Back to the words of the note. */
export function revertCard(library: LibraryContext, cardId: string): Steps {
  return mark(library, 'edit', [cardId], ({ marks }) => ({ ...marks, editedFront: null, editedBack: null, editedSpanHash: null }));
}

export function suspendCards(library: LibraryContext, cardIds: readonly string[], suspended: boolean): Steps {
  const { at } = library.study.moment();
  return mark(library, 'suspend', cardIds, ({ marks }) => ({ ...marks, suspendedAt: suspended ? (marks.suspendedAt ?? at) : null }));
}

export function flagCards(library: LibraryContext, cardIds: readonly string[], flagged: boolean): Steps {
  return mark(library, 'flag', cardIds, ({ marks }) => ({ ...marks, flagged: flagged ? 1 : 0 }));
}

/** All or none. Throws a FailureError `not-found` when one of the cards is gone. */
function mark(
  { cards, actions, study }: LibraryContext,
  action: 'suspend' | 'flag' | 'edit',
  cardIds: readonly string[],
  change: (card: ShownCard) => Marks | null,
): Steps {
  const changes = cardIds.map((cardId) => {
    const card = cards.get(cardId);
    const marks = card && change(card);
    if (!card || !marks) throw new FailureError({ code: 'not-found', message: 'This card is no longer there.' });
    return { cardId, marks, label: undoLabel(action, card.front) };
  });
  return { stepIds: actions.markAll(action, changes, study.moment().at) };
}
