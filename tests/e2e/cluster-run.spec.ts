/** Commands of cards run on a cluster, in the review and in the Library; and what of a kubeconfig is seen of it: nothing but names. */
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type ApiDouble, openDouble } from '../cluster/api-double.js';
import { configText } from '../cluster/config-text.js';
import { objectCanary } from '../cluster/objects.js';
import { kubeadm } from '../cluster/scenarios.js';
import { test as base, expect, expectAccessible } from './fixtures.js';
import { ClusterPage } from './pages/cluster.js';
import { LibraryPage } from './pages/library.js';
import { importFolder, startDeck, writeNote } from './reading-desk.js';

const canary = 'canary-4c7e';
/** A secret in every place of a kubeconfig that can hold one. */
const secrets = {
  cluster: `    tls-server-name: localhost\n    extensions: [{name: x, extension: {key: ${canary}-extension}}]`,
  user: [
    `    username: ${canary}-user`,
    `    password: ${canary}-password`,
    '    exec:',
    '      apiVersion: client.authentication.k8s.io/v1',
    '      command: ./login',
    `      args: [get-token, --token, ${canary}-argument]`,
    `      env: [{name: LOGIN_SECRET, value: ${canary}-variable}]`,
    `      installHint: ${canary}-hint`,
  ].join('\n'),
};

const execOf = '/api/v1/namespaces/kube-system/pods/etcd-control-plane/exec';

interface Fixtures {
  double: ApiDouble;
  kube: string;
  cluster: ClusterPage;
}

const test = base.extend<Fixtures>({
  double: async ({}, use) => {
    const double = await openDouble(kubeadm(), { etcdctl: 'etcdctl', faults: { [execOf]: { kind: 'status', status: 403 } } });
    await use(double);
    await double.stop();
    expect(double.violations, 'asked of the cluster, and must not be').toEqual([]);
  },
  kube: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'etcdeck-kube-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  startOptions: async ({ double, kube }, use) => {
    const credential = { kind: 'ExecCredential', status: { token: `${canary}-token` } };
    writeFileSync(join(kube, 'login'), `#!/bin/sh\necho '${JSON.stringify(credential)}'\n`);
    chmodSync(join(kube, 'login'), 0o755);
    const server = `${double.url}/`;
    writeFileSync(join(kube, 'config'), configText(double, { ...secrets, server }));
    await use({ env: { KUBECONFIG: join(kube, 'config') } });
  },
  cluster: async ({ page }, use) => use(new ClusterPage(page)),
});

const note = [
  '# Cluster commands',
  '',
  ...['List the nodes of the cluster with their versions:', '', '```', 'kubectl get nodes', '```', ''],
  ...['Ask the members of etcd whether they are healthy:', '', '```', 'etcdctl endpoint health', '```', ''],
  ...['Take the web server away without waiting:', '', '```', 'kubectl delete pod web --now', '```'],
];

/** Everything a person or a screen reader finds on the page: text, values, every attribute, and the tree that is read out. */
async function seen(page: Page): Promise<string> {
  const markup = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => (field as HTMLInputElement).value);
    return [document.documentElement.outerHTML, document.title, ...fields].join('\n');
  });
  return `${markup}\n${await page.locator('body').ariaSnapshot()}`;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

const looks = [
  { theme: 'light', width: 1200 },
  { theme: 'dark', width: 1200 },
  { theme: 'light', width: 900 },
] as const;

