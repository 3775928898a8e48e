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

/**
 * @param text what is to be shown
 * @param secrets values to cut out wherever they are
 */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
  return looks.reduce((rest, look) => rest.replace(look, hidden), known);
}
