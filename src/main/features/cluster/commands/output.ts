/** What of an answer is shown: as kubectl would show it, without secrets, and no more than a person reads. */
import * as v from 'valibot';
import { stringify } from 'yaml';
import type { CommandOutput } from '../../../../shared/cluster-run.js';
import type { Answered } from '../checks/check.js';
import { redact } from '../redact.js';
import type { EtcdCommand } from './etcdctl.js';
import type { TypedRead } from './typed-read.js';

export type Shown = Pick<CommandOutput, 'columns' | 'rows' | 'text' | 'language' | 'more'>;

const maxRows = 100;
const maxLines = 300;
const maxChars = 24_000;
const maxCell = 300;

const cell = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')),
);
const metadata = v.nullish(v.object({ name: v.nullish(v.string(), ''), namespace: v.nullish(v.string(), '') }), {});
const table = v.object({
  kind: v.literal('Table'),
  columnDefinitions: v.array(v.object({ name: v.string(), priority: v.nullish(v.number(), 0) })),
  rows: v.nullish(v.array(v.object({ cells: v.array(cell), object: v.nullish(v.object({ metadata }), {}) })), []),
});
const list = v.object({ items: v.array(v.object({ metadata })) });
const groups = v.object({ groups: v.array(v.object({ versions: v.array(v.object({ groupVersion: v.string() })) })) });

/** @param secrets what the connection must not show; null when the answer is not what was asked for */
export function shownOf(read: TypedRead, { body }: Answered, secrets: readonly string[]): Shown | null {
  if (typeof body === 'string') return asText(body, '', secrets);
  if (read.kind === 'api-versions') {
    const found = v.safeParse(groups, body);
    if (!found.success) return null;
    const versions = found.output.groups.flatMap((group) => group.versions.map(({ groupVersion }) => groupVersion));
    return asText([...versions, 'v1'].sort().join('\n'), '', secrets);
  }
  if (read.kind === 'health') return asText(stringify(body), 'yaml', secrets);
  if (read.kind === 'objects' && (read.form === 'yaml' || read.form === 'json')) {
    const clean = withoutSecrets(body);
    return asText(read.form === 'json' ? JSON.stringify(clean, null, 2) : stringify(clean, { lineWidth: 0 }), read.form, secrets);
  }
  return asTable(read, body, secrets);
}

function asTable(read: TypedRead, body: unknown, secrets: readonly string[]): Shown | null {
  const form = read.kind === 'objects' ? read.form : 'table';
  const everywhere = read.kind === 'objects' && read.namespace === '';
  const found = v.safeParse(table, body);
  const rowsOf = (): { columns: string[]; rows: string[][] } | null => {
    if (found.success) {
      const { columnDefinitions, rows } = found.output;
      const kept = columnDefinitions.flatMap(({ name, priority }, index) =>
        form === 'wide' || ((priority ?? 0) === 0 && (form !== 'name' || index === 0)) ? [{ name, index }] : [],
      );
      const inAll = everywhere && (rows ?? []).some(({ object }) => object?.metadata?.namespace);
      return {
        columns: [...(inAll ? ['Namespace'] : []), ...kept.map(({ name }) => name)],
        rows: (rows ?? []).map(({ cells, object }) => [
          ...(inAll ? [object?.metadata?.namespace ?? ''] : []),
          ...kept.map(({ index }) => cells[index] ?? ''),
        ]),
      };
    }
    // A server that makes no tables sends the objects.
    const objects = v.safeParse(list, body);
    if (!objects.success) return null;
    const rows = objects.output.items.map(({ metadata }) => [...(everywhere ? [metadata?.namespace ?? ''] : []), metadata?.name ?? '']);
    return { columns: [...(everywhere ? ['Namespace'] : []), 'Name'], rows };
  };
  const whole = rowsOf();
  return whole && asRows(whole, secrets);
}

function asRows(whole: { columns: string[]; rows: string[][] }, secrets: readonly string[]): Shown {
  const clean = (text: string): string => redact(text, secrets).slice(0, maxCell);
  const shown = whole.rows.slice(0, maxRows);
  return {
    columns: whole.columns.map(clean),
    rows: shown.map((row) => row.map(clean)),
    text: '',
    language: '',
    more: whole.rows.length - shown.length,
  };
}

/** What etcdctl printed: a table that it drew, a list of keys, or else its text. */
export function shownOfEtcdctl({ kind }: EtcdCommand, printed: string, secrets: readonly string[]): Shown {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  if (kind === 'keys') return asRows({ columns: ['Key'], rows: lines.map((line) => [line]) }, secrets);
  const [columns, ...rows] = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((at) => at.trim()),
    );
  const isTable = columns !== undefined && rows.length > 0 && rows.every((row) => row.length === columns.length);
  return isTable ? asRows({ columns: columns.map(inWords), rows }, secrets) : asText(printed, '', secrets);
}

/** etcdctl shouts its headings. */
const inWords = (heading: string): string => (heading === 'ID' ? heading : heading.charAt(0) + heading.slice(1).toLowerCase());

function asText(text: string, language: Shown['language'], secrets: readonly string[]): Shown {
  // Cut after the secrets are out: half a secret looks like none.
  const lines = redact(text.trimEnd(), secrets).split('\n');
  const kept: string[] = [];
  let chars = 0;
  for (const line of lines.slice(0, maxLines)) {
    chars += line.length + 1;
    if (chars > maxChars) break;
    kept.push(line);
  }
  if (kept.length === 0 && lines.length > 0) kept.push((lines[0] ?? '').slice(0, maxChars));
  return { columns: [], rows: [], text: kept.join('\n'), language, more: lines.length - kept.length };
}

const secretName = /token|secret|password|passwd|credential|private|api[-_]?key/i;
const hidden = '[hidden]';

/**
 * An object without what nobody reads and what nobody may see: bookkeeping of its fields, copies of it in annotations, values of
 * environment variables, and everything a Secret holds.
 */
function withoutSecrets(value: unknown): unknown {
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
