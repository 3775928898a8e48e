/** The promise of a schedule: what was answered comes back when its day has come, not before. */
import { expect, test } from './fixtures.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';

const dayMs = 24 * 60 * 60 * 1000;

test('a card answered Easy is gone today and due when its day has come', async ({ etcdeck, page }) => {
  await new TodayPage(page).startReview.click();
  const review = new ReviewPage(page);
  const question = await review.question.textContent();
  await review.showAnswer.click();
  await review.rating('Easy').click();
  await expect(review.question).not.toHaveText(question ?? '');
  const waiting = () => page.evaluate(() => window.etcdeck.call('today.get', {}));
  expect(await waiting()).toMatchObject({ ok: true, value: { answeredToday: 1, counts: { due: 0 } } });

  await etcdeck.relaunch();
  await etcdeck.advanceClock(60 * dayMs);

  const later = new TodayPage(etcdeck.page);
  // Today asks when the person comes back to the window, but not within two seconds of the last time.
  await expect(async () => {
    await etcdeck.page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(etcdeck.page.getByText('1 due', { exact: false }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await later.startReview.click();
  await expect(new ReviewPage(etcdeck.page).question).toHaveText(question ?? '');
});
