/**
 * Answers as they were seen: of kube-apiserver 1.20.2 with real kubelets behind it, and of what stands in front of API servers. Names
 * are those of the double.
 */
export interface RealAnswer {
  status: number;
  /** Content-Type. */
  type: string;
  text: string;
}

const status = (code: number, reason: string, message: string, details: object = {}): RealAnswer => ({
  status: code,
  type: 'application/json',
  text: `${JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code })}\n`,
});
const page = (code: number, title: string, more = ''): RealAnswer => ({
  status: code,
  type: 'text/html',
  text: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n${more}</body>\r\n</html>\r\n`,
});
const plain = (code: number, text: string): RealAnswer => ({ status: code, type: 'text/plain; charset=utf-8', text });

/** What answers in the place of an API server. */
export const inItsPlace = {
  loadBalancer: page(503, '503 Service Unavailable', 'No server is available to handle this request.\n'),
  badGateway: page(502, '502 Bad Gateway', '<hr><center>nginx</center>\r\n'),
  envoy: plain(503, 'upstream connect error or disconnect/reset before headers. reset reason: connection failure'),
  apiGateway: { status: 504, type: 'application/json', text: '{"message":"Endpoint request timed out"}' },
  webServer: page(404, '404 Not Found', '<hr><center>nginx</center>\r\n'),
  firewall: page(403, '403 Forbidden'),
  signIn: page(200, 'Sign in'),
  redirect: { status: 302, type: 'text/html', text: '' },
  emptyObject: { status: 200, type: 'application/json', text: '{}' },
  otherJson: { status: 403, type: 'application/json', text: '{"error":"access denied"}' },
  tlsPort: plain(400, 'Client sent an HTTP request to an HTTPS server.\n'),
} satisfies Record<string, RealAnswer>;

/** Who may not: the same status with other meanings. */
export const forbidden = {
  nodes: status(403, 'Forbidden', 'nodes is forbidden: User "nobody" cannot list resource "nodes" in API group "" at the cluster scope', {
    kind: 'nodes',
  }),
  impersonation: status(
    403,
    'Forbidden',
    'users "kubernetes-admin" is forbidden: User "learner" cannot impersonate resource "users" in API group "" at the cluster scope',
    { name: 'kubernetes-admin', kind: 'users' },
  ),
  group: status(
    403,
    'Forbidden',
    'groups "system:masters" is forbidden: User "learner" cannot impersonate resource "groups" in API group "" at the cluster scope',
    { name: 'system:masters', kind: 'groups' },
  ),
  anonymous: status(
    403,
    'Forbidden',
    'nodes is forbidden: User "system:anonymous" cannot list resource "nodes" in API group "" at the cluster scope',
    { kind: 'nodes' },
  ),
  anonymousPath: status(403, 'Forbidden', 'forbidden: User "system:anonymous" cannot get path "/version"'),
} satisfies Record<string, RealAnswer>;

/** Why a program did not start in a Pod. */
export const notStarted = {
  kubeletGone: status(500, '', 'error dialing backend: dial tcp 127.0.0.11:20250: connect: connection refused'),
  runtime: plain(500, 'unable to upgrade connection: URL is not set'),
  container: status(400, 'BadRequest', 'container etcd is not valid for pod etcd-control-plane'),
  unresolved: status(500, '', 'error dialing backend: dial tcp: lookup control-plane on 10.96.0.10:53: no such host'),
} satisfies Record<string, RealAnswer>;

/** What an API server says that is not well itself. */
export const unwell = {
  etcdGone: status(500, 'InternalError', 'Internal error occurred: etcdserver: request timed out'),
  starting: status(503, 'ServiceUnavailable', 'apiserver is shutting down.'),
  panic: plain(500, 'This request caused apiserver to panic. Look in the logs for details.\n'),
  unknownPath: plain(404, '404 page not found\n'),
} satisfies Record<string, RealAnswer>;
