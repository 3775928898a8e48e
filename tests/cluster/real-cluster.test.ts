/**
 * The checks against any cluster, as the app runs them. Always against the double; and against a real one when ETCDECK_TEST_KUBECONFIG
 * names its kubeconfig (the README says how with kind).
 */
import { expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import { allChecks } from '../../src/main/features/cluster/checks/index.js';
import { readFacts } from '../../src/main/features/cluster/facts/read-facts.js';
import { describePlugin } from '../../src/main/features/cluster/exec-plugin.js';
import { loadKubeconfig } from '../../src/main/features/cluster/kubeconfig.js';
import { readerOf, runRound } from '../../src/main/features/cluster/round.js';
import { configText } from './config-text.js';
import { startDouble } from './doubles.js';
import { configFile } from './kubeconfigs.js';
import { kind } from './scenarios.js';

const real = process.env['ETCDECK_TEST_KUBECONFIG'];
const signal = new AbortController().signal;

/** A round on the current context: nothing throws, the API server is ok, and every check says what it saw. */
async function expectSound(path: string): Promise<void> {
  const config = loadKubeconfig([path]);
  expect(config.problems).toEqual([]);
  const context = config.resolve(config.currentContext ?? '');
  if (!context) throw new Error(`${path} has no usable current context.`);
  const plugin = await describePlugin(context, process.env, process.env['HOME'] ?? '/');
  const access = accessOf(context, plugin ? (await plugin.run(signal)).credential : null);
  const api = createApi(access, { limitMs: 30_000 });
  onTestFinished(() => api.close());
  const thrown: unknown[] = [];
  const ends = () => ({ serverEndsAt: api.serverCertificateEndsAt(), clientEndsAt: null });
  const read = readerOf(api, signal);
  const results = await runRound(
    allChecks(ends, Date.now),
    read,
    () => undefined,
    (error) => thrown.push(error),
  );
  expect(thrown).toEqual([]);
  const outcomes = Object.fromEntries(results.map(({ id, outcome, detail }) => [id, `${outcome}: ${detail}`]));
  expect(outcomes['kube-apiserver']).toMatch(/^ok: /);
  for (const { id, evidence } of results) {
    expect(evidence.length, id).toBeGreaterThan(0);
    for (const each of evidence) expect(each.outcome, `${id}: ${each.text}`).not.toMatch(/unreachable|not-checked/);
  }
  const { facts, minor } = await readFacts(read, 'any');
  expect(minor).toBeGreaterThanOrEqual(20);
  expect(facts.map(({ id }) => id)).toEqual(expect.arrayContaining(['version', 'kubelet-versions', 'container-runtime', 'cluster-dns']));
}

it('a round on the current context of a kubeconfig is sound', async () => {
  const double = await startDouble(kind());
  await expectSound(configFile(configText(double)));
});

it.skipIf(real === undefined)(
  `a round on the cluster of ${real === undefined ? 'ETCDECK_TEST_KUBECONFIG, which is not set,' : 'ETCDECK_TEST_KUBECONFIG'} is sound`,
  { timeout: 120_000 },
  () => expectSound(real ?? ''),
);