for (const { theme, width } of looks) {
  test(`a program is asked about, a card is run, and no secret is seen or stored (${theme}, ${width})`, async ({
    double,
    etcdeck,
    cluster,
    kube,
    page,
  }) => {
    test.slow();
    const looked: string[] = [];
    /** A picture, with what the page held when it was taken. */
    const picture = async (name: string): Promise<void> => {
      await etcdeck.screenshot(`${name}-${theme}-${width}`);
      looked.push(await seen(page));
    };
    // What the window is told, from its first word.
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      window.etcdeck.on('cluster.changed', (view) => told.push(JSON.stringify(view)));
    });
    await etcdeck.resize(width, 800);
    await etcdeck.setSystemTheme(theme);
    const folder = join(etcdeck.dataFolder, 'notes');
    writeNote(folder, 'commands.md', note);
    await importFolder(etcdeck, folder);

    await cluster.open();
    await cluster.connect('study');
    const dialog = page.getByRole('dialog', { name: 'Run this program to sign in?' });
    await expect(dialog).toContainText(join(kube, 'login'));
    await expect(dialog).toContainText('get-token');
    await expect(dialog).toContainText('[hidden]');
    await expect(dialog).toContainText('LOGIN_SECRET');
    expect(double.requests).toEqual([]);
    await expectAccessible(page);
    await picture('cluster-ask');
    await page.getByRole('button', { name: 'Allow and connect' }).click();
    await expect(cluster.status).toContainText('Connected');
    await expect(cluster.check('Certificates')).toContainText('OK');
    await cluster.check('kube-proxy').click();
    await page.getByRole('button', { name: 'Check this again' }).click();
    await expect(cluster.status).toContainText('Connected');
    await expectAccessible(page);
    await picture('cluster-detail');

    // In the Library: first what would be asked in the place of etcdctl.
    await page.getByRole('link', { name: 'Library' }).click();
    await expect.poll(() => double.open()).toBe(0);
    const library = new LibraryPage(page);
    await page.keyboard.press('v');
    await library.findCards.fill('note:commands');
    await library.row('healthy').click();
    await page.keyboard.press('Enter');
    const run = page.getByRole('region', { name: 'On your cluster' });
    if ((await run.count()) === 0) await page.getByRole('list', { name: 'Cards from commands.md' }).getByText('healthy').first().click();
    await run.getByRole('button', { name: 'Run on study' }).click();
    // What would run where, and nothing runs before a yes.
    const inPod = page.getByRole('dialog', { name: 'Run etcdctl in the Pod of etcd?' });
    await expect(inPod).toContainText('kube-system/etcd-control-plane, etcd');
    await expect(inPod).toContainText('--key=/etc/kubernetes/pki/etcd/server.key endpoint health -w table');
    await expectAccessible(page);
    await picture('run-in-pod');
    await page.keyboard.press('Escape');
    await expect(inPod).toBeHidden();
    expect(double.requests.filter((request) => request.includes('/exec'))).toEqual([]);
    // Here the person may not: what is left is the API server.
    await run.getByRole('button', { name: 'Run on study' }).press('Enter');
    await inPod.getByRole('button', { name: 'Run in the Pod' }).press('Enter');
    await expect(run).toContainText('Your user may not run programs in the Pod of etcd (pods/exec in kube-system).');
    await expectAccessible(page);
    await picture('run-refused');
    await run.getByRole('button', { name: 'Ask the API server instead' }).click();
    const instead = page.getByRole('dialog', { name: 'Ask the API server instead?' });
    await expect(instead).toContainText('GET /readyz/etcd');
    await expect(instead).toContainText('127.0.0.1');
    await expectAccessible(page);
    await picture('run-instead');
    await instead.getByRole('button', { name: 'Ask the API server' }).click();
    await expect(run).toContainText('200');
    await expectAccessible(page);
    await picture('run-library');

    // On the answer side of a review.
    await page.getByRole('link', { name: 'Today' }).click();
    const review = await startDeck(etcdeck);
    for (let cards = 0; !(await review.question.innerText()).includes('nodes') && cards < 5; cards += 1) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Bury' }).click();
    }
    await page.keyboard.press('Escape');
    await review.showAnswer.click();
    await run.getByRole('button', { name: 'Run on study' }).click();
    await expect(run.getByRole('cell', { name: 'worker-2' })).toBeVisible();
    await expectAccessible(page);
    await picture('run-review');

    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told.join('\n'));
    expect(told).toContain('"connected"');
    expect(looked.join()).toContain('worker-2');
    const stored = filesIn(etcdeck.dataFolder)
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n');
    const keys = [double.client.key, double.client.certificate].flatMap((pem) => [
      pem.split('\n')[1] ?? '',
      Buffer.from(pem).toString('base64').slice(0, 60),
    ]);
    for (const secret of [canary, objectCanary, `:${double.port}`, ...keys]) {
      expect(secret.length).toBeGreaterThan(4);
      expect(looked.join('\n').includes(secret), `${secret} on a screen`).toBe(false);
      expect(told.includes(secret), `${secret} told to the window`).toBe(false);
      expect(stored.includes(secret), `${secret} in a file of the app`).toBe(false);
    }
    // What a command answered is kept nowhere.
    expect(stored.includes('worker-2'), 'an answer in a file of the app').toBe(false);
  });
}
