/** The contract's methods about the cluster. The code behind them is read when the panel is first looked at. */
import type { ClusterView } from '../../shared/cluster.js';
import type { ClusterFacts } from '../facts/card-facts.js';
import type { Handlers } from '../router.js';
import type { ClusterService, ClusterServiceParts } from './cluster-service.js';

type ClusterHandlers = Pick<Handlers, Extract<keyof Handlers, `cluster.${string}`>>;

export interface ClusterPanel {
  handlers: ClusterHandlers;
  /** What the cluster showed last; null when the panel is off or showed nothing since the app began. */
  facts(): ClusterFacts | null;
  /** Stops everything under way. */
  close(): void;
}

/** @param chooseFile asks the person for a kubeconfig; null when they changed their mind */
export function createClusterPanel(parts: ClusterServiceParts, chooseFile: () => Promise<string | null>): ClusterPanel {
  let service: ClusterService | null = null;
  let loading: Promise<ClusterService> | null = null;
  const load = (): Promise<ClusterService> =>
    (loading ??= import('./cluster-service.js').then(({ createClusterService }) => (service = createClusterService(parts))));
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
      'cluster.off': asked((cluster) => cluster.off()),
      async 'cluster.choose'() {
        const cluster = await load();
        const file = await chooseFile();
        return file === null ? cluster.open() : cluster.chooseFile(file);
      },
    },
    facts: () => service?.facts() ?? null,
    close: () => service?.leave(),
  };
}
