/** The certificate authorities that this computer trusts: for a kubeconfig that names none, as kubectl does. */
import { readFileSync, statSync } from 'node:fs';
import * as tls from 'node:tls';

/** Where systems keep them in one file; the first that is there counts. */
const files = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** A file of them is some hundred kilobytes. */
const maxBytes = 8 * 1024 * 1024;

/** PEM texts: those of the system, or of the file that SSL_CERT_FILE names, beside those that come with the app. */
export function systemAuthorities(env: NodeJS.ProcessEnv): string[] {
  const named = env['SSL_CERT_FILE'];
  const own = named ? textOf(named) : (ofSystem() ?? files.map(textOf).find((text) => text !== null));
  const extra = env['NODE_EXTRA_CA_CERTS'] ? textOf(env['NODE_EXTRA_CA_CERTS']) : null;
  return [...tls.rootCertificates, own, extra].flat().filter((text) => text !== null && text !== undefined);
}

/** Node 22.15 asks the system itself, which on Windows and macOS has no file; null where Node is older. */
function ofSystem(): string[] | null {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'system') => string[] };
  const found = getCACertificates?.('system') ?? [];
  return found.length > 0 ? found : null;
}

function textOf(file: string): string | null {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= maxBytes ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}
