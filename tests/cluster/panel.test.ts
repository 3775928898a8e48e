import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import { type ClusterView } from '../../src/shared/cluster.js';
import { FailureError } from '../../src/shared/result.js';
import { freshFolder } from '../unit/folder.js';
import { type ApiDouble } from './api-double.js';
import { startDouble } from './doubles.js';
import { configText } from './config-text.js';
import { closedServer, configFile, contextIn } from './kubeconfigs.js';
import { outcomeOf, panel, panelOn, settled, ticking } from './panel-fixture.js';
import { kind, kubeadm, leader, managed, minikube } from './scenarios.js';

/** What a panel still asks: looked at while visitors of the test's own come and go, the first to let in what was on its way before. */
async function askedMeanwhile({ double, config }: { double: ApiDouble; config: string }): Promise<number> {
  const visit = async (): Promise<void> => {
    const visitor = createApi(accessOf(contextIn(config), null), { limitMs: 30_000 });
    expect(await visitor.read('version', new AbortController().signal)).toMatchObject({ kind: 'answered' });
    visitor.close();
  };
  double.fault('*', null);
  await visit();
  const before = double.requests.length;
  await visit();
  await visit();
  return double.requests.length - before - 2;
}

/** Everything comes at once that a panel would do by and by. */
const impatient = { intervalMs: 1, retryMs: 1 };

describe('nothing is contacted', () => {
  it('before a context is switched on, though the screen is open and lists the contexts by their names', async () => {
    const on = await panelOn({}, impatient);
    expect(on.service.open()).toMatchObject({
      state: 'off',
      contextName: null,
      contexts: [{ name: 'study', cluster: 'double', user: 'learner', problem: null }],
    });
    expect(await askedMeanwhile(on)).toBe(0);
    expect(on.double.requests).toHaveLength(3);
  });

  it('after the screen is left, whatever was under way', async () => {
    const on = await panelOn({ faults: { '*': { kind: 'hang' } } }, impatient);
    on.service.open();
    on.service.connect('study');
    // The first question goes ahead of the others; all of them are under way in the test of a check that is stopped.
    await expect.poll(() => on.double.open()).toBe(1);
    on.service.leave();
    await expect.poll(() => on.double.open()).toBe(0);
    const told = on.sent.length;
    expect(await askedMeanwhile(on)).toBe(0);
    expect(on.sent.length).toBe(told);
  });

  it('after a restart, until the screen is opened again; then the context is remembered', async () => {
    const on = await panelOn();
    on.service.open();
    on.service.connect('study');
    await settled(on);
    const next = on.restart();
    expect(await askedMeanwhile(on)).toBe(0);
    expect(next.service.open().contextName).toBe('study');
    await settled(next);
    expect(next.now().state).toBe('connected');
  });

  it('after the panel was switched off, also when the screen is opened again', async () => {
    const on = await panelOn({}, impatient);
    on.service.connect('study');
    await settled(on);
    expect(on.service.off().state).toBe('off');
    on.service.leave();
    on.service.open();
    expect(await askedMeanwhile(on)).toBe(0);
  });
});

