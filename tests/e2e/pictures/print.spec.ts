/** Cheat sheets: their dialogs, and the pages themselves as they are printed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExamPage } from '../pages/exam.js';
import { LibraryPage } from '../pages/library.js';
import { PrintDialog, willSaveTo } from '../pages/print.js';
import { TodayPage } from '../pages/today.js';
import { importFolder, rewriteCard, writeNote } from '../reading-desk.js';
import { image, kinds, markdown } from './notes.js';
import { HeldSheet } from './sheet.js';
import { expect, failure, test } from './still.js';

test('A sheet of decks', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.keyboard.press('Control+p');
  const print = new PrintDialog(page);
  await expect(print.said).toHaveText('Choose a deck to print.');
  await still.picture('print-dialog', { zoomed: true });
  await print.deck('etcd').check();
  await expect(print.said).toHaveText(/^\d+ cards$/);
  await print.dialog.getByRole('button', { name: 'Letter' }).click();
  await still.picture('print-chosen');
  await still.answer('print.save', failure('The sheet could not be saved there.', 'Choose another folder.', '/home/somebody/sheet.pdf'));
  await print.save.click();
  await expect(print.dialog.getByRole('alert')).toContainText('could not be saved there');
  await still.picture('print-not-saved');
  await still.answer('print.save', null);
  await willSaveTo(still.etcdeck, join(dataFolder, 'sheet.pdf'));
  const sheet = await HeldSheet.next(still);
  await print.save.click();
  await sheet.picture('sheet-of-a-deck');
  await sheet.letGo();
  await expect(print.said).toHaveText(/^Saved sheet\.pdf, \d+ pages\.$/, { timeout: 60_000 });
  still.keep(join(dataFolder, 'sheet.pdf'), 'sheet-of-a-deck');
  await still.picture('print-saved');
  await still.answer('print.count', failure('The cards could not be counted.', 'Try again.'));
  await still.fresh();
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.keyboard.press('Control+p');
  await print.deck('etcd').check();
  await expect(print.dialog.getByRole('alert')).toBeVisible();
  await still.picture('print-failed');
  await still.answer('print.count', null);
  await still.answer('print.save', 'never');
  await print.deck('etcd').uncheck();
  await print.deck('etcd').check();
  await expect(print.said).toHaveText(/^\d+ cards$/);
  await print.save.click();
  await expect(print.said).toHaveText('Drawing the sheet');
  await still.picture('print-working');
});

test('A sheet of a note with every sort of card', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  const folder = join(dataFolder, 'notes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'raft log.png'), image);
  writeNote(folder, 'kinds.md', kinds);
  await importFolder(still.etcdeck, folder);
  await rewriteCard(still.etcdeck, 'What is **this** of $x^2$?', markdown.join('\n'));
  await still.fresh();
  const library = new LibraryPage(page);
  await library.open();
  await library.tree
    .getByRole('button', { name: /^kinds/ })
    .last()
    .click();
  await expect(page.getByRole('list', { name: 'Text of kinds.md' })).toBeVisible();
  await page.keyboard.press('Control+p');
  const print = new PrintDialog(page);
  await expect(print.dialog).toContainText('kinds.md');
  await expect(print.said).toHaveText(/^\d+ cards$/);
  await still.picture('print-note');
  await willSaveTo(still.etcdeck, join(dataFolder, 'kinds.pdf'));
  const sheet = await HeldSheet.next(still);
  await print.save.click();
  await sheet.picture('sheet-of-a-note');
  await sheet.letGo();
  await expect(print.said).toHaveText(/^Saved kinds\.pdf, \d+ pages?\.$/, { timeout: 60_000 });
  still.keep(join(dataFolder, 'kinds.pdf'), 'sheet-of-a-note');
});

test('A sheet of the plan', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  const exam = new ExamPage(page);
  await exam.open();
  await exam.plan('2026-03-30', 6);
  await expect(exam.chart).toBeVisible();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Print the plan' });
  await expect(dialog).toBeVisible();
  await still.picture('print-plan');
  await willSaveTo(still.etcdeck, join(dataFolder, 'plan.pdf'));
  const sheet = await HeldSheet.next(still);
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  await sheet.picture('sheet-of-the-plan');
  await sheet.letGo();
  await expect(dialog.getByRole('status')).toHaveText(/^Saved plan\.pdf, \d+ pages?\.$/, { timeout: 60_000 });
  still.keep(join(dataFolder, 'plan.pdf'), 'sheet-of-the-plan');
});
