import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, factOf, factsAbout } from '../../../src/main/domain/facts/card-facts.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';

const pki = '/etc/kubernetes/pki';
const cluster: Record<string, string> = {
  'etcd --trusted-ca-file': `${pki}/etcd/ca.crt`,
  'etcd --cert-file': `${pki}/etcd/server.crt`,
  'etcd --key-file': `${pki}/etcd/server.key`,
  'etcd-certificate-directory': `${pki}/etcd`,
  'etcd-data-directory': '/var/lib/etcd',
  'proxy-mode': 'iptables',
  controllers: '*,bootstrapsigner,tokencleaner',
  'scheduler-profile': 'default-scheduler',
  'container-runtime': 'containerd 2.1.3',
  'runtime-socket': 'unix:///run/containerd/containerd.sock',
  version: '1.33.4',
  'service-range': '10.96.0.0/12',
  'pod-range': '10.244.0.0/16',
  'node-port-range': '30000-32767',
  'cluster-domain': 'cluster.local',
  'cluster-dns': '10.96.0.10',
  'static-pod-directory': '/etc/kubernetes/manifests',
  'max-pods': '110',
  'cgroup-driver': 'systemd',
  'kubelet failSwapOn': 'true',
  'kube-apiserver --authorization-mode': 'Node,RBAC',
  'kube-apiserver --secure-port': '6443',
  'kube-scheduler --leader-elect': 'true',
};

function facts(change: Record<string, string> = {}): Fact[] {
  return Object.entries({ ...cluster, ...change }).map(([id, value]) => {
    const fact = factOf(id, value);
    if (!fact) throw new Error(`${id} may not be ${value}`);
    return fact;
  });
}

/** What stands beside a card: `label value`, and whether it agrees. */
function beside(front: string, back: string, change: Record<string, string> = {}, distribution = '', deck = 'CKA'): string[] {
  const words = (agrees: boolean | null) => (agrees === null ? '' : agrees ? ' agrees' : ' differs');
  return factsAbout({ front, back, headings: [], deck }, { facts: facts(change), distribution }).map(
    ({ label, value, agrees }) => `${label} ${value}${words(agrees)}`,
  );
}

describe('a card with a value of its own', () => {
  it.each([
    ['Etcdctl: what value does the flag `--cacert` get?', `\`${pki}/etcd/ca.crt\``, `--trusted-ca-file ${pki}/etcd/ca.crt agrees`],
    ['Etcd: what is the certificate directory?', `\`${pki}/etcd\``, `certificates of etcd ${pki}/etcd agrees`],
    ['Etcd: what is the data directory?', '`/var/lib/etcd`, mounted from the host', 'data of etcd /var/lib/etcd agrees'],
    ['What is the default mode of kube-proxy?', 'iptables', 'mode of kube-proxy iptables agrees'],
    ['What is `--service-cluster-ip-range`?', 'The CIDR for cluster IPs, `10.96.0.0/12`', 'Service range 10.96.0.0/12 agrees'],
    ['Start the control plane', '`kubeadm init --pod-network-cidr=192.168.0.0/16`', 'Pod range 10.244.0.0/16 differs'],
    ['What is `clusterDomain`?', 'The DNS suffix, `cluster.local`', 'clusterDomain cluster.local agrees'],
    ['What is the name of the Service `web` in `shop`?', '`web.shop.svc.cluster.internal`', 'clusterDomain cluster.local differs'],
    ['What is `clusterDNS`?', 'The DNS server, `10.32.0.10`', 'clusterDNS 10.96.0.10 differs'],
    ['Which ports may a NodePort Service have?', '30000 to 32767', 'node ports 30000-32767 agrees'],
    ['What is `staticPodPath`?', '`/etc/kubernetes/manifests`', 'staticPodPath /etc/kubernetes/manifests agrees'],
    ['What is `maxPods`?', 'the limit of Pods on the node, 250 here', 'Pods a node takes 110 differs'],
    ['Kubelet: which cgroup driver?', 'cgroupfs', 'cgroupDriver systemd differs'],
    ['What does a Pod without `spec.schedulerName` get?', '`default-scheduler`', 'scheduler default-scheduler agrees'],
    [
      'What is `containerRuntimeEndpoint`?',
      '`unix:///var/run/containerd/containerd.sock`',
      'containerRuntimeEndpoint unix:///run/containerd/containerd.sock agrees',
    ],
    ['Which authorizers does kube-apiserver use?', '`--authorization-mode=Node,RBAC`', '--authorization-mode Node,RBAC agrees'],
    ['What is `failSwapOn`?', '`true`', 'failSwapOn true agrees'],
    ['Which controllers are on?', '`--controllers=*`', '--controllers *,bootstrapsigner,tokencleaner differs'],
  ])('%s %s', (front, back, told) => expect(beside(front, back)).toEqual([told]));

  it('of several files is held against each of them', () => {
    const command = `\`etcdctl get / --cacert=${pki}/etcd/ca.crt --cert=/run/config/pki/etcd/server.crt --key ${pki}/etcd/server.key\``;
    expect(beside('Which command lists keys of etcd?', command)).toEqual([
      `--trusted-ca-file ${pki}/etcd/ca.crt agrees`,
      `--cert-file ${pki}/etcd/server.crt differs`,
      `--key-file ${pki}/etcd/server.key agrees`,
    ]);
  });

  it('that names another client certificate of the same CA neither agrees nor differs', () => {
    const [first] = beside('Etcdctl: what value does `--cert` get?', `\`${pki}/etcd/healthcheck-client.crt\``);
    expect(first).toBe(`--cert-file ${pki}/etcd/server.crt`);
  });
});

