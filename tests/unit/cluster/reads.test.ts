import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { kubectlFor, type ReadName, reads, rightInWords, roleFor } from '../../../src/main/features/cluster/reads.js';

const names = Object.keys(reads) as ReadName[];

it('every read is a GET of a fixed path that shows no Secret and reaches no kubelet', () => {
  for (const name of names) {
    expect(reads[name].path).toMatch(/^\/(version|livez|readyz|api|apis)/);
    expect(reads[name].path).not.toMatch(/secrets|proxy\/|exec|token|log$/);
  }
});

it('the command to copy survives a shell, whatever the context is called', () => {
  expect(kubectlFor('readyz', 'kind-a')).toBe("kubectl --context kind-a get --raw '/readyz?verbose'");
  expect(kubectlFor('nodes', "it's $(touch x)")).toBe("kubectl --context 'it'\\''s $(touch x)' get nodes -o wide");
});

it('the role to ask for gives the missing right and nothing that writes', () => {
  for (const name of names) {
    const { right } = reads[name];
    const role = parse(roleFor(right)) as {
      kind: string;
      metadata: { namespace?: string };
      rules: { verbs: string[]; resources?: string[]; resourceNames?: string[] }[];
    };
    expect(role.kind).toBe(right.namespace === null ? 'ClusterRole' : 'Role');
    expect(role.metadata.namespace ?? null).toBe(right.namespace);
    expect(role.rules.flatMap(({ verbs }) => verbs).every((verb) => verb === 'get' || verb === 'list')).toBe(true);
    expect(role.rules.flatMap(({ resourceNames }) => resourceNames ?? [])).toEqual('name' in right ? [right.name] : []);
    if (right.group !== null) expect(role.rules[0]?.verbs).toEqual([right.verb]);
    if (right.group !== null) expect(role.rules[0]?.resources).toEqual([right.resource]);
  }
});

it('a right is told in words', () => {
  expect(rightInWords(reads.schedulerLease.right)).toBe('get leases in kube-system');
  expect(rightInWords(reads.nodes.right)).toBe('list nodes in the whole cluster');
  expect(rightInWords(reads.readyz.right)).toBe('get /readyz');
});
