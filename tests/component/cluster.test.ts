import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadViews } from '../../src/renderer/app/views.svelte.js';
import type { ClusterView, NotesTruth } from '../../src/shared/contract.js';
import { clusterCheck, clusterView, openApp, refused } from './fake-bridge.js';
import { ok } from '../../src/shared/result.js';

// The first reading of every screen's code takes seconds on a busy machine, and belongs to no test.
beforeAll(loadViews, 60_000);

async function openCluster(answers: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(answers);
  await fireEvent.click(screen.getByRole('link', { name: 'Cluster' }));
  await screen.findByRole('heading', { name: 'Cluster' });
  return opened;
}

const connected = (change: Partial<ClusterView> = {}): ClusterView =>
  clusterView({
    state: 'degraded',
    contextName: 'gke-study',
    connection: { version: '1.33.4', distribution: 'GKE', latencyMs: 84, trust: 'verified' },
    checkedAt: Date.UTC(2026, 10, 22, 10, 44, 7),
    tookMs: 1_200,
    checks: [
      clusterCheck('kube-apiserver', { summary: 'Version 1.33.4, answered in 84 ms' }),
      clusterCheck('etcd', { outcome: 'not-visible', summary: 'Run by the provider, or outside Pods' }),
      clusterCheck('kube-scheduler', {
        outcome: 'forbidden',
        summary: 'May not read its lease',
        detail: 'Your user may not get leases in kube-system. This says nothing about the health of the scheduler.',
        evidence: [
          {
            outcome: 'forbidden',
            text: 'Your user may not get leases in kube-system.',
            request: 'GET /apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler',
            status: 403,
            tookMs: 61,
            raw: '',
            command: 'kubectl --context gke-study get lease kube-scheduler -n kube-system -o yaml',
          },
        ],
        role: 'kind: Role\n',
        history: [{ outcome: 'unreachable', at: Date.UTC(2026, 10, 22, 10, 40) }],
      }),
    ],
    ...change,
  });

