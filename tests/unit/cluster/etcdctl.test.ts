import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pod } from '../../../src/main/features/cluster/checks/objects.js';
import { argvOf, etcdPodOf, execPath, execRole } from '../../../src/main/features/cluster/commands/etcdctl.js';

const podWith = (command: string[], name = 'etcd-cp'): Pod => ({
  metadata: { name, labels: {} },
  spec: { nodeName: 'cp', containers: [{ name: 'etcd', image: '', command, args: [] }] },
  status: { phase: 'Running', conditions: [], containerStatuses: [] },
});
const files = ['--cert-file=/p/s.crt', '--key-file=/p/s.key', '--trusted-ca-file=/p/ca.crt'];

it('etcd is asked at its own loopback address, with the certificates of its Pod', () => {
  const listens = '--listen-client-urls=https://172.18.0.2:2379,https://127.0.0.1:12379';
  expect(etcdPodOf(podWith(['etcd', ...files, listens]))).toEqual({
    ...{ name: 'etcd-cp', node: 'cp', endpoint: 'https://127.0.0.1:12379', ca: '/p/ca.crt', certificate: '/p/s.crt', key: '/p/s.key' },
  });
  expect(etcdPodOf(podWith(['etcd', ...files, '--listen-client-urls=https://evil.example:1']))?.endpoint).toBe('https://127.0.0.1:2379');
});

it.each([
  ['no certificates', podWith(['etcd'])],
  ['a path that is none', podWith(['etcd', ...files.slice(1), '--cert-file=--endpoints=x'])],
  ['a path that climbs', podWith(['etcd', ...files.slice(1), '--cert-file=/p/../s.crt'])],
  ['a name that leads elsewhere', podWith(['etcd', ...files], '../../secrets/x?')],
  ['no container of etcd', { ...podWith(['etcd', ...files]), spec: { nodeName: 'cp', containers: [] } }],
])('a Pod with %s is not run in', (_what, pod) => {
  expect(etcdPodOf(pod)).toBeNull();
});

it('whatever a Pod says, the path is that of an exec of etcdctl, with nothing that could be taken for more', () => {
  const text = fc.oneof(
    { arbitrary: fc.constantFrom('/p/a', '/p/b.crt'), weight: 6 },
    fc.constantFrom('/../a', '/a b', '/a&command=sh', '/a\n', '/p/-x'),
    fc.string({ unit: 'binary', maxLength: 20 }).map((any) => `/${any}`),
    fc.stringMatching(/^[/\w. &=%-]{0,12}$/),
  );
  const names = fc.oneof(
    { arbitrary: fc.constantFrom('etcd-1', 'etcd.a'), weight: 4 },
    fc.constantFrom('..', 'a/../b'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  let ran = 0;
  fc.assert(
    fc.property(fc.array(text, { minLength: 4, maxLength: 4 }), names, ([ca, certificate, key, url], name) => {
      const command = [`--trusted-ca-file=${ca}`, `--cert-file=${certificate}`, `--key-file=${key}`, `--listen-client-urls=${url}`];
      const pod = etcdPodOf(podWith(command, name));
      if (!pod) return;
      ran += 1;
      const path = execPath(pod, argvOf({ kind: 'member-list' }, pod));
      const url2 = new URL(path, 'https://host');
      expect(url2.host + url2.pathname + url2.search).toBe(`host${path}`);
      expect(url2.pathname).toMatch(/^\/api\/v1\/namespaces\/kube-system\/pods\/[a-z0-9][a-z0-9.-]*\/exec$/);
      const argv = url2.searchParams.getAll('command');
      expect(argv.map((word) => word.replace(/=.*/s, ''))).toEqual([
        'etcdctl',
        '--endpoints',
        '--cacert',
        '--cert',
        '--key',
        'member',
        'list',
        '-w',
        'table',
      ]);
      expect(argv.slice(2, 5).every((word) => /^--\w+=\/[\w./-]+$/.test(word))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  expect(ran, 'some must be fit, or this shows nothing').toBeGreaterThan(100);
});

it('the role to ask for is for one Pod, and says what it opens', () => {
  const pod = etcdPodOf(podWith(['etcd', ...files]));
  expect(pod && execRole(pod)).toContain('resourceNames: [etcd-cp]');
});
