import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, valuesAt } from '../../../src/main/features/cluster/commands/jsonpath/evaluate.js';
import { parsePath, parseTemplate } from '../../../src/main/features/cluster/commands/jsonpath/parse.js';

const list = {
  kind: 'List',
  items: [
    {
      metadata: { name: 'a', labels: { 'app.kubernetes.io/name': 'web', tier: 'front' } },
      spec: {
        nodeName: 'n1',
        containers: [
          { name: 'c', image: 'nginx:1' },
          { name: 'd', image: 'redis:7' },
        ],
      },
      status: {
        conditions: [
          { type: 'Ready', status: 'True' },
          { type: 'Initialized', status: 'True' },
        ],
        capacity: { cpu: '4' },
        restarts: 3,
      },
    },
    { metadata: { name: 'b' }, spec: { containers: [] }, status: { conditions: [{ type: 'Ready', status: 'False' }], restarts: 0 } },
  ],
};

const filled = (template: string, value: unknown = list): string | null => {
  const parts = parseTemplate(template);
  return parts && fill(parts, value);
};

describe('a template is filled as kubectl fills it', () => {
  it.each([
    ['{.items[*].metadata.name}', 'a b'],
    ['{$.items[*].metadata.name}', 'a b'],
    ['{.items[0].metadata.name}', 'a'],
    ['{.items[-1].metadata.name}', 'b'],
    ['{.items[0:1].metadata.name}', 'a'],
    ['{.items[1:].metadata.name}', 'b'],
    ['{.items[0,1].metadata.name}', 'a b'],
    ['{.items[*].spec.containers[*].image}', 'nginx:1 redis:7'],
    ['{range .items[*]}{.metadata.name}{"\\t"}{.spec.nodeName}{"\\n"}{end}', 'a\tn1\nb\t\n'],
    ["{range .items[*]}{@.metadata.name}: {range .spec.containers[*]}{.name} {end}{'\\n'}{end}", 'a: c d \nb: \n'],
    ['{.items[?(@.status.restarts>0)].metadata.name}', 'a'],
    ['{.items[*].status.conditions[?(@.type=="Ready")].status}', 'True False'],
    ["{.items[?(@.metadata.name != 'a')].metadata.name}", 'b'],
    ['{.items[?(@.spec.nodeName)].metadata.name}', 'a'],
    ['{.items[0].metadata.labels.app\\.kubernetes\\.io/name}', 'web'],
    ["{.items[0].metadata.labels['tier','app.kubernetes.io/name']}", 'front web'],
    ['{..image}', 'nginx:1 redis:7'],
    ['{.items[0].status.capacity}', '{"cpu":"4"}'],
    ['{.items[0].status.restarts}', '3'],
    ['Name: {.items[0].metadata.name}', 'Name: a'],
    ['{.missing.field}', ''],
    ['{.items[7].metadata.name}', ''],
    ['{.items[0].metadata.name}{" "}{.kind}', 'a List'],
    ['no braces', 'no braces'],
  ])('%s', (template, text) => {
    expect(filled(template)).toBe(text);
  });
});

it.each([
  '{',
  '{.items[}',
  '{range .items[*]}{.x}',
  '{end}',
  '{.items[?(@.x==)]}',
  '{.x[0:1:0]}',
  `{${'.a'.repeat(900)}}`,
  '{$(x)}',
  '{.a | .b}',
])('%s is no template', (template) => {
  expect(filled(template)).toBeNull();
});

it('a path alone may leave out its braces and its first dot', () => {
  for (const text of ['{.items[0].metadata.name}', '.items[0].metadata.name', 'items[0].metadata.name']) {
    const path = parsePath(text);
    expect(path && valuesAt(path, list)).toEqual(['a']);
  }
  for (const text of ['', '{}', 'a b', '.x[']) expect(parsePath(text)).toBeNull();
});

it('nothing of the language the app is written in is reached', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'length']) expect(filled(`{.items.${name}}{.${name}}`)).toBe('');
});

it('any text is a template or none, and a deep search of a large object has an end', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void filled(text)));
  fc.assert(fc.property(fc.stringMatching(/^\{[.[\]*?@()a-z0-9:,'"=<>!\\ ]{0,40}\}$/), (text) => void filled(text)));
  const large = { a: Array.from({ length: 3_000 }, () => ({ b: { c: [1, 2, 3] } })) };
  expect((filled('{..}{..}{....}', large) ?? '').length).toBeLessThanOrEqual(200_000);
});
