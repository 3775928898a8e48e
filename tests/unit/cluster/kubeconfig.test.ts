import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { configPaths, loadKubeconfig, watchKubeconfig } from '../../../src/main/features/cluster/kubeconfig.js';
import { parseConfig } from '../../../src/main/features/cluster/kubeconfig-file.js';
import { freshFolder } from '../folder.js';

function written(files: Record<string, string>): string[] {
  const folder = freshFolder();
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

const full = (name: string, server = `https://${name}.example:6443`): string => `apiVersion: v1
kind: Config
current-context: ${name}
contexts:
- name: ${name}
  context: {cluster: ${name}, user: ${name}, namespace: default}
clusters:
- name: ${name}
  cluster: {server: '${server}', extensions: [{name: x, extension: {a: 1}}]}
users:
- name: ${name}
  user: {token: abcdef}
`;

describe('the kubeconfig is found as kubectl finds it', () => {
  const home = join('/home', 'learner');

  it('in .kube/config of the home folder when nothing else is said', () => {
    expect(configPaths({}, home, null)).toEqual([join(home, '.kube', 'config')]);
    expect(configPaths({ KUBECONFIG: '' }, home, null)).toEqual([join(home, '.kube', 'config')]);
  });

  it('in every file of the list in KUBECONFIG, once each, in order, empty parts passed over', () => {
    const list = ['/b', '', '/a', '/b'].join(delimiter);
    expect(configPaths({ KUBECONFIG: list }, home, null)).toEqual(['/b', '/a']);
  });

  it('in the file a person chose, before anything else', () => {
    expect(configPaths({ KUBECONFIG: '/a' }, home, '/chosen')).toEqual(['/chosen']);
  });
});

describe('several files are laid over each other', () => {
  it('the first to name a thing wins, files that are not there are passed over, and parts may come from different files', () => {
    const [one = '', two = ''] = written({
      one: full('a').replace('current-context: a\n', ''),
      two: `${full('b')}- name: a\n  user: {token: other}\n`,
    });
    const config = loadKubeconfig(['/nowhere/config', one, two]);
    expect(config.contexts).toEqual([
      { name: 'a', cluster: 'a', user: 'a', problem: null },
      { name: 'b', cluster: 'b', user: 'b', problem: null },
    ]);
    expect(config.currentContext).toBe('b');
    expect(config.resolve('a')?.user.value.token).toBe('abcdef');
    expect(config.problems).toEqual([]);
  });

  it('a context whose cluster or user is nowhere says so and cannot be used', () => {
    const [path = ''] = written({ config: 'contexts: [{name: x, context: {cluster: gone, user: u}}]' });
    const config = loadKubeconfig([path]);
    expect(config.contexts).toEqual([{ name: 'x', cluster: 'gone', user: 'u', problem: 'The kubeconfig has no cluster named gone.' }]);
    expect(config.resolve('x')).toBeNull();
  });

  it('nothing at all is no error', () => {
    const config = loadKubeconfig([join(freshFolder(), 'config')]);
    expect(config).toMatchObject({ found: false, contexts: [], problems: [], currentContext: null });
  });

  it('an empty configuration, as kubectl writes one, has no problems', () => {
    const [path = ''] = written({
      config: 'apiVersion: v1\nclusters: null\ncontexts: null\ncurrent-context: ""\nkind: Config\nusers: null\n',
    });
    expect(loadKubeconfig([path])).toMatchObject({ found: true, contexts: [], problems: [] });
  });
});

it('two hundred contexts of a cloud are read, each with its certificate and its program to sign in', () => {
  const names = Array.from({ length: 200 }, (_, index) => `arn:aws:eks:eu-west-1:123456789012:cluster/study-${index}`);
  const of = (part: (name: string) => string): string => names.map(part).join('');
  const args = ['--region', 'eu-west-1', 'eks', 'get-token', '--cluster-name', 'study', '--output', 'json'];
  const exec = `      apiVersion: client.authentication.k8s.io/v1beta1\n      args:\n${args.map((arg) => `      - ${arg}\n`).join('')}      command: aws\n`;
  const text = [
    'apiVersion: v1\nkind: Config\nclusters:\n',
    of((name) => `- cluster:\n    certificate-authority-data: ${'QUJD'.repeat(400)}\n    server: https://x.example\n  name: ${name}\n`),
    'contexts:\n',
    of((name) => `- context:\n    cluster: ${name}\n    user: ${name}\n  name: ${name}\n`),
    'users:\n',
    of((name) => `- name: ${name}\n  user:\n    exec:\n${exec}      env:\n      - name: AWS_PROFILE\n        value: study\n`),
  ].join('');
  const { contexts, problems } = loadKubeconfig(written({ config: text }));
  expect(problems).toEqual([]);
  expect(contexts.filter(({ problem }) => problem === null)).toHaveLength(200);
});

it('a file of nothing but keys is read in no time worth waiting for', () => {
  const keys = Array.from({ length: 19_000 }, (_, index) => `k${index}: 1`);
  expect(parseConfig('/x', keys.join('\n')).problems).toEqual([]);
  expect(parseConfig('/x', `{${keys.slice(0, 15_000).join(',')}}`).problems).toEqual([]);
});

describe('a hostile kubeconfig', () => {
  it('with a wrong type names the line and loses only that entry', () => {
    const config = parseConfig('/x/config', full('a').replace("'https://a.example:6443'", '[1, 2]'));
    expect(config.clusters).toEqual([]);
    expect(config.users).toHaveLength(1);
    expect(config.problems).toEqual([
      {
        path: '/x/config',
        line: 9,
        message: 'clusters[0].cluster.server should be text.',
        leavesOut: 'clusters',
        hint: expect.stringContaining('kubectl config'),
      },
    ]);
  });

  it('never has its values quoted in a problem', () => {
    const config = parseConfig(
      '/x/config',
      'users:\n- name: a\n  user:\n    token: {canary: secret-canary}\n    exec: {command: 7}\nclusters: secret-canary\n',
    );
    expect(JSON.stringify(config.problems)).not.toContain('secret-canary');
    expect(config.problems).not.toEqual([]);
  });

  it.each([
    ['that is no YAML', 'a: [1, 2\nb: }{', 'not valid YAML'],
    ['that is a list', '- 1\n- 2\n', 'should be'],
    ['that is another kind of thing', 'kind: Pod\napiVersion: v1\n', 'kind should be'],
    ['with endless nesting', '['.repeat(5_000), ''],
    ['with far too many entries', '- a\n'.repeat(100_000), 'far more entries'],
    ['with an alias bomb', bomb(), 'repeats'],
  ])('%s is a problem, and nothing of it is used', (_, text, message) => {
    const { problems, contexts } = parseConfig('/x/config', text);
    expect(contexts).toEqual([]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });

  it('that is huge is not read', () => {
    const [path = ''] = written({ config: `# ${'x'.repeat(1024 * 1024)}` });
    expect(loadKubeconfig([path]).problems[0]?.message).toBe('The file is larger than 1 MB.');
  });

  it('that is a folder is a problem', () => {
    const folder = join(freshFolder(), 'config');
    mkdirSync(folder);
    expect(loadKubeconfig([folder]).problems[0]?.message).toMatch(/not a file|cannot be read/);
  });

  it('cannot reach what every object has', () => {
    const [path = ''] = written({ config: 'contexts: [{name: __proto__, context: {cluster: constructor, user: ""}}]\n__proto__: {a: 1}' });
    const config = loadKubeconfig([path]);
    expect(config.resolve('__proto__')).toBeNull();
    expect(config.resolve('toString')).toBeNull();
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.json(),
          fc.json().map((json) => `users: ${json}\nclusters: ${json}`),
        ),
        (text) => {
          expect(() => parseConfig('/x', text)).not.toThrow();
        },
      ),
    );
  });
});

