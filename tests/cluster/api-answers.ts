/** What a path answers, of the cluster that a scenario is. */
import { pageOf } from './paging.js';
import type { Scenario } from './scenarios.js';
import { events, eventTable, nodeTable, podTable, type Table, web, webLog } from './tables.js';

/** How the API server words an error. */
export const statusBody = (code: number): string =>
  JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: { 401: 'Unauthorized', 403: 'Forbidden' }[code], code });

interface Response {
  status: number;
  body: string;
}

const json = (value: object): Response => ({ status: 200, body: JSON.stringify(value) });
/** A table, as kubectl asks for one: the objects behind its rows come with their metadata only. */
const tableOf = (url: URL, { kind, columns, cells }: Table, all: object[]): Response => {
  const { items, metadata } = pageOf(url, all);
  const isWhole = url.searchParams.get('includeObject') === 'Object';
  return json({
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(([name, priority]) => ({
      name,
      type: 'string',
      format: name === 'Name' ? 'name' : '',
      description: '',
      priority,
    })),
    rows: items.map((item) => ({
      cells: cells(item),
      object: isWhole
        ? { kind, apiVersion: 'v1', ...item }
        : { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: (item as { metadata: object }).metadata },
    })),
  });
};
const list = (url: URL, kind: string, apiVersion: string, all: object[]): Response => {
  const { items, metadata } = pageOf(url, all);
  return json({ kind: `${kind}List`, apiVersion, metadata, items: items.map((item) => ({ kind, apiVersion, ...item })) });
};

const single = (kind: string, object: object | null): Response =>
  object ? json({ kind, apiVersion: 'v1', ...object }) : { status: 404, body: statusBody(404) };

const allPods = (scenario: Scenario, namespace: string | null): object[] =>
  [...Object.values(scenario.pods).flat(), ...(scenario.own ?? [web])].filter(
    (each) => namespace === null || (each as { metadata: { namespace: string } }).metadata.namespace === namespace,
  );

/** What a path answers; null for a path nobody should ask for. */
export function answerOf(scenario: Scenario, url: URL, asTable: boolean): Response | null {
  const discovered = discovery[url.pathname];
  if (discovered) return json(discovered);
  const text = { '/readyz': scenario.readyz, '/livez': scenario.livez }[url.pathname];
  if (text) return { status: text.status, body: url.searchParams.has('verbose') || text.status !== 200 ? text.text : 'ok' };
  const leaseName = /^\/apis\/coordination\.k8s\.io\/v1\/namespaces\/kube-system\/leases\/(kube-scheduler|kube-controller-manager)$/.exec(
    url.pathname,
  )?.[1];
  if (leaseName) {
    const lease = scenario.leases[leaseName];
    return lease ? json({ kind: 'Lease', apiVersion: 'coordination.k8s.io/v1', ...lease }) : { status: 404, body: statusBody(404) };
  }
  switch (url.pathname) {
    case '/version': {
      const [, minor = ''] = /^v1\.(\d+)/.exec(scenario.gitVersion) ?? [];
      return json({ major: '1', minor, gitVersion: scenario.gitVersion, gitCommit: 'c0ffee', platform: 'linux/amd64' });
    }
    case '/readyz/etcd':
      return scenario.readyz.text.includes('[-]etcd')
        ? { status: 500, body: 'internal server error: etcd failed: reason withheld\n' }
        : { status: 200, body: 'ok' };
    case '/api/v1/namespaces/kube-system/pods': {
      const component = /^component=([\w-]+)$/.exec(url.searchParams.get('labelSelector') ?? '')?.[1];
      const found = component === undefined ? allPods(scenario, 'kube-system') : (scenario.pods[component] ?? []);
      return asTable ? tableOf(url, podTable, found) : list(url, 'Pod', 'v1', found);
    }
    case '/api/v1/pods':
    case '/api/v1/namespaces/default/pods': {
      const [name, value] = (url.searchParams.get('labelSelector') ?? '').split('=');
      const found = allPods(scenario, url.pathname === '/api/v1/pods' ? null : 'default').filter(
        (each) => !name || (each as { metadata: { labels: Record<string, string> } }).metadata.labels[name] === value,
      );
      return asTable ? tableOf(url, podTable, found) : list(url, 'Pod', 'v1', found);
    }
    case '/api/v1/namespaces/default/events': {
      const about = /^involvedObject\.name=(.+)$/.exec(url.searchParams.get('fieldSelector') ?? '')?.[1] ?? '';
      return asTable ? tableOf(url, eventTable, events(about)) : null;
    }
    case '/api/v1/namespaces/default/pods/web':
      return json({ kind: 'Pod', apiVersion: 'v1', ...web });
    case '/api/v1/namespaces/default/pods/web/log':
      return { status: 200, body: webLog };
    case '/api/v1/namespaces/default/pods/gone/log':
    case '/api/v1/namespaces/default/pods/gone':
      return {
        status: 404,
        body: JSON.stringify({ ...JSON.parse(statusBody(404)), message: 'pods "gone" not found', reason: 'NotFound' }),
      };
    case '/api/v1/nodes':
      return asTable ? tableOf(url, nodeTable, scenario.nodes) : list(url, 'Node', 'v1', scenario.nodes);
    case '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases':
      return list(url, 'Lease', 'coordination.k8s.io/v1', scenario.nodeLeases);
    case '/apis/apps/v1/namespaces/kube-system/daemonsets':
      return list(url, 'DaemonSet', 'apps/v1', scenario.daemonSets);
    case '/apis/apps/v1/namespaces/kube-system/deployments':
      return url.searchParams.get('labelSelector') === 'k8s-app=kube-dns' ? list(url, 'Deployment', 'apps/v1', scenario.deployments) : null;
    case '/api/v1/namespaces/kube-system/configmaps/kube-proxy':
      return single('ConfigMap', scenario.proxyConfig);
    case '/api/v1/namespaces/kube-system/configmaps/kubeadm-config':
      return single('ConfigMap', scenario.kubeadmConfig);
    case '/api/v1/namespaces/kube-system/configmaps/kubelet-config':
      return single('ConfigMap', scenario.kubeletConfig);
    case '/api/v1/namespaces/kube-system/services/kube-dns':
      return single('Service', scenario.dnsService);
    default:
      return null;
  }
}

const resources = (groupVersion: string, entries: [name: string, kind: string, namespaced: boolean, short?: string][]) => ({
  kind: 'APIResourceList',
  groupVersion,
  resources: entries.map(([name, kind, namespaced, short]) => ({
    name,
    singularName: name.replace(/s$/, ''),
    kind,
    namespaced,
    verbs: ['get', 'list'],
    ...(short && { shortNames: [short] }),
  })),
});

const group = (name: string) => {
  const version = { groupVersion: `${name}/v1`, version: 'v1' };
  return { name, versions: [version], preferredVersion: version };
};

/** What kubectl asks before it reads a resource. */
const discovery: Record<string, object> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [group('apps'), group('coordination.k8s.io')] },
  '/api/v1': resources('v1', [
    ['pods', 'Pod', true, 'po'],
    ['nodes', 'Node', false, 'no'],
    ['configmaps', 'ConfigMap', true, 'cm'],
    ['services', 'Service', true, 'svc'],
  ]),
  '/apis/apps/v1': resources('apps/v1', [
    ['daemonsets', 'DaemonSet', true, 'ds'],
    ['deployments', 'Deployment', true, 'deploy'],
  ]),
  '/apis/coordination.k8s.io/v1': resources('coordination.k8s.io/v1', [['leases', 'Lease', true]]),
};
