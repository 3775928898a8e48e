/** etcdctl of a card, run in the Pod of etcd: the real etcdctl asks a real etcd, over the exec of the double. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { type CommandOutput, commandOutput, execPlan } from '../../src/shared/contract.js';
import { FailureError } from '../../src/shared/result.js';
import type { DoubleOptions } from './api-double.js';
import { pod } from './objects.js';
import { withEnoughTime } from './patience.js';
import { findProgram } from './programs.js';
import { type RealEtcd, startEtcd } from './real-etcd.js';
import { type On, runnerOn } from './runners.js';
import { kubeadmWith, managed } from './scenarios.js';

const etcd = await findProgram('etcd');
const etcdctl = (await findProgram('etcdctl')) ?? '';
const health = 'etcdctl endpoint health';
const keys = 'etcdctl get / --prefix --keys-only --limit=10';
const execOf = '/api/v1/namespaces/kube-system/pods/etcd-control-plane/exec';
const value = 'canary-value-81c0';

/** A cluster whose Pod of etcd has this command. */
const withEtcd = (command: string[]) => kubeadmWith(() => ({ pods: { etcd: [pod('etcd', { command })] } }));

/** Finds the Pod and says yes. */
async function yes({ runner }: On, command: string): Promise<CommandOutput> {
  runner.plan(command, 'study');
  v.parse(execPlan, await runner.findPod(command, 'study'));
  return v.parse(commandOutput, await runner.exec(command, 'study'));
}