describe('a card about another kind of cluster', () => {
  const minikube = ['Etcd: what is the certificate directory of minikube?', '`/var/lib/minikube/certs/etcd`'] as const;

  it('is shown what the cluster has, without a verdict', () => {
    expect(beside(...minikube)).toEqual([`certificates of etcd ${pki}/etcd`]);
    expect(beside('Etcd: what is the certificate directory of kubeadm?', `\`${pki}/etcd\``, {}, 'minikube')).toEqual([
      `certificates of etcd ${pki}/etcd`,
    ]);
  });

  it('is compared on just that kind of cluster, and kind counts as kubeadm', () => {
    const there = { 'etcd-certificate-directory': '/var/lib/minikube/certs/etcd' };
    expect(beside(...minikube, there, 'minikube')).toEqual(['certificates of etcd /var/lib/minikube/certs/etcd agrees']);
    expect(beside('Etcd: what is the certificate directory of kubeadm?', `\`${pki}/etcd\``, {}, 'kind')).toEqual([
      `certificates of etcd ${pki}/etcd agrees`,
    ]);
  });
});

describe('a card without a value', () => {
  it.each([
    ['What is `--authorization-mode`?', 'The ordered list of authorizers', ['--authorization-mode Node,RBAC']],
    ['kube-proxy: what is nftables mode?', 'Rules for the successor of iptables', ['mode of kube-proxy iptables']],
    [
      'Name three container runtimes',
      'containerd, CRI-O, Docker Engine: each is a container runtime',
      ['container runtime containerd 2.1.3'],
    ],
    ['Which command shows the version of Kubernetes?', '`kubectl version`', ['Kubernetes 1.33.4']],
  ])('is shown what the cluster has: %s', (front, back, told) => expect(beside(front, back)).toEqual(told));

  it.each([
    ['Which flag sets the leader election of kube-controller-manager?', '`--leader-elect`'],
    ['Start nginx', '`kubectl run web --image=nginx`'],
    ['TLS Secret', '`kubectl create secret tls web --cert=web.crt --key=web.key`'],
    ['Restore etcd', '`etcdutl snapshot restore backup.db --data-dir /var/lib/etcd-new`'],
    ['What is a subnet?', 'A part of a network, such as 10.0.0.0/24'],
    ['What is the mode of a file?', 'Its permissions'],
  ])('of something else is shown nothing: %s', (front, back) => expect(beside(front, back)).toEqual([]));
});

it('a list of many flags is shown no more than four facts', () => {
  const back =
    '`--secure-port`, `--authorization-mode`, `--service-cluster-ip-range`, `--service-node-port-range`, `--controllers`, `--cluster-cidr`';
  expect(beside('Name six flags of kube-apiserver and the controllers', back)).toHaveLength(4);
});

it('a value that its kind may not have is no fact', () => {
  for (const value of [
    '',
    ' ',
    null,
    undefined,
    'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
    'a b',
    '../x',
    '/a b',
    '/x\n/y',
    'https://10.0.0.1/pki',
  ]) {
    expect(factOf('etcd --cert-file', value)).toBeNull();
  }
  expect(factOf('nonsense', '/x/y')).toBeNull();
  fc.assert(fc.property(fc.string(), (value) => (factOf('cluster-domain', value)?.value ?? 'a.b').length <= 60));
});

it('whatever a card and a cluster say, a fact is only shown as the cluster said it', () => {
  const ids = fc.constantFrom(...Object.keys(cluster));
  fc.assert(
    fc.property(fc.string(), fc.string(), ids, (front, back, id) =>
      factsAbout({ front: `${front} ${id}`, back, headings: [], deck: '' }, { facts: facts(), distribution: '' }).every(
        (fact) => cluster[fact.id] === fact.value,
      ),
    ),
  );
});

it('on a cluster of kubeadm, no card of the notes that ship with the app differs', () => {
  const folder = 'decks/cka';
  const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const cards = notes.flatMap((name) => parseNote({ path: name, text: readFileSync(join(folder, name), 'utf8') }).cards);
  const found = cards.flatMap((card) =>
    factsAbout(card, { facts: facts(), distribution: '' }).map(({ id, agrees }) => ({ id, agrees, front: card.front })),
  );
  expect(found.filter(({ agrees }) => agrees === false)).toEqual([]);
  expect(found.filter(({ agrees }) => agrees).length).toBeGreaterThan(30);
});
