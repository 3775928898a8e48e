/** Notes held against a cluster: beside a card's answer, in the Library, and in a list on the Cluster screen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiDouble, openDouble } from '../cluster/api-double.js';
import { configText } from '../cluster/config-text.js';
import { objectCanary, pod } from '../cluster/objects.js';
import { kubeadm, kubeadmWith } from '../cluster/scenarios.js';
import { test as base, expect, expectAccessible } from './fixtures.js';
import { zoomTo } from './looks.js';
import { ClusterPage } from './pages/cluster.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { deck, importFolder, startDeck, writeNote } from './reading-desk.js';

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

/** Two cards: one about a path that the cluster has elsewhere, one that was true before 1.26. */
const note = [
  '# Notes on a cluster',
  '',
  'What value does the flag `--cacert` of `etcdctl` get? :: `/run/config/pki/etcd/ca.crt`',
  '',
  'Which mode of kube-proxy forwards the traffic itself? :: User space mode',
];

const beside = 'Beside your card';

test('what the cluster has stands beside an answer, from memory, until the panel is switched off', async ({
  double,
  etcdeck,
  cluster,
  page,
}) => {
  test.slow();
  const folder = join(etcdeck.dataFolder, 'notes');
  writeNote(folder, 'mine.md', note);
  await importFolder(etcdeck, folder);

  // Without a cluster, only what is outdated in the newest version is told, with the answer.
  const review = await startDeck(etcdeck);
  await expect(review.question).toContainText('--cacert');
  await review.showAnswer.click();
  await expect(review.answer).toBeVisible();
  await expect(page.getByRole('region', { name: beside })).toHaveCount(0);
  await review.rating('Again').click();
  await expect(review.question).toContainText('kube-proxy');
  await expect(page.getByText('Outdated since 1.26.')).toHaveCount(0);
  await review.showAnswer.click();
  await expect(page.getByRole('region', { name: beside })).toContainText('Outdated since 1.26.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(new TodayPage(page).title).toBeVisible();
  expect(double.requests).toEqual([]);

  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.status).toContainText('Connected');
  const found = page.getByRole('region', { name: 'Your notes and this version' });
  await expect(found).toContainText('--trusted-ca-file: your cluster has /etc/kubernetes/pki/etcd/ca.crt');
  await expect(found).toContainText('User space mode was removed from kube-proxy in 1.26.');
  await found.getByRole('button', { name: /mine\.md:\d+ --trusted/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect(page.locator('.ncard[aria-current]')).toContainText('--cacert');
  await expect(page.locator('.ncard').filter({ hasText: 'kube-proxy' })).toContainText('outdated since 1.26');

  // The screen is left: cards are answered without a single request.
  const asked = double.requests.length;
  await new TodayPage(page).open();
  await startDeck(etcdeck);
  await review.showAnswer.click();
  const card = page.getByRole('region', { name: beside });
  await expect(card).toBeVisible();
  if (!(await review.question.textContent())?.includes('--cacert')) {
    await review.rating('Again').click();
    await review.showAnswer.click();
  }
  await expect(card).toContainText('Your cluster: --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt, not as on the card');
  expect(double.requests.length).toBe(asked);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(new TodayPage(page).title).toBeVisible();

  await cluster.open();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await new TodayPage(page).open();
  await startDeck(etcdeck);
  await review.showAnswer.click();
  await expect(review.answer).toBeVisible();
  await expect(page.getByText('Your cluster')).toHaveCount(0);
});

test('a failing check leads to a session of the cards that teach it', async ({ double, cluster, page }) => {
  double.show(kubeadmWith(({ pods }) => ({ pods: { ...pods, etcd: [pod('etcd', { ready: false, waiting: 'CrashLoopBackOff' })] } })));
  await cluster.open();
  await cluster.connect('study');
  await expect(cluster.check('etcd')).toContainText('Failing');
  await cluster.check('etcd').click();
  await page.getByRole('button', { name: 'Review etcd now' }).click();
  const review = new ReviewPage(page);
  await expect(review.showAnswer).toBeVisible();
  await expect(page.getByText(/etcd/i).first()).toBeVisible();
});

const looks = [
  { theme: 'light', width: 1200, height: 800 },
  { theme: 'dark', width: 1200, height: 800 },
  { theme: 'light', width: 900, height: 700 },
] as const;

for (const look of looks) {
  const name = `${look.theme}-${look.width}`;
  test(`is accessible beside a card, in the Library and on the Cluster screen (${name})`, async ({ etcdeck, cluster, page }) => {
    test.slow();
    await etcdeck.resize(look.width, look.height);
    await etcdeck.setSystemTheme(look.theme);
    const folder = join(etcdeck.dataFolder, 'notes');
    writeNote(folder, 'mine.md', note);
    await importFolder(etcdeck, folder);
    await cluster.open();
    await cluster.connect('study');
    await expect(cluster.status).toContainText('Connected');
    await cluster.check('etcd').click();
    await expect(page.getByRole('button', { name: 'Review etcd now' })).toBeVisible();
    const found = page.getByRole('region', { name: 'Your notes and this version' });
    await found.scrollIntoViewIfNeeded();
    await expect(found.getByRole('button')).toHaveCount(2);
    await expectAccessible(page);
    await etcdeck.screenshot(`cluster-notes-${name}`);
    if (look.width === 900) {
      await zoomTo(etcdeck, { ...look, name, zoom: 2 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await expectAccessible(page);
      await etcdeck.screenshot(`cluster-notes-${name}-zoomed`);
      await zoomTo(etcdeck, { ...look, name, zoom: 1 });
    }
    await found.getByRole('button', { name: /User space/ }).click();
    await expect(page.getByText('Outdated since 1.26.')).toBeVisible();
    await expectAccessible(page);
    await etcdeck.screenshot(`library-outdated-${name}`);
    await new TodayPage(page).open();
    const review = await startDeck(etcdeck);
    await review.showAnswer.click();
    await expect(page.getByRole('region', { name: beside })).toContainText('not as on the card');
    await expectAccessible(page);
    await etcdeck.screenshot(`review-beside-${name}`);
    await review.rating('Good').click();
    await review.showAnswer.click();
    await expect(page.getByRole('region', { name: beside })).toContainText('Outdated since 1.26.');
    await expectAccessible(page);
    await etcdeck.screenshot(`review-outdated-${name}`);
    expect(await page.content()).not.toContain(objectCanary);
    await page.keyboard.press('Escape');
    await expect(
      new TodayPage(page)
        .deck(deck)
        .or(page.getByRole('button', { name: /^Done/ }))
        .first(),
    ).toBeVisible();
  });
}