describe('a connection', () => {
  it('goes from connecting to connected, with version, distribution and latency', async () => {
    const on = await panelOn({ scenario: kind() });
    expect(on.service.connect('study').state).toBe('connecting');
    await settled(on);
    expect(on.now()).toMatchObject({
      state: 'connected',
      trouble: null,
      connection: { version: '1.33.4', distribution: 'kind', trust: 'verified', latencyMs: expect.any(Number) },
    });
    expect(on.now().checks).toHaveLength(10);
    expect(on.now().checks.find(({ checkId }) => checkId === 'kube-apiserver')?.evidence[0]).toMatchObject({
      request: 'GET /readyz?verbose',
      command: "kubectl --context study get --raw '/readyz?verbose'",
    });
  });

  it('to a managed cluster is connected, though most is hidden', async () => {
    const on = await panelOn({ scenario: managed() });
    on.service.connect('study');
    await settled(on);
    expect(on.now()).toMatchObject({ state: 'connected', connection: { distribution: 'GKE' } });
  });

  it('is degraded while a part does not answer, and says so again when it does', async () => {
    const path = '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler';
    const on = await panelOn({ faults: { [path]: { kind: 'status', status: 500 } } }, { intervalMs: 50 });
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('degraded');
    expect(outcomeOf(on.now(), 'kube-scheduler')).toBe('unreachable');
    expect(outcomeOf(on.now(), 'kube-controller-manager')).toBe('ok');
    on.double.fault(path, null);
    await expect.poll(() => on.sent.at(-1)?.state).toBe('connected');
    const scheduler = on.now().checks.find(({ checkId }) => checkId === 'kube-scheduler');
    expect(scheduler?.history.map(({ outcome }) => outcome)).toEqual(['unreachable']);
  });

  it('that is lost waits longer each time, and comes back by itself', async () => {
    const startedAt = Date.now();
    const on = await panelOn({ faults: { '*': { kind: 'status', status: 429 } } }, { now: () => startedAt, retryMs: 40 });
    on.service.connect('study');
    const waitsMs = (): number[] => [...new Set(on.sent.flatMap(({ trouble }) => (trouble?.retryAt ? [trouble.retryAt - startedAt] : [])))];
    await expect.poll(() => waitsMs().slice(0, 3)).toEqual([40, 80, 160]);
    on.double.fault('*', null);
    await expect.poll(() => on.sent.at(-1)?.state).toBe('connected');
    expect(on.now().trouble).toBeNull();
  });

  it('whose server has an expired certificate is lost until the person does something', async () => {
    const on = await panelOn({ expired: true }, impatient);
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('lost');
    expect(on.now().trouble).toMatchObject({ message: expect.stringContaining('not valid at this time'), retryAt: null });
    let connections = 0;
    on.double.onConnection(() => (connections += 1));
    for (let visits = 0; visits < 2; visits += 1) {
      const visitor = createApi(accessOf(contextIn(on.config), null), { limitMs: 30_000 });
      expect(await visitor.read('version', new AbortController().signal)).toMatchObject({ failure: { kind: 'expired' } });
      visitor.close();
    }
    expect(connections).toBe(2);
    expect(on.now().state).toBe('lost');
  });

  it('is checked again when asked, and the round before is not doubled', async () => {
    const on = await panelOn({}, { now: ticking() });
    on.service.connect('study');
    await settled(on);
    const { checkedAt } = on.now();
    const asked = on.double.requests.length;
    on.service.check('study');
    on.service.check('study');
    await expect.poll(() => on.sent.at(-1)?.checkedAt).not.toBe(checkedAt);
    expect(await askedMeanwhile(on)).toBe(0);
    expect(on.double.requests.length).toBe(asked * 2 + 3);
  });

  it('makes one check again without asking for the others', async () => {
    const on = await panelOn({}, { now: ticking() });
    on.service.connect('study');
    await settled(on);
    const before = on.now();
    const asked = on.double.requests.length;
    const shown = kubeadm();
    on.double.show({ ...shown, leases: { ...shown.leases, 'kube-scheduler': leader('kube-scheduler', 75_000) } });
    on.service.checkOne('study', 'kube-scheduler');
    await expect.poll(() => on.now().checking === false && outcomeOf(on.now(), 'kube-scheduler')).toBe('stale');
    expect(on.now().state).toBe('degraded');
    expect(on.double.requests.slice(asked).every((request) => request.includes('kube-scheduler'))).toBe(true);
    expect(on.now().checkedAt).toBe(before.checkedAt);
    expect(on.now().checks.find(({ checkId }) => checkId === 'kube-scheduler')?.history).toMatchObject([{ outcome: 'ok' }]);
  });

  it('whose checks are stopped keeps what they found before, and what is under way ends', async () => {
    const on = await panelOn();
    on.service.connect('study');
    await settled(on);
    on.double.fault('*', { kind: 'hang' });
    on.service.check('study');
    await expect.poll(() => on.double.open()).toBeGreaterThan(5);
    expect(on.now().checkingIds).toContain('kubelet');
    on.service.cancel('study');
    await expect.poll(() => on.now().checking).toBe(false);
    await expect.poll(() => on.double.open()).toBe(0);
    expect(on.now()).toMatchObject({ state: 'connected', checkingIds: [] });
    expect(outcomeOf(on.now(), 'kubelet')).toBe('ok');
  });

  it('that is stopped before it was made is lost, and says that it was stopped', async () => {
    const on = await panelOn({ faults: { '*': { kind: 'hang' } } }, impatient);
    on.service.connect('study');
    await expect.poll(() => on.double.open()).toBe(1);
    on.service.cancel('study');
    await expect.poll(() => on.now().state).toBe('lost');
    expect(on.now().trouble).toMatchObject({ message: expect.stringContaining('Stopped'), retryAt: null });
  });

  it('follows the kubeconfig when that changes', async () => {
    const on = await panelOn();
    const other = await startDouble(kind());
    on.service.open();
    on.service.connect('study');
    await settled(on);
    writeFileSync(on.config, configText(other));
    await expect.poll(() => on.sent.at(-1)?.connection?.distribution).toBe('kind');
    expect(other.requests.length).toBeGreaterThan(5);
  });

  it.each([
    ['is no longer YAML', (text: string) => text.replace('contexts:', 'contexts: ]'), /^This is not valid YAML\.$/, /^config:\d+$/],
    ['lost the server of its cluster', (text: string) => text.replace(/server: .*/, 'server: [x]'), /server should be text/, /^config:10$/],
    [
      'has a user that is no user',
      (text: string) => text.replace(/^ {2}user:\n[\s\S]*/m, '  user: 7\n'),
      /users\[0\]\.user should be/,
      /^config:\d+$/,
    ],
    [
      'has a context of another kind',
      (text: string) => text.replace(/context: \{.*\}/, 'context: 7'),
      /contexts\[0\]\.context should be/,
      /^config:6$/,
    ],
    ['names no such context any more', (text: string) => text.replace('- name: study', '- name: other'), /no context named study/, /^$/],
    ['names another cluster', (text: string) => text.replace('cluster: double', 'cluster: gone'), /no cluster named gone/, /^$/],
    ['is empty', () => '', /no context named study/, /^$/],
    ['is gone', null, /The kubeconfig is not there/, /^$/],
  ])('whose kubeconfig %s while the screen is on says why, and comes back when it is mended', async (_what, change, message, where) => {
    const on = await panelOn();
    on.service.open();
    on.service.connect('study');
    await settled(on);
    const text = readFileSync(on.config, 'utf8');
    if (change) writeFileSync(on.config, change(text));
    else rmSync(on.config);
    await expect.poll(() => on.now().state, { timeout: 10_000 }).toBe('lost');
    expect(on.now().trouble).toMatchObject({ message: expect.stringMatching(message), where: expect.stringMatching(where) });
    writeFileSync(on.config, text);
    await expect.poll(() => on.now().state, { timeout: 10_000 }).toBe('connected');
  });

  it('to a context that is not there is refused', async () => {
    const { service } = await panelOn();
    expect(() => service.connect('nonsense')).toThrow(FailureError);
    expect(() => service.check('study')).toThrow(FailureError);
  });
});

