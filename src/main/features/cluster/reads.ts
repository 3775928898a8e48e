/**
 * Everything Etcdeck ever asks of a cluster: a closed table of paths, all read with GET, none made from input. Each says which right it
 * needs and how the same is asked with kubectl.
 */

/** A right in the words of RBAC. */
export interface Right {
  verb: 'get' | 'list';
  /** '' for the core group; null when the right is for a path, not a resource. */
  group: string | null;
  /** A resource, or the path itself. */
  resource: string;
  /** null for the whole cluster. */
  namespace: string | null;
  /** The one object it is for; absent for all of them. */
  name?: string;
}

export interface Read {
  path: string;
  /** What the answer is. */
  as: 'json' | 'text';
  right: Right;
  /** After `kubectl`, as words of a command line. */
  kubectl: readonly string[];
}

const raw = (path: string, as: Read['as']): Read => ({
  path,
  as,
  right: { verb: 'get', group: null, resource: path.replace(/\?.*/, ''), namespace: null },
  kubectl: ['get', '--raw', path],
});

const podsOf = (label: string): Read => ({
  path: `/api/v1/namespaces/kube-system/pods?labelSelector=${encodeURIComponent(label)}&limit=100`,
  as: 'json',
  right: { verb: 'list', group: '', resource: 'pods', namespace: 'kube-system' },
  kubectl: ['get', 'pods', '-n', 'kube-system', '-l', label],
});

const leaseOf = (name: string): Read => ({
  path: `/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/${name}`,
  as: 'json',
  right: { verb: 'get', group: 'coordination.k8s.io', resource: 'leases', namespace: 'kube-system', name },
  kubectl: ['get', 'lease', name, '-n', 'kube-system', '-o', 'yaml'],
});

const appsIn = (resource: 'daemonsets' | 'deployments', label: string | null): Read => ({
  path: `/apis/apps/v1/namespaces/kube-system/${resource}?${label === null ? '' : `labelSelector=${encodeURIComponent(label)}&`}limit=100`,
  as: 'json',
  right: { verb: 'list', group: 'apps', resource, namespace: 'kube-system' },
  kubectl: ['get', resource, '-n', 'kube-system', ...(label === null ? [] : ['-l', label])],
});

const inKubeSystem = (resource: 'configmaps' | 'services', name: string): Read => ({
  path: `/api/v1/namespaces/kube-system/${resource}/${name}`,
  as: 'json',
  right: { verb: 'get', group: '', resource, namespace: 'kube-system', name },
  kubectl: ['get', resource.replace(/s$/, ''), name, '-n', 'kube-system', '-o', 'yaml'],
});

export const reads = {
  version: raw('/version', 'json'),
  livez: raw('/livez?verbose', 'text'),
  readyz: raw('/readyz?verbose', 'text'),
  readyzEtcd: raw('/readyz/etcd', 'text'),
  etcdPods: podsOf('component=etcd'),
  apiserverPods: podsOf('component=kube-apiserver'),
  schedulerPods: podsOf('component=kube-scheduler'),
  controllerManagerPods: podsOf('component=kube-controller-manager'),
  /** GKE runs kube-proxy as static Pods, without a DaemonSet. */
  proxyPods: podsOf('component=kube-proxy'),
  schedulerLease: leaseOf('kube-scheduler'),
  controllerManagerLease: leaseOf('kube-controller-manager'),
  nodes: {
    /** A node of a cloud lists fifty images: more of them at once are too much to read. */
    path: '/api/v1/nodes?limit=50',
    as: 'json',
    right: { verb: 'list', group: '', resource: 'nodes', namespace: null },
    kubectl: ['get', 'nodes', '-o', 'wide'],
  },
  nodeLeases: {
    path: '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases?limit=200',
    as: 'json',
    right: { verb: 'list', group: 'coordination.k8s.io', resource: 'leases', namespace: 'kube-node-lease' },
    kubectl: ['get', 'leases', '-n', 'kube-node-lease'],
  },
  daemonSets: appsIn('daemonsets', null),
  dnsDeployments: appsIn('deployments', 'k8s-app=kube-dns'),
  proxyConfig: inKubeSystem('configmaps', 'kube-proxy'),
  /** What `kubeadm init` was told; kubeadm, kind and minikube write it. */
  kubeadmConfig: inKubeSystem('configmaps', 'kubeadm-config'),
  /** What kubeadm gives every kubelet. */
  kubeletConfig: inKubeSystem('configmaps', 'kubelet-config'),
  dnsService: inKubeSystem('services', 'kube-dns'),
} as const satisfies Record<string, Read>;

export type ReadName = keyof typeof reads;

/** The command that asks the same with kubectl, ready for a POSIX shell. */
export function kubectlFor(name: ReadName, contextName: string): string {
  return ['kubectl', '--context', contextName, ...reads[name].kubectl].map(quoted).join(' ');
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** A right as people say it: "list leases in kube-system". */
export function rightInWords({ verb, group, resource, namespace }: Right): string {
  if (group === null) return `${verb} ${resource}`;
  return `${verb} ${resource} ${namespace === null ? 'in the whole cluster' : `in ${namespace}`}`;
}

/** The smallest role that gives a right, as YAML to hand to whoever runs the cluster. */
export function roleFor({ verb, group, resource, namespace, name: one }: Right): string {
  const name = group === null ? 'read-health' : ['read', resource.replace('/', '-'), ...(one === undefined ? [] : [one])].join('-');
  const only = one === undefined ? [] : [`  resourceNames: ['${one}']`];
  const rules =
    group === null
      ? ['- nonResourceURLs: [/version, /livez, /readyz, /readyz/*]', '  verbs: [get]']
      : [`- apiGroups: ['${group}']`, `  resources: [${resource}]`, ...only, `  verbs: [${verb}]`];
  return [
    `kind: ${namespace === null ? 'ClusterRole' : 'Role'}`,
    'apiVersion: rbac.authorization.k8s.io/v1',
    `metadata: { name: ${name}${namespace === null ? '' : `, namespace: ${namespace}`} }`,
    'rules:',
    ...rules,
    '',
  ].join('\n');
}
