/** The contract's methods about the cluster. The code behind them is read when the panel is first looked at. */
import type { clusterMethods, ClusterView } from '../../../shared/cluster.js';
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import type { HandlersOf } from '../../handlers.js';
import type { ClusterService, ClusterServiceParts } from './cluster-service.js';
import type { CommandRunner, CommandRunnerParts } from './command-runner.js';

/** What the panel needs of the desktop. */
export interface ClusterPlatform {
  /** Asks the person for a kubeconfig; null when they changed their mind. */
  chooseKubeconfig(): Promise<string | null>;
}

export interface ClusterPanel {
  handlers: HandlersOf<typeof clusterMethods>;
  /** What the cluster showed last; null when the panel is off or showed nothing since the app began. */
  facts(): ClusterFacts | null;
  /** Stops everything under way. */
  close(): void;
}

interface Parts extends ClusterServiceParts {
  platform: ClusterPlatform;
  /** A card as it is shown; null when it is gone. */
  card: CommandRunnerParts['card'];
}

export function createClusterPanel({ platform, card, ...parts }: Parts): ClusterPanel {
  let service: ClusterService | null = null;
  let loading: Promise<ClusterService> | null = null;
  const load = (): Promise<ClusterService> =>
    (loading ??= import('./cluster-service.js').then(({ createClusterService }) => (service = createClusterService(parts))));
  let runner: CommandRunner | null = null;
  let loadingRunner: Promise<CommandRunner> | null = null;
  const { timing } = parts;
  const loadRunner = (): Promise<CommandRunner> =>
    (loadingRunner ??= import('./command-runner.js').then(
      ({ createCommandRunner }) => (runner = createCommandRunner({ ...parts, now: timing.now, limitMs: timing.limitMs, card })),
    ));
  const asked = (ask: (service: ClusterService) => ClusterView) => async (): Promise<ClusterView> => ask(await load());

  return {
    handlers: {
      'cluster.open': asked((cluster) => cluster.open()),
      'cluster.leave'() {
        service?.leave();
        return {};
      },
      'cluster.connect': async ({ contextName }) => (await load()).connect(contextName),
      'cluster.allow': async ({ contextName }) => (await load()).allow(contextName),
      'cluster.check': async ({ contextName }) => (await load()).check(contextName),
      'cluster.checkOne': async ({ checkId, contextName }) => (await load()).checkOne(contextName, checkId),
      'cluster.cancel': async ({ contextName }) => (await load()).cancel(contextName),
      'cluster.chosen'() {
        const { on, contextName } = parts.choices.get();
        return { contextName: on ? contextName : null };
      },
      'cluster.plan': async ({ cardId, contextName }) => (await loadRunner()).plan(cardId, contextName),
      'cluster.run': async ({ cardId, contextName }) => (await loadRunner()).run(cardId, contextName),
      'cluster.findPod': async ({ cardId, contextName }) => (await loadRunner()).findPod(cardId, contextName),
      'cluster.exec': async ({ cardId, contextName }) => (await loadRunner()).exec(cardId, contextName),
      'cluster.stopRun'() {
        runner?.stop();
        return {};
      },
      'cluster.off': asked((cluster) => cluster.off()),
      async 'cluster.choose'() {
        const cluster = await load();
        const file = await platform.chooseKubeconfig();
        return file === null ? cluster.open() : cluster.chooseFile(file);
      },
    },
    facts: () => service?.facts() ?? null,
    close() {
      service?.leave();
      runner?.stop();
    },
  };
}
