/** The Cluster screen against an API server of our own, what it says beside cards, and commands that are run there. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ApiDouble, openDouble } from '../../cluster/api-double.js';
import { configText } from '../../cluster/config-text.js';
import { pod } from '../../cluster/objects.js';
import { kubeadm, kubeadmWith, leader, managed } from '../../cluster/scenarios.js';
import { ClusterPage } from '../pages/cluster.js';
import { LibraryPage } from '../pages/library.js';
import { TodayPage } from '../pages/today.js';
import { importFolder, startDeck, writeNote } from '../reading-desk.js';
import { expect, test as base, type Still } from './still.js';

const execOf = '/api/v1/namespaces/kube-system/pods/etcd-control-plane/exec';
const leaseOf = (component: string): string => `/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/${component}`;

const test = base.extend<{ double: ApiDouble }>({
  double: async ({}, use) => {
    const double = await openDouble(kubeadm(), { etcdctl: 'etcdctl', faults: { [execOf]: { kind: 'status', status: 403 } } });
    await use(double);
    await double.stop();
  },
});

/** Starts the app with a kubeconfig; a user may need to sign in with a program. */
async function startWith(still: Still, text: string): Promise<ClusterPage> {
  const folder = join(still.etcdeck.dataFolder, 'kube');
  mkdirSync(folder);
  writeFileSync(join(folder, 'config'), text);
  writeFileSync(join(folder, 'login'), '#!/bin/sh\nexit 1\n');
  chmodSync(join(folder, 'login'), 0o755);
  await still.start({ env: { KUBECONFIG: join(folder, 'config') } });
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  return new ClusterPage(still.page);
}

const connected = async (cluster: ClusterPage): Promise<void> => {
  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connected');
  await expect(cluster.check('Certificates')).toContainText('OK');
};

test('A cluster that is well', async ({ still, double }) => {
  const cluster = await startWith(still, configText(double));
  const { page } = still;
  await cluster.open();
  await expect(page.getByText('learner at double')).toBeVisible();
  await still.picture('cluster-off', { zoomed: true });
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connected');
  await expect(cluster.check('Certificates')).toContainText('OK');
  await expect(page.getByText('Nothing in your notes differs', { exact: false })).toBeVisible();
  await still.picture('cluster-connected', { zoomed: true });
  await cluster.check('kube-apiserver').click();
  await page.getByText('What the cluster said').first().click();
  await still.picture('cluster-evidence');
  await cluster.check('Certificates').click();
  await still.picture('cluster-certificates');
  await cluster.check('etcd').click();
  await expect(page.getByRole('button', { name: 'Review etcd now' })).toBeVisible();
  await still.picture('cluster-about-cards');
  await cluster.check('Pod network').click();
  await still.picture('cluster-others');

  double.show(kubeadmWith(({ leases }) => ({ leases: { ...leases, 'kube-scheduler': leader('kube-scheduler', 75_000) } })));
  // Each look has its own moment, by which the screen tells them apart.
  await still.later(60_000);
  await page.keyboard.press('r');
  await expect(cluster.check('kube-scheduler')).toContainText('Stale');
  await expect(cluster.checkAgain).toBeEnabled();
  await cluster.check('kube-scheduler').click();
  await still.picture('cluster-stale');
  const letGo = double.hold();
  await still.later(60_000);
  await cluster.checkAgain.click();
  await expect(page.getByRole('button', { name: 'Stop checking' })).toBeVisible();
  await still.picture('cluster-checking');
  letGo();
  await expect(cluster.checkAgain).toBeEnabled();
  await double.stop();
  await still.later(60_000);
  await cluster.checkAgain.click();
  await expect(cluster.status).toContainText('Lost');
  await expect(cluster.check('kubelet')).toContainText('Unreachable');
  await cluster.check('kubelet').click();
  await still.picture('cluster-lost', { zoomed: true });
});

test('A cluster that is ill', async ({ still, double }) => {
  const ill = kubeadmWith(({ pods }) => ({
    pods: { ...pods, etcd: [pod('etcd', { ready: false, waiting: 'CrashLoopBackOff' })] },
    readyz: { status: 500, text: '[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n' },
  }));
  double.show(ill);
  const cluster = await startWith(still, configText(double));
  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connected, not all is well');
  await expect(cluster.checkAgain).toBeEnabled();
  await cluster.check('etcd').click();
  await expect(still.page.getByRole('button', { name: 'Review etcd now' })).toBeVisible();
  await still.picture('cluster-failing', { zoomed: true });
});

test('A cluster that a provider runs', async ({ still, double }) => {
  double.show(managed());
  for (const component of ['kube-scheduler', 'kube-controller-manager']) double.fault(leaseOf(component), { kind: 'status', status: 403 });
  const cluster = await startWith(still, configText(double));
  await connected(cluster);
  await cluster.check('kube-scheduler').click();
  await expect(still.page.getByText('To see it, ask for this role')).toBeVisible();
  await expect(cluster.checkAgain).toBeEnabled();
  await still.picture('cluster-managed', { zoomed: true });
});

test('A cluster that is being connected to', async ({ still, double }) => {
  const letGo = double.hold();
  const cluster = await startWith(still, configText(double));
  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connecting');
  await expect(still.page.getByRole('button', { name: 'Stop checking' })).toBeVisible();
  await still.picture('cluster-connecting');
  letGo();
  await expect(cluster.status).toContainText('Connected');
});

