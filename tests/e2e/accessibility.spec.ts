/** Every state of a review, and the card in its note, in both themes, in a narrow window and at 200 %: accessible, and nothing cut off. */
import { rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { invokeChannel } from '../../src/shared/channels.js';
import type { Etcdeck } from './etcdeck.js';
import { expect, expectAccessible, test } from './fixtures.js';
import { looks, wear, zoomed, zoomTo } from './looks.js';
import { dayFromNow, ExamPage } from './pages/exam.js';
import { LibraryPage } from './pages/library.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { deck, importFolder, startDeck, writeNote } from './reading-desk.js';
import { weeksAway, writeStore } from './schedules.js';

const lines = ['# Raft', '', '- **Leader**: The member that takes all writes of the cluster.', ''];

for (const look of [...looks, zoomed]) {
  const { name } = look;
  test.describe(name, () => {
    let file = '';

    test.beforeEach(async ({ etcdeck, dataFolder }) => {
      await wear(etcdeck, look);
      const more = Array.from({ length: 60 }, (_, i) => `Line ${i} of a long note, which says nothing that would make a card of it.`);
      file = writeNote(`${dataFolder}/notes`, 'raft.md', [...more, '', ...lines, ...more]);
      await importFolder(etcdeck, `${dataFolder}/notes`);
      await zoomTo(etcdeck, look);
    });

    test(`a review can be read from its question to its summary (${name})`, async ({ etcdeck, page }) => {
      await page.evaluate(async () => {
        const found = await window.etcdeck.call('presets.get', {});
        const presetId = found.ok ? found.value.presets[0]?.presetId : undefined;
        if (presetId) await window.etcdeck.call('presets.change', { presetId, options: { learningStepsMinutes: [30] } });
      });
      const review = await startDeck(etcdeck);
      await check(etcdeck, `review-question-${name}`);
      await page.keyboard.press('Space');
      await expect(review.rating('Good')).toBeVisible();
      await check(etcdeck, `review-answer-${name}`);
      await page.keyboard.press('o');
      await expect(page.locator('.is-on').first()).toBeInViewport();
      await check(etcdeck, `review-note-${name}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await check(etcdeck, `review-keys-${name}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await check(etcdeck, `review-edit-${name}`);
      await page.keyboard.press('Escape');
      // Forgotten, its one card comes back after its learning step.
      await page.keyboard.press('Space');
      await page.keyboard.press('1');
      await expect(page.getByRole('timer')).toBeVisible();
      await check(etcdeck, `review-waiting-${name}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
      await check(etcdeck, `review-summary-${name}`);
    });

    test(`a note that changed or went says so beside its card (${name})`, async ({ etcdeck, page }) => {
      await startDeck(etcdeck);
      await page.keyboard.press('Space');
      writeFileSync(file, lines.join('\n'));
      await page.keyboard.press('o');
      await expect(page.getByText('The file changed after its cards were made.')).toBeVisible();
      await check(etcdeck, `note-changed-${name}`);
      await page.keyboard.press('Escape');
      rmSync(file);
      await page.keyboard.press('o');
      await expect(page.getByText('The file is no longer there.')).toBeVisible();
      await check(etcdeck, `note-missing-${name}`);
    });

    test(`a review that cannot start or go on says why (${name})`, async ({ etcdeck, page }) => {
      const review = await startDeck(etcdeck);
      await page.keyboard.press('Space');
      await etcdeck.tell(({ ipcMain }, channel) => {
        ipcMain.removeHandler(channel);
        const message = 'The answer could not be written to the disk.';
        const hint = 'Free some space on the disk, then rate the card again. What you answered before is safe.';
        ipcMain.handle(channel, () => ({ ok: false, error: { code: 'store', message, where: '/home/somebody/etcdeck.sqlite', hint } }));
      }, invokeChannel);
      await page.keyboard.press('3');
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(review.answer).toBeVisible();
      await check(etcdeck, `review-error-${name}`);
    });

    test(`the exam fits any window, with its plan and while it is changed (${name})`, async ({ etcdeck, page }) => {
      const exam = new ExamPage(page);
      await exam.open();
      await check(etcdeck, `exam-first-${name}`);
      await exam.plan(dayFromNow(400), 0.5);
      await expect(exam.chart).toBeVisible();
      await page.getByRole('button', { name: 'Cluster Architecture' }).click();
      await check(etcdeck, `exam-plan-${name}`);
      await page.keyboard.press('e');
      await expect(exam.form).toBeVisible();
      await check(etcdeck, `exam-change-${name}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('t');
      await expect(page.getByRole('heading', { name: 'Of no topic' })).toBeVisible();
      await check(etcdeck, `exam-topics-${name}`);
    });

    test(`the library folds front matter and finds its way in any window (${name})`, async ({ etcdeck, page }) => {
      const library = new LibraryPage(page);
      await library.open();
      const overlap = await page.evaluate(() => {
        const [text, cards] = ['.note', '.panes > .pane:last-child'].map((one) => document.querySelector(one)?.getBoundingClientRect());
        return text && cards ? Math.min(text.bottom - cards.top, text.right - cards.left) : null;
      });
      expect(overlap, 'text of the note over its cards').toBeLessThanOrEqual(0);
      await check(etcdeck, `library-note-${name}`);
      await library.show('Cards');
      await check(etcdeck, `library-cards-${name}`);
      await new TodayPage(page).open();
      await check(etcdeck, `today-${name}`);
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`a session that is typed, left, empty, or with a card that keeps slipping can be read (${theme})`, async ({
    etcdeck,
    dataFolder,
  }) => {
    test.slow();
    const wearTheme = (): Promise<void> => etcdeck.setSystemTheme(theme);
    await wearTheme();
    writeNote(`${dataFolder}/notes`, 'store.md', ['# Store', '', 'The state of a cluster is kept in {{c1::etcd}}, a key-value store.']);
    await importFolder(etcdeck, `${dataFolder}/notes`);
    await new TodayPage(etcdeck.page).deck(deck).getByRole('button', { name: deck }).click();
    await expect(gapOf(etcdeck)).toBeFocused();
    await check(etcdeck, `typing-gap-${theme}`);
    await etcdeck.page.keyboard.type('the kubelet');
    await etcdeck.page.keyboard.press('Enter');
    await expect(new ReviewPage(etcdeck.page).question).toHaveText(/is kept in instead: etcd, a key-value store\.$/);
    await check(etcdeck, `typed-gap-${theme}`);
    await etcdeck.page.keyboard.press('Escape');

    await new TodayPage(etcdeck.page).open();
    await etcdeck.page.keyboard.press('c');
    const study = etcdeck.page.getByRole('dialog', { name: 'Custom study' });
    await study.getByRole('radio', { name: 'All of them' }).check();
    await study.getByRole('button', { name: /^Study \d+ cards$/ }).click();
    await expect(etcdeck.page.getByText('Schedules untouched')).toBeVisible();
    await etcdeck.relaunch();
    await wearTheme();
    await expect(etcdeck.page.getByRole('button', { name: 'Continue' })).toBeVisible();
    await check(etcdeck, `today-paused-${theme}`);

    await etcdeck.close();
    writeStore(dataFolder, weeksAway(7));
    await etcdeck.start();
    await wearTheme();
    await new TodayPage(etcdeck.page).startReview.click();
    const review = new ReviewPage(etcdeck.page);
    await expect(review.showAnswer).toBeVisible();
    await review.showAnswer.click();
    await review.rating('Again').click();
    await expect(etcdeck.page.getByText(/was forgotten 8 times$/)).toBeVisible();
    await check(etcdeck, `review-leech-${theme}`);

    await etcdeck.close();
    writeStore(dataFolder, `UPDATE cards SET suspendedAt = 1 WHERE deckId <> (SELECT deckId FROM decks WHERE path = '${deck}')`);
    await etcdeck.start();
    await wearTheme();
    await new TodayPage(etcdeck.page).startReview.click();
    await expect(gapOf(etcdeck)).toBeFocused();
    // The only card there is goes before it is answered.
    await etcdeck.page.keyboard.press('Escape');
    await etcdeck.page.keyboard.press('s');
    await expect(etcdeck.page.getByRole('heading', { name: 'Nothing to review' })).toBeVisible();
    await check(etcdeck, `review-empty-${theme}`);
  });
}

test('a review keeps its shapes with forced colours and without motion', async ({ etcdeck, page, dataFolder }) => {
  writeNote(`${dataFolder}/notes`, 'raft.md', [...lines, '![none](none.png)']);
  await importFolder(etcdeck, `${dataFolder}/notes`);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const review = await startDeck(etcdeck);
  await page.keyboard.press('Space');
  await expect(review.rating('Good')).toBeVisible();
  await etcdeck.screenshot('forced-answer');
  await page.keyboard.press('o');
  await expect(page.locator('.is-on')).toHaveCSS('outline-style', 'solid');
  await etcdeck.screenshot('forced-note');
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0.001);
      }).length,
  );
  expect(moving, 'elements that move').toBe(0);
});

const gapOf = ({ page }: Etcdeck) => page.getByRole('textbox', { name: 'Your answer for the gap' });

async function check(etcdeck: Etcdeck, name: string): Promise<void> {
  await etcdeck.screenshot(name);
  expect(await cutOff(etcdeck.page), `cut off in ${name}`).toEqual([]);
  await expectAccessible(etcdeck.page);
}

/** What sticks out of the window sideways, but for what scrolls in a place of its own. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    for (const element of document.querySelectorAll('button, a, h1, h2, p, input, select, textarea, td')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest('.sr, pre, .wide') || getComputedStyle(element).clipPath !== 'none') continue;
      if (right > innerWidth + 1 || left < -1)
        found.push(`${element.tagName} "${element.textContent.trim().slice(0, 40)}" ${left} to ${right}`);
    }
    return found;
  });