describe('facts for cards', () => {
  it('are kept when the screen is left, and read no more then', async () => {
    const on = await panelOn({ scenario: minikube() });
    expect(on.service.facts()).toBeNull();
    on.service.connect('study');
    await settled(on);
    on.service.leave();
    const asked = on.double.requests.length;
    expect(on.service.facts()).toMatchObject({ contextName: 'study', distribution: 'minikube', minor: 33 });
    for (let card = 0; card < 100; card += 1) on.service.facts();
    expect(on.double.requests.length).toBe(asked);
    expect(on.service.facts()?.facts).toContainEqual({ id: 'etcd --trusted-ca-file', value: '/var/lib/minikube/certs/etcd/ca.crt' });
  });

  it('are there no more when the panel is switched off, and none are kept over a restart', async () => {
    const on = await panelOn();
    on.service.connect('study');
    await settled(on);
    expect(on.service.facts()?.facts.length).toBeGreaterThan(10);
    on.service.off();
    expect(on.service.facts()).toBeNull();
    on.service.connect('study');
    expect(on.restart().service.facts()).toBeNull();
  });

  it('stay as they were while the cluster is lost', async () => {
    const on = await panelOn();
    on.service.connect('study');
    await settled(on);
    const known = on.service.facts();
    await on.double.stop();
    on.service.check('study');
    await expect.poll(() => on.sent.at(-1)?.state, { timeout: 10_000 }).toBe('lost');
    expect(on.service.facts()).toBe(known);
  });
});

