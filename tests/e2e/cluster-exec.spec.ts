/** etcdctl of a card, in the real app: found, shown, agreed to by keyboard, and run by the real etcdctl on a real etcd. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiDouble, openDouble } from '../cluster/api-double.js';
import { configText } from '../cluster/config-text.js';
import { pod } from '../cluster/objects.js';
import { findProgram } from '../cluster/programs.js';
import { type RealEtcd, startEtcd } from '../cluster/real-etcd.js';
import { kubeadmWith } from '../cluster/scenarios.js';
import { test as base, expect, expectAccessible } from './fixtures.js';
import { ClusterPage } from './pages/cluster.js';
import { LibraryPage } from './pages/library.js';
import { importFolder, writeNote } from './reading-desk.js';

const etcd = await findProgram('etcd');
const etcdctl = await findProgram('etcdctl');

interface Fixtures {
  real: RealEtcd;
  double: ApiDouble;
}

const test = base.extend<Fixtures>({
  real: async ({}, use) => {
    const real = await startEtcd(etcd ?? '');
    await use(real);
    await real.stop();
  },
  double: async ({ real }, use) => {
    const scenario = kubeadmWith(() => ({ pods: { etcd: [pod('etcd', { command: real.command })] } }));
    const double = await openDouble(scenario, { etcdctl: etcdctl ?? '' });
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
});

const note = ['# etcd commands', '', 'Show the status of the members of etcd:', '', '```', 'etcdctl endpoint status -w json', '```'];

for (const { theme, width } of [
  { theme: 'light', width: 1200 },
  { theme: 'dark', width: 900 },
] as const) {
  test(`etcdctl runs in the Pod of etcd after a yes, each time (${theme}, ${width})`, async ({ real, double, etcdeck, page }) => {
    test.skip(etcd === null || etcdctl === null, 'neither the PATH nor Debian has etcd and etcdctl');
    test.slow();
    await etcdeck.resize(width, 800);
    await etcdeck.setSystemTheme(theme);
    const folder = join(etcdeck.dataFolder, 'notes');
    writeNote(folder, 'etcd.md', note);
    await importFolder(etcdeck, folder);
    const cluster = new ClusterPage(page);
    await cluster.open();
    await cluster.connect('study');
    await expect(cluster.status).toContainText('Connected');

    await page.getByRole('link', { name: 'Library' }).click();
    const library = new LibraryPage(page);
    await page.keyboard.press('v');
    await library.findCards.fill('note:etcd');
    await library.row('status').click();
    await page.keyboard.press('Enter');
    const run = page.getByRole('region', { name: 'On your cluster' });
    const start = run.getByRole('button', { name: /^Run (on study|again)$/ });
    const dialog = page.getByRole('dialog', { name: 'Run etcdctl in the Pod of etcd?' });
    const execs = (): string[] => double.requests.filter((request) => request.includes('/exec?'));

    await start.press('Enter');
    await expect(dialog).toContainText(`--endpoints=https://127.0.0.1:${real.clientPort}`);
    await expect(dialog).toContainText('endpoint status -w table');
    await expect(dialog).toContainText('control-plane');
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await expectAccessible(page);
    await etcdeck.screenshot(`exec-ask-${theme}-${width}`);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    expect(execs()).toEqual([]);

    // etcdctl gives up after five seconds, which a busy machine may need: each try is a yes of its own.
    let yeses = 0;
    await expect(async () => {
      await start.press('Enter');
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(dialog.getByRole('button', { name: 'Run in the Pod' })).toBeFocused();
      await page.keyboard.press('Enter');
      yeses += 1;
      await expect(start).toBeEnabled({ timeout: 30_000 });
      await expect(run.getByRole('cell', { name: `https://127.0.0.1:${real.clientPort}` })).toBeVisible();
    }).toPass({ timeout: 120_000 });
    await expect(run.getByRole('columnheader', { name: 'Raft term' })).toBeAttached();
    expect(execs()).toHaveLength(yeses);
    await expectAccessible(page);
    await etcdeck.screenshot(`exec-done-${theme}-${width}`);

    const files = readdirSync(etcdeck.dataFolder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(etcdeck.dataFolder, name))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
    const stored = files.map((file) => readFileSync(file, 'latin1')).join();
    expect(stored.includes(real.pki('server.key')), 'what ran, in a file of the app').toBe(false);
    expect(stored.includes(`127.0.0.1:${real.clientPort}`), 'an answer in a file of the app').toBe(false);
  });
}
