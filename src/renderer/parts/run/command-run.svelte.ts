import type { CommandOutput, CommandPlan, ExecPlan, Output } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';

/** The command of one card: what running it would do, and what it answered. Kept only as long as the card is on show. */
export class CommandRun {
  /** null until it is known, and when no cluster is switched on. */
  plan = $state.raw<CommandPlan | null>(null);
  contextName = $state.raw<string | null>(null);
  /** What would run in which Pod; there until it is answered. */
  found = $state.raw<ExecPlan | null>(null);
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

  run(): Promise<void> {
    return this.#ask('cluster.run', (output) => (this.output = output));
  }

  /** Looks for the Pod of etcd; asks nothing of it. */
  find(): Promise<void> {
    return this.#ask('cluster.findPod', (found) => {
      this.found = found.kind === 'exec' ? found : null;
      this.output = found.kind === 'none' ? found.output : null;
    });
  }

  /** Runs what was found and agreed to. */
  exec(): Promise<void> {
    this.found = null;
    return this.#ask('cluster.exec', (output) => (this.output = output));
  }

  async #ask<M extends 'cluster.run' | 'cluster.findPod' | 'cluster.exec'>(method: M, take: (value: Output<M>) => void): Promise<void> {
    if (this.running || this.contextName === null) return;
    this.running = true;
    const result: Result<Output<M>> = await call(method, { cardId: this.cardId, contextName: this.contextName });
    if (this.#gone) return;
    this.running = false;
    this.failure = result.ok ? null : result.error;
    if (result.ok) return take(result.value);
    this.output = null;
    // What was shown no longer holds: show it anew.
    await this.look();
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
