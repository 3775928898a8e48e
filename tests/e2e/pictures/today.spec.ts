/** Today: from the first start to the day on which nothing is due, and everything that can be waiting there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExamPage } from '../pages/exam.js';
import { ReviewPage } from '../pages/review.js';
import { TodayPage } from '../pages/today.js';
import { deck, importFolder, writeNote } from '../reading-desk.js';
import { writeStore } from '../schedules.js';
import { onlyThisDeck, setAside, weeksAway } from './histories.js';
import { raft } from './notes.js';
import { expect, failure, test, type Still } from './still.js';

/** What Today is told, with something in it changed. */
async function told(still: Still, change: object): Promise<object> {
  const view = await still.page.evaluate(() => window.etcdeck.call('today.get', {}));
  return { ok: true, value: { ...(view.ok && view.value), ...change } };
}

test('Today before there is anything to study', async ({ still }) => {
  await still.start();
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  const [none, preparing] = [await told(still, { cards: 0, preparing: false }), await told(still, { cards: 0, preparing: true })];
  await still.answer('today.get', none);
  await still.fresh();
  await expect(still.page.getByRole('heading', { name: 'Bring the notes you already have' })).toBeVisible();
  await still.picture('today-first-run', { zoomed: true });
  await still.answer('today.get', preparing);
  await still.fresh();
  await expect(still.page.getByText('Reading the notes that come with Etcdeck')).toBeAttached();
  await still.picture('today-preparing');
  await still.answer('today.get', 'never');
  await still.fresh();
  await expect(still.page.getByText('Reading your decks')).toBeAttached();
  await still.picture('today-loading');
  await still.answer('today.get', failure('The database is busy.', 'Try again in a moment.'));
  await still.fresh();
  await expect(still.page.getByText('Today could not be read')).toBeVisible();
  await still.picture('today-failed');
});

test('Today with cards to do', async ({ still }) => {
  await still.start();
  const today = new TodayPage(still.page);
  await expect(today.startReview).toBeVisible();
  await still.picture('today-ready', { zoomed: true });
  await today.startReview.hover();
  await still.picture('today-ready-hover', { pointing: true });

  await today.deck('CKA').focus();
  await still.picture('today-deck-focus');
  await still.page.keyboard.press('p');
  const preset = still.page.getByRole('dialog', { name: 'Preset of CKA' });
  await expect(preset.getByRole('combobox')).toBeVisible();
  await still.picture('today-deck-preset', { zoomed: true });
  await still.page.keyboard.press('Escape');
  await expect(preset).toBeHidden();
  await today.deck('CKA').focus();
  await still.page.keyboard.press('ArrowLeft');
  await expect(today.deck('etcd')).toHaveCount(0);
  await still.picture('today-decks-folded');

  await still.fresh();
  await still.page.keyboard.press('c');
  const study = still.page.getByRole('dialog', { name: 'Custom study' });
  await expect(study.getByText('No card fits.')).toBeVisible();
  await still.picture('today-custom-study', { zoomed: true });
  await study.getByRole('radio', { name: 'All of them' }).check();
  await expect(study.getByRole('button', { name: /^Study \d+ cards$/ })).toBeVisible();
  await still.picture('today-custom-all');
  await study.getByRole('radio', { name: 'New cards, the next' }).check();
  await study.getByRole('textbox', { name: 'New cards, the next' }).fill('x');
  await expect(study.getByText(/^A whole number from 1/)).toBeVisible();
  await still.picture('today-custom-refused');
  await study.getByLabel('From').selectOption('search');
  await study.getByLabel('Search', { exact: true }).fill('lapses>3');
  await still.picture('today-custom-search');
  await study.getByLabel('From').selectOption('all');
  await study.getByRole('radio', { name: 'Add to today’s new cards' }).check();
  await study.getByRole('button', { name: /^Add \d+ new cards?$/ }).click();
  await expect(still.page.getByText(/more new cards today/)).toBeVisible();
  await still.picture('today-more-new');
});

