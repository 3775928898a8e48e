/** The Cluster screen of the real app, against a strict API server with mutual TLS. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiDouble, openDouble } from '../cluster/api-double.js';
import { configText } from '../cluster/config-text.js';
import { kubeadm, kubeadmWith, leader, managed } from '../cluster/scenarios.js';
import { test as base, expect, expectAccessible } from './fixtures.js';
import { looks, wear } from './looks.js';
import { ClusterPage } from './pages/cluster.js';

interface Fixtures {
  double: ApiDouble;
  cluster: ClusterPage;
}

const test = base.extend<Fixtures>({
  double: async ({}, use) => {
    const double = await openDouble(kubeadm());
    await use(double);
    await double.stop();
    expect(double.violations, 'asked of the cluster, and must not be').toEqual([]);
  },
  startOptions: async ({ double }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'etcdeck-kube-'));
    writeFileSync(join(folder, 'config'), configText(double));
    await use({ env: { KUBECONFIG: join(folder, 'config') } });
    rmSync(folder, { recursive: true });
  },
  cluster: async ({ page }, use) => use(new ClusterPage(page)),
});

test('a cluster is contacted when a person connects, and left alone when the screen is left', async ({ double, cluster, page }) => {
  await cluster.open();
  await expect(page.getByText('learner at double')).toBeVisible();
  expect(double.requests).toEqual([]);
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connected');
  for (const name of ['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager', 'kubelet', 'kube-proxy']) {
    await expect(cluster.check(name)).toContainText('OK');
  }
  await cluster.check('kube-scheduler').click();
  await expect(page.getByText('a leader is at work').first()).toBeVisible();

  double.show(kubeadmWith(({ leases }) => ({ leases: { ...leases, 'kube-scheduler': leader('kube-scheduler', 75_000) } })));
  await page.keyboard.press('r');
  await expect(cluster.check('kube-scheduler')).toContainText('Stale');

  double.fault('*', { kind: 'hang' });
  await cluster.checkAgain.click();
  await expect.poll(() => double.open()).toBeGreaterThan(3);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect.poll(() => double.open()).toBe(0);
});

test('a server that hangs stops neither the screen nor the rest of the app', async ({ double, cluster, page }) => {
  double.fault('*', { kind: 'hang' });
  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connecting');
  await cluster.check('kubelet').click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(double.requests.length).toBeGreaterThan(0);
});

test('the context is remembered after a restart, and not asked before the screen is opened', async ({
  double,
  etcdeck,
  cluster,
  startOptions,
}) => {
  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connected');
  await etcdeck.relaunch(startOptions);
  const asked = double.requests.length;
  const again = new ClusterPage(etcdeck.page);
  await again.open();
  await expect(again.status).toContainText('Connected');
  expect(double.requests.length).toBeGreaterThan(asked);
});

for (const look of looks) {
  const { name } = look;
  test(`is accessible, switched off and with a managed cluster (${name})`, async ({ double, etcdeck, cluster, page }) => {
    await wear(etcdeck, look);
    await cluster.open();
    await expect(page.getByText('learner at double')).toBeVisible();
    await expectAccessible(page);
    await etcdeck.screenshot(`cluster-off-${name}`);

    double.show(managed());
    for (const lease of ['kube-scheduler', 'kube-controller-manager']) {
      double.fault(`/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/${lease}`, { kind: 'status', status: 403 });
    }
    await cluster.connect('study');
    await expect(cluster.check('Certificates')).toContainText('OK');
    await cluster.check('kube-scheduler').click();
    await expect(page.getByText('To see it, ask for this role')).toBeVisible();
    await expectAccessible(page);
    await etcdeck.screenshot(`cluster-managed-${name}`);
    await cluster.check('kube-apiserver').click();
    await page.getByText('What the cluster said').first().click();
    await expectAccessible(page);
    await etcdeck.screenshot(`cluster-evidence-${name}`);

    await double.stop();
    await cluster.checkAgain.click();
    await expect(cluster.status).toContainText(/Lost|Connecting/);
    await expect(cluster.check('kubelet')).toContainText('Unreachable');
    await expectAccessible(page);
    await etcdeck.screenshot(`cluster-lost-${name}`);
  });
}
