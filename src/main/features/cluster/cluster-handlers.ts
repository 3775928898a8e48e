/** Answers the calls about the cluster. */
import type { clusterMethods } from '../../../shared/cluster.js';
import type { HandlersOf } from '../../handlers.js';
import type { CommandRunner } from './command-runner.js';
import { leave, type PanelContext } from './panel-context.js';

/** What the panel needs of the desktop. */
export interface ClusterPlatform {
  /** Asks the person for a kubeconfig; null when they changed their mind. */
  chooseKubeconfig(): Promise<string | null>;
}

interface Parts {
  panel: PanelContext;
  platform: ClusterPlatform;
  /** Runs the commands of cards. */
  runner: { load(): Promise<CommandRunner>; stop(): void };
}

/** Read when it is first needed, with everything that talks to a cluster. */
const panelCode = () => import('./panel.js');

export const clusterHandlers = ({ panel, platform, runner }: Parts): HandlersOf<typeof clusterMethods> => ({
  'cluster.open': async () => (await panelCode()).open(panel),
  'cluster.leave'() {
    leave(panel);
    return {};
  },
  'cluster.connect': async ({ contextName }) => (await panelCode()).connect(panel, contextName),
  'cluster.allow': async ({ contextName }) => (await panelCode()).allow(panel, contextName),
  'cluster.check': async ({ contextName }) => (await panelCode()).check(panel, contextName),
  'cluster.checkOne': async ({ checkId, contextName }) => (await panelCode()).checkOne(panel, contextName, checkId),
  'cluster.cancel': async ({ contextName }) => (await panelCode()).cancel(panel, contextName),
  'cluster.chosen'() {
    const { on, contextName } = panel.choices.get();
    return { contextName: on ? contextName : null };
  },
  'cluster.plan': async ({ cardId, contextName }) => (await runner.load()).plan(cardId, contextName),
  'cluster.run': async ({ cardId, contextName }) => (await runner.load()).run(cardId, contextName),
  'cluster.findPod': async ({ cardId, contextName }) => (await runner.load()).findPod(cardId, contextName),
  'cluster.exec': async ({ cardId, contextName }) => (await runner.load()).exec(cardId, contextName),
  'cluster.stopRun'() {
    runner.stop();
    return {};
  },
  'cluster.off': async () => (await panelCode()).off(panel),
  async 'cluster.choose'() {
    const { chooseFile, open } = await panelCode();
    const file = await platform.chooseKubeconfig();
    return file === null ? open(panel) : chooseFile(panel, file);
  },
});
