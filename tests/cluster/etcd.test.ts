/** The commands of the notes on etcd, run against a real etcd with mutual TLS; and the check of etcd, when that etcd dies. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { accessOf } from '../../src/main/cluster/access.js';
import { createApi } from '../../src/main/cluster/api.js';
import { etcd as etcdCheck } from '../../src/main/cluster/checks/etcd.js';
import { readerOf } from '../../src/main/cluster/round.js';
import { startDouble } from './doubles.js';
import { type KeyPair, makeAuthority } from './certificates.js';
import { configText } from './config-text.js';
import { configFile, contextIn } from './kubeconfigs.js';
import { findProgram } from './programs.js';
import { kubeadm, report } from './scenarios.js';

const etcd = await findProgram('etcd');
const etcdctl = await findProgram('etcdctl');
const note = readFileSync(fileURLToPath(new URL('../../decks/cka/etcd.md', import.meta.url)), 'utf8');

/** The commands in the code blocks of the note that begin with etcdctl. */
const commands = [...note.matchAll(/^```\n(etcdctl .*)\n```$/gm)].map(([, command = '']) => command);

let folder: string;
let server: ChildProcess;
let clientPort: number;
let pair: KeyPair;
let ca: string;

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** What etcd says of its health, as kube-apiserver asks it. */
function isHealthy(): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      { host: '127.0.0.1', port: clientPort, path: '/health', ca, cert: pair.certificate, key: pair.key, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

describe.skipIf(etcd === null || etcdctl === null)('a real etcd (skipped: neither the PATH nor Debian has etcd and etcdctl)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'etcdeck-etcd-'));
    const authority = await makeAuthority('etcd-ca');
    pair = await authority.sign({ name: 'etcd' });
    ca = authority.certificate;
    mkdirSync(join(folder, 'pki'));
    for (const [name, text] of Object.entries({ 'ca.crt': ca, 'server.crt': pair.certificate, 'server.key': pair.key })) {
      writeFileSync(join(folder, 'pki', name), text, { mode: 0o600 });
    }
    for (let tries = 1; !(await start()) && tries < 5; tries += 1);
    expect(await isHealthy()).toBe(true);
  }, 180_000);

  /** @returns whether it is healthy; not so when another program took one of its ports meanwhile */
  async function start(): Promise<boolean> {
    clientPort = await freePort();
    const peerPort = await freePort();
    const client = `https://127.0.0.1:${clientPort}`;
    const peer = `http://127.0.0.1:${peerPort}`;
    const pki = (name: string): string => join(folder, 'pki', name);
    const flags = {
      'data-dir': join(folder, 'data'),
      name: 'default',
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `default=${peer}`,
      'cert-file': pki('server.crt'),
      'key-file': pki('server.key'),
      'trusted-ca-file': pki('ca.crt'),
      'client-cert-auth': 'true',
    };
    server = spawn(
      etcd ?? '',
      Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
      { stdio: 'ignore' },
    );
    await vi.waitUntil(async () => server.exitCode !== null || (await isHealthy()), { timeout: 60_000, interval: 100 });
    return server.exitCode === null;
  }

  afterAll(async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a command of the note, its paths and its endpoint changed to those of this etcd. */
  async function runNote(command: string): Promise<{ stdout: string; stderr: string }> {
    const words = command
      .split(' ')
      .slice(1)
      .map((word) =>
        word
          .replace('/etc/kubernetes/pki/etcd', join(folder, 'pki'))
          .replace('/var/backups', folder)
          .replace('127.0.0.1:2379', `127.0.0.1:${clientPort}`),
      );
    const pki = (name: string): string => join(folder, 'pki', name);
    const unlessGiven = (flag: string, value: string) =>
      words.some((word) => word.startsWith(`--${flag}=`)) ? [] : [`--${flag}=${value}`];
    const given = [
      '--dial-timeout=30s',
      '--command-timeout=60s',
      ...unlessGiven('endpoints', `https://127.0.0.1:${clientPort}`),
      ...unlessGiven('cacert', pki('ca.crt')),
      ...unlessGiven('cert', pki('server.crt')),
      ...unlessGiven('key', pki('server.key')),
    ];
    return promisify(execFile)(etcdctl ?? '', [...words, ...given], { env: { ETCDCTL_API: '3' }, timeout: 90_000 });
  }

  it('understands every etcdctl command of the notes', { timeout: 300_000 }, async () => {
    expect(commands.length).toBeGreaterThanOrEqual(9);
    for (const command of commands) await expect(runNote(command), command).resolves.toBeDefined();
    expect(statSync(join(folder, 'etcd.db')).size).toBeGreaterThan(1_000);
  });

  it('answers them as the notes say', { timeout: 180_000 }, async () => {
    await runNote('etcdctl put /registry/pods/default/web hello');
    const keys = (await runNote('etcdctl get / --prefix --keys-only --limit=10')).stdout;
    expect(keys).toContain('/registry/pods/default/web');
    expect(keys).not.toContain('hello');
    const health = await runNote('etcdctl endpoint health -w json');
    expect(JSON.parse(health.stdout)).toMatchObject([{ health: true }]);
    expect((await runNote('etcdctl member list -w json')).stdout).toContain(String(clientPort));
  });

  it('is asked for a certificate, as the notes say', { timeout: 120_000 }, async () => {
    const args = [
      `--endpoints=https://127.0.0.1:${clientPort}`,
      `--cacert=${join(folder, 'pki', 'ca.crt')}`,
      '--command-timeout=2s',
      'get',
      'x',
    ];
    await expect(promisify(execFile)(etcdctl ?? '', args, { env: { ETCDCTL_API: '3' }, timeout: 90_000 })).rejects.toThrow();
  });

  it('is ok in the check of etcd while it lives, and fails it when it dies', async () => {
    const told = async () => ({ ...kubeadm(), readyz: report('readyz', (await isHealthy()) ? [] : ['etcd', 'etcd-readiness']) });
    const double = await startDouble(await told());
    const api = createApi(accessOf(contextIn(configFile(configText(double))), null), { limitMs: 30_000 });
    onTestFinished(() => api.close());
    const outcome = async () => (await etcdCheck.run(readerOf(api, new AbortController().signal))).outcome;
    expect(await outcome()).toBe('ok');
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    double.show(await told());
    expect(await outcome()).toBe('failing');
  });
});