test('Today after weeks away', async ({ still, dataFolder }) => {
  await still.start();
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  await still.etcdeck.close();
  writeStore(dataFolder, weeksAway(8));
  await still.start();
  const { page } = still;
  await expect(page.getByText(/cards waited while you were away$/)).toBeVisible();
  await still.picture('today-backlog', { zoomed: true });
  await page.getByLabel('Catch up over').fill('0');
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('today-backlog-refused');
  await page.getByLabel('Catch up over').fill('4');
  await page.getByRole('button', { name: 'Catch up' }).click();
  await expect(page.getByText(/^Catching up: 0 of/)).toBeVisible();
  await still.picture('today-catch-up-toast');
  await still.fresh();
  await expect(page.getByText(/^Catching up: 0 of/)).toBeVisible();
  await still.picture('today-catch-up', { zoomed: true });
  await page.getByRole('button', { name: 'End plan' }).click();
  await expect(page.getByText('Plan ended')).toBeVisible();
  await still.picture('today-plan-ended');
});

test('Today with what was begun', async ({ still }) => {
  await still.start();
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  const exam = new ExamPage(still.page);
  await exam.open();
  await exam.plan('2026-04-21', 5);
  await expect(exam.chart).toBeVisible();
  await still.fresh();
  await expect(still.page.getByRole('button', { name: 'Open the plan' })).toBeVisible();
  await still.picture('today-exam-set');

  await still.page.keyboard.press('c');
  const study = still.page.getByRole('dialog', { name: 'Custom study' });
  await study.getByRole('radio', { name: 'All of them' }).check();
  await study.getByRole('button', { name: /^Study \d+ cards$/ }).click();
  const review = new ReviewPage(still.page);
  await review.showAnswer.or(still.page.getByRole('textbox').first()).first().waitFor();
  await still.page.keyboard.press('Control+Enter');
  await review.rating('Again').or(review.showAnswer).first().waitFor();
  await still.fresh();
  await expect(still.page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await still.picture('today-paused');
});

test('Today when everything is done', async ({ still, dataFolder }) => {
  await still.start();
  writeNote(`${dataFolder}/notes`, 'raft.md', raft);
  await importFolder(still.etcdeck, `${dataFolder}/notes`);
  await expect(new TodayPage(still.page).deck(deck)).toBeVisible();
  await still.picture('today-imported-toast');
  await still.etcdeck.close();
  writeStore(dataFolder, onlyThisDeck(deck));
  await still.start();
  await new TodayPage(still.page).startReview.click();
  const review = new ReviewPage(still.page);
  const done = still.page.getByRole('button', { name: 'Done' });
  for (;;) {
    await expect(done.or(review.showAnswer)).toBeVisible();
    if (await done.isVisible()) break;
    await still.page.keyboard.press('Space');
    await expect(review.rating('Easy')).toBeVisible();
    await still.page.keyboard.press('4');
    await expect(review.rating('Easy')).toBeHidden();
  }
  await done.click();
  await expect(still.page.getByText('Nothing due')).toBeVisible();
  await still.picture('today-done', { zoomed: true });

  await still.etcdeck.close();
  writeStore(dataFolder, setAside);
  await still.start();
  await expect(still.page.getByRole('button', { name: 'Show them' })).toBeVisible();
  await still.picture('today-set-aside');
});

test('Today with a watched note that changed', async ({ still, dataFolder }) => {
  await still.start();
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  const folder = join(dataFolder, 'plant');
  const file = writeNote(folder, 'raft.md', raft);
  await still.etcdeck.willChoose([folder]);
  await still.page.getByRole('link', { name: 'Settings' }).click();
  await still.page.getByRole('button', { name: 'Watch a folder' }).click();
  await expect(still.page.getByRole('region', { name: 'plant' })).toContainText('1 note changed');
  writeFileSync(file, raft.join('\n'));
  await new TodayPage(still.page).open();
  await expect(still.page.getByRole('button', { name: '1 note changed' })).toBeVisible();
  await still.picture('today-note-changed');
});