describe('a watched kubeconfig', () => {
  /** Watches a file, and counts. */
  function watched(path: string) {
    let told = 0;
    const stop = watchKubeconfig([path], () => (told += 1), 5);
    onTestFinished(stop);
    return { told: () => told, stop };
  }

  /** Waits until a watch that began later has told of a change that came later: an earlier one would have told too. */
  async function laterChangeIsTold(): Promise<void> {
    const [path = ''] = written({ later: full('a') });
    const later = watched(path);
    writeFileSync(path, full('longer'));
    await expect.poll(later.told).toBeGreaterThan(0);
  }

  it.each([
    ['appears', null, (path: string) => writeFileSync(path, full('a'))],
    ['changes', full('a'), (path: string) => writeFileSync(path, `${full('a')}# longer\n`)],
    ['goes', full('a'), (path: string) => rmSync(path)],
  ])('tells when it %s', async (_, text, change) => {
    const path = join(freshFolder(), 'config');
    if (text !== null) writeFileSync(path, text);
    const { told } = watched(path);
    await laterChangeIsTold();
    expect(told()).toBe(0);
    change(path);
    await expect.poll(told).toBeGreaterThan(0);
  });

  it('tells of a change that comes right after the watch began', async () => {
    const [path = ''] = written({ config: full('a') });
    const { told } = watched(path);
    writeFileSync(path, full('longer'));
    await expect.poll(told).toBeGreaterThan(0);
  });

  it('is left alone when that is asked for', async () => {
    const [path = ''] = written({ config: full('a') });
    const { told, stop } = watched(path);
    stop();
    writeFileSync(path, full('longer'));
    await laterChangeIsTold();
    expect(told()).toBe(0);
  });
});

function bomb(): string {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (const [index, name] of [...'bcdefg'].entries()) {
    const below = 'abcdef'[index] ?? '';
    lines.push(`${name}: &${name} [${Array(9).fill(`*${below}`).join(',')}]`);
  }
  return lines.join('\n');
}
