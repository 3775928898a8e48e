/** The exam in the real app: its date is set, today's part of the plan studied, the plan removed and given back, all without a mouse. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { dayFromNow, ExamPage } from './pages/exam.js';
import { importFolder, writeNote } from './reading-desk.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';

/** The window may be behind another one while tests run side by side, so the page is asked, not the system. */
const expectFocus = (place: Locator) => expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true);

/** Presses Tab until a place has the focus. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass({ intervals: [0] });
}

/** The digits of a day in the order in which the window's date field wants them. */
const typedDay = (page: Page, dayOn: string): Promise<string> =>
  page.evaluate((day) => {
    const parts = new Intl.DateTimeFormat(navigator.language, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' });
    const date = parts.formatToParts(new Date(`${day}T00:00:00Z`));
    return date.map(({ type, value }) => (type === 'literal' ? '' : value)).join('');
  }, dayOn);

/** Day of the week, 0 for Sunday: a study day begins at four in the night. */
const studyDay = (): number => new Date(Date.now() - 4 * 3_600_000).getUTCDay();

test('an exam is set, studied for, removed and given back without a mouse', async ({ page }) => {
  test.slow();
  const exam = new ExamPage(page);
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.evaluate(() => {
    Object.assign(window, { pointers: 0 });
    addEventListener('pointerdown', () => ((window as unknown as { pointers: number }).pointers += 1), true);
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Exam');
  await expect(page.getByRole('option').first()).toContainText('Exam');
  await page.keyboard.press('Enter');
  await expectFocus(exam.title);
  await expect(page.getByRole('heading', { name: 'Set the day of your exam' })).toBeVisible();

  // A day that is over is refused, with a word; one to come is taken.
  await tabTo(page, exam.date);
  await page.keyboard.type(await typedDay(page, dayFromNow(-2)));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose a day after today, in the next three years.')).toBeVisible();
  await expectFocus(exam.date);
  // Back from the last part of the date to its first.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(await typedDay(page, dayFromNow(30)));
  await expect(exam.date).toHaveValue(dayFromNow(30));
  await tabTo(page, exam.hours);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3.5');
  await tabTo(page, page.getByRole('checkbox', { name: 'Sunday' }));
  await page.keyboard.press('Space');
  await tabTo(page, exam.set);
  await page.keyboard.press('Enter');

  // The plan: days left, coverage, readiness withheld, the days to come.
  await expect(exam.figure('Days left')).toContainText(/3[01]/);
  await expect(exam.figure('Topics covered')).toContainText(/\d+ of 27/);
  await expect(exam.figure('Readiness')).toContainText(/Withheld.*\d+ more reviews/s);
  await expect(exam.chart).toBeVisible();
  await expect(page.getByText('3.5 hours a week, no study on Sunday.')).toBeVisible();

  // Today's part, unless today is the Sunday without study.
  if (studyDay() === 0) await moveRestDay(page, exam);
  await expect(exam.today).toBeVisible();
  await page.keyboard.press('Enter');
  const review = new ReviewPage(page);
  await expect(review.showAnswer).toBeVisible();
  await tabTo(page, review.showAnswer);
  await page.keyboard.press('Enter');
  await expect(review.rating('Easy')).toBeVisible();
  await page.keyboard.press('4');
  await expect(page.getByText(/Easy, next in/)).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expectFocus(new TodayPage(page).title);
  await expect(page.getByRole('heading', { name: /^CKA in 3\d days$/ })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Open the plan' }));
  await page.keyboard.press('Enter');
  await expectFocus(exam.title);
  await expect(exam.today).toBeVisible();
  expect(await seen(page)).toBe(1);

  // Removed, and given back.
  await tabTo(page, page.getByRole('button', { name: 'Remove the plan' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Set the day of your exam' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(exam.figure('Days left')).toContainText(/3[01]/);
  expect(await page.evaluate(() => (window as unknown as { pointers: number }).pointers)).toBe(0);
});

/** Cards of the exam that were answered. */
const seen = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const found = await window.etcdeck.call('exam.get', {});
    return found.ok ? found.value.domains.reduce((sum, domain) => sum + domain.seen, 0) : -1;
  });

async function moveRestDay(page: Page, exam: ExamPage): Promise<void> {
  await page.keyboard.press('e');
  await expectFocus(exam.date);
  for (const day of ['Saturday', 'Sunday']) {
    await tabTo(page, page.getByRole('checkbox', { name: day }));
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('3.5 hours a week, no study on Saturday.')).toBeVisible();
}

test('a note of no topic is moved to one by hand, and back', async ({ etcdeck, page, dataFolder }) => {
  test.slow();
  writeNote(`${dataFolder}/notes`, 'raft.md', ['# Raft', '', '- **Leader**: The member that takes all writes of the cluster.']);
  await importFolder(etcdeck, `${dataFolder}/notes`);
  const exam = new ExamPage(page);
  await exam.open();
  await exam.plan(dayFromNow(30), 3);
  const before = await exam.figure('Topics covered').textContent();
  await page.keyboard.press('t');
  const note = page.getByRole('checkbox', { name: /^Choose all cards of .*raft\.md$/ });
  await note.check();
  await expect(page.getByText('no tag, folder or heading names a topic').first()).toBeVisible();
  await page.getByLabel('Move to').selectOption({ label: 'Understand and use CoreDNS' });
  await page.getByRole('button', { name: 'Move 1 note' }).click();
  await expect(note).toHaveCount(0);
  await page.getByRole('button', { name: /^Understand and use CoreDNS/ }).click();
  await expect(page.getByText('you said so')).toBeVisible();
  await page.keyboard.press('t');
  await expect(exam.figure('Topics covered')).not.toHaveText(before ?? '');
  await page.keyboard.press('Control+z');
  await expect(exam.figure('Topics covered')).toHaveText(before ?? '');
});

test('a plan is there after a restart, and over when its day is', async ({ etcdeck, page }) => {
  test.slow();
  const exam = new ExamPage(page);
  await exam.open();
  await exam.plan(dayFromNow(3), 10);
  await etcdeck.relaunch();
  const again = new ExamPage(etcdeck.page);
  await again.open();
  await expect(again.figure('Days left')).toContainText(/[34]/);
  await etcdeck.advanceClock(6 * 86_400_000);
  await etcdeck.page.getByRole('link', { name: /^Today/ }).click();
  await expect(etcdeck.page.getByRole('button', { name: 'Open the plan' })).toHaveCount(0);
  await again.open();
  await expect(etcdeck.page.getByRole('heading', { name: /^The exam was on/ })).toBeVisible();
});
