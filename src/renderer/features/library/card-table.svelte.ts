import { SvelteSet } from 'svelte/reactivity';
import type { CardFilter, LibraryCard } from '../../../shared/contract.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';

const page = 100;
/** Cards that can be acted on at once. */
const mostSelected = 500;

/** The cards that fit a query, page by page, and which of them are chosen. */
export class CardTable {
  query = $state('');
  filter = $state<CardFilter | null>(null);
  /** null until the first answer. */
  cards = $state.raw<readonly LibraryCard[] | null>(null);
  total = $state(0);
  /** Parts of the query that are no filter. */
  unknown = $state.raw<readonly string[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** The row the keys act on. */
  at = $state(0);
  #chosen = new SvelteSet<string>();
  #asked = 0;

  /** The chosen cards, or the one the keys are on when none is. */
  readonly chosen = $derived((this.cards ?? []).filter(({ cardId }) => this.#chosen.has(cardId)));
  readonly current = $derived(this.cards?.[this.at] ?? null);
  readonly areAllChosen = $derived(this.chosen.length > 0 && this.chosen.length === Math.min(this.cards?.length ?? 0, mostSelected));

  isChosen(cardId: string): boolean {
    return this.#chosen.has(cardId);
  }

  choose(cardId: string, isChosen: boolean): void {
    if (!isChosen) this.#chosen.delete(cardId);
    else if (this.#chosen.size < mostSelected) this.#chosen.add(cardId);
  }

  /** Chooses all cards on show, as many as can be acted on at once, or none. */
  chooseAll(isChosen: boolean): void {
    this.#chosen.clear();
    if (isChosen) for (const { cardId } of (this.cards ?? []).slice(0, mostSelected)) this.#chosen.add(cardId);
  }

  async search(query: string, filter: CardFilter | null = null): Promise<void> {
    this.query = query;
    this.filter = filter;
    this.at = 0;
    this.#chosen.clear();
    await this.#ask(page);
  }

  /** Asks again for what is on show. */
  async refresh(): Promise<void> {
    await this.#ask(Math.max(page, this.cards?.length ?? 0));
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const shown = this.cards ?? [];
    const asked = this.#asked;
    const result = await call('library.cards', { query: this.query, filter: this.filter, limit: page, offset: shown.length });
    if (asked !== this.#asked) return;
    if (result.ok) this.cards = [...shown, ...result.value.cards];
    this.failure = result.ok ? null : result.error;
  }

  async #ask(limit: number): Promise<void> {
    const asked = ++this.#asked;
    const result = await call('library.cards', { query: this.query, filter: this.filter, limit: Math.min(limit, 500), offset: 0 });
    // Only the answer to the newest question counts.
    if (asked !== this.#asked) return;
    this.failure = result.ok ? null : result.error;
    if (!result.ok) return;
    const { cards, total, unknown } = result.value;
    this.cards = cards;
    this.total = total;
    this.unknown = unknown;
    this.at = Math.max(0, Math.min(this.at, cards.length - 1));
    const chosen = this.chosen.map(({ cardId }) => cardId);
    this.#chosen.clear();
    for (const cardId of chosen) this.#chosen.add(cardId);
  }
}
