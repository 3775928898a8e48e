import { createContext } from 'svelte';
import type { CheckId, ClusterCheck, ClusterView, NotesTruth, Outcome } from '../../../shared/contract.js';
import type { Failure, Result } from '../../../shared/result.js';
import { call } from '../../state/api.js';
import type { App } from '../../state/app.js';
import type { Events } from '../../state/events.js';
import { messages } from './messages.js';

/** The components as the notes know them, then what else a cluster stands on; each in the order it is shown. */
export const components: readonly CheckId[] = [
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'kubelet',
  'kube-proxy',
];
export const others: readonly CheckId[] = ['coredns', 'cni', 'version-skew', 'certificates'];

/** What the cluster panel knows, and what a person can ask of it. */
export class Cluster {
  view = $state.raw<ClusterView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What the notes say against the cluster, or the newest version; null before it was asked. */
  truth = $state.raw<NotesTruth | null>(null);
  /** The check whose evidence is on show. */
  chosen = $state<CheckId>('kube-apiserver');
  /** Whether the screen is on: what comes late must not bring it back. */
  #here = false;
  readonly #around: Pick<App, 'announce'>;

  constructor(around: Pick<App, 'announce'>, events: Events) {
    this.#around = around;
    events.on('cluster.changed', (view) => this.#changed(view));
  }

  readonly check = $derived(this.find(this.chosen));

  find(checkId: CheckId): ClusterCheck | null {
    return this.view?.checks.find((check) => check.checkId === checkId) ?? null;
  }

  outcome(checkId: CheckId): Outcome {
    return this.find(checkId)?.outcome ?? 'not-checked';
  }

  /** What the main process tells on its own. */
  #changed(view: ClusterView): void {
    if (!this.#here) return;
    const before = this.view;
    this.view = view;
    if (before && before.state !== view.state) this.#around.announce(messages.cluster.states[view.state]);
    if (view.checkedAt !== before?.checkedAt) void this.#lookAtNotes();
    if (view.checkedAt !== null && view.checkedAt !== before?.checkedAt && before?.checkedAt === null) {
      const ok = view.checks.filter(({ outcome }) => outcome === 'ok').length;
      this.#around.announce(messages.cluster.result(ok, view.checks.length));
    }
  }

  async open(): Promise<void> {
    this.#here = true;
    this.#take(await call('cluster.open', {}));
    await this.#lookAtNotes();
  }

  leave(): void {
    this.#here = false;
    void call('cluster.leave', {});
  }

  connect = async (contextName: string): Promise<void> => this.#take(await call('cluster.connect', { contextName }));
  choose = async (): Promise<void> => this.#take(await call('cluster.choose', {}));
  off = async (): Promise<void> => this.#take(await call('cluster.off', {}));
  allow = (): Promise<void> => this.#ask('cluster.allow');
  checkAgain = (): Promise<void> => this.#ask('cluster.check');
  cancel = (): Promise<void> => this.#ask('cluster.cancel');

  /** Makes the check on show again. */
  checkOne = async (): Promise<void> => {
    const contextName = this.view?.contextName ?? null;
    if (contextName !== null) this.#take(await call('cluster.checkOne', { checkId: this.chosen, contextName }));
  };

  async #lookAtNotes(): Promise<void> {
    const result = await call('cluster.notes', {});
    if (result.ok) this.truth = result.value;
  }

  async #ask(method: 'cluster.allow' | 'cluster.check' | 'cluster.cancel'): Promise<void> {
    const contextName = this.view?.contextName ?? null;
    if (contextName !== null) this.#take(await call(method, { contextName }));
  }

  #take(result: Result<ClusterView>): void {
    this.failure = result.ok ? null : result.error;
    // What was told meanwhile is newer than an answer made before it.
    if (result.ok && this.#here && result.value.revision >= (this.view?.revision ?? 0)) this.view = result.value;
  }
}

export const [useCluster, provideCluster] = createContext<Cluster>();