describe('an exec plugin', () => {
  async function withPlugin() {
    const double = await startDouble(kubeadm());
    const script = join(freshFolder(), 'login');
    const write = (text: string): void => {
      writeFileSync(script, `#!/bin/sh\ntouch "$0.ran"\n${text}\n`);
      chmodSync(script, 0o755);
    };
    write(`echo '{"kind":"ExecCredential","status":{"token":"fresh-token"}}'`);
    const config = configFile(
      configText(double, { user: `    exec: {apiVersion: client.authentication.k8s.io/v1, command: ${script}, args: [get-token]}` }),
    );
    return { double, script, write, on: panel(config), ran: () => readdirSync(dirname(script)).includes('login.ran') };
  }

  it('is shown before it runs, runs once allowed, and is remembered', async () => {
    const { double, script, on, ran } = await withPlugin();
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('ask');
    expect(on.now().plugin).toMatchObject({ program: script, args: ['get-token'] });
    expect(ran()).toBe(false);
    expect(double.requests).toEqual([]);
    on.service.allow('study');
    await settled(on);
    expect(on.now().state).toBe('connected');
    expect(ran()).toBe(true);
    const next = on.restart();
    next.service.open();
    await settled(next);
    expect(next.now().state).toBe('connected');
  });

  it('that changed is asked about again', async () => {
    const { write, on } = await withPlugin();
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('ask');
    on.service.allow('study');
    await settled(on);
    write('exit 1');
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('ask');
  });

  it('that nobody asks about cannot be allowed', async () => {
    const { on } = await withPlugin();
    on.service.connect('study');
    expect(() => on.service.allow('study')).toThrow(FailureError);
  });
});

it('secrets anywhere in a kubeconfig reach neither the window nor the log nor the database', async () => {
  const double = await startDouble(kubeadm(), {
    faults: { '/livez': { kind: 'body', text: '[+]ping ok\necho: Bearer canary-token-value and canary-in-tls' } },
  });
  const canaries = [
    '    token: canary-token-value',
    '    username: canary-user-name',
    '    password: canary-password',
    '    as: ""',
    '    auth-provider: null',
    '    exec:',
    '      command: /bin/sh',
    "      args: ['-c', 'echo canary-out; exit 1', '--token=canary-arg']",
    '      env: [{name: SECRET, value: canary-env}]',
  ];
  const cluster = '    tls-server-name: localhost\n    extensions: [{name: x, extension: {k: canary-extension}}]';
  const plain = configFile(configText(double, { cluster, user: canaries.slice(0, 5).join('\n') }));
  const broken = configFile('users: [{name: u, user: {token: [canary-list], password: {a: canary-map}}}]\nclusters: canary-text\n');
  const failing = configFile(configText(double, { cluster, user: canaries.join('\n') }));
  const gone = configFile(configText(double, { server: `${closedServer}/canary-path?canary=query`, user: canaries[0] ?? '' }));

  const atRest = (view: ClusterView | undefined) => view !== undefined && view.state !== 'connecting' && !view.checking;
  const said: unknown[] = [];
  const folders: string[] = [];
  for (const config of [plain, broken, failing, gone]) {
    const on = panel(config);
    said.push(on.service.open());
    try {
      said.push(on.service.connect('study'));
      await expect.poll(() => on.sent.at(-1)).toSatisfy(atRest);
      if (on.now().state === 'ask') {
        said.push(on.service.allow('study'));
        await expect.poll(() => on.sent.at(-1)?.state).toBe('lost');
      }
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      said.push(error.failure);
    }
    said.push(on.sent, on.service.facts());
    on.restart();
    folders.push(on.dataFolder);
  }
  const key = double.client.key.split('\n')[1] ?? '';
  const windowSaw = JSON.stringify(said);
  const onDisk = folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => statSync(file).isFile());
  const stored = onDisk.map((file) => readFileSync(file, 'latin1')).join('\n');
  expect(windowSaw).toContain('study');
  for (const canary of [
    ...[
      'canary-token-value',
      'canary-password',
      'canary-env',
      'canary-arg',
      'canary-extension',
      'canary-list',
      'canary-map',
      'canary-text',
    ],
    ...['canary-path', 'canary=query', key, Buffer.from('canary-user-name:canary-password').toString('base64'), plain, failing],
  ]) {
    expect(windowSaw, `${canary} in the window`).not.toContain(canary);
    expect(stored, `${canary} on disk`).not.toContain(canary);
  }
});
