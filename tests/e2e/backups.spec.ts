/** Backups in the real app: made when asked for, restored and taken back; the way out of a damaged database; trouble said plainly. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectAccessible, test } from './fixtures.js';
import { BackupsPage } from './pages/backups.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { readSchedules } from './schedules.js';

for (const theme of ['light', 'dark'] as const) {
  test(`a backup is made and restored, and the restoring is taken back (${theme})`, async ({ etcdeck, page }) => {
    await etcdeck.setSystemTheme(theme);
    const backups = new BackupsPage(page);
    await backups.open();
    await expect(backups.group.getByText('None yet.')).toBeVisible();
    await backups.make.click();
    await expect(backups.toast.getByText(/^Backup made today/)).toBeVisible();
    await expect(page.getByText(/^Saved, backup \d\d:\d\d$/)).toBeVisible();
    await etcdeck.screenshot(`backups-${theme}`);
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Today' }).click();
    await new TodayPage(page).startReview.click();
    const review = new ReviewPage(page);
    await review.showAnswer.click();
    await review.rating('Easy').click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Done' }).click();
    expect(readSchedules(etcdeck.dataFolder).reviews).toHaveLength(1);

    await backups.open();
    await backups.restore.click();
    await expect(backups.dialog).toBeVisible();
    await etcdeck.screenshot(`backups-restore-${theme}`);
    await expectAccessible(page);
    await backups.dialog.getByRole('button', { name: /^Restore today/ }).click();
    await expect(backups.toast.getByText(/^Restored as of today/)).toBeVisible();
    expect(readSchedules(etcdeck.dataFolder).reviews).toHaveLength(0);
    await backups.toast.getByRole('button', { name: 'Undo' }).click();
    await expect(backups.toast.getByText('Everything is as it was before restoring')).toBeVisible();
    expect(readSchedules(etcdeck.dataFolder).reviews).toHaveLength(1);
    await page.getByRole('link', { name: 'Today' }).click();
    await expect(new TodayPage(page).startReview).toBeVisible();
  });
}

test('a damaged database is moved aside and the newest backup restored, from the window that refuses it', async ({ unstarted }) => {
  await unstarted.start();
  const backups = new BackupsPage(unstarted.page);
  await backups.open();
  await backups.make.click();
  await expect(backups.toast.getByText(/^Backup made/)).toBeVisible();
  await unstarted.close();
  const file = join(unstarted.dataFolder, 'etcdeck.sqlite');
  const spoilt = Buffer.from('this is no database '.repeat(500));
  writeFileSync(file, spoilt);

  await unstarted.start();
  const { page } = unstarted;
  await expect(page.getByText(/The newest backup is from today/)).toBeVisible();
  await unstarted.screenshot('backups-damaged');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(new TodayPage(page).startReview).toBeVisible();
  const aside = readdirSync(join(unstarted.dataFolder, 'backups')).find((name) => name.startsWith('damaged-')) ?? '';
  expect(readFileSync(join(unstarted.dataFolder, 'backups', aside))).toEqual(spoilt);
});

test('a backup that cannot be made says why, here and at the foot of the window', async ({ etcdeck, page }) => {
  const inTheWay = join(etcdeck.dataFolder, 'backups');
  expect(existsSync(inTheWay)).toBe(false);
  writeFileSync(inTheWay, 'a file');
  const backups = new BackupsPage(page);
  await backups.open();
  await backups.make.click();
  await expect(backups.group.getByRole('alert')).toContainText('No backup was made: there is a file in the way of its folder.');
  await expect(page.getByText('The last backup failed')).toBeVisible();
  await etcdeck.screenshot('backups-failed');
  await expectAccessible(page);
  rmSync(inTheWay);
  await backups.make.click();
  await expect(backups.toast.getByText(/^Backup made/)).toBeVisible();
  await expect(backups.group.getByRole('alert')).toBeHidden();
});
