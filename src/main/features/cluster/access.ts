/**
 * What a connection needs, made from a context: address, trust, and credentials. Lives in the main process only and is never stored,
 * logged or sent anywhere but to the cluster.
 */
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type ConnectionOptions, createSecureContext, type SecureContext } from 'node:tls';
import type { Circumstances } from './failure.js';
import type { ResolvedContext } from './kubeconfig.js';
import type { Entry } from './kubeconfig-file.js';
import { proxyIn } from './proxy.js';
import { systemAuthorities } from './trust.js';

export interface Access {
  server: URL;
  proxy: URL | null;
  /** Whether the kubeconfig names a CA; without one, those of this computer are trusted. */
  hasCa: boolean;
  /** For `https.Agent`; the server is verified against the CA of the kubeconfig unless that says otherwise. */
  tls: ConnectionOptions;
  headers: Record<string, string | string[]>;
  /** The client certificate as PEM; null when there is none. */
  certificate: string | null;
  /** Every secret in here, to be cut out of anything shown. */
  secrets: readonly string[];
}

/** Why a context gives no access; the message names no value of the file. */
export class AccessError extends Error {
  constructor(
    readonly path: string,
    readonly line: number,
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'AccessError';
  }
}

/** What an exec plugin answered. */
export interface Credential {
  token: string;
  certificate: string;
  key: string;
}

/** A file with a certificate, key or token is a few kilobytes. */
const maxBytes = 256 * 1024;

/**
 * @param credential what the exec plugin of the user answered; null when the user has none
 * @param env what may name a proxy, and authorities to trust
 * Throws an AccessError.
 */
export function accessOf({ cluster, user }: ResolvedContext, credential: Credential | null, env: NodeJS.ProcessEnv = {}): Access {
  const server = serverOf(cluster);
  const { value } = user;
  if (value['auth-provider'] && !credential) {
    throw new AccessError(
      user.path,
      user.line,
      'This user signs in with an auth-provider, which kubectl no longer knows.',
      'Use an exec plugin: sign in again with a current tool of your provider.',
    );
  }
  const ca = pemOf(cluster, cluster.value['certificate-authority-data'], cluster.value['certificate-authority'], 'certificate-authority');
  const isChecked = !cluster.value['insecure-skip-tls-verify'];
  if (ca && !isChecked) {
    const message = 'This cluster has a CA, and says not to check the server against it.';
    throw new AccessError(cluster.path, cluster.line, message, 'Take out insecure-skip-tls-verify, or the CA. kubectl too refuses both.');
  }
  const certificate =
    credential?.certificate || pemOf(user, value['client-certificate-data'], value['client-certificate'], 'client-certificate');
  const key = credential?.key || pemOf(user, value['client-key-data'], value['client-key'], 'client-key');
  const token = credential?.token || (value.tokenFile ? fileText(user, value.tokenFile, 'tokenFile').trim() : '') || value.token;
  const headers: Access['headers'] = {};
  if (token) headers['Authorization'] = `Bearer ${token}`;
  else if (value.username) headers['Authorization'] = `Basic ${Buffer.from(`${value.username}:${value.password}`).toString('base64')}`;
  if (value.as) headers['Impersonate-User'] = value.as;
  if (value['as-uid']) headers['Impersonate-Uid'] = value['as-uid'];
  if (value['as-groups'].length > 0) headers['Impersonate-Group'] = value['as-groups'];
  if (
    Object.values(headers)
      .flat()
      .some((header) => /[^\t\x20-\x7e]/.test(header))
  ) {
    throw new AccessError(
      user.path,
      user.line,
      'The credentials of this user hold characters that cannot be sent.',
      'Write the token on one line, in plain letters.',
    );
  }

  const servername = cluster.value['tls-server-name'] || (isIP(bare(server)) ? '' : bare(server));
  const proxy = proxyOf(cluster, server, env);
  return {
    server,
    proxy,
    hasCa: ca !== '',
    tls: {
      ...(ca && { ca }),
      ...(certificate && { cert: certificate }),
      ...(key && { key }),
      ...(servername && { servername }),
      // Made once: there are more than a hundred authorities, and every connection would read them all.
      ...(!ca && isChecked && server.protocol === 'https:' && { secureContext: trusting(systemAuthorities(env), certificate, key, user) }),
      rejectUnauthorized: isChecked,
      minVersion: 'TLSv1.2',
    },
    headers,
    certificate: certificate || null,
    secrets: [token, value.token, value.password, key, value['client-key-data'], ...basic(headers), ...passwordsOf(proxy)].filter(
      (secret) => secret.length > 3,
    ),
  };
}

const basic = (headers: Access['headers']): string[] => [headers['Authorization'] ?? ''].flat().map((value) => value.replace(/^\w+ /, ''));

/** The host without the brackets of an IPv6 address. */
const bare = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

function serverOf({ value, path, line }: ResolvedContext['cluster']): URL {
  const url = tryUrl(value.server);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new AccessError(path, line, 'The server of this cluster is not an https address.', 'Write it as https://host:port.');
  }
  if (url.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) {
    throw new AccessError(path, line, 'The server of this cluster is asked without encryption.', 'Write it as https://host:port.');
  }
  return url;
}

/** What to make of the errors of a connection. */
export const circumstancesOf = ({ hasCa, proxy }: Access): Circumstances => ({ hasCa, hasProxy: proxy !== null });

/** The proxy-url of the kubeconfig, else the proxy of the environment. */
function proxyOf({ value, path, line }: ResolvedContext['cluster'], server: URL, env: NodeJS.ProcessEnv): URL | null {
  const own = value['proxy-url'];
  const text = own || proxyIn(env, server);
  if (!text) return null;
  const url = tryUrl(text);
  if (url?.hostname && /^(https?|socks5h?):$/.test(url.protocol)) return url;
  const message = own ? 'Etcdeck cannot use the proxy-url of this cluster.' : 'Etcdeck cannot use the proxy that the environment names.';
  throw new AccessError(path, line, message, 'Only http, https and socks5 proxies are known to it.');
}

const passwordsOf = (proxy: URL | null): string[] => (proxy?.password ? [proxy.password, decoded(proxy.password)] : []);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function trusting(authorities: string[], cert: string, key: string, { path, line }: Entry<unknown>): SecureContext {
  try {
    return createSecureContext({ ca: authorities, ...(cert && { cert }), ...(key && { key }), minVersion: 'TLSv1.2' });
  } catch {
    throw new AccessError(path, line, 'The certificate and the key of this user do not fit together.', 'Get the kubeconfig again.');
  }
}

function tryUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** A PEM text given as base64 or as a file; '' for none. Throws an AccessError. */
export function pemOf(entry: Entry<unknown>, data: string, file: string, name: string): string {
  const pem = data ? Buffer.from(data, 'base64').toString('utf8') : file ? fileText(entry, file, name) : '';
  if (pem === '' || pem.includes('-----BEGIN ')) return pem;
  throw new AccessError(
    entry.path,
    entry.line,
    `${data ? `${name}-data` : `The file of ${name}`} holds no PEM text.`,
    'Get the kubeconfig again.',
  );
}

function fileText({ path, folder, line }: Entry<unknown>, file: string, name: string): string {
  const where = resolve(folder, file);
  try {
    const stat = statSync(where);
    if (stat.isFile() && stat.size <= maxBytes) return readFileSync(where, 'utf8');
  } catch {
    // Said below.
  }
  throw new AccessError(path, line, `The file that ${name} names cannot be read.`, 'Check that it is there and that you may read it.');
}
