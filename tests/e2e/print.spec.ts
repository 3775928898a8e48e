/** Cheat sheets, in the real app: of decks, of a note, stopped, and of a note that is up to no good. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectAccessible, test } from './fixtures.js';
import { hostileNote } from './hostile-note.js';
import { ImportPage } from './pages/import.js';
import { LibraryPage } from './pages/library.js';
import { PrintDialog, willSaveTo } from './pages/print.js';
import { TodayPage } from './pages/today.js';

/** The text and shape of a PDF of Chromium is packed; what can be told from outside is that it is whole, its paper and its pages. */
function lookInto(file: string): { isWhole: boolean; pages: number; paper: string } {
  const text = readFileSync(file, 'latin1');
  const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(text) ?? [];
  return {
    isWhole: text.startsWith('%PDF-') && /%%EOF\s*$/.test(text),
    pages: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    paper: `${Math.round(Number(width))} x ${Math.round(Number(height))}`,
  };
}

test('a deck becomes a PDF, by keyboard, on the paper that was chosen', async ({ etcdeck, dataFolder }) => {
  const { page } = etcdeck;
  const file = join(dataFolder, 'sheet.pdf');
  const print = new PrintDialog(page);
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(print.dialog).toBeVisible();
  await expect(print.said).toHaveText('Choose a deck to print.');
  await expect(print.save).toBeDisabled();
  await print.deck('etcd').focus();
  await page.keyboard.press('Space');
  await expect(print.said).toHaveText(/^\d+ cards$/);
  await print.dialog.getByRole('button', { name: 'Letter' }).click();
  await expectAccessible(page);
  await etcdeck.screenshot('print');

  await willSaveTo(etcdeck, file);
  await print.save.click();
  await expect(print.said).toHaveText(/^Saved sheet\.pdf, \d+ pages\.$/, { timeout: 60_000 });
  await etcdeck.screenshot('print-saved');
  const found = lookInto(file);
  expect(found).toMatchObject({ isWhole: true, paper: '612 x 792' });
  expect(found.pages).toBeGreaterThan(1);
  await expect(print.said).toContainText(`${found.pages} pages`);

  await print.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(print.dialog).toBeHidden();
  // The window it was drawn in is gone.
  expect(await etcdeck.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a person who changes their mind about the file has none, and can go on', async ({ etcdeck }) => {
  const { page } = etcdeck;
  const print = new PrintDialog(page);
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.keyboard.press('Control+p');
  await print.deck('etcd').check();
  await willSaveTo(etcdeck, '');
  await print.save.click();
  await expect(print.said).toHaveText(/^\d+ cards$/);
  await expect(print.save).toBeEnabled();
  await willSaveTo(etcdeck, join('/nowhere', 'sheet.pdf'));
  await print.save.click();
  await expect(print.dialog.getByRole('alert')).toContainText('could not be saved there', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(print.dialog).toBeHidden();
});

test('a note on show is printed, and nothing in it runs', async ({ etcdeck, dataFolder }) => {
  const { page } = etcdeck;
  writeFileSync(join(dataFolder, 'hostile.md'), hostileNote('http://127.0.0.1:9/'));
  await etcdeck.willChoose([join(dataFolder, 'hostile.md')]);
  const importPage = new ImportPage(page);
  await importPage.open();
  await importPage.chooseFiles.click();
  await importPage.commit.click();
  await expect(new TodayPage(page).startReview).toBeVisible();

  const library = new LibraryPage(page);
  await library.open();
  await library.tree
    .getByRole('button', { name: /^hostile/ })
    .last()
    .click();
  await expect(page.getByRole('list', { name: 'Text of hostile.md' })).toBeVisible();
  await page.keyboard.press('Control+p');
  const print = new PrintDialog(page);
  await expect(print.dialog).toContainText('hostile.md');
  const file = join(dataFolder, 'hostile.pdf');
  await willSaveTo(etcdeck, file);
  const drawn = etcdeck.electron.waitForEvent('window');
  await print.save.click();
  const sheet = await drawn;
  expect(sheet.url()).toMatch(/^app:\/\/etcdeck\/print\.html/);
  await expect(print.said).toHaveText(/^Saved hostile\.pdf/, { timeout: 60_000 });
  expect(existsSync(file)).toBe(true);
  expect(lookInto(file).isWhole).toBe(true);
});

test('the plan to an exam is printed from its screen', async ({ etcdeck, dataFolder }) => {
  const { page } = etcdeck;
  const today = new TodayPage(page);
  await expect(today.startReview).toBeVisible();
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const plan = { examOn: day(20), hoursPerWeek: 6, restDays: [6], daysOff: [], leftOut: [], startedOn: day(0) };
  await page.evaluate((set) => window.etcdeck.call('exam.plan', { plan: set }), plan);
  await page.getByRole('link', { name: 'Exam' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Print the plan' });
  const file = join(dataFolder, 'plan.pdf');
  await willSaveTo(etcdeck, file);
  await etcdeck.screenshot('print-plan');
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/^Saved plan\.pdf, \d+ pages?\.$/, { timeout: 60_000 });
  expect(lookInto(file).isWhole).toBe(true);
});
