/**
 * What the live-cluster panel needs around it, and what it knows. Everything that is secret stays in the visit. The code that talks to
 * a cluster is read with `panel.ts`; this file holds what is asked before, and after.
 */
import type { ClusterCheck, ClusterView } from '../../../shared/cluster.js';
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import type { ClusterChoiceStore } from '../../store/tables/cluster-choices.js';
import type { Connection, ConnectionView, Timing } from './connection.js';
import type { Plugin } from './exec-plugin.js';
import type { Kubeconfig } from './kubeconfig.js';

export interface PanelParts {
  choices: ClusterChoiceStore;
  env: NodeJS.ProcessEnv;
  home: string;
  timing: Timing;
  /** Tells the window. */
  emit(view: ClusterView): void;
  /** Gets what nobody foresaw. */
  log(error: unknown): void;
}

export interface PanelContext extends PanelParts {
  /** As it was read last; null before that. */
  config: Kubeconfig | null;
  /** Stops watching the kubeconfig. */
  unwatch: (() => void) | null;
  visit: Visit | null;
  /** Views made so far. */
  revision: number;
  /** The results of the context last visited, until the app ends. */
  remembered: { contextName: string; checks: readonly ClusterCheck[] };
  /** What a cluster showed last. */
  facts: ClusterFacts | null;
}

/** A context the panel is on, from the moment it is looked at until it is left. */
export interface Visit {
  contextName: string;
  /** The context as it was, to see whether a change of the file concerns it. */
  text: string;
  plugin: Plugin | null;
  connection: Connection | null;
  /** What stands in the way before there is a connection. */
  before: Pick<ConnectionView, 'state' | 'trouble'>;
}

export const createPanelContext = (parts: PanelParts): PanelContext => ({
  ...parts,
  config: null,
  unwatch: null,
  visit: null,
  revision: 0,
  remembered: { contextName: '', checks: [] },
  facts: null,
});

/** Ends the visit and everything under way; what its checks found is remembered. */
export function endVisit(panel: PanelContext): void {
  const { visit } = panel;
  if (visit?.connection) panel.remembered = { contextName: visit.contextName, checks: visit.connection.view().checks };
  visit?.connection?.close();
  panel.visit = null;
}

/** The screen is left: nothing more is asked. */
export function leave(panel: PanelContext): void {
  panel.unwatch?.();
  panel.unwatch = null;
  endVisit(panel);
}

/** What the context the panel is on showed last, also when its screen was left; null when the panel is off or showed nothing yet. */
export function factsOf({ choices, facts }: PanelContext): ClusterFacts | null {
  const { on, contextName } = choices.get();
  return on && facts?.contextName === contextName ? facts : null;
}
