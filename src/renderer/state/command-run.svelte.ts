import type { CommandOutput, CommandPlan } from '../../shared/contract.js';
import type { Failure } from '../../shared/result.js';
import { call } from '../api.js';

/** The command of one card: what running it would do, and what it answered. Kept only as long as the card is on show. */
export class CommandRun {
  /** null until it is known, and when no cluster is switched on. */
  plan = $state.raw<CommandPlan | null>(null);
  contextName = $state.raw<string | null>(null);
  output = $state.raw<CommandOutput | null>(null);
  failure = $state.raw<Failure | null>(null);
  running = $state(false);
  #gone = false;

  constructor(readonly cardId: string) {}

  /** Looks whether a cluster is switched on and what would run there. Contacts nothing. */
  async look(): Promise<void> {
    const chosen = await call('cluster.chosen', {});
    const contextName = chosen.ok ? chosen.value.contextName : null;
    if (contextName === null || this.#gone) return;
    const plan = await call('cluster.plan', { cardId: this.cardId, contextName });
    if (this.#gone) return;
    this.contextName = contextName;
    this.plan = plan.ok ? plan.value : null;
  }

  async run(): Promise<void> {
    if (this.running || this.contextName === null) return;
    this.running = true;
    const result = await call('cluster.run', { cardId: this.cardId, contextName: this.contextName });
    if (this.#gone) return;
    this.running = false;
    this.output = result.ok ? result.value : null;
    this.failure = result.ok ? null : result.error;
    // What was shown no longer holds: show it anew.
    if (!result.ok) await this.look();
  }

  stop = (): void => {
    if (this.running) void call('cluster.stopRun', {});
  };

  /** The card is left: what runs is stopped, and what comes late is dropped. */
  leave(): void {
    this.stop();
    this.#gone = true;
  }
}