describe.skipIf(etcd === null || etcdctl === '')(
  'etcdctl in the Pod of etcd (skipped: neither the PATH nor Debian has etcd and etcdctl)',
  () => {
    let real: RealEtcd;
    beforeAll(async () => {
      real = await startEtcd(etcd ?? '');
      const signIn = [
        `--endpoints=https://127.0.0.1:${real.clientPort}`,
        `--cacert=${real.pki('ca.crt')}`,
        `--cert=${real.pki('server.crt')}`,
        `--key=${real.pki('server.key')}`,
        '--dial-timeout=30s',
        '--command-timeout=60s',
      ];
      for (let number = 1; number <= 12; number += 1) {
        const key = `/registry/secrets/default/secret-${String(number).padStart(2, '0')}`;
        await promisify(execFile)(etcdctl, [...signIn, 'put', key, value], { env: { ETCDCTL_API: '3' }, timeout: 90_000 });
      }
    }, 500_000);
    afterAll(() => real.stop());

    const on = (options: DoubleOptions = {}, limitMs = 30_000): Promise<On> =>
      runnerOn({ etcdctl, ...options }, {}, limitMs, withEtcd(real.command));

    /** Until etcdctl was in time: it gives up after five seconds by itself, which a busy machine may need. */
    const untilItRan = (at: On, command: string): Promise<CommandOutput> =>
      vi.waitUntil(
        async () => {
          const output = await yes(at, command);
          return /exit code/.test(output.failure?.message ?? '') ? null : output;
        },
        { timeout: 120_000, interval: 200 },
      ) as Promise<CommandOutput>;

    it('is found and shown whole before it runs, with nothing of the card in it', async () => {
      const { double, runner } = await on();
      const command = 'etcdctl --endpoints=https://evil.example:1 --cert=/tmp/x --key /tmp/y endpoint health -w json';
      expect(runner.plan(command, 'study')).toMatchObject({ kind: 'exec', command, host: '127.0.0.1', user: 'learner' });
      expect(double.requests).toEqual([]);
      expect(await runner.findPod(command, 'study')).toEqual({
        kind: 'exec',
        command,
        argv: [
          'etcdctl',
          `--endpoints=https://127.0.0.1:${real.clientPort}`,
          `--cacert=${real.pki('ca.crt')}`,
          `--cert=${real.pki('server.crt')}`,
          `--key=${real.pki('server.key')}`,
          ...['endpoint', 'health', '-w', 'table'],
        ],
        namespace: 'kube-system',
        pod: 'etcd-control-plane',
        container: 'etcd',
        node: 'control-plane',
        host: '127.0.0.1',
        user: 'learner',
      });
      expect(double.requests).toEqual(['GET /api/v1/namespaces/kube-system/pods?labelSelector=component%3Detcd&limit=100']);
    });

    it('answers what etcd says, as tables and keys without values', { timeout: 600_000 }, async () => {
      const at = await on();
      const healthy = await untilItRan(at, health);
      expect(healthy).toMatchObject({ failure: null, columns: ['Endpoint', 'Health', 'Took', 'Error'] });
      expect(healthy.rows).toMatchObject([[`https://127.0.0.1:${real.clientPort}`, 'true', expect.stringMatching(/s$/), '']]);
      const status = await untilItRan(at, 'etcdctl endpoint status');
      expect(status.columns.slice(0, 3)).toEqual(['Endpoint', 'ID', 'Version']);
      expect(status.rows).toHaveLength(1);
      const members = await untilItRan(at, 'etcdctl member list -w table');
      expect(members.rows).toMatchObject([
        [expect.stringMatching(/^[0-9a-f]+$/), 'started', 'default', expect.anything(), expect.anything(), 'false'],
      ]);
      const listed = await untilItRan(at, keys);
      expect(listed).toMatchObject({ columns: ['Key'], more: 0, failure: null });
      expect(listed.rows).toHaveLength(10);
      expect(listed.rows[0]).toEqual(['/registry/secrets/default/secret-01']);
      expect(JSON.stringify([healthy, status, members, listed])).not.toContain(value);
      expect(listed.request).toContain('exec kube-system/etcd-control-plane: etcdctl get / --prefix');
    });

    it('runs once for each yes, and only what was shown last', { timeout: 120_000 }, async () => {
      const at = await on();
      const { runner, double } = at;
      runner.plan(health, 'study');
      await expect(runner.exec(health, 'study')).rejects.toThrow(FailureError);
      await runner.findPod(health, 'study');
      await expect(runner.exec(keys, 'study')).rejects.toThrow(/changed since/);
      await expect(runner.exec(health, 'study'), 'the yes is used up').rejects.toThrow(FailureError);
      await yes(at, health);
      await expect(runner.exec(health, 'study')).rejects.toThrow(FailureError);
      runner.plan('kubectl get nodes', 'study');
      await expect(runner.findPod('kubectl get nodes', 'study')).rejects.toThrow(FailureError);
      runner.plan(keys, 'study');
      await expect(runner.run(keys, 'study'), 'nothing stands in for it').rejects.toThrow(FailureError);
      expect(double.requests.filter((request) => request.includes('/exec?'))).toHaveLength(1);
    });

    it('that the person may not run says so, with the role for this Pod alone, and the API server can be asked', async () => {
      const at = await on({ faults: { [execOf]: { kind: 'status', status: 403 } } });
      const refused = await yes(at, health);
      expect(refused).toMatchObject({
        status: 403,
        failure: { message: 'Your user may not run programs in the Pod of etcd (pods/exec in kube-system).' },
      });
      expect(refused.role).toContain('resourceNames: [etcd-control-plane]');
      expect(refused.role).toContain('Secrets too');
      expect(await at.run(health)).toMatchObject({ text: 'ok', status: 200 });
    });

    it.each([
      ['before it begins', { kind: 'hang' }, /did not answer in time/],
      ['after it began', { kind: 'stall' }, /fell silent/],
    ] as const)(
      'costs its time limit at most when the server hangs %s, and can be stopped',
      { timeout: 200_000 },
      async (_when, fault, message) => {
        await withEnoughTime(async (limitMs) => {
          expect((await yes(await on({ faults: { [execOf]: fault } }, limitMs), health)).failure?.message).toMatch(message);
        });
        const at = await on({ faults: { [execOf]: fault } }, 200_000);
        const running = yes(at, health);
        await expect.poll(() => at.double.requests.length, { timeout: 60_000 }).toBe(2);
        at.runner.stop();
        expect((await running).failure?.message).toContain('Stopped');
        await expect.poll(() => at.double.open(), { timeout: 60_000 }).toBe(0);
      },
    );

    it('says when it is cut off in the middle, and shows nothing of the half', async () => {
      const output = await yes(await on({ faults: { [execOf]: { kind: 'cut' } } }), health);
      expect(output).toMatchObject({ text: '', rows: [], failure: { message: expect.stringContaining('closed the connection') } });
    });

    it('reads no more than a person would', async () => {
      const at = await on({ faults: { [execOf]: { kind: 'body', text: `${'/registry/a\n'.repeat(500)}` } } });
      expect(await yes(at, keys)).toMatchObject({ more: 400 });
      at.double.fault(execOf, { kind: 'body', text: 'x'.repeat(400_000) });
      expect((await yes(at, keys)).failure?.message).toContain('larger than');
      at.double.fault(execOf, { kind: 'body', text: 'password=hunter22 eyJhbGciOiJIUzI1.abcdef.ghi' });
      expect(JSON.stringify(await yes(at, health))).not.toMatch(/hunter22|eyJ/);
    });

    it('that ends with an error says the code and what etcdctl said', { timeout: 120_000 }, async () => {
      const nowhere = real.command.map((word) => word.replace(/^(--listen-client-urls)=.*$/, '$1=https://127.0.0.1:1'));
      const output = await yes(await runnerOn({ etcdctl }, {}, 30_000, withEtcd(nowhere)), keys);
      expect(output.failure?.message).toBe('etcdctl ended with exit code 1.');
      expect(output.failure?.hint).not.toBe('');
    });

    it('and every other exec fails the test that asked for it', async () => {
      const { double } = await on();
      const { WebSocket } = await import('ws');
      const { ca, cert, key } = { ca: double.authority.certificate, cert: double.client.certificate, key: double.client.key };
      const ends = '&container=etcd&stderr=true&stdin=false&stdout=true&tty=false';
      const tried = ['command=sh', 'command=etcdctl&command=snapshot&command=save', `command=etcdctl&command=del`].map(
        (words) => `${execOf}?${words}${ends}`,
      );
      for (const path of tried) {
        const socket = new WebSocket(`${double.url.replace('https', 'wss')}${path}`, ['v5.channel.k8s.io'], { ca, cert, key });
        const status = await new Promise((resolve) => {
          socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
          socket.once('open', () => resolve('open'));
          socket.once('error', resolve);
        });
        socket.terminate();
        expect(status).toBe(404);
      }
      expect(double.violations.splice(0)).toHaveLength(tried.length);
    });
  },
);

