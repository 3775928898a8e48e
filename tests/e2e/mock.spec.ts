/** A mock exam from its start to its result, by keyboard alone, with a kill in the middle. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Etcdeck } from './etcdeck.js';
import { expect, expectAccessible, test } from './fixtures.js';
import { MockPage } from './pages/mock.js';
import { importFolder } from './reading-desk.js';

/** Notes on one topic of each domain: what each command is for, and the command. */
const topics = {
  'troubleshooting/container-output-streams': [
    ['read what the Pod web wrote before its restart', 'kubectl logs web --previous'],
    ['read the last 20 lines of the Pod web', 'kubectl logs web --tail=20'],
  ],
  'architecture/rbac': [
    ['ask whether the user eve may list Pods', 'kubectl auth can-i list pods --as=eve'],
    ['make a Role named reader for looking at Pods', 'kubectl create role reader --verb=get --resource=pods'],
  ],
  'networking/coredns': [
    ['show the ConfigMap coredns', 'kubectl get configmap coredns --namespace=kube-system'],
    ['restart the Deployment coredns', 'kubectl rollout restart deployment coredns --namespace=kube-system'],
  ],
  'workloads/deployments': [
    ['return to the version of web before the last change', 'kubectl rollout undo deployment web'],
    ['run 5 copies of web', 'kubectl scale deployment web --replicas=5'],
  ],
  'storage/storage-classes': [
    ['list the storage classes', 'kubectl get storageclass'],
    ['describe the storage class fast', 'kubectl describe storageclass fast'],
  ],
};

function writeNotes(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [topic, commands] of Object.entries(topics)) {
    const name = topic.split('/')[1] ?? topic;
    const lines = commands.flatMap(([purpose, command]) => [`To ${purpose}, run:`, '', '```sh', command, '```', '']);
    writeFileSync(join(folder, `${name}.md`), ['---', `tags: [cka/${topic}]`, '---', `# ${name}`, '', ...lines].join('\n'));
  }
}

async function prepared(etcdeck: Etcdeck): Promise<MockPage> {
  const folder = join(etcdeck.dataFolder, 'notes');
  writeNotes(folder);
  await importFolder(etcdeck, folder);
  return new MockPage(etcdeck.page);
}

