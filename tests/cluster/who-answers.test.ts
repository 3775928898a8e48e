/** Only what an API server says is told as its word: whatever answers in its place is no cluster, and accuses no component. */
import { describe, expect, it } from 'vitest';
import { forbidden, inItsPlace, type RealAnswer, unwell } from './real-answers.js';
import { configText } from './config-text.js';
import { startDouble } from './doubles.js';
import type { Fault } from './faults.js';
import { configFile } from './kubeconfigs.js';
import { kubeadm } from './scenarios.js';
import { outcomeOf, panel, panelOn, settled, ticking } from './panel-fixture.js';

const answer = (real: RealAnswer) => ({ kind: 'answer', ...real }) as const;

/** A panel on a server of which every path answers the same. */
async function lostTo(real: RealAnswer) {
  const on = await panelOn({ faults: { '*': answer(real) } });
  on.service.connect('study');
  await expect.poll(() => on.sent.at(-1)?.state, { timeout: 10_000 }).not.toBe('connecting');
  return on;
}

describe('what answers in the place of an API server is Lost, and says so', () => {
  it.each([
    ['a load balancer without servers', inItsPlace.loadBalancer, 'which reaches none', true],
    ['a bad gateway', inItsPlace.badGateway, 'which reaches none', true],
    ['a proxy that answers in plain text', inItsPlace.envoy, 'which reaches none', true],
    ['a gateway that answers in JSON', inItsPlace.apiGateway, 'which reaches none', true],
    ['a web server that has nothing', inItsPlace.webServer, 'is not an API server', false],
    ['a firewall that forbids', inItsPlace.firewall, 'is not an API server', false],
    ['another service that forbids', inItsPlace.otherJson, 'is not an API server', false],
    ['a page to sign in', inItsPlace.signIn, 'is not an API server', false],
    ['a redirect to one', inItsPlace.redirect, 'is not an API server', false],
    ['an empty object', inItsPlace.emptyObject, 'is not an API server', false],
    ['a router of Go that knows no path', unwell.unknownPath, 'is not an API server', false],
    ['a port that speaks TLS, asked without', inItsPlace.tlsPort, 'speaks TLS', false],
  ])('%s', async (_what, real, words, again) => {
    const on = await lostTo(real);
    expect(on.now()).toMatchObject({ state: 'lost', connection: null, trouble: { message: expect.stringContaining(words) } });
    expect(on.now().trouble?.retryAt !== null).toBe(again);
    expect(
      on
        .now()
        .checks.filter(({ outcome }) => !['unreachable', 'not-checked'].includes(outcome))
        .map(({ checkId }) => checkId),
    ).toEqual(['certificates']);
    expect(
      on
        .now()
        .checks.map(({ role }) => role)
        .join(''),
    ).toBe('');
  });

  it('is asked one question, not eighteen', async () => {
    const on = await lostTo(inItsPlace.loadBalancer);
    expect(on.double.requests).toEqual(['GET /version']);
  });

  it('also when it takes the place of an API server that answered before', async () => {
    const on = await panelOn();
    on.service.connect('study');
    await settled(on);
    on.double.fault('*', answer(inItsPlace.loadBalancer));
    on.service.check('study');
    await expect.poll(() => on.now().state).toBe('lost');
    expect(outcomeOf(on.now(), 'etcd')).toBe('unreachable');
    expect(outcomeOf(on.now(), 'kube-apiserver')).toBe('unreachable');
  });
});

describe('a single path that something else answers', () => {
  it.each([
    ['/readyz/etcd', inItsPlace.loadBalancer, 'etcd', 'unreachable'],
    ['/readyz/etcd', inItsPlace.envoy, 'etcd', 'unreachable'],
    ['/readyz/etcd', unwell.panic, 'etcd', 'unreachable'],
    ['/readyz', inItsPlace.signIn, 'kube-apiserver', 'not-checked'],
    ['/livez', { ...inItsPlace.signIn, type: 'text/plain' }, 'kube-apiserver', 'not-checked'],
    ['/livez', inItsPlace.badGateway, 'kube-apiserver', 'unreachable'],
    ['/api/v1/nodes', inItsPlace.emptyObject, 'kubelet', 'not-checked'],
    ['/api/v1/nodes', inItsPlace.webServer, 'kubelet', 'not-checked'],
    ['/api/v1/nodes', inItsPlace.firewall, 'kubelet', 'not-checked'],
    ['/api/v1/nodes', unwell.etcdGone, 'kubelet', 'unreachable'],
  ] as const)('%s: a check that fails is none of it', async (path, real, id, outcome) => {
    const on = await panelOn({ faults: { [path]: answer(real) } });
    on.service.connect('study');
    await settled(on);
    expect(outcomeOf(on.now(), id)).toBe(outcome);
    expect(
      on
        .now()
        .checks.map(({ role }) => role)
        .join(''),
    ).toBe('');
  });
});

