import type { DeckRow, TodayView } from '../../shared/contract.js';
import type { Failure } from '../../shared/result.js';
import { call } from '../api.js';

/** The decks and what waits in them today. */
export class Today {
  view = $state.raw<TodayView | null>(null);
  failure = $state.raw<Failure | null>(null);
  #asked = 0;

  /** Cards to do today, of all kinds. */
  readonly waiting = $derived(this.view ? sum(this.view.counts) : 0);

  /** Deck rows on show: those below a closed deck are left out. */
  readonly rows = $derived.by(() => {
    let closedDepth = Infinity;
    return (this.view?.decks ?? []).filter((deck) => {
      if (deck.depth > closedDepth) return false;
      closedDepth = deck.collapsed && deck.hasChildren ? deck.depth : Infinity;
      return true;
    });
  });

  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const result = await call('today.get', {});
    if (asked !== this.#asked) return;
    if (result.ok) this.view = result.value;
    this.failure = result.ok ? null : result.error;
  }

  /** Opens or closes a deck; the screen does not wait for the disk. */
  async collapse(path: string, collapsed: boolean): Promise<void> {
    if (!this.view) return;
    this.view = { ...this.view, decks: this.view.decks.map((deck) => (deck.path === path ? { ...deck, collapsed } : deck)) };
    const result = await call('decks.collapse', { path, collapsed });
    if (!result.ok) this.failure = result.error;
  }
}

/** Cards waiting in a deck or in all. */
export const sum = (counts: DeckRow['counts']): number => counts.new + counts.learning + counts.due;
