/** Puts the cluster together. The code behind it is read when the panel is first looked at. */
import type { clusterMethods } from '../../../shared/cluster.js';
import type { ClusterFacts } from '../../domain/facts/card-facts.js';
import type { HandlersOf } from '../../handlers.js';
import { clusterHandlers, type ClusterPlatform } from './cluster-handlers.js';
import type { CommandRunner, CommandRunnerParts } from './command-runner.js';
import { createPanelContext, factsOf, leave, type PanelParts } from './panel-context.js';

interface Parts extends PanelParts {
  platform: ClusterPlatform;
  /** A card as it is shown; null when it is gone. */
  card: CommandRunnerParts['card'];
}

export interface ClusterFeature {
  handlers: HandlersOf<typeof clusterMethods>;
  /** What the cluster showed last; null when the panel is off or showed nothing since the app began. */
  facts(): ClusterFacts | null;
  /** Stops everything under way. */
  close(): void;
}

export function createClusterFeature({ platform, card, ...parts }: Parts): ClusterFeature {
  const panel = createPanelContext(parts);
  let runner: CommandRunner | null = null;
  let loading: Promise<CommandRunner> | null = null;
  const { now, limitMs } = parts.timing;
  const loadRunner = (): Promise<CommandRunner> =>
    (loading ??= import('./command-runner.js').then(
      ({ createCommandRunner }) => (runner = createCommandRunner({ ...parts, now, limitMs, card })),
    ));
  const stop = (): void => runner?.stop();
  return {
    handlers: clusterHandlers({ panel, platform, runner: { load: loadRunner, stop } }),
    facts: () => factsOf(panel),
    close() {
      leave(panel);
      stop();
    },
  };
}
