/**
 * What a connection needs, made from a context: address, trust, and credentials. Lives in the main process only and is never stored,
 * logged or sent anywhere but to the cluster.
 */
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { ResolvedContext } from './kubeconfig.js';
import type { Entry } from './kubeconfig-file.js';

export interface Access {
  server: URL;
  proxy: URL | null;
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
 * Throws an AccessError.
 */
export function accessOf({ cluster, user }: ResolvedContext, credential: Credential | null): Access {
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
  const ca = part(cluster, cluster.value['certificate-authority-data'], cluster.value['certificate-authority'], 'certificate-authority');
  const certificate =
    credential?.certificate || part(user, value['client-certificate-data'], value['client-certificate'], 'client-certificate');
  const key = credential?.key || part(user, value['client-key-data'], value['client-key'], 'client-key');
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
  return {
    server,
    proxy: proxyOf(cluster),
    tls: {
      ...(ca && { ca }),
      ...(certificate && { cert: certificate }),
      ...(key && { key }),
      ...(servername && { servername }),
      rejectUnauthorized: !cluster.value['insecure-skip-tls-verify'],
      minVersion: 'TLSv1.2',
    },
    headers,
    certificate: certificate || null,
    secrets: [token, value.token, value.password, key, value['client-key-data'], ...basic(headers)].filter((secret) => secret.length > 3),
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

function proxyOf({ value, path, line }: ResolvedContext['cluster']): URL | null {
  const text = value['proxy-url'];
  if (!text) return null;
  const url = tryUrl(text);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new AccessError(path, line, 'Etcdeck cannot use the proxy-url of this cluster.', 'Only http and https proxies are known to it.');
}

function tryUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** A PEM text given as base64 or as a file; '' for none. */
function part(entry: Entry<unknown>, data: string, file: string, name: string): string {
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
