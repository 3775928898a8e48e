import type { LibraryCard, Output } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import { messages } from './messages.js';
import { inWords } from '../../words/format.js';

const m = messages.library;

/** What a person does to cards outside a review, each with its way back. The screens hear of it by `data.changed`. */
export class CardActions {
  /** @param failed gets why something was not done, or null when it was */
  constructor(
    private readonly around: Pick<App, 'toast'>,
    private readonly failed: (failure: Failure | null) => void,
  ) {}

  edit(cardId: string, front: string, back: string): Promise<boolean> {
    return this.#act(m.edited, () => call('card.edit', { cardId, front, back }));
  }

  /** Gives a card the text made from its note again. */
  revert(cardId: string): Promise<boolean> {
    return this.#act(m.reverted, () => call('card.revert', { cardId }));
  }

  /** Suspends the cards, or wakes them when all of them are suspended. */
  suspend(cards: readonly LibraryCard[]): Promise<boolean> {
    const suspended = cards.some((card) => card.state !== 'suspended');
    const text = suspended ? m.suspended(cards.length) : m.woken(cards.length);
    return this.#act(text, () => call('card.suspend', { cardIds: idsOf(cards), suspended }));
  }

  /** Flags the cards, or takes the flags off when all of them have one. */
  flag(cards: readonly LibraryCard[]): Promise<boolean> {
    const flagged = cards.some((card) => !card.flagged);
    const text = flagged ? m.flagged(cards.length) : m.unflagged(cards.length);
    return this.#act(text, () => call('card.flag', { cardIds: idsOf(cards), flagged }));
  }

  async #act(text: string, ask: () => Promise<Result<Output<'card.edit'>>>): Promise<boolean> {
    const result = await ask();
    this.failed(result.ok ? null : result.error);
    if (!result.ok) return false;
    const { stepIds } = result.value;
    if (stepIds.length > 0) this.around.toast(text, () => void this.#takeBack(stepIds));
    return true;
  }

  async #takeBack(stepIds: number[]): Promise<void> {
    const result = await call('card.undo', { stepIds });
    this.around.toast(result.ok ? m.undone : inWords(result.error));
  }
}

const idsOf = (cards: readonly LibraryCard[]): string[] => cards.map(({ cardId }) => cardId);
