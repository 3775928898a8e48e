import { createContext } from 'svelte';
import type { TodayView } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import type { Events } from '../../state/events.js';
import { sum } from '../../state/counts.js';
import { messages } from './messages.js';
import type { Addition } from './custom-study.svelte.js';

/** What was asked for this long ago is still true: nothing changes without a word but the time. */
const freshMs = 2_000;

/** The decks and what waits in them today. */
export class Today {
  view = $state.raw<TodayView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The day on which the person wanted no plan for the pile. */
  dismissedOn = $state<string | null>(null);
  #asked = 0;
  #askedAtMs = -Infinity;

  constructor(around: Pick<App, 'screen'>, events: Events) {
    events.on('data.changed', () => void this.refresh());
    // Today shows how the exam stands; its own screen asks by itself.
    events.on('exam.changed', () => around.screen === 'today' && void this.refresh());
  }

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

  /** The person looks again: asks unless it was asked just now. */
  async lookAgain(): Promise<void> {
    if (performance.now() - this.#askedAtMs > freshMs) await this.refresh();
  }

  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    this.#askedAtMs = performance.now();
    const result = await call('today.get', {});
    if (asked !== this.#asked) return;
    if (result.ok) this.view = result.value;
    this.failure = result.ok ? null : result.error;
  }

  /** Spreads what piled up over some days; answers whether it was done. */
  async catchUp(days: number, pausesNew: boolean): Promise<boolean> {
    return this.#done(await call('catchUp.start', { days, pausesNew }));
  }

  async endCatchUp(): Promise<boolean> {
    return this.#done(await call('catchUp.end', {}));
  }

  async resumeCatchUp(): Promise<boolean> {
    return this.#done(await call('catchUp.resume', {}));
  }

  /** Adds to one of today's limits of a deck, null for all. `told` gets what was done and its way back. */
  async add(deck: string | null, what: Addition, cards: number, told: (text: string, undo: () => void) => void): Promise<void> {
    const has = this.view?.extras[deck ?? ''] ?? { new: 0, reviews: 0 };
    const limit = what === 'moreNew' ? 'new' : 'reviews';
    const result = await call('today.extra', { deck, extra: { ...has, [limit]: Math.min(9999, has[limit] + cards) } });
    if (!this.#done(result) || !result.ok) return;
    const before = result.value;
    told(messages.study.added[what](cards), () => void call('today.extra', { deck, extra: before }));
  }

  async discard(): Promise<boolean> {
    return this.#done(await call('session.discard', {}));
  }

  /** Opens or closes a deck; the screen does not wait for the disk. */
  async collapse(path: string, collapsed: boolean): Promise<void> {
    if (!this.view) return;
    this.view = { ...this.view, decks: this.view.decks.map((deck) => (deck.path === path ? { ...deck, collapsed } : deck)) };
    const result = await call('decks.collapse', { path, collapsed });
    if (!result.ok) this.failure = result.error;
  }

  #done(result: Result<unknown>): boolean {
    if (!result.ok) this.failure = result.error;
    return result.ok;
  }
}

export const [useToday, provideToday] = createContext<Today>();
