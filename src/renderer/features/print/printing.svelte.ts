import type { StudyScope } from '../../../shared/contract.js';
import { mostPrintedCards } from '../../../shared/print.js';
import type { Paper } from '../../../shared/print.js';
import type { Failure } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { Printed } from '../../state/app.js';

/** Countries that print on Letter. */
const letterCountries = /-(?:US|CA|MX|PH|CL|CO|VE|GT|CR|DO|SV|PA|NI|HN|PR)\b/i;
const usualPaper = (language: string): Paper => (letterCountries.test(language) ? 'letter' : 'a4');

/** A sheet to be: which cards, on which paper, and what became of it. */
export class Printing {
  /** Decks chosen by the person; only asked for when nothing else was given. */
  decks = $state.raw<readonly string[]>([]);
  paper = $state<Paper>(usualPaper(navigator.language));
  /** null while unknown. */
  cards = $state<number | null>(null);
  isWorking = $state(false);
  outcome = $state.raw<{ kind: 'saved'; name: string; pages: number } | { kind: 'printed' } | { kind: 'stopped' } | null>(null);
  failure = $state.raw<Failure | null>(null);
  #asked = 0;
  #stopped = false;

  /** @param given what to print: cards, or the plan to the exam; null to let the person choose decks */
  constructor(readonly given: Printed) {}

  readonly scopes = $derived.by((): StudyScope[] =>
    this.given === 'plan' ? [] : this.given ? [this.given] : this.decks.map((deck) => ({ kind: 'deck', deck })),
  );
  readonly isTooMuch = $derived(this.cards !== null && this.cards > mostPrintedCards);
  readonly #hasCards = $derived(this.scopes.length > 0 && this.cards !== null && this.cards > 0 && !this.isTooMuch);
  readonly isReady = $derived.by(() => (this.given === 'plan' || this.#hasCards) && !this.isWorking);
  readonly #job = $derived.by(() => ({ scopes: this.scopes, paper: this.paper, ...(this.given === 'plan' && { plan: true }) }));

  choose(deck: string, isChosen: boolean): void {
    this.decks = isChosen ? [...this.decks, deck] : this.decks.filter((path) => path !== deck);
  }

  /** Asks how many cards there are; only the newest answer counts. */
  async recount(): Promise<void> {
    const asked = ++this.#asked;
    const { scopes } = this;
    if (scopes.length === 0) {
      this.cards = null;
      return;
    }
    const result = await call('print.count', { scopes });
    if (asked !== this.#asked) return;
    this.cards = result.ok ? result.value.cards : null;
    this.failure = result.ok ? null : result.error;
  }

  async save(): Promise<void> {
    const result = await this.#work(() => call('print.save', this.#job));
    if (result?.name) this.outcome = { kind: 'saved', name: result.name, pages: result.pages };
  }

  async send(): Promise<void> {
    const result = await this.#work(() => call('print.send', this.#job));
    if (result?.printed) this.outcome = { kind: 'printed' };
  }

  stop(): void {
    if (!this.isWorking) return;
    this.#stopped = true;
    void call('print.cancel', {});
  }

  async show(): Promise<void> {
    await call('print.show', {});
  }

  async #work<T>(job: () => Promise<{ ok: true; value: T } | { ok: false; error: Failure }>): Promise<T | null> {
    this.isWorking = true;
    this.#stopped = false;
    this.outcome = null;
    this.failure = null;
    const result = await job();
    this.isWorking = false;
    if (this.#stopped) this.outcome = { kind: 'stopped' };
    if (result.ok) return result.value;
    this.failure = result.error;
    return null;
  }
}
