/** Mock exams: what can be begun, one that goes on, its result, and those that are over. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MockPage } from '../pages/mock.js';
import { TodayPage } from '../pages/today.js';
import { importFolder } from '../reading-desk.js';
import { mockNotes } from './notes.js';
import { expect, failure, test, type Still } from './still.js';

/** The screen with enough cards for a mock exam, whose tasks are the same in every run. */
async function opened(still: Still): Promise<MockPage> {
  const folder = join(still.etcdeck.dataFolder, 'notes');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(mockNotes)) writeFileSync(join(folder, name), text);
  await importFolder(still.etcdeck, folder);
  await still.fresh();
  await still.reseed('mock exam');
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  const mock = new MockPage(still.page);
  await mock.open();
  await expect(mock.start).toBeEnabled();
  return mock;
}

test('A mock exam from its start to its result', async ({ still }) => {
  await still.start();
  const { page } = still;
  const mock = await opened(still);
  await still.picture('mock-home', { zoomed: true });
  await mock.begin();
  await still.picture('mock-begun', { zoomed: true });
  await page.keyboard.type('kubectl get storageclass');
  await page.keyboard.press('Control+Enter');
  await expect(mock.subject).toContainText('Task 2 of 7');
  await page.keyboard.press('Alt+f');
  await expect(mock.tasks.nth(1)).toContainText('Flagged');
  await page.keyboard.press('Alt+s');
  await expect(mock.subject).toContainText('Task 3 of 7');
  await page.keyboard.type('kubectl logs web --previous');
  // In small steps, each looked at: more at once is sleep, which does not count.
  for (const left of ['14:10', '13:20', '12:30', '11:40']) {
    await still.later(50_000);
    for (const flagged of ['true', 'false']) {
      await page.keyboard.press('Alt+f');
      await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', flagged);
    }
    await expect(mock.clock).toContainText(left);
  }
  await still.picture('mock-running', { zoomed: true });
  for (let task = 3; task < 7; task++) await page.keyboard.press('Control+Enter');
  await expect(mock.subject).toContainText('Task 7 of 7');
  await still.picture('mock-last-task');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('dialog', { name: 'Finish the mock exam?' })).toBeVisible();
  await still.picture('mock-finish', { zoomed: true });
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+l');
  await expect(mock.title).toBeFocused();
  await expect(page.getByRole('heading', { name: 'A mock exam is not finished' })).toBeVisible();
  await still.picture('mock-left');
  await new TodayPage(page).open();
  await expect(page.getByRole('button', { name: 'Continue the mock exam' })).toBeVisible();
  await still.picture('today-mock');
  await page.getByRole('button', { name: 'Continue the mock exam' }).click();
  await expect(mock.subject).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(mock.result).toBeFocused();
  await still.picture('mock-result', { zoomed: true });
  await page.getByRole('group', { name: 'Counts as' }).first().getByRole('button', { name: 'Right' }).click();
  await expect(page.getByText('Judged by you.', { exact: false })).toBeVisible();
  await still.picture('mock-judged');
  await page
    .getByRole('button', { name: /\.md:\d+$/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await still.picture('mock-in-note');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(mock.results).toHaveCount(2);
  await still.picture('mock-history');
  await mock.results.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByText('Result deleted')).toBeVisible();
  await still.picture('mock-deleted');
});

test('Mock exams with a trend, and too few cards for another one', async ({ still }) => {
  await still.start();
  const { page } = still;
  const mock = await opened(still);
  for (const share of [0, 1 / 3, 2 / 3, 1]) {
    await page.evaluate(take, share);
    await still.later(3_600_000);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Mock exams' }).getByRole('button', { name: /^Result of/ })).toHaveCount(3);
  await still.picture('exam-mocks');
  await page.keyboard.press('m');
  await expect(mock.results).toHaveCount(5);
  await expect(page.getByRole('img', { name: /^Score of each mock exam/ })).toBeVisible();
  await still.picture('mock-trend', { zoomed: true });
  await mock.results
    .getByRole('button', { name: /^Result of/ })
    .first()
    .click();
  await expect(mock.result).toBeVisible();
  await still.picture('mock-passed');

  await page.evaluate(suspendAll);
  await still.fresh();
  await mock.open();
  await expect(page.getByRole('heading', { name: 'Too few cards for a mock exam' })).toBeVisible();
  await still.picture('mock-too-few', { zoomed: true });
});

test('Mock exams that are not to be had', async ({ still }) => {
  await still.start();
  const { page } = still;
  const mock = await opened(still);
  await still.answer('mock.start', 'never');
  await mock.start.click();
  await expect(page.getByRole('button', { name: 'Choosing tasks' })).toBeVisible();
  await still.picture('mock-starting');
  await still.answer('mock.home', 'never');
  await still.answer('mock.supply', 'never');
  await still.fresh();
  await mock.open();
  await expect(page.getByText('Looking through your cards')).toBeAttached();
  await still.picture('mock-loading');
  await still.answer('mock.supply', null);
  await still.answer('mock.home', failure('The mock exams are locked.', 'Try again.'));
  await still.fresh();
  await mock.open();
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('mock-failed');
});

/** Takes a mock of which a share is judged right. */
async function take(share: number): Promise<void> {
  const { call } = window.etcdeck;
  const begun = await call('mock.start', { minutes: 15 });
  if (!begun.ok) throw new Error(begun.error.message);
  const { mockId, tasks } = begun.value;
  const cards = tasks.flatMap(({ parts }) => parts);
  for (const { cardId, typed } of cards)
    await call('mock.act', { mockId, steps: [{ type: 'typed', cardId, texts: typed.map(() => 'x') }] });
  await call('mock.finish', { mockId });
  for (const { cardId } of cards.slice(0, Math.round(cards.length * share))) await call('mock.judge', { mockId, cardId, credit: 1 });
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