test('Kubeconfigs that are none, broken, or ask for a program', async ({ still, double }) => {
  const cluster = await startWith(still, 'apiVersion: v1\ncontexts: [{name: study, context: {cluster: none}}\n');
  const config = join(still.etcdeck.dataFolder, 'kube', 'config');
  const other = async (name: string, kubeconfig: string): Promise<ClusterPage> => {
    await still.relaunch({ env: { KUBECONFIG: kubeconfig } });
    const again = new ClusterPage(still.page);
    await again.open();
    await expect(still.page.getByRole('button', { name: 'Choose kubeconfig' })).toBeVisible();
    await still.picture(name);
    return again;
  };
  await cluster.open();
  await expect(still.page.getByRole('button', { name: 'Choose kubeconfig' })).toBeVisible();
  await still.picture('cluster-broken');
  await other('cluster-none', join(still.etcdeck.dataFolder, 'kube', 'none'));
  writeFileSync(config, 'apiVersion: v1\nkind: Config\n');
  await other('cluster-no-contexts', config);
  const program = ['    exec:', '      apiVersion: client.authentication.k8s.io/v1', '      command: ./login', '      args: [get-token]'];
  writeFileSync(config, configText(double, { user: program.join('\n') }));
  const withProgram = await other('cluster-one-context', config);
  await withProgram.connect('study');
  await expect(still.page.getByRole('dialog', { name: 'Run this program to sign in?' })).toBeVisible();
  await still.picture('cluster-program', { zoomed: true });
  await still.page.getByRole('button', { name: "Don't run it" }).click();
  await expect(still.page.getByRole('button', { name: 'Look at the program' })).toBeVisible();
  await still.picture('cluster-program-waits');
});

/** One card that the cluster has another value for, one that is outdated. */
const statements = [
  '# Notes on a cluster',
  '',
  'What value does the flag `--cacert` of `etcdctl` get? :: `/run/config/pki/etcd/ca.crt`',
  '',
  'Which mode of kube-proxy forwards the traffic itself? :: User space mode',
];

test('What a cluster says of notes and cards', async ({ still, double }) => {
  const cluster = await startWith(still, configText(double));
  const { page } = still;
  await withNote(still, 'mine.md', statements);
  await connected(cluster);
  const found = page.getByRole('region', { name: 'Your notes and this version' });
  await expect(found.getByRole('button')).toHaveCount(2);
  await expect(cluster.checkAgain).toBeEnabled();
  await found.scrollIntoViewIfNeeded();
  await still.picture('cluster-notes');
  await found.getByRole('button', { name: /User space/ }).click();
  await expect(page.getByText('Outdated since 1.26.')).toBeVisible();
  await still.picture('library-outdated');
  await new TodayPage(page).open();
  const review = await startDeck(still.etcdeck);
  for (const name of ['review-cluster-differs', 'review-outdated']) {
    await review.showAnswer.click();
    await expect(page.getByRole('region', { name: 'Beside your card' })).toBeVisible();
    await still.picture(name);
    await review.rating('Good').click();
    await expect(review.answer).toBeHidden();
  }
});

const commands = [
  '# Cluster commands',
  '',
  ...['List the nodes of the cluster with their versions:', '', '```', 'kubectl get nodes', '```', ''],
  ...['Ask the members of etcd whether they are healthy:', '', '```', 'etcdctl endpoint health', '```', ''],
  ...['Take the web server away without waiting:', '', '```', 'kubectl delete pod web --now', '```'],
];

test('Commands of cards that are run on a cluster', async ({ still, double }) => {
  const cluster = await startWith(still, configText(double));
  const { page } = still;
  await withNote(still, 'commands.md', commands);
  await connected(cluster);
  const run = page.getByRole('region', { name: 'On your cluster' });
  await openCard(page, 'nodes');
  await still.picture('run-ready');
  await run.getByRole('button', { name: 'Run on study' }).click();
  await expect(run.getByRole('cell', { name: 'worker-2' })).toBeVisible();
  await still.picture('run-table', { zoomed: true });
  await openCard(page, 'without waiting');
  await still.picture('run-only-copy');
  await openCard(page, 'healthy');
  await run.getByRole('button', { name: 'Run on study' }).click();
  const inPod = page.getByRole('dialog', { name: 'Run etcdctl in the Pod of etcd?' });
  await expect(inPod).toBeVisible();
  await still.picture('run-in-pod', { zoomed: true });
  await inPod.getByRole('button', { name: 'Run in the Pod' }).click();
  await expect(run).toContainText('Your user may not run programs in the Pod of etcd');
  await still.picture('run-refused');
  await run.getByRole('button', { name: 'Ask the API server instead' }).click();
  const instead = page.getByRole('dialog', { name: 'Ask the API server instead?' });
  await expect(instead).toContainText('GET /readyz/etcd');
  await still.picture('run-instead');
  await instead.getByRole('button', { name: 'Ask the API server' }).click();
  await expect(run).toContainText('200');
  await still.picture('run-answered');
  await page.getByRole('link', { name: /^Today/ }).click();
  const review = await startDeck(still.etcdeck);
  await page.keyboard.press('Escape');
  await review.showAnswer.click();
  await run.getByRole('button', { name: 'Run on study' }).click();
  await expect(run.getByRole('cell', { name: 'worker-2' })).toBeVisible();
  await still.picture('run-in-review');
});

async function withNote(still: Still, name: string, lines: readonly string[]): Promise<void> {
  const folder = join(still.etcdeck.dataFolder, 'notes');
  writeNote(folder, name, lines);
  await importFolder(still.etcdeck, folder);
  await still.fresh();
  await expect(new TodayPage(still.page).startReview).toBeVisible();
}

/** Shows a card of the commands in the Library. */
async function openCard(page: Page, words: string): Promise<void> {
  const library = new LibraryPage(page);
  await library.open();
  await library.tree
    .getByRole('button', { name: /^commands/ })
    .last()
    .click();
  await library.cardsOf('commands.md').getByText(words).first().click();
  await expect(page.getByRole('region', { name: 'On your cluster' })).toBeVisible();
}
