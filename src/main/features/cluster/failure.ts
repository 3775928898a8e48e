/** The one place that says what went wrong between Etcdeck and a cluster, from codes only: messages of libraries may hold secrets. */

export type ReadFailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'impersonation'
  | 'anonymous'
  | 'busy'
  | 'wrong-ca'
  | 'unknown-ca'
  | 'expired'
  | 'wrong-name'
  | 'client-certificate'
  | 'certificate-ended'
  | 'not-tls'
  | 'wants-tls'
  | 'refused'
  | 'no-name'
  | 'no-route'
  | 'proxy-gone'
  | 'proxy-credentials'
  | 'behind-proxy'
  | 'dropped'
  | 'timeout'
  | 'stalled'
  | 'too-large'
  | 'gone'
  | 'not-started'
  | 'broken'
  | 'gateway'
  | 'garbled'
  | 'cancelled'
  | 'unknown';

export interface ReadFailure {
  kind: ReadFailureKind;
  /** A sentence. */
  message: string;
  /** What the person can do; a sentence. */
  hint: string;
  /** The same in a few words, for a list. */
  brief: string;
  /** What the server itself said of it, as it came: neither redacted nor cut. '' for nothing. */
  said: string;
}

const words: Record<ReadFailureKind, [message: string, hint: string, brief: string]> = {
  unauthorized: [
    'The cluster does not accept your credentials (401).',
    'They may have run out. Sign in again with the tool that wrote the kubeconfig.',
    'Credentials not accepted',
  ],
  forbidden: ['Your user may not read this (403).', 'Ask whoever runs the cluster for the right.', 'Your user may not read it'],
  impersonation: [
    'You may not act as the user that the kubeconfig names under "as" (403).',
    'Take out "as", or ask whoever runs the cluster for the right to impersonate.',
    'You may not act as another',
  ],
  anonymous: [
    'The cluster does not know who you are: it takes you for system:anonymous (403).',
    'The kubeconfig has no credentials for this user, or a kind that the cluster does not take, as a username with a password is.',
    'The cluster does not know you',
  ],
  busy: ['The cluster has too much to do (429).', 'Wait a moment and check again.', 'Too busy to answer'],
  'wrong-ca': [
    'The certificate of the server is not signed by the CA in your kubeconfig.',
    'The cluster may have been made anew: get its kubeconfig again. Or somebody stands between you and it.',
    'Not signed by your CA',
  ],
  'unknown-ca': [
    'The certificate of the server is signed by no CA that this computer knows, and the kubeconfig names none.',
    'Put the CA of the cluster into the kubeconfig (certificate-authority-data), or get the kubeconfig again.',
    'Signed by no known CA',
  ],
  expired: [
    'The certificate of the server is not valid at this time.',
    'Check the clock of this computer, then renew the certificate.',
    'Its certificate is not valid now',
  ],
  'wrong-name': [
    'The certificate of the server is for another name.',
    'Use an address that the certificate names, or set tls-server-name in the kubeconfig.',
    'A certificate of another name',
  ],
  'client-certificate': [
    'The server refuses your client certificate.',
    'It may have expired, or belong to another cluster. Get the kubeconfig again.',
    'Client certificate refused',
  ],
  'certificate-ended': [
    'Your client certificate ended on {day}.',
    'Get the kubeconfig again, or renew the certificate: kubeadm certs renew admin.conf does so on a control plane of kubeadm.',
    'Your certificate ended',
  ],
  'not-tls': ['What answers at this address is not an API server.', 'Check the server and the port in the kubeconfig.', 'No API server'],
  'wants-tls': [
    'The server speaks TLS, and the kubeconfig asks it without.',
    'Write the server as https:// in the kubeconfig.',
    'Asked without TLS',
  ],
  refused: [
    'Nothing listens at the address of the server (connection refused).',
    'Start the cluster, or check the port in the kubeconfig.',
    'Nothing listens there',
  ],
  'no-name': ['The name of the server is not known.', 'Check your network or VPN, and the server in the kubeconfig.', 'Name not known'],
  'no-route': ['The server cannot be reached over this network.', 'Check your network or VPN.', 'No way there'],
  'proxy-gone': [
    'The proxy on the way to the server cannot be reached.',
    'Start the proxy, or mend proxy-url in the kubeconfig, or HTTPS_PROXY in the environment.',
    'The proxy is not there',
  ],
  'proxy-credentials': [
    'The proxy on the way to the server wants other credentials (407).',
    'Put a name and a password into its address.',
    'The proxy wants credentials',
  ],
  'behind-proxy': [
    'The proxy on the way does not reach the server.',
    'Start the cluster, or check the server in the kubeconfig as the proxy sees it.',
    'The proxy does not reach it',
  ],
  dropped: ['The server closed the connection in the middle.', 'Check again; the API server may be restarting.', 'Connection closed'],
  timeout: ['The server did not answer in time.', 'Check your network or VPN, or whether the server is overloaded.', 'No answer in time'],
  stalled: [
    'The server began to answer and then fell silent.',
    'Check again; the network or the API server may be overloaded.',
    'Fell silent',
  ],
  'too-large': ['The answer is larger than Etcdeck reads.', 'Use the kubectl command to see it.', 'The answer is too large'],
  gone: ['The Pod is no longer there (404).', 'Run it again to look for the Pod anew.', 'No longer there'],
  'not-started': ['The API server could not start it.', 'Check the kubelet of the node.', 'Not started'],
  broken: ['The API server answers with an error of its own.', 'Check again; it may be starting, or overloaded.', 'The API server failed'],
  gateway: [
    'What answers is not an API server but something in front of it, which reaches none.',
    'It is a proxy or a load balancer. Start the API servers behind it, or ask whoever runs the cluster.',
    'Only a gateway answers',
  ],
  garbled: [
    'What answers is not an API server.',
    'Check the server in the kubeconfig; a proxy may answer in its place.',
    'No API server answers',
  ],
  cancelled: ['Stopped before the answer came.', 'Check again.', 'Stopped'],
  unknown: ['The connection failed for a reason Etcdeck does not know.', 'Try the kubectl command; it may say more.', 'No answer'],
};

