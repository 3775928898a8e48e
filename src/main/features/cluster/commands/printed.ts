/** Objects as the server prints them for kubectl: a table with headings, or, where a server makes none, the names alone. Pure. */
import * as v from 'valibot';
import { compared, valuesAt } from './jsonpath/evaluate.js';
import { parsePath } from './jsonpath/parse.js';
import { resources, singularOf } from './resources.js';
import type { Rows } from './shown.js';
import type { TypedRead } from './typed-read.js';

type Objects = Extract<TypedRead, { kind: 'objects' }>;

const cell = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')),
);
const metadata = v.nullish(
  v.object({
    name: v.nullish(v.string(), ''),
    namespace: v.nullish(v.string(), ''),
    labels: v.nullish(v.record(v.string(), v.string()), {}),
  }),
  {},
);
const rest = v.nullish(v.object({ remainingItemCount: v.nullish(v.number(), 0), continue: v.nullish(v.string(), '') }), {});
const table = v.object({
  kind: v.literal('Table'),
  columnDefinitions: v.array(v.object({ name: v.string(), priority: v.nullish(v.number(), 0) })),
  rows: v.nullish(v.array(v.object({ cells: v.array(cell), object: v.nullish(v.looseObject({ metadata }), {}) })), []),
});
const list = v.object({ items: v.array(v.looseObject({ metadata })) });

/** How many more objects there are than an answer holds: null when the server does not say, which it does not with a selector. */
export function unreadIn(body: unknown): number | null {
  const read = v.safeParse(v.object({ metadata: rest }), body);
  const { remainingItemCount, continue: next } = (read.success && read.output.metadata) || {};
  return remainingItemCount ? remainingItemCount : next ? null : 0;
}

interface Row {
  cells: string[];
  object: { metadata?: v.InferOutput<typeof metadata> };
}

/** @returns null when the answer is neither a table nor a list */
export function rowsOf(read: Objects | null, body: unknown): Rows | null {
  const found = v.safeParse(table, body);
  const objects = found.success ? null : v.safeParse(list, body);
  if (!found.success && !objects?.success) return null;
  const definitions = found.success ? found.output.columnDefinitions : [{ name: 'Name', priority: 0 }];
  const all: Row[] = found.success
    ? (found.output.rows ?? []).map(({ cells, object }) => ({ cells, object: object ?? {} }))
    : (objects?.success ? objects.output.items : []).map((object) => ({ cells: [object.metadata?.name ?? ''], object }));
  const sorted = read?.sortBy ? inOrder(all, read.sortBy) : all;
  const kept = definitions.flatMap(({ name, priority }, index) =>
    read?.form === 'wide' || (priority ?? 0) === 0 ? [{ name, index }] : [],
  );
  const inAll = read?.namespace === '' && sorted.some(({ object }) => object.metadata?.namespace);
  return {
    columns: [...(inAll ? ['Namespace'] : []), ...kept.map(({ name }) => name), ...(read?.showsLabels ? ['Labels'] : [])],
    rows: sorted.map(({ cells, object }) => [
      ...(inAll ? [object.metadata?.namespace ?? ''] : []),
      ...kept.map(({ index }) => cells[index] ?? ''),
      ...(read?.showsLabels ? [labelsOf(object)] : []),
    ]),
    unread: unreadIn(body),
  };
}

/** `pod/web`, `deployment.apps/web`: what `-o name` prints. */
export function namesOf({ resource }: Objects, body: unknown): string[] | null {
  const rows = rowsOf(null, body);
  const at = rows?.columns.indexOf('Name') ?? -1;
  const { group } = resources[resource];
  const kind = `${singularOf(resource)}${group === '' ? '' : `.${group}`}`;
  return rows && at >= 0 ? rows.rows.map((row) => `${kind}/${row[at] ?? ''}`) : null;
}

const labelsOf = ({ metadata }: Row['object']): string =>
  Object.entries(metadata?.labels ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(',') || '<none>';

/** Sorted by what a path leads to in each object; what has nothing there comes first, as with kubectl. */
function inOrder(rows: readonly Row[], sortBy: string): Row[] {
  const path = parsePath(sortBy);
  if (!path) return [...rows];
  const keyed = rows.map((row) => ({ row, key: valuesAt(path, row.object)[0] }));
  const order = (one: unknown, two: unknown): number =>
    compared(one, two) ?? Number(one !== undefined && one !== null) - Number(two !== undefined && two !== null);
  return keyed.sort((one, two) => order(one.key, two.key)).map(({ row }) => row);
}
