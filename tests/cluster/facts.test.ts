/** What is read off a cluster to be held beside cards: the right values, nothing else, and nothing secret. */
import { expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import { readFacts } from '../../src/main/features/cluster/facts/read-facts.js';
import { readerOf } from '../../src/main/features/cluster/round.js';
import type { ClusterFacts } from '../../src/main/domain/facts/card-facts.js';
import type { DoubleOptions } from './api-double.js';
import { configText } from './config-text.js';
import { startDouble } from './doubles.js';
import { configFile, contextIn } from './kubeconfigs.js';
import { kubeletConfig, node, objectCanary, pod, proxyConfig } from './objects.js';
import { kind, kubeadm, kubeadmWith, managed, minikube, type Scenario } from './scenarios.js';

async function factsOf(scenario: Scenario, options: DoubleOptions = {}): Promise<ClusterFacts> {
  const double = await startDouble(scenario, options);
  const api = createApi(accessOf(contextIn(configFile(configText(double))), null), { limitMs: 10_000 });
  onTestFinished(() => api.close());
  return readFacts(readerOf(api, new AbortController().signal), 'study');
}

const asRecord = ({ facts }: ClusterFacts): Record<string, string> => Object.fromEntries(facts.map(({ id, value }) => [id, value]));

it('a kubeadm cluster shows its certificates, ranges, mode, controllers, profile, runtime and versions', async () => {
  const known = await factsOf(kubeadm());
  expect(known).toMatchObject({ contextName: 'study', distribution: '', minor: 33 });
  expect(asRecord(known)).toEqual({
    'etcd --trusted-ca-file': '/etc/kubernetes/pki/etcd/ca.crt',
    'etcd --cert-file': '/etc/kubernetes/pki/etcd/server.crt',
    'etcd --key-file': '/etc/kubernetes/pki/etcd/server.key',
    'etcd-certificate-directory': '/etc/kubernetes/pki/etcd',
    'etcd-data-directory': '/var/lib/etcd',
    'etcd-version': '3.5.21',
    version: '1.33.4',
    'kubelet-versions': '1.33.4',
    'container-runtime': 'containerd 2.1.3',
    'runtime-socket': 'unix:///run/containerd/containerd.sock',
    'proxy-mode': 'iptables',
    controllers: '*,bootstrapsigner,tokencleaner',
    'scheduler-profile': 'default-scheduler',
    'service-range': '10.96.0.0/12',
    'pod-range': '10.244.0.0/16',
    'node-port-range': '30000-32767',
    'cluster-domain': 'cluster.local',
    'cluster-dns': '10.96.0.10',
    'certificates-directory': '/etc/kubernetes/pki',
    'static-pod-directory': '/etc/kubernetes/manifests',
    'cgroup-driver': 'systemd',
    'max-pods': '110',
    'kubelet healthzPort': '10248',
    'kubelet rotateCertificates': 'true',
    'kube-apiserver --authorization-mode': 'Node,RBAC',
    'kube-apiserver --client-ca-file': '/etc/kubernetes/pki/ca.crt',
  });
});

it('minikube shows other paths, kind its name, and a cluster of several versions all of them', async () => {
  expect(asRecord(await factsOf(minikube()))).toMatchObject({
    'etcd --cert-file': '/var/lib/minikube/certs/etcd/server.crt',
    'certificates-directory': '/var/lib/minikube/certs',
  });
  expect(await factsOf(kind())).toMatchObject({ distribution: 'kind' });
  const mixed = kubeadmWith(() => ({ nodes: [node('a'), node('b', { version: 'v1.32.1' })], proxyConfig: proxyConfig('nftables') }));
  expect(asRecord(await factsOf(mixed))).toMatchObject({ 'kubelet-versions': '1.32.1, 1.33.4', 'proxy-mode': 'nftables' });
});

it('a managed cluster shows what it has, and a scheduler with a configuration file shows no profile', async () => {
  const known = asRecord(await factsOf(managed()));
  expect(Object.keys(known).sort()).toEqual(['cluster-dns', 'container-runtime', 'kubelet-versions', 'max-pods', 'version']);
  const own = kubeadmWith(({ pods }) => ({
    pods: { ...pods, 'kube-scheduler': [pod('kube-scheduler', { command: ['kube-scheduler', '--config=/etc/kubernetes/sched.yaml'] })] },
  }));
  const facts = asRecord(await factsOf(own));
  expect(facts['scheduler-profile']).toBeUndefined();
  expect(facts['kube-scheduler --config']).toBe('/etc/kubernetes/sched.yaml');
});

it('what may not be read gives no fact, and the rest stays', async () => {
  const faults = { '/api/v1/namespaces/kube-system/pods': { kind: 'status', status: 403 } } as const;
  const known = asRecord(await factsOf(kubeadm(), { faults }));
  expect(known['etcd --cert-file']).toBeUndefined();
  expect(known['node-port-range']).toBeUndefined();
  expect(known['service-range']).toBe('10.96.0.0/12');
  expect((await factsOf(kubeadm(), { faults: { '*': { kind: 'status', status: 401 } } })).facts).toEqual([]);
});

it('no secret, address or name of the objects passes for a fact', async () => {
  const hostile = kubeadmWith(({ pods }) => ({
    kubeletConfig: kubeletConfig(`${objectCanary}!secret`),
    proxyConfig: proxyConfig(`${objectCanary} eyJhbGciOiJSUzI1NiJ9.e30.c2ln`),
    pods: {
      ...pods,
      etcd: [
        pod('etcd', {
          command: ['etcd', '--cert-file=https://172.18.0.2/token=abc', '--key-file=-----BEGIN PRIVATE KEY-----', '--data-dir=../../x'],
        }),
      ],
    },
    nodes: [node('a', { version: `v${objectCanary}` })],
  }));
  for (const scenario of [kubeadm(), kind(), managed(), hostile]) {
    const told = JSON.stringify(await factsOf(scenario));
    for (const canary of [objectCanary, 'canary', '172.18.0', '127.0.0.1', 'eyJ', 'BEGIN', 'https:']) expect(told).not.toContain(canary);
  }
  expect(asRecord(await factsOf(hostile))['cluster-domain']).toBeUndefined();
});

it('configuration that is no YAML, or made to grow, gives no fact', async () => {
  const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nclusterDomain: cluster.local\nc: [*b,*b]\n`;
  for (const text of [bomb, '{{{', '- clusterDomain', 'clusterDomain: {a: b}', 'x'.repeat(30_000)]) {
    const broken = { ...kubeadm(), kubeadmConfig: null, kubeletConfig: { metadata: { name: 'kubelet-config' }, data: { kubelet: text } } };
    expect(asRecord(await factsOf(broken))['cluster-domain']).toBeUndefined();
  }
});