it('an API server that is starting, or breaks down, is lost until it comes back by itself', async () => {
  for (const real of [unwell.starting, unwell.etcdGone]) {
    const on = await lostTo(real);
    expect(on.now()).toMatchObject({ state: 'lost', trouble: { message: 'The API server answers with an error of its own.' } });
    expect(on.now().trouble?.retryAt).not.toBeNull();
  }
});

describe('who is not let in is told apart from who has not got a right', () => {
  it.each([
    ['may not act as the user that is named', forbidden.impersonation, 'You may not act as'],
    ['may not act in the group that is named', forbidden.group, 'You may not act as'],
    ['is taken for no one', forbidden.anonymousPath, 'takes you for system:anonymous'],
  ])('%s: no role would help, and none is offered', async (_what, real, words) => {
    const on = await lostTo(real);
    expect(on.now()).toMatchObject({ state: 'lost', trouble: { message: expect.stringContaining(words), retryAt: null } });
    expect(
      on
        .now()
        .checks.map(({ role }) => role)
        .join(''),
    ).toBe('');
    expect(outcomeOf(on.now(), 'kubelet')).toBe('forbidden');
  });

  it('a server that tells everybody its version is connected to, and says that it does not know you', async () => {
    const on = await panelOn({ faults: { '/api/v1/nodes': answer(forbidden.anonymous) } });
    on.service.connect('study');
    await settled(on);
    expect(on.now()).toMatchObject({ state: 'connected', trouble: { message: expect.stringContaining('system:anonymous') } });
    expect(on.now().checks.find(({ checkId }) => checkId === 'kubelet')).toMatchObject({
      role: '',
      summary: expect.stringContaining('3 nodes report'),
    });
  });

  it('a right that is missing is shown with what the server said of it', async () => {
    const on = await panelOn({ faults: { '/api/v1/nodes': answer(forbidden.nodes) } });
    on.service.connect('study');
    await settled(on);
    const kubelet = on.now().checks.find(({ checkId }) => checkId === 'kubelet');
    expect(kubelet?.role).toContain('resources: [nodes]');
    expect(kubelet?.evidence[0]?.raw).toContain('User "nobody" cannot list resource "nodes"');
  });
});

describe('a client certificate that ended', () => {
  const endedAt = Date.UTC(2026, 0, 5);
  async function panelWith(endsAt: number | undefined, faults: Record<string, Fault> = {}) {
    const double = await startDouble(kubeadm(), { faults });
    const client = await double.authority.sign({ name: 'learner', ...(endsAt !== undefined && { endsAt }) });
    const on = panel(configFile(configText({ ...double, client })));
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('lost');
    return on.now().trouble;
  }

  it('is said to have ended, and is not tried again and again', async () => {
    expect(await panelWith(endedAt)).toMatchObject({ message: 'Your client certificate ended on 2026-01-05.', retryAt: null });
  });

  it('is not blamed when another one is refused', async () => {
    const trouble = await panelWith(undefined, { '*': { kind: 'status', status: 401 } });
    expect(trouble).toMatchObject({ message: expect.stringContaining('does not accept your credentials'), retryAt: expect.any(Number) });
  });
});

describe('a person who asks again while the cluster is lost', () => {
  it('makes no wait longer, however often', async () => {
    const at = Date.UTC(2026, 10, 30);
    const on = await panelOn({ faults: { '*': answer(inItsPlace.loadBalancer) } }, { now: () => at, retryMs: 20_000 });
    on.service.connect('study');
    const waits = (): number[] => on.sent.flatMap(({ trouble }) => (trouble?.retryAt ? [trouble.retryAt - at] : []));
    await expect.poll(() => waits().length).toBeGreaterThan(0);
    for (const ask of [() => on.service.check('study'), () => on.service.checkOne('study', 'etcd')]) {
      const before = on.double.requests.length;
      ask();
      await expect.poll(() => on.double.requests.length > before && on.now().state).toBe('lost');
    }
    expect(new Set(waits())).toEqual(new Set([20_000]));
  });

  it('sees no time of a next try while that is under way', async () => {
    const on = await panelOn({ faults: { '*': answer(inItsPlace.loadBalancer) } }, { now: ticking(), retryMs: 20_000 });
    on.service.connect('study');
    await expect.poll(() => on.sent.at(-1)?.state).toBe('lost');
    on.double.fault('*', { kind: 'hang' });
    on.service.check('study');
    await expect.poll(() => on.now().state).toBe('connecting');
    expect(on.now().trouble).toMatchObject({ retryAt: null });
  });
});
