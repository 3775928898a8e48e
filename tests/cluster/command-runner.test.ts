import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../src/shared/result.js';
import { configText } from './config-text.js';
import { objectCanary } from './objects.js';
import { withEnoughTime } from './patience.js';
import { runnerOn } from './runners.js';

describe('the command of a card', () => {
  it('is shown before anything is contacted: what it asks, of whom, as whom', async () => {
    const { double, runner } = await runnerOn();
    expect(runner.plan('kubectl get nodes', 'study')).toEqual({
      kind: 'run',
      command: 'kubectl get nodes',
      request: 'GET /api/v1/nodes?limit=500',
      host: '127.0.0.1',
      user: 'learner',
    });
    expect(runner.plan('kubectl delete node a', 'study')).toMatchObject({ kind: 'copy', reason: expect.stringContaining('only reads') });
    expect(double.requests).toEqual([]);
  });

  it('prints the table that kubectl prints', async () => {
    const { double, run } = await runnerOn();
    const { columns, rows, failure } = await run('kubectl get nodes');
    expect(failure).toBeNull();
    expect(columns).toEqual(['Name', 'Status', 'Roles', 'Age', 'Version']);
    expect(rows[0]).toEqual(['control-plane', 'Ready', '<none>', '5d', 'v1.33.4']);
    expect(rows).toHaveLength(3);
    expect((await run('kubectl get nodes -o wide')).columns).toContain('Container-Runtime');
    expect((await run('kubectl get pods -A')).rows).toContainEqual(['default', 'web', '1/1', 'Running', '0', '5d']);
    expect((await run('kubectl get pods -o name')).text).toBe('pod/web');
    expect(new Set(double.requests)).toEqual(
      new Set(['GET /api/v1/nodes?limit=500', 'GET /api/v1/pods?limit=500', 'GET /api/v1/namespaces/default/pods?limit=500']),
    );
  });

  it('shows no secret of an object or of a log', async () => {
    const { run } = await runnerOn();
    const described = await run('kubectl describe pod web');
    expect(described.text).toContain('image: nginx:1.29');
    expect(described.text).toContain('name: ADMIN_PASSWORD');
    const logged = await run('kubectl logs web');
    expect(logged.text).toContain('listening on :80');
    for (const output of [described, logged, await run('kubectl get pod web -o json'), await run('kubectl get pods -A')]) {
      expect(JSON.stringify(output)).not.toContain(objectCanary);
    }
  });

  it('asks the API server about etcd in the place of etcdctl, and says so', async () => {
    const { double, runner, run } = await runnerOn();
    expect(runner.plan('etcdctl endpoint health', 'study')).toMatchObject({
      kind: 'exec',
      instead: { request: 'GET /readyz/etcd', text: expect.stringContaining('etcdctl itself does not run') },
    });
    expect(await run('etcdctl endpoint health')).toMatchObject({ text: 'ok', status: 200 });
    expect((await run('etcdctl member list')).rows).toEqual([['etcd-control-plane', '1/1', 'Running', '0', '5d']]);
    expect(double.requests).toHaveLength(2);
  });

  it('that asks for what is not there says what the cluster said', async () => {
    const { run } = await runnerOn();
    expect(await run('kubectl get pod gone')).toMatchObject({ status: 404, failure: { message: 'pods "gone" not found' } });
  });

  it('that the person may not run says which right is missing, with the role that gives it', async () => {
    const { run } = await runnerOn({ faults: { '/api/v1/nodes': { kind: 'status', status: 403 } } });
    const output = await run('kubectl get nodes');
    expect(output.failure?.message).toBe('Your user may not list nodes in the whole cluster.');
    expect(output.role).toContain('kind: ClusterRole');
  });

  it('is cut where nobody reads on', async () => {
    const text = `${'a line\n'.repeat(5_000)}`;
    const { run } = await runnerOn({ faults: { '/api/v1/namespaces/default/pods/web/log': { kind: 'body', text } } });
    const output = await run('kubectl logs web');
    expect(output.text.split('\n')).toHaveLength(300);
    expect(output.more).toBe(4_700);
  });

  it('costs its time limit at most, and can be stopped', async () => {
    await withEnoughTime(async (limitMs) => {
      const { run } = await runnerOn({ faults: { '*': { kind: 'hang' } } }, {}, limitMs);
      expect((await run('kubectl get nodes')).failure?.message).toContain('did not answer in time');
    });
    const { double, runner, run } = await runnerOn({ faults: { '*': { kind: 'hang' } } });
    const running = run('kubectl get nodes');
    await expect.poll(() => double.open()).toBe(1);
    runner.stop();
    expect((await running).failure?.message).toContain('Stopped');
    await expect.poll(() => double.open()).toBe(0);
  });
});

describe('nothing runs', () => {
  it('that was not shown as it is now', async () => {
    const { double, runner, config } = await runnerOn();
    await expect(runner.run('kubectl get nodes', 'study')).rejects.toThrow(FailureError);
    runner.plan('kubectl get pods', 'study');
    await expect(runner.run('kubectl get nodes', 'study')).rejects.toThrow(FailureError);
    runner.plan('kubectl get nodes', 'study');
    writeFileSync(config, configText(double, { server: 'https://127.0.0.2:1' }));
    await expect(runner.run('kubectl get nodes', 'study')).rejects.toThrow(/changed since it was shown/);
    expect(double.requests).toEqual([]);
  });

  it('that is only to be copied, of a card without a command, or of no card', async () => {
    const { runner } = await runnerOn();
    runner.plan('kubectl delete pod web', 'study');
    await expect(runner.run('kubectl delete pod web', 'study')).rejects.toThrow(FailureError);
    for (const cardId of ['why kubectl', 'gone']) expect(() => runner.plan(cardId, 'study')).toThrow(FailureError);
  });

  it('on a context that is not switched on', async () => {
    const { runner, choices } = await runnerOn();
    expect(() => runner.plan('kubectl get nodes', 'other')).toThrow(FailureError);
    choices.on = false;
    expect(() => runner.plan('kubectl get nodes', 'study')).toThrow(/not switched on/);
  });

  it('when a program would have to sign in that nobody allowed', async () => {
    const { double, run } = await runnerOn({}, { user: '    exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/true}' });
    await expect(run('kubectl get nodes')).rejects.toThrow(/not allowed/);
    expect(double.requests).toEqual([]);
  });
});
