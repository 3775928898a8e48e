/** Inputs for the methods of the contract, by chance: some fit the schema, some nearly, and some are anything at all. */
import type * as v from 'valibot';

type Random = () => number;
/** What the schemas of valibot look like that the contract is built of. */
interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  item?: Schema;
  wrapped?: Schema;
  options?: readonly unknown[];
  literal?: unknown;
  key?: Schema | string;
  value?: Schema;
  items?: readonly Schema[];
}

const texts = [
  ...['', ' ', 'a', 'card-1', 'CKA', 'etcd.md', '2026-11-30', '../../etc/passwd', '/nonexistent/note.md', 'x'.repeat(10_000)],
  ...['__proto__', 'constructor', "'; DROP TABLE cards; --", '%', '\u0000', '\ud800', '\u202e', 'is:flagged', '"', '{', '[]'],
];
const numbers = [0, 1, -1, 0.5, 7, 100, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, NaN, Infinity, -0];

const pick = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

/** Anything that can be sent between processes. */
export function anything(random: Random, depth = 3): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 8 : 6));
  if (kind === 0) return null;
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return pick(numbers, random);
  if (kind < 6) return pick(texts, random);
  const inner = Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth - 1));
  return kind === 6 ? inner : Object.fromEntries(inner.map((value) => [pick(texts, random), value]));
}

/** An input that mostly fits a schema. */
export function inputFor(schema: v.GenericSchema, random: Random): unknown {
  return fitting(schema as unknown as Schema, random);
}

function fitting(schema: Schema, random: Random): unknown {
  if (random() < 0.04) return anything(random);
  switch (schema.type) {
    case 'strict_object':
    case 'object': {
      const entries = Object.entries(schema.entries ?? {}).filter(([, { type }]) => type !== 'optional' || random() < 0.6);
      return Object.fromEntries(entries.map(([name, inner]) => [name, fitting(inner, random)]));
    }
    case 'array':
      return Array.from({ length: Math.floor(random() * 3) }, () => fitting(schema.item as Schema, random));
    case 'tuple':
    case 'strict_tuple':
      return (schema.items ?? []).map((item) => fitting(item, random));
    case 'record':
      return { [pick(texts, random)]: fitting(schema.value as Schema, random) };
    case 'nullable':
      return random() < 0.3 ? null : fitting(schema.wrapped as Schema, random);
    case 'optional':
      return fitting(schema.wrapped as Schema, random);
    case 'picklist':
      return pick(schema.options ?? [], random);
    case 'variant':
    case 'union':
      return fitting(pick(schema.options ?? [], random) as Schema, random);
    case 'literal':
      return schema.literal;
    case 'boolean':
      return random() < 0.5;
    case 'number':
      return pick(numbers, random);
    case 'string':
      return pick(texts, random);
    default:
      return anything(random);
  }
}
