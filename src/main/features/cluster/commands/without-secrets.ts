/** Takes out of an object what nobody may see, and what nobody reads. Pure. */

const secretName = /token|secret|password|passwd|credential|private|api[-_]?key/i;
const hidden = '[hidden]';

/**
 * An object without what nobody reads and what nobody may see: bookkeeping of its fields, copies of it in annotations, values of
 * environment variables, and everything a Secret holds.
 */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(
    ([name]) => name !== 'managedFields' && name !== 'kubectl.kubernetes.io/last-applied-configuration',
  );
  const isSecret = fields.some(([name, kind]) => name === 'kind' && typeof kind === 'string' && /^Secret(List)?$/.test(kind));
  return Object.fromEntries(
    fields.map(([name, inner]): [string, unknown] => {
      if (isSecret && /^(data|stringData|items)$/.test(name)) return [name, hidden];
      if (name === 'env' && Array.isArray(inner)) return [name, inner.map(withoutValue)];
      if (typeof inner === 'string' && secretName.test(name)) return [name, hidden];
      return [name, withoutSecrets(inner)];
    }),
  );
}

const withoutValue = (variable: unknown): unknown =>
  typeof variable === 'object' && variable !== null && 'value' in variable ? { ...variable, value: hidden } : withoutSecrets(variable);
