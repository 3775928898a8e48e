/** The first days of a newcomer, in the real app: import, review by keyboard, a power cut, and everything is where it was. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './etcdeck.js';
import { expect, test } from './fixtures.js';
import { ImportPage } from './pages/import.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { readSchedules } from './schedules.js';

const notes = join(projectFolder, 'tests/fixtures/notes/storage-notes.md');
const dayMs = 24 * 60 * 60 * 1000;

test('the first start shows a deck made from the notes that ship with the app', async ({ unstarted }) => {
  await unstarted.start();
  const today = new TodayPage(unstarted.page);
  await expect(today.deck('etcd')).toBeVisible();
  await expect(today.deck('kube-proxy')).toBeVisible();
  await expect(today.startReview).toBeEnabled();
});

test('ten answers given by keyboard outlive a killed process, each with its due date', async ({ etcdeck, dataFolder }) => {
  test.slow();
  const importing = new ImportPage(etcdeck.page);
  await etcdeck.willChoose([notes]);
  await importing.open();
  await importing.chooseFiles.click();
  await expect(importing.file('storage-notes.md')).toBeVisible();
  await etcdeck.page.keyboard.press('Control+Enter');
  await expect(importing.toast).toBeVisible();

  // The import leads to Today, where Enter starts the review.
  await expect(new TodayPage(etcdeck.page).title).toBeFocused();
  await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
  await etcdeck.page.keyboard.press('Enter');
  const review = new ReviewPage(etcdeck.page);
  const keys = ['3', '1', '4', '2', '3', '3', '4', '1', '3', '2'];
  const answered: { front: string; rating: number; dueInMs: number }[] = [];
  for (const key of keys) {
    await expect(review.showAnswer).toBeVisible();
    const shown = await etcdeck.page.evaluate(async () => {
      const view = await window.etcdeck.call('session.current', {});
      return view.ok ? view.value.card : null;
    });
    if (!shown) throw new Error('no card on show');
    await expect(review.question).toBeFocused();
    await etcdeck.page.keyboard.press('Space');
    await expect(review.answer).toBeVisible();
    await etcdeck.page.keyboard.press(key);
    const rating = Number(key);
    const name = (['again', 'hard', 'good', 'easy'] as const)[rating - 1] ?? 'again';
    answered.push({ front: shown.front, rating, dueInMs: shown.intervalMs?.[name] ?? NaN });
  }
  await expect(review.showAnswer).toBeVisible();
  await etcdeck.kill();

  const { reviews, failures } = readSchedules(dataFolder);
  expect(failures).toEqual([]);
  expect(reviews.map(({ front, rating }) => ({ front, rating }))).toEqual(answered.map(({ front, rating }) => ({ front, rating })));
  for (const [at, { reviewedAt, dueAt }] of reviews.entries()) {
    const promised = answered[at]?.dueInMs ?? 0;
    // Steps are exact to the moment of the answer; days begin with the study day, so within one day.
    expect(Math.abs(dueAt - reviewedAt - promised)).toBeLessThan(promised < dayMs ? 60_000 : dayMs);
  }

  await etcdeck.start();
  const today = new TodayPage(etcdeck.page);
  await expect(today.startReview).toBeVisible();
  await expect(etcdeck.page.getByText('10 answers')).toBeVisible();
  expect(readSchedules(dataFolder).reviews).toEqual(reviews);
});

test('the last answer can be taken back after a restart', async ({ etcdeck, dataFolder }) => {
  const today = new TodayPage(etcdeck.page);
  await today.startReview.click();
  const review = new ReviewPage(etcdeck.page);
  const first = await review.question.textContent();
  await etcdeck.page.keyboard.press('Enter');
  await etcdeck.page.keyboard.press('4');
  await expect(review.question).not.toHaveText(first ?? '');

  await etcdeck.relaunch();
  await new TodayPage(etcdeck.page).startReview.click();
  const again = new ReviewPage(etcdeck.page);
  await etcdeck.page.keyboard.press('u');

  await expect(again.question).toHaveText(first ?? '');
  expect(readSchedules(dataFolder).reviews).toEqual([]);
});

test('an import is shown card by card before anything is stored, and can be taken back whole', async ({ etcdeck, page }) => {
  const folder = join(etcdeck.dataFolder, 'my notes');
  mkdirSync(folder);
  copyFileSync(notes, join(folder, 'storage-notes.md'));
  const importing = new ImportPage(page);
  await etcdeck.willChoose([folder]);
  await importing.open();
  await importing.chooseFolder.click();

  await importing.file('storage-notes.md').click();
  await expect(importing.cardsOf('storage-notes.md').first()).toContainText('Added');
  const today = new TodayPage(page);
  await today.open();
  await expect(today.deck('CKA')).toBeVisible();
  await expect(page.getByText('Persistent Volumes', { exact: true })).toHaveCount(0);

  await importing.open();
  await importing.commit.click();
  await expect(importing.toast).toBeVisible();
  await today.open();
  await expect(today.deck('Persistent Volumes')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(today.deck('Persistent Volumes')).toHaveCount(0);
});
