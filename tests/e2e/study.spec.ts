/** Studying out of the ordinary, in the real app: redo after a restart, a pile, chosen cards, a tag, a card that keeps slipping. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.js';
import { ImportPage } from './pages/import.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { readSchedules, weeksAway, writeStore } from './schedules.js';

const saw = (page: Page): Promise<string> => new ReviewPage(page).question.innerText();

async function rate(page: Page, key: '1' | '3' | '4'): Promise<void> {
  const shown = await saw(page);
  await page.keyboard.press('Space');
  await expect(new ReviewPage(page).answer).toBeVisible();
  await page.keyboard.press(key);
  await expect(async () => {
    const isOver = await page.getByRole('button', { name: 'Done' }).isVisible();
    expect(isOver || (await saw(page)) !== shown).toBe(true);
  }).toPass();
}

test('what was taken back is done again after a restart, by keyboard', async ({ etcdeck, dataFolder }) => {
  await new TodayPage(etcdeck.page).startReview.click();
  const first = await saw(etcdeck.page);
  await rate(etcdeck.page, '4');
  await rate(etcdeck.page, '4');
  const before = readSchedules(dataFolder).reviews.map(({ front, rating, dueAt }) => ({ front, rating, dueAt }));
  await etcdeck.page.keyboard.press('u');
  await etcdeck.page.keyboard.press('u');
  await expect(new ReviewPage(etcdeck.page).question).toHaveText(first);
  expect(readSchedules(dataFolder).reviews).toEqual([]);

  await etcdeck.relaunch();
  await new TodayPage(etcdeck.page).startReview.click();
  await expect(new ReviewPage(etcdeck.page).showAnswer).toBeVisible();
  await etcdeck.page.keyboard.press('r');
  await expect(new ReviewPage(etcdeck.page).question).not.toHaveText(first);
  await etcdeck.page.keyboard.press('r');
  await expect(etcdeck.page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  expect(readSchedules(dataFolder).reviews.map(({ front, rating, dueAt }) => ({ front, rating, dueAt }))).toEqual(before);
});

test('a pile after weeks away is spread over days, and the plan can be taken back', async ({ etcdeck, dataFolder }) => {
  await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
  await etcdeck.close();
  writeStore(dataFolder, weeksAway(0));
  await etcdeck.start();
  const { page } = etcdeck;
  const waited = page.getByText(/^\d+ cards waited while you were away$/);
  await expect(waited).toBeVisible();
  const cards = Number(/\d+/.exec(await waited.innerText())?.[0]);
  await etcdeck.screenshot('today-backlog');
  await expectAccessible(page);

  await page.getByLabel('Catch up over').fill('4');
  await page.getByRole('button', { name: 'Catch up' }).click();
  const perDay = Math.ceil(cards / 4);
  await expect(page.getByText(`${perDay} cards, about`, { exact: false })).toBeVisible();
  await expect(page.getByText(`Catching up: 0 of ${cards} done`)).toBeVisible();
  await etcdeck.screenshot('today-catch-up');
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(waited).toBeVisible();

  await page.getByRole('button', { name: 'Catch up' }).click();
  await expect(waited).toBeHidden();
  await etcdeck.relaunch();
  await expect(etcdeck.page.getByText(/^Catching up: 0 of/)).toBeVisible();
  await new TodayPage(etcdeck.page).startReview.click();
  await rate(etcdeck.page, '4');
  await etcdeck.page.keyboard.press('Escape');
  await etcdeck.page.keyboard.press('Enter');
  await expect(etcdeck.page.getByText(/^Catching up: 1 of/)).toBeVisible();
});

test('chosen cards leave schedules untouched, and the session goes on where it was left', async ({ etcdeck, dataFolder }) => {
  await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
  await etcdeck.page.keyboard.press('c');
  const dialog = etcdeck.page.getByRole('dialog', { name: 'Custom study' });
  await expect(dialog).toBeVisible();
  await expectAccessible(etcdeck.page);
  await dialog.getByRole('radio', { name: 'New cards, the next' }).check();
  await dialog.getByRole('textbox', { name: 'New cards, the next' }).fill('3');
  await etcdeck.screenshot('custom-study');
  await dialog.getByRole('button', { name: 'Study 3 cards' }).click();
  await expect(etcdeck.page.getByText('Schedules untouched')).toBeVisible();
  await rate(etcdeck.page, '1');
  await etcdeck.screenshot('practice');
  await etcdeck.kill();

  await etcdeck.start();
  const { page } = etcdeck;
  await expect(page.getByText('Next 3 new cards: 0 of 3 done')).toBeVisible();
  await etcdeck.screenshot('today-paused');
  await page.keyboard.press('r');
  await expect(page.getByText(/^Continued from/)).toBeVisible();
  for (let cards = 0; cards < 3; cards++) await rate(page, '3');
  await expect(page.getByRole('heading', { name: /^4 answers in/ })).toBeVisible();
  await etcdeck.screenshot('summary');
  await expectAccessible(page);
  await page.keyboard.press('a');
  await expect(page.getByText('Schedules untouched')).toBeVisible();
  expect(readSchedules(dataFolder).reviews).toEqual([]);
});

test('the cards of a tag are studied, and no others', async ({ etcdeck, page }) => {
  const folder = join(etcdeck.dataFolder, 'notes');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'tides.md'),
    '---\ntags: [tides]\n---\n# Tides\n\n- **Spring tide**: the highest high water, at new and full moon.\n- **Neap tide**: the lowest high water, at half moon.\n',
  );
  const importing = new ImportPage(page);
  await etcdeck.willChoose([folder]);
  await importing.open();
  await importing.chooseFolder.click();
  await importing.commit.click();
  await expect(new TodayPage(page).startReview).toBeVisible();

  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Custom study' });
  await dialog.getByLabel('From').selectOption('tag:tides');
  await dialog.getByRole('radio', { name: 'All of them' }).check();
  await dialog.getByRole('checkbox', { name: 'Schedules untouched' }).uncheck();
  const study = dialog.getByRole('button', { name: /^Study \d cards$/ });
  await study.click();
  for (;;) {
    const over = page.getByRole('button', { name: 'Done' });
    await expect(over.or(new ReviewPage(page).showAnswer)).toBeVisible();
    if (await over.isVisible()) break;
    expect(await saw(page)).toMatch(/tide/i);
    await rate(page, '4');
  }
});

test('a card that keeps slipping is offered to be rewritten, without leaving the review', async ({ etcdeck, dataFolder }) => {
  await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
  await etcdeck.close();
  writeStore(dataFolder, weeksAway(7));
  await etcdeck.start();
  const { page } = etcdeck;
  await new TodayPage(page).startReview.click();
  await rate(page, '1');
  await expect(page.getByText(/was forgotten 8 times$/)).toBeVisible();
  await etcdeck.screenshot('leech');
  await expectAccessible(page);
  const next = await saw(page);
  await page.keyboard.press('w');
  await page.getByLabel('Question').fill('What is better worded?');
  await page.keyboard.press('Control+Enter');
  await expect(new ReviewPage(page).question).toHaveText(next);
  await expect(page.getByText(/was forgotten 8 times$/)).toBeHidden();
  expect(readSchedules(dataFolder).reviews).toHaveLength(1);
  const result = await page.evaluate(() =>
    window.etcdeck.call('library.cards', { query: '"better worded"', filter: null, limit: 5, offset: 0 }),
  );
  expect(result).toMatchObject({ ok: true, value: { total: 1 } });
});