describe('the Cluster screen', () => {
  it('contacts nothing when it opens: it offers the contexts by their names', async () => {
    const { bridge } = await openCluster();
    await screen.findByRole('heading', { name: 'Hold your notes against a real cluster' });
    expect(screen.getByText('learner at gke')).toBeInTheDocument();
    expect(bridge.inputs('cluster.connect')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Connect to gke-study' }));
    expect(bridge.inputs('cluster.connect')).toEqual([{ contextName: 'gke-study' }]);
  });

  it('teaches where a kubeconfig comes from when there is none', async () => {
    await openCluster({ 'cluster.open': () => ok(clusterView({ found: false, contexts: [] })) });
    await screen.findByRole('heading', { name: 'No kubeconfig was found' });
    expect(screen.getByRole('button', { name: 'Choose kubeconfig' })).toBeEnabled();
  });

  it('shows what is wrong in the kubeconfig with its line', async () => {
    const problem = { name: 'config', line: 9, message: 'clusters[0].cluster.server should be text.', hint: 'Mend this entry.' };
    await openCluster({ 'cluster.open': () => ok(clusterView({ problems: [problem] })) });
    expect(await screen.findByText('config:9')).toBeInTheDocument();
  });

  it('shows six components at a glance, then what else there is, those without an answer as not checked', async () => {
    await openCluster({ 'cluster.open': () => ok(connected()) });
    const list = await screen.findByRole('list', { name: 'Components' });
    const names = within(list)
      .getAllByRole('button')
      .map((button) => button.textContent?.replace(/\s+/g, ' ').trim());
    expect(names).toEqual([
      'kube-apiserver OK Version 1.33.4, answered in 84 ms',
      'etcd Not visible Run by the provider, or outside Pods',
      'kube-scheduler Forbidden May not read its lease',
      'kube-controller-manager Not checked No answer yet',
      'kubelet Not checked No answer yet',
      'kube-proxy Not checked No answer yet',
    ]);
    expect(screen.getByText('Kubernetes 1.33.4, GKE, answered in 84 ms')).toBeInTheDocument();
    expect(screen.getByText('Checked 10:44:07, took 1.2 s')).toBeInTheDocument();
  });

  it('shows the evidence of the component chosen, the command and the role to copy, and goes on with the arrows', async () => {
    const { bridge } = await openCluster({ 'cluster.open': () => ok(connected()) });
    const scheduler = await screen.findByRole('button', { name: /^kube-scheduler/ });
    await fireEvent.click(scheduler);
    expect(screen.getByText(/This says nothing about the health of the scheduler/)).toBeInTheDocument();
    expect(screen.getByText('403, 61 ms')).toBeInTheDocument();
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the kubectl command' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Copy the role' }));
    expect(bridge.inputs('app.copy').map(({ text }) => text)).toEqual([
      'kubectl --context gke-study get lease kube-scheduler -n kube-system -o yaml',
      'kind: Role\n',
    ]);
    await fireEvent.keyDown(scheduler, { key: 'ArrowUp' });
    expect(screen.getByRole('heading', { level: 2, name: 'etcd' })).toBeInTheDocument();
  });

  it('follows what the main process tells, and stops it when the screen is left', async () => {
    const { bridge } = await openCluster({ 'cluster.open': () => ok(connected({ checks: [] })) });
    await screen.findByRole('list', { name: 'Components' });
    bridge.emit('cluster.changed', connected());
    expect(await screen.findByRole('button', { name: /^etcd Not visible/ })).toBeInTheDocument();
    expect(bridge.inputs('cluster.leave')).toEqual([]);
    await fireEvent.click(screen.getByRole('link', { name: 'Today' }));
    await waitFor(() => expect(bridge.inputs('cluster.leave')).toEqual([{}]));
  });

  it('shows the program that would sign in, word for word, and runs it only on a yes', async () => {
    const plugin = {
      program: '/usr/bin/gke-gcloud-auth-plugin',
      args: ['get-token', '--token', '[hidden]'],
      env: ['PROFILE'],
      hash: 'ab'.repeat(32),
    };
    const { bridge } = await openCluster({ 'cluster.open': () => ok(clusterView({ state: 'ask', contextName: 'gke-study', plugin })) });
    const dialog = await screen.findByRole('dialog', { name: 'Run this program to sign in?' });
    for (const text of [plugin.program, 'get-token', '[hidden]', 'PROFILE', plugin.hash])
      expect(within(dialog).getByText(text)).toBeInTheDocument();
    await fireEvent.click(within(dialog).getByRole('button', { name: "Don't run it" }));
    expect(bridge.inputs('cluster.allow')).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Look at the program' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Allow and connect' }));
    expect(bridge.inputs('cluster.allow')).toEqual([{ contextName: 'gke-study' }]);
  });

  it('keeps what it was told when an older answer arrives after it', async () => {
    const plugin = { program: '/usr/bin/login', args: [], env: [], hash: 'ab'.repeat(32) };
    const { bridge } = await openCluster({
      'cluster.connect': ({ contextName }) => {
        bridge.emit('cluster.changed', clusterView({ revision: 2, state: 'ask', contextName, plugin }));
        return ok(clusterView({ revision: 1, state: 'connecting', contextName }));
      },
    });
    await fireEvent.click(await screen.findByRole('button', { name: 'Connect to gke-study' }));
    await waitFor(() => expect(bridge.inputs('cluster.connect')).toHaveLength(1));
    expect(await screen.findByRole('dialog', { name: 'Run this program to sign in?' })).toBeInTheDocument();
    await Promise.resolve();
    expect(screen.getByRole('dialog', { name: 'Run this program to sign in?' })).toBeInTheDocument();
  });

  it('says why a cluster is lost and when it is tried again', async () => {
    const trouble = {
      message: 'Nothing listens there.',
      hint: 'Start the cluster.',
      where: 'config:9',
      retryAt: Date.UTC(2026, 10, 22, 10, 45, 1),
    };
    const { bridge } = await openCluster({ 'cluster.open': () => ok(connected({ state: 'lost', connection: null, trouble })) });
    expect(await screen.findByText('Nothing listens there.')).toBeInTheDocument();
    expect(screen.getByText('Start the cluster. Trying again at 10:45:01.')).toBeInTheDocument();
    await fireEvent.keyDown(document.body, { key: 'r', code: 'KeyR' });
    expect(bridge.inputs('cluster.check')).toEqual([{ contextName: 'gke-study' }]);
  });

  it('offers another kubeconfig where the one there is no longer has the context, whose name stays in sight', async () => {
    const trouble = { message: 'This is not valid YAML.', hint: 'Compare the file.', where: 'config:4', retryAt: null };
    const gone = connected({ state: 'lost', connection: null, trouble, contexts: [] });
    const { bridge } = await openCluster({ 'cluster.open': () => ok(gone) });
    expect(await screen.findByText('This is not valid YAML.')).toBeInTheDocument();
    expect(screen.getByText('config:4')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Context' })).toHaveDisplayValue('gke-study');
    await fireEvent.click(screen.getByRole('button', { name: 'Choose kubeconfig' }));
    expect(bridge.inputs('cluster.choose')).toHaveLength(1);
  });

  it('makes one check again, and stops checks that take long', async () => {
    const { bridge } = await openCluster({ 'cluster.open': () => ok(connected()) });
    await fireEvent.click(await screen.findByRole('button', { name: /^kube-scheduler/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'Check this again' }));
    expect(bridge.inputs('cluster.checkOne')).toEqual([{ checkId: 'kube-scheduler', contextName: 'gke-study' }]);
    bridge.emit('cluster.changed', connected({ checking: true, checkingIds: ['kubelet'] }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Stop checking' }, { timeout: 20_000 }));
    expect(bridge.inputs('cluster.cancel')).toEqual([{ contextName: 'gke-study' }]);
  });

  const aboutEtcd = (change: Partial<NotesTruth> = {}): NotesTruth => ({
    minor: 33,
    isOfCluster: true,
    total: 0,
    findings: [],
    cards: [{ checkId: 'etcd', cards: 12 }],
    ...change,
  });

  it('leads from a component to the cards that teach it', async () => {
    const { bridge } = await openCluster({
      'cluster.open': () => ok(connected()),
      'cluster.notes': () => ok(aboutEtcd()),
      'study.count': () => ok({ cards: 3 }),
    });
    expect(await screen.findByText('No card is about it.')).toBeInTheDocument();
    await fireEvent.click(screen.getByRole('button', { name: /^etcd/ }));
    expect(await screen.findByText(/12 cards, 3 waiting today/)).toBeInTheDocument();
    await fireEvent.click(screen.getByRole('button', { name: 'Review etcd now' }));
    expect(bridge.inputs('session.start')).toEqual([
      { study: { scope: { kind: 'component', checkId: 'etcd' }, pick: { kind: 'waiting' }, practice: false } },
    ]);
  });

  it('leads from a failing check to its cards at once, also when none of them waits', async () => {
    const failing = connected({ checks: [clusterCheck('etcd', { outcome: 'failing', summary: 'Not well' })] });
    const { bridge } = await openCluster({
      'cluster.open': () => ok(failing),
      'cluster.notes': () => ok(aboutEtcd()),
      'study.count': () => ok({ cards: 0 }),
    });
    await fireEvent.click(await screen.findByRole('button', { name: /^etcd/ }));
    const review = await screen.findByRole('button', { name: 'Review etcd now' });
    const evidence = screen.getByRole('heading', { name: 'Evidence' });
    expect(review.compareDocumentPosition(evidence)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await fireEvent.click(review);
    expect(bridge.inputs('session.start')).toMatchObject([
      { study: { scope: { checkId: 'etcd' }, pick: { kind: 'every' }, practice: true } },
    ]);
  });

  it('lists where the notes differ from the cluster or are outdated, and opens the card', async () => {
    const place = (line: number) => ({ cardId: `card-${line}`, noteId: 'kubelet', noteName: 'node/kubelet.md', line });
    const old = { since: 26, now: 'User space mode was removed.', source: 'https://kubernetes.io/x' };
    const findings: NotesTruth['findings'] = [
      { kind: 'differs', ...place(3), label: 'clusterDNS', value: '10.32.0.10' },
      ...[4, 5, 6, 7, 8].map((line) => ({ kind: 'outdated' as const, ...place(line), ...old })),
    ];
    const { bridge } = await openCluster({
      'cluster.open': () => ok(connected()),
      'cluster.notes': () => ok(aboutEtcd({ total: 6, findings })),
    });
    const list = await screen.findByRole('region', { name: 'Your notes and this version' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(list).toHaveTextContent('node/kubelet.md:3 clusterDNS: your cluster has 10.32.0.10');
    await fireEvent.click(within(list).getByRole('button', { name: 'Show all 6' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(6);
    await fireEvent.click(within(list).getByRole('button', { name: /kubelet\.md:8/ }));
    await screen.findByRole('heading', { level: 1, name: 'Library' });
    expect(bridge.inputs('library.note')).toContainEqual({ noteId: 'kubelet' });
  });

  it('says when nothing in the notes differs, and for which version when no cluster said one', async () => {
    await openCluster({ 'cluster.open': () => ok(connected({ connection: null })) });
    const list = await screen.findByRole('region', { name: 'Your notes and Kubernetes 1.35' });
    expect(list).toHaveTextContent('Nothing in your notes differs, or is outdated in 1.35.');
  });

  it('says when it cannot be read', async () => {
    await openCluster({ 'cluster.open': () => refused('Something went wrong.') });
    expect(await screen.findByText('Something went wrong.')).toBeInTheDocument();
  });
});
