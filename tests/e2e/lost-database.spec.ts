/** A database that is gone, before a start or in the middle of a session: said plainly, and the way out with the keyboard alone. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.js';
import { BackupsPage } from './pages/backups.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { readSchedules } from './schedules.js';

/** Tabs to a button and presses it. */
async function pressByKeys(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect(button).toBeEnabled();
  for (let tabs = 0; tabs < 10 && !(await button.evaluate((one) => one === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

async function answerOne(page: Page): Promise<void> {
  await expect(new TodayPage(page).startReview).toBeVisible();
  await new TodayPage(page).startReview.press('Enter');
  await expect(new ReviewPage(page).showAnswer).toBeVisible();
  await page.keyboard.press('Space');
  await expect(new ReviewPage(page).rating('Easy')).toBeVisible();
  await page.keyboard.press('4');
  await expect(new ReviewPage(page).showAnswer).toBeVisible();
}

test('a database that is gone is not begun anew in silence: its newest backup comes back, or a new one is asked for', async ({
  unstarted,
}) => {
  await unstarted.start();
  await answerOne(unstarted.page);
  const backups = new BackupsPage(unstarted.page);
  await unstarted.page.keyboard.press('Escape');
  await unstarted.page.getByRole('button', { name: 'Done' }).press('Enter');
  await backups.open();
  await backups.make.press('Enter');
  await expect(backups.toast.getByText(/^Backup made/)).toBeVisible();
  await unstarted.close();
  const file = join(unstarted.dataFolder, 'etcdeck.sqlite');
  const away = join(unstarted.dataFolder, '..', 'taken away.sqlite');
  renameSync(file, away);

  await unstarted.start();
  await expect(unstarted.page.getByRole('alert')).toContainText('The newest backup is from today');
  await unstarted.screenshot('lost-database');
  await expectAccessible(unstarted.page);
  await pressByKeys(unstarted.page, 'Restore it');
  await expect(new TodayPage(unstarted.page).startReview).toBeVisible();
  expect(readSchedules(unstarted.dataFolder).reviews).toHaveLength(1);
  await unstarted.close();
  renameSync(file, away);

  await unstarted.start();
  await pressByKeys(unstarted.page, 'Start anew');
  await expect(new TodayPage(unstarted.page).startReview).toBeVisible();
  expect(readSchedules(unstarted.dataFolder).reviews).toHaveLength(0);
});

test('a database that is taken away in a session takes no more answers, and is written anew with all it had', async ({ unstarted }) => {
  await unstarted.start();
  await answerOne(unstarted.page);
  const file = join(unstarted.dataFolder, 'etcdeck.sqlite');
  renameSync(file, join(unstarted.dataFolder, '..', 'moved.sqlite'));
  await unstarted.page.keyboard.press('Space');
  await unstarted.page.keyboard.press('4');
  await expect(unstarted.page.getByRole('alert')).toContainText(/moved|removed/);
  await expect(unstarted.page.getByRole('heading', { name: 'Etcdeck cannot go on' })).toBeVisible();
  await unstarted.screenshot('moved-database');
  await expectAccessible(unstarted.page);
  expect(existsSync(file)).toBe(false);

  await pressByKeys(unstarted.page, 'Write it anew');
  await expect(new TodayPage(unstarted.page).title).toBeVisible();
  expect(readSchedules(unstarted.dataFolder).reviews).toHaveLength(1);
});
