/** A whole session without a mouse, from the import of a note to the summary of its review, with what a screen reader hears on the way. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { ImportPage } from './pages/import.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { deck, writeNote } from './reading-desk.js';

/** What the polite live region says. */
const said = (page: Page) => page.locator('p[aria-live="polite"]');

/** The window may be behind another one while tests run side by side, so the page is asked, not the system. */
const expectFocus = (place: Locator) => expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true);

/** Opens the palette and does what is typed. */
async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expectFocus(page.getByRole('combobox'));
  await page.keyboard.type(text);
  await expect(page.getByRole('option').first()).toContainText(text);
  await page.keyboard.press('Enter');
}

test('a note is imported and reviewed to the summary without a mouse', async ({ etcdeck, page, dataFolder }) => {
  test.slow();
  const file = writeNote(dataFolder, 'raft.md', [
    '# Raft',
    '',
    '- **Leader**: The member that takes all writes of the cluster.',
    '- **Follower**: A member that repeats what the leader has written.',
    '- **Candidate**: A member that asks the others for their votes.',
  ]);
  await page.evaluate(() => {
    Object.assign(window, { pointers: 0 });
    addEventListener('pointerdown', () => ((window as unknown as { pointers: number }).pointers += 1), true);
  });
  await expect(new TodayPage(page).startReview).toBeVisible();

  // Import.
  const importing = new ImportPage(page);
  await etcdeck.willChoose([file]);
  await command(page, 'Choose files');
  await expect(importing.commit).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expectFocus(new TodayPage(page).title);

  // The deck is started by its name.
  await expect(new TodayPage(page).deck(deck)).toBeVisible();
  await command(page, `Review ${deck}`);
  const review = new ReviewPage(page);
  await expectFocus(review.question);
  await expect(said(page)).toHaveText('Next card, new. 3 left.');

  // The answer takes the focus; the card is shown in its note and read on after that.
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expectFocus(review.answer);
  await expect(said(page)).toHaveText('Answer');
  await page.keyboard.press('o');
  const note = page.getByRole('dialog', { name: 'raft.md' });
  await expect(note.locator('.is-on')).toBeInViewport();
  await expectFocus(note.getByRole('group'));
  await page.keyboard.press('3');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expectFocus(review.answer);

  // By Tab to the source, and back.
  await page.keyboard.press('Tab');
  await expectFocus(page.getByRole('button', { name: /^raft\.md:\d+$/ }));
  await page.keyboard.press('Enter');
  await expect(note).toBeVisible();
  await page.keyboard.press('Escape');
  await expectFocus(page.getByRole('button', { name: /^raft\.md:\d+$/ }));

  // Rated, taken back, rated again.
  const first = await review.question.textContent();
  await page.keyboard.press('4');
  await expect(review.question).not.toHaveText(first ?? '');
  await expectFocus(review.question);
  await expect(said(page)).toHaveText(/^Easy, next in \d+ days\. Next card, new\. 2 left\.$/);
  await page.keyboard.press('u');
  await expect(review.question).toHaveText(first ?? '');
  await expectFocus(review.question);
  await expect(page.getByRole('status').getByText('Taken back')).toBeVisible();
  await expect(said(page)).toHaveText(/^Next card, new\. 3 left\.\s*$/);

  // Rewritten and flagged.
  await page.keyboard.press('e');
  await expectFocus(page.getByRole('textbox', { name: 'Question' }));
  await page.keyboard.press('End');
  await page.keyboard.type(' Say it.');
  await page.keyboard.press('Control+Enter');
  await expect(review.question).toContainText('Say it.');
  await expectFocus(review.question);
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true');

  // The keys of the screen, and to the end.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Show the card in its note');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (let left = 3; left > 0; left--) {
    await expectFocus(review.question);
    await page.keyboard.press('Enter');
    await expectFocus(review.answer);
    await page.keyboard.press('4');
    if (left > 1) await expect(said(page)).toContainText(`${left - 1} left.`);
  }
  await expectFocus(page.getByRole('heading', { level: 1 }));
  await expect(said(page)).toHaveText(/^Easy, next in \d+ days\. Review over\. 3 answers in .+\.$/);
  await page.keyboard.press('Enter');
  await expectFocus(new TodayPage(page).title);
  expect(await page.evaluate(() => (window as unknown as { pointers: number }).pointers)).toBe(0);
});
