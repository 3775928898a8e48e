/** A program that does not start in a Pod says why in the words of the server, which is where the person finds what to mend. */
import { expect, it } from 'vitest';
import type { CommandOutput } from '../../src/shared/contract.js';
import { forbidden, inItsPlace, notStarted, type RealAnswer } from './real-answers.js';
import { runnerOn } from './runners.js';

const path = '/api/v1/namespaces/kube-system/pods/etcd-control-plane/exec';
const command = 'etcdctl endpoint health';

async function refusedWith(real: RealAnswer): Promise<CommandOutput> {
  const { runner } = await runnerOn({ etcdctl: '/bin/true', faults: { [path]: { kind: 'answer', ...real } } });
  runner.plan(command, 'study');
  await runner.findPod(command, 'study');
  return runner.exec(command, 'study');
}

it.each([
  ['the kubelet is gone', notStarted.kubeletGone, 500, 'error dialing backend: dial tcp [address]: connect: connection refused'],
  ['the runtime cannot', notStarted.runtime, 500, 'unable to upgrade connection: URL is not set'],
  ['there is no such container', notStarted.container, 400, 'container etcd is not valid for pod etcd-control-plane'],
  [
    'the node has no known name',
    notStarted.unresolved,
    500,
    'error dialing backend: dial tcp: lookup control-plane on [address]: no such host',
  ],
])('because %s', async (_why, real, status, said) => {
  expect(await refusedWith(real)).toMatchObject({
    status,
    role: '',
    failure: { message: `The API server could not start it on node control-plane (${status}).`, hint: said },
  });
});

it('a secret in the words of the server is hidden', async () => {
  const text = 'unable to upgrade connection: Authorization: Bearer abcdefgh12345 refused by [fd00::11]:10250';
  const { failure } = await refusedWith({ status: 500, type: 'text/plain', text });
  expect(failure?.hint).toBe('unable to upgrade connection: Authorization: [hidden] refused by [address]');
});

it.each([
  ['a load balancer', inItsPlace.loadBalancer, 'which reaches none'],
  ['a page to sign in', inItsPlace.signIn, 'is not an API server'],
  ['a firewall', inItsPlace.firewall, 'is not an API server'],
  ['an answer without an end', { status: 500, type: 'text/plain', text: 'x'.repeat(100_000) }, 'is not an API server'],
])('%s that answers in its place is no API server', async (_what, real, words) => {
  expect((await refusedWith(real)).failure?.message).toContain(words);
});

it('who may not act as another is offered no role', async () => {
  expect(await refusedWith(forbidden.impersonation)).toMatchObject({
    role: '',
    failure: { message: expect.stringContaining('You may not act as') },
  });
});

it('a Pod that went meanwhile is gone', async () => {
  const text = JSON.stringify({ kind: 'Status', message: 'pods "etcd-control-plane" not found', code: 404 });
  expect((await refusedWith({ status: 404, type: 'application/json', text })).failure?.message).toContain('no longer there');
});
