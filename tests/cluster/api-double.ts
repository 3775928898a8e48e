/**
 * A strict API server: HTTPS with mutual TLS, answers what the app and kubectl may read, and remembers every request. A write or a path
 * nobody should ask for is a violation, which fails the test that caused it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { type Authority, type KeyPair, makeAuthority } from './certificates.js';
import { serveExec } from './exec-double.js';
import type { Fault } from './faults.js';
import { serverNowAt } from './objects.js';
import type { Scenario } from './scenarios.js';
import { pageOf } from './paging.js';
import { nodeTable, podTable, type Table, web, webLog } from './tables.js';

export interface DoubleOptions {
  /** Paths, without their query, and how they misbehave; `*` for all. */
  faults?: Record<string, Fault>;
  /** The certificate of the server ended yesterday. */
  expired?: boolean;
  /** The program that runs when something is run in the Pod of etcd; without one, that is a violation. */
  etcdctl?: string;
}

export interface ApiDouble {
  url: string;
  port: number;
  authority: Authority;
  client: KeyPair;
  /** `GET /path?query`, in order. */
  requests: string[];
  violations: string[];
  /** Requests that are open now. */
  open(): number;
  onConnection(told: () => void): void;
  fault(path: string, fault: Fault | null): void;
  /** Keeps every answer back from now on. @returns lets them go */
  hold(): () => void;
  show(scenario: Scenario): void;
  stop(): Promise<void>;
}

/** Making keys takes a while; all doubles of a test file share them. */
let shared: Promise<{ authority: Authority; client: KeyPair; server: KeyPair; expired: KeyPair }> | undefined;

async function makeCertificates() {
  const authority = await makeAuthority('double');
  return {
    authority,
    client: await authority.sign({ name: 'learner', organization: 'students' }),
    server: await authority.sign({ name: 'kube-apiserver' }),
    expired: await authority.sign({ name: 'kube-apiserver', endsAt: Date.now() - 86_400_000 }),
  };
}

/** Starts a double. Whoever does stops it, and looks at its violations. */
export async function openDouble(scenario: Scenario, { faults = {}, expired = false, etcdctl }: DoubleOptions = {}): Promise<ApiDouble> {
  shared ??= makeCertificates();
  const certificates = await shared;
  const own = expired ? certificates.expired : certificates.server;
  const requests: string[] = [];
  const violations: string[] = [];
  const misbehaving = new Map(Object.entries(faults));
  const sockets = new Set<Duplex>();
  let shown = scenario;
  let held: (() => void)[] | null = null;
  let open = 0;

  const server: Server = createServer(
    { cert: own.certificate, key: own.key, ca: certificates.authority.certificate, requestCert: true, rejectUnauthorized: true },
    (request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.setHeader('Date', new Date(serverNowAt).toUTCString());
      open += 1;
      response.once('close', () => (open -= 1));
      if (held) held.push(() => serve(request, response));
      else serve(request, response);
    },
  );
  const execs = serveExec({
    etcdctl: etcdctl ?? null,
    pods: () => shown.pods['etcd'] ?? [],
    faultOf: (path) => misbehaving.get(path) ?? misbehaving.get('*') ?? null,
    violate: (what) => void violations.push(what),
  });
  server.on('upgrade', (request, socket, head) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    open += 1;
    socket.once('close', () => (open -= 1));
    execs.upgrade(request, socket, head);
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'https://double');
    if (request.method !== 'GET') violations.push(`${request.method ?? ''} ${url.pathname}`);
    const answer = answerOf(shown, url, /as=Table/.test(request.headers.accept ?? ''));
    if (answer === null) violations.push(`unknown path ${url.pathname}${url.search}`);
    const send = (status: number, body: string): void => {
      // A real server packs what is larger than this.
      const isPacked = body.length > 128 * 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
      response.setHeader('Content-Type', body.startsWith('{') ? 'application/json' : 'text/plain');
      if (isPacked) response.setHeader('Content-Encoding', 'gzip');
      response.writeHead(status).end(isPacked ? gzipSync(body) : body);
    };
    const wellFormed = (): void => (answer === null ? send(404, statusBody(404)) : send(answer.status, answer.body));
    const fault = misbehaving.get(url.pathname) ?? misbehaving.get('*');
    if (!fault) return wellFormed();
    if (fault.kind === 'status') return send(fault.status, statusBody(fault.status));
    if (fault.kind === 'body') return send(200, fault.text);
    if (fault.kind === 'answer') return void response.writeHead(fault.status, { 'Content-Type': fault.type }).end(fault.text);
    if (fault.kind === 'cut') return void response.destroy();
    if (fault.kind === 'slow') return void setTimeout(wellFormed, fault.ms);
    if (fault.kind === 'stall') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"items": [');
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  const double: ApiDouble = {
    url: `https://127.0.0.1:${port}`,
    port,
    authority: certificates.authority,
    client: certificates.client,
    requests,
    violations,
    open: () => open,
    onConnection: (told) => void server.on('connection', told),
    fault: (path, fault) => void (fault ? misbehaving.set(path, fault) : misbehaving.delete(path)),
    hold() {
      held = [];
      return () => {
        const waiting = held ?? [];
        held = null;
        for (const answer of waiting) answer();
      };
    },
    show: (next) => void (shown = next),
    stop: () =>
      (stopped ??= new Promise((resolve) => {
        execs.stop();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      })),
  };
  return double;
}

const statusBody = (code: number): string =>
  JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: { 401: 'Unauthorized', 403: 'Forbidden' }[code], code });

interface Response {
  status: number;
  body: string;
}

const json = (value: object): Response => ({ status: 200, body: JSON.stringify(value) });
/** A table, as kubectl asks for one: the objects behind its rows come with their metadata only. */
const tableOf = (url: URL, { columns, cells }: Table, all: { metadata: object }[]): Response => {
  const { items, metadata } = pageOf(url, all);
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
      object: { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: item.metadata },
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
  [...Object.values(scenario.pods).flat(), web].filter(
    (each) => namespace === null || (each as { metadata: { namespace: string } }).metadata.namespace === namespace,
  );

/** What a path answers; null for a path nobody should ask for. */
function answerOf(scenario: Scenario, url: URL, asTable: boolean): Response | null {
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
      return asTable ? tableOf(url, podTable, found as { metadata: object }[]) : component === undefined ? null : list(url, 'Pod', 'v1', found);
    }
    case '/api/v1/pods':
    case '/api/v1/namespaces/default/pods': {
      const found = allPods(scenario, url.pathname === '/api/v1/pods' ? null : 'default');
      return asTable ? tableOf(url, podTable, found as { metadata: object }[]) : null;
    }
    case '/api/v1/namespaces/default/pods/web':
      return json({ kind: 'Pod', apiVersion: 'v1', ...web });
    case '/api/v1/namespaces/default/pods/web/log':
      return { status: 200, body: webLog };
    case '/api/v1/namespaces/default/pods/gone':
      return {
        status: 404,
        body: JSON.stringify({ ...JSON.parse(statusBody(404)), message: 'pods "gone" not found', reason: 'NotFound' }),
      };
    case '/api/v1/nodes':
      return asTable ? tableOf(url, nodeTable, scenario.nodes as { metadata: object }[]) : list(url, 'Node', 'v1', scenario.nodes);
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
