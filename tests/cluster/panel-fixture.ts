/** The panel as a person uses it, over a double or over any kubeconfig. */
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import * as v from 'valibot';
import type { Timing } from '../../src/main/features/cluster/connection.js';
import { allow, cancel, check, checkOne, chooseFile, connect, off, open } from '../../src/main/features/cluster/panel.js';
import { createPanelContext, factsOf, leave, type PanelContext } from '../../src/main/features/cluster/panel-context.js';
import { createLog } from '../../src/main/shell/log.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import { createClusterChoiceStore } from '../../src/main/store/tables/cluster-choices.js';
import { type CheckId, clusterView, type ClusterView, type Outcome } from '../../src/shared/cluster.js';
import { freshFolder } from '../unit/folder.js';
import type { DoubleOptions } from './api-double.js';
import { configText } from './config-text.js';
import { startDouble } from './doubles.js';
import { configFile } from './kubeconfigs.js';
import { kubeadm } from './scenarios.js';

/** What a person does on the screen, over one context, as the handlers of the contract call it. */
const screenOf = (panel: PanelContext) => ({
  open: () => open(panel),
  leave: () => leave(panel),
  connect: (contextName: string) => connect(panel, contextName),
  allow: (contextName: string) => allow(panel, contextName),
  check: (contextName: string) => check(panel, contextName),
  checkOne: (contextName: string, checkId: CheckId) => checkOne(panel, contextName, checkId),
  cancel: (contextName: string) => cancel(panel, contextName),
  off: () => off(panel),
  chooseFile: (path: string) => chooseFile(panel, path),
  facts: () => factsOf(panel),
});

export interface Panel {
  service: ReturnType<typeof screenOf>;
  dataFolder: string;
  /** Everything the window was sent. */
  sent: ClusterView[];
  now(): ClusterView;
  /** The same data folder with a panel of its own, as after a restart. */
  restart(): Panel;
}

/** A panel on a kubeconfig, as patient as a test needs. */
export function panel(config: string, timing: Partial<Timing> = {}, dataFolder = freshFolder(), env: NodeJS.ProcessEnv = {}): Panel {
  const db = openDatabase(dataFolder);
  const sent: ClusterView[] = [];
  const context = createPanelContext({
    choices: createClusterChoiceStore(db),
    env: { PATH: process.env['PATH'], KUBECONFIG: config, ...env },
    home: '/nowhere',
    timing: { now: Date.now, limitMs: 30_000, intervalMs: 60_000, retryMs: 50, ...timing },
    emit: (view) => sent.push(v.parse(clusterView, view)),
    log: createLog(join(dataFolder, 'etcdeck.log')),
  });
  const service = screenOf(context);
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    service.leave();
    db.close();
  };
  onTestFinished(close);
  const now = (): ClusterView => {
    const last = sent.at(-1);
    if (!last) throw new Error('Nothing was sent yet.');
    return last;
  };
  return {
    service,
    dataFolder,
    sent,
    now,
    restart() {
      close();
      return panel(config, timing, dataFolder, env);
    },
  };
}

export async function panelOn(options: DoubleOptions & { scenario?: ReturnType<typeof kubeadm> } = {}, timing: Partial<Timing> = {}) {
  const { scenario = kubeadm(), ...rest } = options;
  const double = await startDouble(scenario, rest);
  const config = configFile(configText(double));
  return { double, config, ...panel(config, timing) };
}

export const settled = (one: Panel): Promise<void> => expect.poll(() => one.sent.at(-1)?.checkedAt ?? null).not.toBeNull();
export const outcomeOf = (view: ClusterView, id: string): Outcome | undefined => view.checks.find(({ checkId }) => checkId === id)?.outcome;
/** A clock that shows another time whenever it is looked at. */
export const ticking = () => {
  let at = Date.UTC(2026, 10, 22);
  return () => (at += 1_000);
};
