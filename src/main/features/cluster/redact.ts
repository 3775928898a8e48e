/** Cuts secrets out of text that is to be shown: those of the kubeconfig by value, others by their looks. */

const looks: readonly RegExp[] = [
  /-----BEGIN [A-Z ]+-----[\s\S]*?(-----END [A-Z ]+-----|$)/g,
  // JSON Web Tokens, as service accounts have them.
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /\b(Bearer|Basic) +[\w.~+/=-]{8,}/gi,
  // Bootstrap tokens.
  /\b[a-z0-9]{6}\.[a-z0-9]{16}\b/g,
  /(?<=(?:token|secret|password|passwd|api-?key)["']?\s*[=:]\s*["']?)[^\s"',}]+/gi,
  // Keys and certificates in base64.
  /[A-Za-z0-9+/]{120,}={0,2}/g,
];

const hidden = '[hidden]';

/** More of what somebody else says than anybody reads. */
const longestQuote = 400;

/** Addresses of machines of the cluster: as a URL, or with a port or without. */
const addresses = /\bhttps?:\/\/[^\s"'<>]+|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\[[0-9a-f:]*:[0-9a-f:]*\](?::\d+)?/gi;

/** Words of a server, to be shown as its own: without secrets, without addresses, and no longer than a few lines. */
export const quoted = (text: string, secrets: readonly string[]): string =>
  redact(text.trim(), secrets).replace(addresses, '[address]').slice(0, longestQuote);

/**
 * @param text what is to be shown
 * @param secrets values to cut out wherever they are
 */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
  return looks.reduce((rest, look) => rest.replace(look, hidden), known);
}