/** @param said what the server itself said of it */
export function failureOf(kind: ReadFailureKind, said = ''): ReadFailure {
  const [message, hint, brief] = words[kind];
  return { kind, message, hint, brief, said };
}

const byCode: Record<string, ReadFailureKind> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'no-name',
  EAI_AGAIN: 'no-name',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  SELF_SIGNED_CERT_IN_CHAIN: 'wrong-ca',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'wrong-ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'wrong-ca',
  UNABLE_TO_GET_ISSUER_CERT: 'wrong-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'wrong-ca',
  CERT_SIGNATURE_FAILURE: 'wrong-ca',
  CERT_UNTRUSTED: 'wrong-ca',
  INVALID_CA: 'wrong-ca',
  INVALID_PURPOSE: 'wrong-ca',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
  Z_BUF_ERROR: 'dropped',
  Z_DATA_ERROR: 'garbled',
  EPROTO: 'not-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
};

/** What of a connection decides what its errors mean. */
export interface Circumstances {
  /** Whether the kubeconfig names a CA. */
  hasCa: boolean;
  /** Whether a proxy is between: then it is the proxy that this computer does not reach. */
  hasProxy: boolean;
}

/** What an error of a connection means where it was made. */
export function classifyIn(error: unknown, { hasCa, hasProxy }: Circumstances): ReadFailureKind {
  const kind = classify(error);
  if (kind === 'wrong-ca' && !hasCa) return 'unknown-ca';
  return hasProxy && (kind === 'refused' || kind === 'no-name' || kind === 'no-route') ? 'proxy-gone' : kind;
}

/** What went wrong on the way through a SOCKS proxy. */
export class SocksError extends Error {}

/** Errors of the way through a SOCKS proxy have no code, only words of the library that are always the same. */
function classifySocks(message: string): ReadFailureKind {
  const code = /\b(E[A-Z]{4,})\b/.exec(message)?.[1];
  if (code !== undefined) return byCode[code] === 'dropped' ? 'dropped' : 'proxy-gone';
  if (/authentication/i.test(message)) return 'proxy-credentials';
  if (/rejected connection/i.test(message)) return 'behind-proxy';
  return /timed out/i.test(message) ? 'timeout' : /closed/i.test(message) ? 'dropped' : 'unknown';
}

/** What an error of a connection means. Several addresses tried give one error that holds the others. */
export function classify(error: unknown): ReadFailureKind {
  if (error instanceof AggregateError) return classify(error.errors[0]);
  if (error instanceof SocksError) return classifySocks(error.message);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^ERR_SSL_.*ALERT.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(code)) return 'client-certificate';
  if (code.startsWith('HPE_')) return 'not-tls';
  return byCode[code] ?? 'unknown';
}
