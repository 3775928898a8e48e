/** Manifests in the notes that ship can be read, and say things that Kubernetes has. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { shippedCode } from './notes.js';

interface KindTable {
  kinds: Record<string, string>;
}

const tableOf = (name: string): KindTable =>
  JSON.parse(readFileSync(new URL(`tables/${name}.json`, import.meta.url), 'utf8')) as KindTable;
const kinds = new Map(
  ['kinds', 'file-kinds'].flatMap((name) =>
    Object.entries(tableOf(name).kinds).map(([apiVersion, names]) => [apiVersion, new Set(names.split(' '))] as const),
  ),
);

/** What is wrong with a YAML text, in words; nothing for a manifest of a kind there is. */
function faultsOf(text: string): string[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors.length > 0) return document.errors.map(({ message }) => message);
    const { apiVersion, kind } = (document.toJS() ?? {}) as { apiVersion?: unknown; kind?: unknown };
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return ['names no apiVersion and kind'];
    return kinds.get(apiVersion)?.has(kind) ? [] : [`there is no ${kind} in ${apiVersion}`];
  });
}

const manifests = shippedCode.filter(({ language }) => language === 'yaml' || language === 'yml');

describe('the manifests in the notes that ship', () => {
  it('parse, and name an apiVersion and kind that Kubernetes or its tools have', () => {
    expect(manifests.length).toBeGreaterThan(30);
    expect(manifests.flatMap(({ place, text }) => faultsOf(text).map((fault) => `${place} ${fault}`))).toEqual([]);
  });

  it.each([
    ['apiVersion: v1\nkind: Pod\n\tname: web', /tabs/i],
    ['kind: Pod', /names no apiVersion/],
    ['apiVersion: extensions/v1beta1\nkind: Ingress', /no Ingress in extensions\/v1beta1/],
    ['apiVersion: v1\nkind: Deployment', /no Deployment in v1/],
    ['apiVersion: v1\nkind: Pod\n---\napiVersion: batch/v1beta1\nkind: CronJob', /no CronJob/],
  ])('would be found out: %j', (text, fault) => {
    expect(faultsOf(text).join('\n')).toMatch(fault);
  });
});
