/** Rounds of all checks, as the Cluster screen makes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { check, connect } from '../../src/main/features/cluster/panel.js';
import { createPanelContext, leave } from '../../src/main/features/cluster/panel-context.js';
import type { ClusterChoices } from '../../src/main/store/tables/cluster-choices.js';
import type { ClusterView } from '../../src/shared/cluster.js';
import { serve } from './serve.js';
import { longestStall } from './stall.js';

const limitMs = 1_000;
const never = 2 ** 31 - 1;

serve({
  /** Makes so many rounds on the cluster of a kubeconfig, the first with the connections it needs. All in milliseconds. */
  async rounds({ folder, config, count }: { folder: string; config: string; count: number }) {
    const path = join(folder, 'kubeconfig');
    writeFileSync(path, config);
    const choices: ClusterChoices = { on: false, contextName: null, file: path, allowed: [] };
    let done: (view: ClusterView) => void = () => undefined;
    const panel = createPanelContext({
      choices: { get: () => choices, set: (change) => void Object.assign(choices, change) },
      env: {},
      home: folder,
      timing: { now: Date.now, limitMs, intervalMs: never, retryMs: never },
      emit: (view) => {
        if (view.checkedAt !== null && !view.checking) done(view);
      },
      log(error) {
        throw error;
      },
    });
    const rounds: { ms: number; slowestMs: number }[] = [];
    const stallMs = await longestStall(async () => {
      for (let round = 0; round < count; round += 1) {
        const startedAt = performance.now();
        const view = await new Promise<ClusterView>((resolve) => {
          done = resolve;
          if (round === 0) connect(panel, 'study');
          else check(panel, 'study');
        });
        const ms = performance.now() - startedAt;
        const answers = view.checks.flatMap(({ evidence }) => evidence.map((each) => each.tookMs ?? 0));
        rounds.push({ ms, slowestMs: Math.max(...answers) });
      }
    });
    leave(panel);
    return { rounds, stallMs, limitMs };
  },

  quit: () => process.disconnect(),
});