test('a mock exam is begun, killed, gone on with and finished without a mouse', async ({ etcdeck }) => {
  const before = await prepared(etcdeck);
  const { page } = etcdeck;
  await before.open();
  await before.begin();
  const count = await before.tasks.count();
  expect(count).toBe(7);

  await page.keyboard.type('kubectl answer one');
  await page.keyboard.press('Control+Enter');
  await expect(before.subject).toContainText('Task 2 of 7');
  await page.keyboard.press('Alt+f');
  await expect(before.tasks.nth(1)).toContainText('Flagged');
  await page.keyboard.press('Alt+s');
  await expect(before.subject).toContainText('Task 3 of 7');
  await expect(before.tasks.nth(1)).toContainText('Skipped');
  await page.keyboard.press('Alt+p');
  await page.keyboard.press('Control+Enter');
  await expect(before.subject).toContainText('Task 3 of 7');
  await page.keyboard.type('kubectl typed but not sent by a key');
  const field = before.fields.first();
  const typed = await field.inputValue();
  // What is typed is stored by itself; then the power goes.
  await expect.poll(() => storedTexts(etcdeck)).toContain(typed);
  const leftMs = await before.leftMs();
  await etcdeck.kill();

  await etcdeck.start();
  const after = new MockPage(etcdeck.page);
  await expect(etcdeck.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await after.open();
  await expect(etcdeck.page.getByRole('heading', { name: 'A mock exam is not finished' })).toBeVisible();
  await etcdeck.screenshot('kept');
  await etcdeck.page.keyboard.press('Enter');
  await expect(after.subject).toContainText('Task 3 of 7');
  await expect(after.fields.first()).toHaveValue(typed);
  // At most what passed since the last beat is given back, and what passed while it was closed is not counted.
  expect(Math.abs((await after.leftMs()) - leftMs)).toBeLessThan(30_000);
  await expect(after.tasks.nth(0)).toContainText(/Answered|Begun/);
  await expect(after.tasks.nth(1)).toContainText('Flagged');

  // Left and gone on with.
  await etcdeck.page.keyboard.press('Alt+l');
  await expect(after.title).toBeFocused();
  await etcdeck.page.keyboard.press('r');
  await expect(after.subject).toContainText('Task 3 of 7');

  await etcdeck.page.keyboard.press('Alt+Enter');
  const dialog = etcdeck.page.getByRole('dialog', { name: 'Finish the mock exam?' });
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused();
  await etcdeck.page.keyboard.press('Tab');
  await etcdeck.page.keyboard.press('Enter');
  await expect(after.result).toBeFocused();
  await expect(etcdeck.page.getByText(/^\d+ %, not passed: 66 % passes$/)).toBeVisible();
  await expect(etcdeck.page.getByRole('article')).toHaveCount(7);

  // The result is in the history, can be deleted, and that can be undone.
  await etcdeck.page.keyboard.press('Escape');
  await expect(after.title).toBeFocused();
  await expect(after.results).toHaveCount(2);
  await after.results.getByRole('button', { name: /^Delete/ }).press('Enter');
  await expect(after.results).toHaveCount(0);
  await etcdeck.page.keyboard.press('Control+z');
  await expect(after.results).toHaveCount(2);

  // The Exam screen lists it, and leads there.
  await etcdeck.page.keyboard.press('Escape');
  await expect(etcdeck.page.getByRole('heading', { level: 1, name: 'Exam' })).toBeFocused();
  await expect(etcdeck.page.getByRole('region', { name: 'Mock exams' }).getByRole('button', { name: /^Result of/ })).toBeVisible();
  await etcdeck.screenshot('exam-screen');
  await after.open();
});

test('a mock exam ends by itself when its time is up', async ({ etcdeck, page }) => {
  const mock = await prepared(etcdeck);
  await mock.open();
  await mock.begin();
  // In small steps, as time passes while the window is open; more at once would be sleep, which does not count.
  for (let step = 0; step < 20 && (await mock.result.count()) === 0; step++) {
    await etcdeck.advanceClock(50_000);
    await page.keyboard.press('Alt+f');
    await expect(page.getByRole('button', { name: 'Flag', exact: true }).or(mock.result)).toBeVisible();
  }
  await expect(mock.result).toBeFocused({ timeout: 15_000 });
  await expect(page.getByText('The time ran out.', { exact: false })).toBeVisible();
});

test('nothing in a mock exam moves for a person who wants no motion', async ({ etcdeck, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const mock = await prepared(etcdeck);
  await mock.open();
  await mock.begin();
  await page.keyboard.press('Alt+f');
  await expect(mock.tasks.nth(0)).toContainText('Flagged');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
      .map((animation) => animation.constructor.name),
  );
  expect(moving).toEqual([]);
  const slow = await page.evaluate(() =>
    [...document.querySelectorAll('.mock, .mock *, dialog, dialog *')]
      .filter((element) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
        const longest = Math.max(...`${transitionDuration},${animationDuration}`.split(',').map((time) => parseFloat(time)));
        return longest > 0.001 || scrollBehavior === 'smooth';
      })
      .map(({ className, tagName }) => `${tagName} ${String(className)}`),
  );
  expect(slow).toEqual([]);
});

const looks = [
  { theme: 'light', width: 1200, height: 800, zoom: 1 },
  { theme: 'dark', width: 1200, height: 800, zoom: 1 },
  { theme: 'light', width: 900, height: 700, zoom: 1 },
  { theme: 'dark', width: 1200, height: 800, zoom: 2 },
] as const;

