/** Clusters to check: what each path answers. A scenario is made anew for each test. */
import { daemonSet, deployment, dnsService, kubeadmConfig, kubeletConfig, lease, node, pod, proxyConfig } from './objects.js';

export interface Scenario {
  gitVersion: string;
  /** Status and text of `/readyz?verbose` and `/livez?verbose`. */
  readyz: { status: number; text: string };
  livez: { status: number; text: string };
  /** By their component label. */
  pods: Record<string, object[]>;
  /** In kube-system, by name. */
  leases: Record<string, object>;
  nodes: object[];
  nodeLeases: object[];
  daemonSets: object[];
  deployments: object[];
  /** null when the cluster has none. */
  proxyConfig: object | null;
  kubeadmConfig: object | null;
  kubeletConfig: object | null;
  dnsService: object | null;
  /** The Pods of the learner's own; a single one where nothing is said. */
  own?: object[];
}

/** @param failing names of lines that fail */
export function report(kind: 'readyz' | 'livez', failing: string[] = []): { status: number; text: string } {
  const names = [
    'ping',
    'log',
    'etcd',
    ...(kind === 'readyz' ? ['etcd-readiness', 'informer-sync'] : []),
    'poststarthook/start-apiserver-admission-initializer',
  ];
  const lines = names.map((name) => (failing.includes(name) ? `[-]${name} failed: reason withheld` : `[+]${name} ok`));
  return {
    status: failing.length > 0 ? 500 : 200,
    text: `${lines.join('\n')}\n${kind} check ${failing.length > 0 ? 'failed' : 'passed'}\n`,
  };
}

const leader = (name: string, agoMs = 1_500) => lease(name, 'kube-system', `control-plane_0b8f4a52-1c1e-4d1b-9a3e-7a2b7d1f0c11`, agoMs, 15);
const nodeLease = (name: string, agoMs = 4_000) => lease(name, 'kube-node-lease', name, agoMs, 40);

const etcdFlags = (folder: string): string[] => [
  'etcd',
  '--advertise-client-urls=https://172.18.0.2:2379',
  `--cert-file=${folder}/server.crt`,
  `--key-file=${folder}/server.key`,
  `--trusted-ca-file=${folder}/ca.crt`,
  '--data-dir=/var/lib/etcd',
];

const apiserverFlags = [
  'kube-apiserver',
  '--advertise-address=172.18.0.2',
  '--authorization-mode=Node,RBAC',
  '--client-ca-file=/etc/kubernetes/pki/ca.crt',
  '--etcd-servers=https://127.0.0.1:2379',
  '--service-cluster-ip-range=10.96.0.0/12',
  // A value that this flag never has.
  '--enable-admission-plugins=canary_in_a_flag=77aa',
];

/** One control plane node and two workers, as kubeadm builds it. */
export function kubeadm(): Scenario {
  const names = ['control-plane', 'worker-1', 'worker-2'];
  return {
    gitVersion: 'v1.33.4',
    readyz: report('readyz'),
    livez: report('livez'),
    pods: {
      etcd: [pod('etcd', { command: etcdFlags('/etc/kubernetes/pki/etcd'), image: 'registry.k8s.io/etcd:3.5.21-0' })],
      'kube-apiserver': [pod('kube-apiserver', { command: apiserverFlags })],
      'kube-scheduler': [pod('kube-scheduler')],
      'kube-controller-manager': [
        pod('kube-controller-manager', {
          command: ['kube-controller-manager', '--controllers=*,bootstrapsigner,tokencleaner', '--cluster-cidr=10.244.0.0/16'],
        }),
      ],
    },
    leases: { 'kube-scheduler': leader('kube-scheduler'), 'kube-controller-manager': leader('kube-controller-manager') },
    nodes: names.map((name) => node(name)),
    nodeLeases: names.map((name) => nodeLease(name)),
    daemonSets: [daemonSet('kube-proxy', 3), daemonSet('calico-node', 3)],
    deployments: [deployment('coredns', 2)],
    proxyConfig: proxyConfig(''),
    kubeadmConfig: kubeadmConfig(),
    kubeletConfig: kubeletConfig(),
    dnsService: dnsService(),
  };
}

export function kind(): Scenario {
  return {
    ...kubeadm(),
    nodes: [node('kind-control-plane', { providerID: 'kind://docker/kind/kind-control-plane' })],
    nodeLeases: [nodeLease('kind-control-plane')],
    daemonSets: [daemonSet('kube-proxy', 1), daemonSet('kindnet', 1)],
    proxyConfig: proxyConfig('iptables'),
  };
}

export function minikube(): Scenario {
  const single = kubeadm();
  return {
    ...single,
    pods: { ...single.pods, etcd: [pod('etcd', { node: 'minikube', command: etcdFlags('/var/lib/minikube/certs/etcd') })] },
    nodes: [node('minikube', { labels: { 'minikube.k8s.io/name': 'minikube' } })],
    nodeLeases: [nodeLease('minikube')],
    daemonSets: [daemonSet('kube-proxy', 1)],
    deployments: [deployment('coredns', 1)],
    kubeadmConfig: kubeadmConfig('/var/lib/minikube/certs'),
  };
}

/** The provider runs the control plane; nothing of it is to be seen but the API server. */
export function managed(): Scenario {
  const names = ['gke-pool-1-a', 'gke-pool-1-b', 'gke-pool-1-c'];
  return {
    ...kubeadm(),
    gitVersion: 'v1.33.4-gke.1036000',
    pods: {},
    leases: {},
    nodes: names.map((name) => node(name, { version: 'v1.33.4-gke.1036000', providerID: `gce://study/europe-west1-b/${name}` })),
    nodeLeases: names.map((name) => nodeLease(name)),
    daemonSets: [daemonSet('anetd', 3)],
    deployments: [deployment('kube-dns', 2)],
    proxyConfig: null,
    kubeadmConfig: null,
    kubeletConfig: null,
  };
}

/** A healthy kubeadm cluster but for what is given. */
export const kubeadmWith = (change: (scenario: Scenario) => Partial<Scenario>): Scenario => {
  const scenario = kubeadm();
  return { ...scenario, ...change(scenario) };
};

export { leader, nodeLease };
