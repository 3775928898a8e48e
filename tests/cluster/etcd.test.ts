/** The commands of the notes on etcd, run against a real etcd with mutual TLS; and the check of etcd, when that etcd dies. */
import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { accessOf } from '../../src/main/features/cluster/access.js';
import { createApi } from '../../src/main/features/cluster/api.js';
import { etcd as etcdCheck } from '../../src/main/features/cluster/checks/etcd.js';
import { readerOf } from '../../src/main/features/cluster/round.js';
import { startDouble } from './doubles.js';
import { configText } from './config-text.js';
import { configFile, contextIn } from './kubeconfigs.js';
import { findProgram } from './programs.js';
import { type RealEtcd, startEtcd } from './real-etcd.js';
import { kubeadm, report } from './scenarios.js';

const etcd = await findProgram('etcd');
const etcdctl = await findProgram('etcdctl');
const note = readFileSync(fileURLToPath(new URL('../../decks/cka/etcd.md', import.meta.url)), 'utf8');

/** The commands in the code blocks of the note that begin with etcdctl. */
const commands = [...note.matchAll(/^```\n(etcdctl .*)\n```$/gm)].map(([, command = '']) => command);

let real: RealEtcd;

describe.skipIf(etcd === null || etcdctl === null)('a real etcd (skipped: neither the PATH nor Debian has etcd and etcdctl)', () => {
  beforeAll(async () => {
    real = await startEtcd(etcd ?? '');
  }, 400_000);

  afterAll(() => real.stop());

  /** Runs a command of the note, its paths and its endpoint changed to those of this etcd. */
  async function runNote(command: string): Promise<{ stdout: string; stderr: string }> {
    const { folder, clientPort, pki } = real;
    const words = command
      .split(' ')
      .slice(1)
      .map((word) =>
        word
          .replace('/etc/kubernetes/pki/etcd', join(folder, 'pki'))
          .replace('/var/backups', folder)
          .replace('127.0.0.1:2379', `127.0.0.1:${clientPort}`),
      );
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
    expect(statSync(join(real.folder, 'etcd.db')).size).toBeGreaterThan(1_000);
  });

  it('answers them as the notes say', { timeout: 180_000 }, async () => {
    await runNote('etcdctl put /registry/pods/default/web hello');
    const keys = (await runNote('etcdctl get / --prefix --keys-only --limit=10')).stdout;
    expect(keys).toContain('/registry/pods/default/web');
    expect(keys).not.toContain('hello');
    const health = await runNote('etcdctl endpoint health -w json');
    expect(JSON.parse(health.stdout)).toMatchObject([{ health: true }]);
    expect((await runNote('etcdctl member list -w json')).stdout).toContain(String(real.clientPort));
  });

  it('is asked for a certificate, as the notes say', { timeout: 120_000 }, async () => {
    const args = [`--endpoints=https://127.0.0.1:${real.clientPort}`, `--cacert=${real.pki('ca.crt')}`, '--command-timeout=2s', 'get', 'x'];
    await expect(promisify(execFile)(etcdctl ?? '', args, { env: { ETCDCTL_API: '3' }, timeout: 90_000 })).rejects.toThrow();
  });

  it('is ok in the check of etcd while it lives, and fails it when it dies', async () => {
    const told = async () => ({ ...kubeadm(), readyz: report('readyz', (await real.isHealthy()) ? [] : ['etcd', 'etcd-readiness']) });
    const double = await startDouble(await told());
    const api = createApi(accessOf(contextIn(configFile(configText(double))), null), { limitMs: 30_000 });
    onTestFinished(() => api.close());
    const outcome = async () => (await etcdCheck.run(readerOf(api, new AbortController().signal))).outcome;
    expect(await outcome()).toBe('ok');
    await real.kill();
    double.show(await told());
    expect(await outcome()).toBe('failing');
  });
});