for (const { theme, width, height, zoom } of looks) {
  const name = `${theme}-${width}-${zoom}`;
  test(`each state of a mock exam is accessible (${name})`, async ({ etcdeck, page }) => {
    await etcdeck.resize(width, height);
    await etcdeck.setSystemTheme(theme);
    await etcdeck.tell(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom);
    const mock = await prepared(etcdeck);
    const check = async (state: string): Promise<void> => {
      await etcdeck.screenshot(`${state}-${name}`);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${state} is too wide`).toBeLessThanOrEqual(0);
    };
    await mock.open();
    await expect(mock.start).toBeEnabled();
    await check('home');
    await mock.begin();
    await page.keyboard.type('kubectl get storageclass');
    await page.keyboard.press('Control+Enter');
    await expect(mock.subject).toContainText('Task 2 of 7');
    await page.keyboard.press('Alt+f');
    await page.keyboard.press('Alt+s');
    await expect(mock.subject).toContainText('Task 3 of 7');
    await page.keyboard.type('kubectl logs web --previous');
    for (const seen of [mock.clock, page.getByRole('button', { name: 'Next task' })]) await expect(seen).toBeInViewport({ ratio: 1 });
    await check('running');
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('finish');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(mock.result).toBeFocused();
    await check('result');
    await page.getByRole('group', { name: 'Counts as' }).first().getByRole('button', { name: 'Right' }).click();
    await expect(page.getByText('Judged by you.', { exact: false })).toBeVisible();
    await page.getByRole('article').last().scrollIntoViewIfNeeded();
    await check('answers');
    await page.keyboard.press('Escape');
    await expect(mock.results).toHaveCount(2);
    await check('history');
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`results make a trend, and too few cards a lesson (${theme})`, async ({ etcdeck, page }) => {
    await etcdeck.setSystemTheme(theme);
    const mock = await prepared(etcdeck);
    // Four mocks, each with more right answers than the one before, told to the main process as the screen does.
    const scores = await page.evaluate(takeFour);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    await mock.open();
    await expect(mock.results).toHaveCount(5);
    await expect(page.getByRole('img', { name: /^Score of each mock exam, %\. The last one came to 100 %/ })).toBeVisible();
    await etcdeck.screenshot(`trend-${theme}`);
    await expectAccessible(page);

    await page.evaluate(suspendAll);
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await expect(page.getByRole('heading', { name: 'Too few cards for a mock exam' })).toBeVisible();
    await expect(page.getByText(/Import notes on Troubleshooting, /)).toBeVisible();
    await etcdeck.screenshot(`empty-${theme}`);
    await expectAccessible(page);
  });
}

/** Takes mocks with none, a third, two thirds and all of the answers judged right; answers their scores. */
async function takeFour(): Promise<number[]> {
  const { call } = window.etcdeck;
  const scores: number[] = [];
  for (const share of [0, 1 / 3, 2 / 3, 1]) {
    const begun = await call('mock.start', { minutes: 15 });
    if (!begun.ok) throw new Error(begun.error.message);
    const { mockId, tasks } = begun.value;
    const cards = tasks.flatMap(({ parts }) => parts);
    for (const { cardId, typed } of cards)
      await call('mock.act', { mockId, steps: [{ type: 'typed', cardId, texts: typed.map(() => 'x') }] });
    await call('mock.finish', { mockId });
    for (const { cardId } of cards.slice(0, Math.round(cards.length * share))) await call('mock.judge', { mockId, cardId, credit: 1 });
    const result = await call('mock.result', { mockId });
    if (result.ok) scores.push(result.value.scorePercent);
  }
  return scores;
}

async function suspendAll(): Promise<void> {
  const { call } = window.etcdeck;
  for (let offset = 0; ; offset += 200) {
    const found = await call('library.cards', { query: '', filter: null, limit: 200, offset });
    const cardIds = found.ok ? found.value.cards.map(({ cardId }) => cardId) : [];
    if (cardIds.length === 0) return;
    await call('card.suspend', { cardIds, suspended: true });
  }
}

/** Everything that is stored as typed in the mock that is open. */
const storedTexts = ({ page }: Etcdeck): Promise<string[]> =>
  page.evaluate(async () => {
    const home = await window.etcdeck.call('mock.home', {});
    const open = home.ok ? home.value.open : null;
    const resumed = open && (await window.etcdeck.call('mock.resume', { mockId: open.mockId }));
    if (!resumed?.ok) return [];
    return resumed.value.view?.tasks.flatMap(({ parts }) => parts.flatMap(({ typed }) => typed)) ?? [];
  });