describe('no Pod of etcd is run in', () => {
  it.each([
    ['where the provider hides it', managed(), 'No Pod is labelled'],
    ['that names no certificates', withEtcd(['etcd']), 'does not say with which certificates'],
    [
      'whose paths lead elsewhere',
      withEtcd(['etcd', '--cert-file=/a/../b', '--key-file=/k', '--trusted-ca-file=/c']),
      'does not say with which certificates',
    ],
  ])('%s', async (_name, scenario, message) => {
    const { runner } = await runnerOn({}, {}, 30_000, scenario);
    runner.plan(health, 'study');
    expect(await runner.findPod(health, 'study')).toMatchObject({
      kind: 'none',
      output: { failure: { message: expect.stringContaining(message) } },
    });
    await expect(runner.exec(health, 'study')).rejects.toThrow(FailureError);
  });

  it('that the person may not list, and says which right is missing', async () => {
    const path = '/api/v1/namespaces/kube-system/pods';
    const { runner } = await runnerOn({ faults: { [path]: { kind: 'status', status: 403 } } });
    runner.plan(health, 'study');
    expect(await runner.findPod(health, 'study')).toMatchObject({
      kind: 'none',
      output: { failure: { message: 'Your user may not list pods in kube-system.' }, role: expect.stringContaining('kind: Role') },
    });
  });
});
