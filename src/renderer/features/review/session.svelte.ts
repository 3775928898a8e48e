import type { Rating, SessionSummary, SessionView, StudyRequest } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';

/** A card that keeps being forgotten, as the session tells it. */
export type Leech = NonNullable<SessionView['leech']>;

/** One sitting: a card, its answer, its rating, the next. The main process holds the truth; this is what is on show. */
export class Session {
  view = $state.raw<SessionView | null>(null);
  /** Is the answer on show? */
  shown = $state(false);
  editing = $state(false);
  /** Counts showings, so that the same card shown again is a new showing. */
  showing = $state(0);
  /** The card said to keep slipping, until it is rewritten, left, or the next answer. */
  leech = $state.raw<Leech | null>(null);
  failure = $state.raw<Failure | null>(null);
  ended = $state.raw<SessionSummary | null>(null);
  #busy = false;
  #shownAt = 0;

  readonly card = $derived(this.view?.card ?? null);
  readonly summary = $derived(this.ended ?? this.view?.summary ?? null);

  start(study: StudyRequest): Promise<boolean> {
    return this.#ask(() => call('session.start', { study }));
  }

  /** Goes on with the session of chosen cards that was left. */
  resume(): Promise<boolean> {
    return this.#ask(() => call('session.resume', {}));
  }

  /** Asks again, e.g. when the learning card we waited for is ready. */
  refresh(): Promise<boolean> {
    return this.#ask(() => call('session.current', {}));
  }

  show(): void {
    if (this.card && !this.editing) this.shown = true;
  }

  /** Answers the card on show, once; a second press while the answer is being stored does nothing. */
  async rate(rating: Rating): Promise<void> {
    const card = this.card;
    if (!card || !this.shown || this.editing) return;
    const durationMs = Math.max(0, Math.round(performance.now() - this.#shownAt));
    await this.#ask(() => call('session.rate', { cardId: card.cardId, rating, durationMs }));
  }

  undo(): Promise<boolean> {
    return this.#ask(() => call('session.undo', {}));
  }

  redo(): Promise<boolean> {
    return this.#ask(() => call('session.redo', {}));
  }

  suspend(): Promise<boolean> {
    return this.#onCard((cardId) => call('session.suspend', { cardId }));
  }

  bury(): Promise<boolean> {
    return this.#onCard((cardId) => call('session.bury', { cardId }));
  }

  flag(flagged: boolean): Promise<boolean> {
    return this.#onCard((cardId) => call('session.flag', { cardId, flagged }), true);
  }

  async edit(front: string, back: string): Promise<boolean> {
    const done = await this.#onCard((cardId) => call('session.edit', { cardId, front, back }), true);
    if (done) this.editing = false;
    return done;
  }

  /** Rewrites the card that keeps slipping, which is no longer on show; a suspended one is used again. */
  async rewrite({ cardId, suspended }: Leech, front: string, back: string): Promise<boolean> {
    const done = await this.#ask(() => call('session.edit', { cardId, front, back }), true);
    if (!done) return false;
    this.leech = null;
    this.editing = false;
    if (suspended) await call('card.suspend', { cardIds: [cardId], suspended: false });
    return true;
  }

  /** Ends the sitting; what was answered is stored already. */
  async end(): Promise<SessionSummary | null> {
    const result = await call('session.end', {});
    if (result.ok) this.ended = result.value;
    else this.failure = result.error;
    return this.ended;
  }

  #onCard(ask: (cardId: string) => Promise<Result<SessionView>>, sameCard = false): Promise<boolean> {
    const card = this.card;
    return card ? this.#ask(() => ask(card.cardId), sameCard) : Promise.resolve(false);
  }

  /** One question to the main process at a time, so that a double press never acts twice. */
  async #ask(ask: () => Promise<Result<SessionView>>, sameCard = false): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    const result = await ask();
    this.#busy = false;
    this.failure = result.ok ? null : result.error;
    if (!result.ok) return false;
    this.view = result.value;
    if (!sameCard) this.leech = result.value.leech;
    if (!sameCard) {
      this.shown = false;
      this.editing = false;
      this.showing += 1;
      this.#shownAt = performance.now();
    }
    return true;
  }
}
