/** The one place that says what went wrong between Etcdeck and a cluster, from codes only: messages of libraries may hold secrets. */

export type ReadFailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'impersonation'
  | 'anonymous'
  | 'busy'
  | 'wrong-ca'
  | 'expired'
  | 'wrong-name'
  | 'client-certificate'
  | 'certificate-ended'
  | 'not-tls'
  | 'wants-tls'
  | 'refused'
  | 'no-name'
  | 'no-route'
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
  /** What the server itself said of it, as it came: neither redacted nor cut. '' for nothing. */
  said: string;
}

const words: Record<ReadFailureKind, [message: string, hint: string]> = {
  unauthorized: [
    'The cluster does not accept your credentials (401).',
    'They may have run out. Sign in again with the tool that wrote the kubeconfig.',
  ],
  forbidden: ['Your user may not read this (403).', 'Ask whoever runs the cluster for the right.'],
  impersonation: [
    'You may not act as the user that the kubeconfig names under "as" (403).',
    'Take out "as", or ask whoever runs the cluster for the right to impersonate.',
  ],
  anonymous: [
    'The cluster does not know who you are: it takes you for system:anonymous (403).',
    'The kubeconfig has no credentials for this user, or a kind that the cluster does not take, as a username with a password is.',
  ],
  busy: ['The cluster has too much to do (429).', 'Wait a moment and check again.'],
  'wrong-ca': [
    'The certificate of the server is not signed by the CA in your kubeconfig.',
    'The cluster may have been made anew: get its kubeconfig again. Or somebody stands between you and it.',
  ],
  expired: ['The certificate of the server is not valid at this time.', 'Check the clock of this computer, then renew the certificate.'],
  'wrong-name': [
    'The certificate of the server is for another name.',
    'Use an address that the certificate names, or set tls-server-name in the kubeconfig.',
  ],
  'client-certificate': [
    'The server refuses your client certificate.',
    'It may have expired, or belong to another cluster. Get the kubeconfig again.',
  ],
  'certificate-ended': [
    'Your client certificate ended on {day}.',
    'Get the kubeconfig again, or renew the certificate: kubeadm certs renew admin.conf does so on a control plane of kubeadm.',
  ],
  'not-tls': ['What answers at this address is not an API server.', 'Check the server and the port in the kubeconfig.'],
  'wants-tls': ['The server speaks TLS, and the kubeconfig asks it without.', 'Write the server as https:// in the kubeconfig.'],
  refused: [
    'Nothing listens at the address of the server (connection refused).',
    'Start the cluster, or check the port in the kubeconfig.',
  ],
  'no-name': ['The name of the server is not known.', 'Check your network or VPN, and the server in the kubeconfig.'],
  'no-route': ['The server cannot be reached over this network.', 'Check your network or VPN.'],
  dropped: ['The server closed the connection in the middle.', 'Check again; the API server may be restarting.'],
  timeout: ['The server did not answer in time.', 'Check your network or VPN, or whether the server is overloaded.'],
  stalled: ['The server began to answer and then fell silent.', 'Check again; the network or the API server may be overloaded.'],
  'too-large': ['The answer is larger than Etcdeck reads.', 'Use the kubectl command to see it.'],
  gone: ['The Pod is no longer there (404).', 'Run it again to look for the Pod anew.'],
  'not-started': ['The API server could not start it.', 'Check the kubelet of the node.'],
  broken: ['The API server answers with an error of its own.', 'Check again; it may be starting, or overloaded.'],
  gateway: [
    'What answers is not an API server but something in front of it, which reaches none.',
    'It is a proxy or a load balancer. Start the API servers behind it, or ask whoever runs the cluster.',
  ],
  garbled: ['What answers is not an API server.', 'Check the server in the kubeconfig; a proxy may answer in its place.'],
  cancelled: ['Stopped before the answer came.', 'Check again.'],
  unknown: ['The connection failed for a reason Etcdeck does not know.', 'Try the kubectl command; it may say more.'],
};

/** @param said what the server itself said of it */
export const failureOf = (kind: ReadFailureKind, said = ''): ReadFailure => ({ kind, message: words[kind][0], hint: words[kind][1], said });

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

/** What an error of a connection means. Several addresses tried give one error that holds the others. */
export function classify(error: unknown): ReadFailureKind {
  if (error instanceof AggregateError) return classify(error.errors[0]);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^ERR_SSL_.*ALERT.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/.test(code)) return 'client-certificate';
  if (code.startsWith('HPE_')) return 'not-tls';
  return byCode[code] ?? 'unknown';
}
