/** The live-cluster panel: off until a person switches it on for a context, and silent whenever its screen is not on. */
import type { CheckId, ClusterView } from '../../../shared/cluster.js';
import { FailureError } from '../../../shared/result.js';
import { watchKubeconfig } from './kubeconfig.js';
import { endVisit, type PanelContext } from './panel-context.js';
import { configOf, reload, tell, viewOf } from './panel-view.js';
import { startVisit, textOf } from './visit.js';

/** The screen is on: reads the kubeconfig, and connects when a context was switched on before. */
export function open(panel: PanelContext): ClusterView {
  reload(panel);
  watch(panel);
  const { on, contextName } = panel.choices.get();
  if (on && contextName !== null && !panel.visit) startVisit(panel, contextName);
  return viewOf(panel);
}

/** Switches the panel on for a context, and connects. */
export function connect(panel: PanelContext, contextName: string): ClusterView {
  const config = reload(panel);
  if (!config.contexts.some(({ name }) => name === contextName)) {
    const { message, hint, where } = config.whyNot(contextName);
    throw new FailureError({ code: 'not-found', message: where ? `${message} (${where})` : message, hint });
  }
  panel.choices.set({ on: true, contextName });
  startVisit(panel, contextName);
  return viewOf(panel);
}

/** Allows the program that is shown for this context, and connects. */
export function allow(panel: PanelContext, contextName: string): ClusterView {
  requireChosen(panel, contextName);
  const { plugin } = viewOf(panel);
  if (!plugin || !panel.visit?.plugin) throw new FailureError({ code: 'conflict', message: 'There is no program to allow.' });
  const { allowed } = panel.choices.get();
  panel.choices.set({ allowed: [...allowed, panel.visit.plugin.fingerprint].slice(-50) });
  startVisit(panel, contextName);
  return viewOf(panel);
}

/** Checks again now, also when waiting for a retry. */
export function check(panel: PanelContext, contextName: string): ClusterView {
  requireChosen(panel, contextName);
  if (panel.visit?.connection) panel.visit.connection.check();
  else if (panel.choices.get().on) startVisit(panel, contextName);
  return viewOf(panel);
}

/** Makes one check again. */
export function checkOne(panel: PanelContext, contextName: string, checkId: CheckId): ClusterView {
  requireChosen(panel, contextName);
  if (panel.visit?.connection) panel.visit.connection.checkOne(checkId);
  else if (panel.choices.get().on) startVisit(panel, contextName);
  return viewOf(panel);
}

/** Stops the checks under way; what was found before stays. */
export function cancel(panel: PanelContext, contextName: string): ClusterView {
  requireChosen(panel, contextName);
  panel.visit?.connection?.cancel();
  return viewOf(panel);
}

/** Switches the panel off. */
export function off(panel: PanelContext): ClusterView {
  panel.choices.set({ on: false });
  endVisit(panel);
  return viewOf(panel);
}

/** Uses another kubeconfig from now on. */
export function chooseFile(panel: PanelContext, path: string): ClusterView {
  panel.choices.set({ on: false, contextName: null, file: path });
  endVisit(panel);
  reload(panel);
  watch(panel);
  return viewOf(panel);
}

function watch(panel: PanelContext): void {
  panel.unwatch?.();
  panel.unwatch = watchKubeconfig(configOf(panel).paths, () => fileChanged(panel));
}

function fileChanged(panel: PanelContext): void {
  const config = reload(panel);
  const now = panel.visit;
  if (now && now.text !== textOf(config, now.contextName)) startVisit(panel, now.contextName);
  tell(panel);
}

/** The window speaks of the context it shows; another one was chosen meanwhile. */
function requireChosen({ choices }: PanelContext, contextName: string): void {
  if (choices.get().contextName !== contextName) {
    throw new FailureError({ code: 'conflict', message: 'Another context was chosen meanwhile.', hint: 'Look at the screen again.' });
  }
}
