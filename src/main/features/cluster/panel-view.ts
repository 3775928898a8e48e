/** What the panel shows. */
import { basename } from 'node:path';
import type { ClusterView } from '../../../shared/cluster.js';
import type { ConnectionView } from './connection.js';
import { configPaths, type Kubeconfig, loadKubeconfig } from './kubeconfig.js';
import type { PanelContext } from './panel-context.js';

const silent: ConnectionView = {
  state: 'off',
  connection: null,
  trouble: null,
  checking: false,
  checkingIds: [],
  checkedAt: null,
  tookMs: null,
  checks: [],
};

export function viewOf(panel: PanelContext): ClusterView {
  const { contexts, found, problems } = configOf(panel);
  const { contextName } = panel.choices.get();
  const { visit } = panel;
  const shown = visit?.connection?.view() ?? { ...silent, ...visit?.before };
  panel.revision += 1;
  return {
    revision: panel.revision,
    ...shown,
    contextName,
    contexts: [...contexts],
    found,
    problems: problems.map(({ path, line, message, hint }) => ({ name: basename(path), line, message, hint })),
    plugin:
      shown.state === 'ask' && visit?.plugin
        ? { ...visit.plugin.view, args: [...visit.plugin.view.args], env: [...visit.plugin.view.env] }
        : null,
  };
}

export const tell = (panel: PanelContext): void => panel.emit(viewOf(panel));

/** The kubeconfig as it was read last. */
export const configOf = (panel: PanelContext): Kubeconfig => panel.config ?? reload(panel);

/** Reads the kubeconfig again. */
export function reload(panel: PanelContext): Kubeconfig {
  const { env, home, choices } = panel;
  return (panel.config = loadKubeconfig(configPaths(env, home, choices.get().file)));
}
