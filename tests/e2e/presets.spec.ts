/** Presets in the real app: what a retention costs, schedules made anew and taken back, a fitting that says why not. */
import type { Page } from '@playwright/test';
import type { Etcdeck } from './etcdeck.js';
import { expect, expectAccessible, test } from './fixtures.js';
import { PresetsPage } from './pages/presets.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { readSchedules } from './schedules.js';

/** Answers some new cards Easy, so that they are in review with days to go. */
async function learn(page: Page, cards: number): Promise<void> {
  await new TodayPage(page).startReview.click();
  const review = new ReviewPage(page);
  for (let card = 0; card < cards; card++) {
    const question = await review.question.textContent();
    await review.showAnswer.click();
    await review.rating('Easy').click();
    await expect(review.question).not.toHaveText(question ?? '');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Done' }).click();
}

const dueAts = ({ dataFolder }: Etcdeck): number[] => readSchedules(dataFolder).reviews.map(({ dueAt }) => dueAt);

test('a higher retention shows its workload, reschedules the cards when asked, and is taken back', async ({ etcdeck, page }) => {
  await learn(page, 5);
  const before = dueAts(etcdeck);
  const presets = new PresetsPage(page);
  await presets.open();
  await expect(presets.workload.getByText(/^90 % is about \d+ minutes? and \d+ reviews? a day/)).toBeVisible();

  await presets.set('Desired retention', '97');
  await expect(presets.group.getByText('Reschedule 5 cards with the new parameters?')).toBeVisible();
  await expect(presets.group.getByText('None of them becomes due today.')).toBeVisible();
  expect(dueAts(etcdeck)).toEqual(before);
  await etcdeck.screenshot('presets-offer');

  await presets.reschedule().click();
  await expect(presets.toast.getByText('5 cards rescheduled')).toBeVisible();
  const sooner = dueAts(etcdeck);
  sooner.forEach((dueAt, index) => expect(dueAt).toBeLessThan(before[index] ?? 0));
  await presets.undo.click();
  await expect(presets.toast.getByText('Taken back')).toBeVisible();
  expect(dueAts(etcdeck)).toEqual(before);

  await presets.set('Desired retention', '85');
  await presets.undo.click();
  await expect(presets.retention).toHaveValue('97');
});

test('a deck gets its preset on Today, by keyboard, and what waits there follows at once', async ({ etcdeck, page }) => {
  const presets = new PresetsPage(page);
  const today = new TodayPage(page);
  await expect(today.startReview).toBeVisible();
  await presets.open();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Default copy');
  await presets.set('New cards a day', '3');
  await today.open();

  const deck = today.deck('CKA');
  const before = await deck.innerText();
  await deck.focus();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Preset of CKA' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await expectAccessible(page);
  await etcdeck.screenshot('deck-preset');
  await dialog.getByRole('combobox').selectOption('Default copy');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(presets.toast.getByText('Preset of CKA changed')).toBeVisible();
  await expect(deck.getByRole('gridcell').nth(1)).toHaveText('3');
  await expect(deck).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(presets.toast.getByText('Taken back')).toBeVisible();
  await expect.poll(() => deck.innerText()).toBe(before);
});

test('fitting with too few reviews says so and changes nothing', async ({ etcdeck, page }) => {
  await learn(page, 2);
  const presets = new PresetsPage(page);
  await presets.open();
  await presets.fitNow.click();
  await expect(presets.group.getByText('Fitting needs 400 reviews, on several days; these decks have 2.')).toBeVisible();
  await expectAccessible(page);
  await etcdeck.screenshot('presets-too-few');
});

for (const { theme, width } of [
  { theme: 'light', width: 1200 },
  { theme: 'dark', width: 1200 },
  { theme: 'light', width: 900 },
] as const) {
  test(`presets are accessible (${theme} ${width})`, async ({ etcdeck, page }) => {
    await etcdeck.resize(width, 800);
    await etcdeck.setSystemTheme(theme);
    await expect(new TodayPage(page).startReview).toBeVisible();
    const presets = new PresetsPage(page);
    await presets.open();
    await expect(presets.workload).toBeVisible();
    await presets.set('Learning steps', '10, 1');
    await expect(page.getByText(/each step longer than the one before/)).toBeVisible();
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Default copy');
    await presets.set('Name', 'The preset for everything that has to do with the exam');
    await page.getByLabel('Preset of CKA', { exact: true }).selectOption({ index: 2 });
    await expect(presets.workload).toBeVisible();
    await expectAccessible(page);
    await etcdeck.screenshot(`presets-${theme}-${width}`);
    await page.getByText('Easy days').scrollIntoViewIfNeeded();
    await etcdeck.screenshot(`presets-middle-${theme}-${width}`);
    await page.getByRole('heading', { name: 'Your data' }).scrollIntoViewIfNeeded();
    await etcdeck.screenshot(`presets-foot-${theme}-${width}`);
  });
}
