import { describe, expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import type { CheckId, Outcome } from '../../src/shared/cluster.js';
import { allChecks } from '../../src/main/features/cluster/checks/index.js';
import { type CheckResult, readerOf, runRound } from '../../src/main/features/cluster/round.js';
import { type ApiDouble, type DoubleOptions } from './api-double.js';
import { startDouble } from './doubles.js';
import { makeAuthority } from './certificates.js';
import { type ConfigOptions, configText } from './config-text.js';
import { closedServer, configFile, contextIn } from './kubeconfigs.js';
import { daemonSet, deployment, node, objectCanary, pod, proxyConfig } from './objects.js';
import { withEnoughTime } from './patience.js';
import { kind, kubeadm, kubeadmWith, leader, managed, minikube, nodeLease, report, type Scenario } from './scenarios.js';

interface Round {
  results: Map<CheckId, CheckResult>;
  /** As they were done. */
  order: CheckId[];
}

/** All checks against a double, as the app runs them. */
async function roundOn(double: ApiDouble, config: ConfigOptions = {}, limitMs = 30_000): Promise<Round> {
  const access = accessOf(contextIn(configFile(configText(double, config))), null);
  const api = createApi(access, { limitMs });
  onTestFinished(() => api.close());
  const ends = () => ({ serverEndsAt: api.serverCertificateEndsAt(), clientEndsAt: Date.now() + 86_400_000 });
  const order: CheckId[] = [];
  const unexpected: unknown[] = [];
  const results = await runRound(
    allChecks(ends, Date.now),
    readerOf(api, new AbortController().signal),
    ({ id }) => order.push(id),
    (error) => unexpected.push(error),
  );
  expect(unexpected).toEqual([]);
  return { results: new Map(results.map((result) => [result.id, result])), order };
}

async function check(scenario: Scenario, options: DoubleOptions = {}, config: ConfigOptions = {}): Promise<Round['results']> {
  return (await roundOn(await startDouble(scenario, options), config)).results;
}

const outcomes = (results: Round['results']): Record<string, Outcome> =>
  Object.fromEntries([...results].map(([id, { outcome }]) => [id, outcome]));

const allOk: Record<CheckId, Outcome> = {
  'kube-apiserver': 'ok',
  etcd: 'ok',
  'kube-scheduler': 'ok',
  'kube-controller-manager': 'ok',
  kubelet: 'ok',
  'kube-proxy': 'ok',
  coredns: 'ok',
  cni: 'ok',
  'version-skew': 'ok',
  certificates: 'ok',
};

describe('a healthy cluster', () => {
  it('of kubeadm is ok in every check, with the facts in a few words', async () => {
    const results = await check(kubeadm());
    expect(outcomes(results)).toEqual(allOk);
    expect(results.get('kube-apiserver')?.summary).toMatch(/^Version 1\.33\.4, answered in \d+ ms$/);
    expect(results.get('kubelet')?.summary).toBe('3 of 3 nodes ready');
    expect(results.get('kube-proxy')?.summary).toBe('3 of 3 ready, iptables mode');
    expect(results.get('kube-scheduler')?.detail).toBe('Its Lease is fresh: a leader is at work. control-plane leads. Its Pod is ready.');
    expect(results.get('coredns')?.summary).toBe('2 of 2 replicas ready');
    expect(results.get('cni')?.summary).toBe('Calico is ready');
  });

  it('of kind is ok in every check', async () => {
    const results = await check(kind());
    expect(outcomes(results)).toEqual(allOk);
    expect(results.get('cni')?.summary).toBe('kindnet is ready');
  });

  it('of minikube is ok in every check, and shows where its etcd keeps its certificates', async () => {
    const results = await check(minikube());
    expect(outcomes(results)).toEqual(allOk);
    const raw = results
      .get('etcd')
      ?.evidence.map((evidence) => evidence.raw)
      .join('\n');
    expect(raw).toContain('--trusted-ca-file=/var/lib/minikube/certs/etcd/ca.crt');
  });

  it('shows of its objects only what matters', async () => {
    const results = await check({ ...kubeadm(), proxyConfig: proxyConfig('ipvs') });
    expect(results.get('kube-proxy')?.summary).toBe('3 of 3 ready, ipvs mode');
    const shown = JSON.stringify([...results]);
    expect(shown).not.toContain(objectCanary);
    expect(shown).not.toContain('172.18.0');
  });
});

it('a managed cluster hides its control plane, which is not a failure', async () => {
  const results = await check(managed());
  expect(outcomes(results)).toEqual({
    ...allOk,
    etcd: 'not-visible',
    'kube-scheduler': 'not-visible',
    'kube-controller-manager': 'not-visible',
    'kube-proxy': 'not-visible',
  });
  expect(results.get('etcd')?.detail).toBe(
    'No Pod is labelled component=etcd: it is run by the provider, or outside Pods. The API server says that it reaches its store.',
  );
  expect(results.get('kube-proxy')?.summary).toBe('Replaced by Cilium');
});

describe('one component that fails is the only one that fails', () => {
  const broken: [CheckId, Scenario, string][] = [
    ['kube-apiserver', { ...kubeadm(), readyz: report('readyz', ['informer-sync']) }, 'informer-sync failed'],
    [
      'etcd',
      kubeadmWith(({ pods }) => ({ pods: { ...pods, etcd: [pod('etcd', { ready: false, waiting: 'CrashLoopBackOff' })] } })),
      'Its Pod is not ready',
    ],
    [
      'kube-scheduler',
      kubeadmWith(({ pods }) => ({
        pods: { ...pods, 'kube-scheduler': [pod('kube-scheduler', { ready: false, waiting: 'ImagePullBackOff' })] },
      })),
      'Its Pod is not ready',
    ],
    [
      'kube-controller-manager',
      kubeadmWith(({ pods }) => ({ pods: { ...pods, 'kube-controller-manager': [pod('kube-controller-manager', { ready: false })] } })),
      'Its Pod is not ready',
    ],
    [
      'kubelet',
      kubeadmWith(({ nodes }) => ({ nodes: [...nodes.slice(1), node('worker-2', { ready: 'False' })] })),
      '1 of 3 nodes are not ready',
    ],
    ['kube-proxy', kubeadmWith(() => ({ daemonSets: [daemonSet('kube-proxy', 3, 2), daemonSet('calico-node', 3)] })), '2 of 3 ready'],
    ['coredns', kubeadmWith(() => ({ deployments: [deployment('coredns', 2, 0)] })), '0 of 2 replicas ready'],
    ['cni', kubeadmWith(() => ({ daemonSets: [daemonSet('kube-proxy', 3), daemonSet('calico-node', 3, 1)] })), 'Not well'],
    [
      'version-skew',
      kubeadmWith(({ nodes }) => ({ nodes: [...nodes.slice(1), node('old', { version: 'v1.29.1' })] })),
      '1 of 3 kubelets too far off',
    ],
  ];
  it.each(broken)('%s', async (id, scenario, summary) => {
    const results = await check(scenario);
    expect(outcomes(results)).toEqual({ ...allOk, [id]: 'failing' });
    expect(results.get(id)?.summary).toMatch(summary);
  });

  it('and when the API server does not reach etcd, both say so', async () => {
    const results = await check({ ...kubeadm(), readyz: report('readyz', ['etcd', 'etcd-readiness']), livez: report('livez', ['etcd']) });
    expect(outcomes(results)).toEqual({ ...allOk, 'kube-apiserver': 'failing', etcd: 'failing' });
    expect(results.get('etcd')?.detail).toContain('The API server says that it does not reach etcd.');
  });

  it('but a replica that is down spares a scheduler that another replica leads', async () => {
    const results = await check(
      kubeadmWith(({ pods }) => ({
        pods: { ...pods, 'kube-scheduler': [pod('kube-scheduler'), pod('kube-scheduler', { node: 'cp-2', ready: false })] },
      })),
    );
    expect(results.get('kube-scheduler')?.outcome).toBe('ok');
    expect(results.get('kube-scheduler')?.detail).toContain('1 of 2 Pods are not ready');
  });

  it('a node without a Pod network fails the network and the kubelet', async () => {
    const lacking = node('worker-2', { ready: 'False', message: 'container runtime network not ready: cni plugin not initialized' });
    const results = await check(kubeadmWith(({ nodes }) => ({ nodes: [...nodes.slice(1), lacking] })));
    expect(outcomes(results)).toEqual({ ...allOk, kubelet: 'failing', cni: 'failing' });
  });
});

it('a node that does not say its version yet has no part in the versions', async () => {
  const results = await check(kubeadmWith(({ nodes }) => ({ nodes: [...nodes, node('new', { version: '' })] })));
  expect(results.get('version-skew')?.summary).toBe('Kubelets 1.33.4');
});

describe('what was not heard of lately is stale', () => {
  it('a scheduler whose lease ran out, on the clock of the server', async () => {
    const results = await check(
      kubeadmWith(({ leases }) => ({ leases: { ...leases, 'kube-scheduler': leader('kube-scheduler', 75_000) } })),
    );
    expect(outcomes(results)).toEqual({ ...allOk, 'kube-scheduler': 'stale' });
    expect(results.get('kube-scheduler')?.summary).toBe('Lease ran out 60 s ago');
  });

  it('a kubelet that stopped reporting', async () => {
    const results = await check(
      kubeadmWith(({ nodes, nodeLeases }) => ({
        nodes: [...nodes.slice(0, 2), node('worker-2', { ready: 'Unknown' })],
        nodeLeases: [...nodeLeases.slice(0, 2), nodeLease('worker-2', 111_000)],
      })),
    );
    expect(outcomes(results)).toEqual({ ...allOk, kubelet: 'stale' });
    expect(results.get('kubelet')?.summary).toBe('2 of 3 nodes fresh, worker-2 late by 71 s');
  });
});

describe('a right that is missing is never red', () => {
  it('a user who may read nothing but public paths', async () => {
    const paths = [
      '/api/v1/nodes',
      '/api/v1/namespaces/kube-system/pods',
      '/readyz/etcd',
      '/api/v1/namespaces/kube-system/configmaps/kube-proxy',
    ];
    const apps = ['daemonsets', 'deployments'].map((name) => `/apis/apps/v1/namespaces/kube-system/${name}`);
    const leases = ['kube-system/leases/kube-scheduler', 'kube-system/leases/kube-controller-manager', 'kube-node-lease/leases'].map(
      (name) => `/apis/coordination.k8s.io/v1/namespaces/${name}`,
    );
    const faults = Object.fromEntries([...paths, ...apps, ...leases].map((path) => [path, { kind: 'status', status: 403 } as const]));
    const results = await check(kubeadm(), { faults });
    expect(outcomes(results)).toEqual({
      'kube-apiserver': 'ok',
      etcd: 'ok',
      'kube-scheduler': 'forbidden',
      'kube-controller-manager': 'forbidden',
      kubelet: 'forbidden',
      'kube-proxy': 'forbidden',
      coredns: 'forbidden',
      cni: 'forbidden',
      'version-skew': 'forbidden',
      certificates: 'ok',
    });
    expect(results.get('kube-scheduler')?.summary).toBe('May not read its lease');
    expect(results.get('kube-scheduler')?.detail).toContain('This says nothing about the health of the scheduler.');
    expect(results.get('kube-scheduler')?.missing[0]).toEqual({
      verb: 'get',
      group: 'coordination.k8s.io',
      resource: 'leases',
      namespace: 'kube-system',
      name: 'kube-scheduler',
    });
  });

  it.each([
    ['/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler', 'kube-scheduler'],
    ['/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases', 'kubelet'],
    ['/api/v1/namespaces/kube-system/configmaps/kube-proxy', 'kube-proxy'],
    ['/readyz/etcd', 'etcd'],
  ] as const)('without %s, the other evidence still speaks for %s, and what is missing is said', async (path, id) => {
    const results = await check(kubeadm(), { faults: { [path]: { kind: 'status', status: 403 } } });
    expect(outcomes(results)).toEqual(allOk);
    expect(results.get(id)?.detail).toContain('Your user may not');
  });

  it('credentials that are not accepted leave everything unchecked', async () => {
    const results = await check(kubeadm(), { faults: { '*': { kind: 'status', status: 401 } } });
    const { certificates, ...rest } = outcomes(results);
    expect(new Set(Object.values(rest))).toEqual(new Set(['not-checked']));
    expect(certificates).toBe('ok');
    expect(results.get('etcd')?.detail).toContain('does not accept your credentials');
  });
});

describe('a server that cannot be asked', () => {
  it.each([
    [
      'has a certificate of another CA',
      'CA in your kubeconfig',
      async (double: ApiDouble) => roundOn(double, { ca: (await makeAuthority('x')).certificate }),
    ],
    ['is not there', 'connection refused', async (double: ApiDouble) => roundOn(double, { server: closedServer })],
  ])('because it %s is unreachable, not failing', async (_, words, round) => {
    const { results } = await round(await startDouble(kubeadm()));
    const { certificates, ...rest } = outcomes(results);
    expect(new Set(Object.values(rest))).toEqual(new Set(['unreachable']));
    expect(certificates).toBe('ok');
    expect(results.get('kubelet')?.detail).toContain(words);
  });

  it('because its certificate expired is unreachable', async () => {
    const results = await check(kubeadm(), { expired: true });
    expect(results.get('kube-apiserver')).toMatchObject({
      outcome: 'unreachable',
      detail: expect.stringContaining('not valid at this time'),
    });
  });
});

describe('time', () => {
  it('all reads of a round are under way before the first is answered, so a round takes as long as its slowest answer', async () => {
    const quick = await startDouble(kubeadm());
    await roundOn(quick);
    const double = await startDouble(kubeadm());
    const release = double.hold();
    const round = roundOn(double);
    await expect.poll(() => double.open()).toBe(quick.requests.length);
    release();
    expect(outcomes((await round).results)).toEqual(allOk);
    expect([...double.requests].sort()).toEqual([...quick.requests].sort());
  });

  it('a slow server is ok: slowness is told as the time an answer took', async () => {
    const results = await check(kubeadm(), { faults: { '*': { kind: 'slow', ms: 300 } } });
    expect(outcomes(results)).toEqual(allOk);
    const [first] = results.get('kube-apiserver')?.evidence ?? [];
    expect(first?.tookMs).toBeGreaterThan(250);
  });

  it.each(['hang', 'stall'] as const)('one path that %ss costs its own check its own limit and nothing else', async (what) => {
    const path = '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler';
    await withEnoughTime(async (limitMs) => {
      const double = await startDouble(kubeadm(), { faults: { [path]: { kind: what } } });
      const { results, order } = await roundOn(double, {}, limitMs);
      expect(outcomes(results)).toEqual({ ...allOk, 'kube-scheduler': 'unreachable' });
      expect(order.at(-1)).toBe('kube-scheduler');
      expect(results.get('kube-scheduler')?.tookMs).toBeGreaterThan(limitMs * 0.9);
    });
  });

  it('each read is asked once a round', async () => {
    const double = await startDouble(kubeadm());
    await roundOn(double);
    expect(new Set(double.requests).size).toBe(double.requests.length);
  });
});
