/** A review, from its first question to its summary: each kind of card, the card in its note, and what can go wrong. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReviewPage } from '../pages/review.js';
import { TodayPage } from '../pages/today.js';
import { deck, importFolder, rewriteCard, startDeck, writeNote } from '../reading-desk.js';
import { writeStore } from '../schedules.js';
import { onlyThisDeck, weeksAway } from './histories.js';
import { image, kinds, markdown, raft } from './notes.js';
import { expect, failure, test, type Still } from './still.js';

/** Long enough for a card to be looked for in its note. */
const around = Array.from({ length: 60 }, (_, i) => `Line ${i} of a long note, which says nothing that would make a card of it.`);

/** A note of the first deck, imported; answers its path. */
async function withNote(still: Still, folder: string, lines: readonly string[]): Promise<string> {
  const file = writeNote(folder, 'raft.md', lines);
  await importFolder(still.etcdeck, folder);
  await still.fresh();
  return file;
}

test('A review from question to summary', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  await page.evaluate(slowSteps);
  const file = await withNote(still, join(dataFolder, 'notes'), [...around, '', ...raft, '', ...around]);
  const review = await startDeck(still.etcdeck);
  await still.picture('review-question', { zoomed: true });
  await page.keyboard.press('Space');
  await expect(review.rating('Good')).toBeVisible();
  await still.picture('review-answer', { zoomed: true });
  await review.rating('Good').hover();
  await still.picture('review-answer-hover', { pointing: true });
  await page.keyboard.press('Tab');
  await still.picture('review-answer-focus');

  await page.keyboard.press('o');
  await expect(page.locator('.is-on').first()).toBeInViewport();
  await still.picture('review-in-note', { zoomed: true });
  await page.keyboard.press('Escape');
  writeFileSync(file, raft.join('\n'));
  await page.keyboard.press('o');
  await expect(page.getByText('The file changed after its cards were made.')).toBeVisible();
  await still.picture('review-in-note-changed');
  await page.keyboard.press('Escape');
  rmSync(file);
  await page.keyboard.press('o');
  await expect(page.getByText('The file is no longer there.')).toBeVisible();
  await still.picture('review-in-note-missing');
  await page.keyboard.press('Escape');

  await page.keyboard.press('f');
  await expect(page.getByText('Card flagged')).toBeVisible();
  await still.picture('review-flagged');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Question' })).toBeFocused();
  await still.picture('review-edit', { zoomed: true });
  await page.getByRole('textbox', { name: 'Question' }).fill('');
  await page.keyboard.press('Control+Enter');
  await still.picture('review-edit-refused');
  await page.getByRole('textbox', { name: 'Question' }).fill('Who takes all writes?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Card changed')).toBeVisible();
  await still.picture('review-edited');
  await page.keyboard.press('b');
  await expect(page.getByText('Card buried until tomorrow')).toBeVisible();
  await still.picture('review-buried');
  await page.keyboard.press('u');
  await expect(page.getByText(/^Taken back/)).toBeVisible();
  await still.picture('review-undone');
  await page.keyboard.press('r');
  await expect(page.getByText(/^Done again/)).toBeVisible();
  await still.picture('review-redone');
  await page.keyboard.press('s');
  await expect(page.getByText('Card suspended')).toBeVisible();
  await still.picture('review-suspended');

  // The one card that is left is forgotten, and comes back after its learning step.
  await page.keyboard.press('Space');
  await page.keyboard.press('1');
  await expect(page.getByRole('timer')).toBeVisible();
  await still.picture('review-waiting', { zoomed: true });
  await still.later(125_000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
  await still.picture('review-summary', { zoomed: true });
});

test('A review of each kind of card', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  await withNote(still, join(dataFolder, 'notes'), kinds);
  await page.evaluate(() => window.etcdeck.call('settings.set', { typeAnswers: 'never' }));
  await still.fresh();
  const review = await startDeck(still.etcdeck);
  const seen = new Set<string>();
  const kindOnShow = async (): Promise<string | null> => {
    const view = await page.evaluate(() => window.etcdeck.call('session.current', {}));
    return view.ok ? (view.value.card?.kind ?? null) : null;
  };
  for (let kind = await kindOnShow(); kind !== null; kind = await kindOnShow()) {
    const isNew = !seen.has(kind);
    seen.add(kind);
    if (isNew) await still.picture(`review-${kind}-front`);
    await page.keyboard.press('Space');
    await expect(review.answer).toBeVisible();
    if (isNew) await still.picture(`review-${kind}-back`);
    await page.keyboard.press('4');
    await expect(review.answer).toBeHidden();
  }
  expect([...seen].sort()).toEqual(['basic', 'cloze', 'command', 'concept', 'definition', 'list', 'sequence', 'table']);
});

test('A card with every sort of Markdown', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  const folder = join(dataFolder, 'notes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'raft log.png'), image);
  await withNote(still, folder, raft);
  await rewriteCard(still.etcdeck, `What is **this** of $x^2$, \`code\` and [[Quorum]]?`, markdown.join('\n'));
  await still.fresh();
  const review = await startDeck(still.etcdeck);
  await still.picture('review-markdown-front');
  await page.keyboard.press('Space');
  await expect(review.answer.locator('img')).toHaveCount(1);
  await expect(review.answer.locator('math')).toHaveCount(3);
  await still.picture('review-markdown-back', { zoomed: true });
  await review.answer.getByRole('button', { name: 'the docs' }).focus();
  await page.keyboard.press('Enter');
  await expect(review.answer.getByRole('button', { name: 'Copy address' })).toBeVisible();
  await still.picture('review-markdown-link');
  await review.answer.getByRole('button', { name: 'Copy code' }).first().click();
  await expect(review.answer.getByRole('button', { name: 'Copied' })).toBeVisible();
  await still.picture('review-markdown-copied');
  await review.answer.locator('.wide').first().focus();
  await page.keyboard.press('End');
  await still.picture('review-markdown-scrolled');
});

test('A review that cannot start or go on', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  await withNote(still, join(dataFolder, 'notes'), raft);
  const refused = failure('The answer could not be written to the disk.', 'Free some space on the disk.', '/home/somebody/etcdeck.sqlite');
  await still.answer('session.start', refused);
  await new TodayPage(page).startReview.click();
  await expect(page.getByText('The answer could not be written to the disk.')).toBeVisible();
  await still.picture('review-not-started');
  await still.answer('session.start', null);
  await still.fresh();
  const review = await startDeck(still.etcdeck);
  await page.keyboard.press('Space');
  await still.answer('session.rate', refused);
  await page.keyboard.press('3');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(review.answer).toBeVisible();
  await still.picture('review-not-rated');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('A card that keeps slipping, and what is left of a session', async ({ still, dataFolder }) => {
  await still.start();
  await withNote(still, join(dataFolder, 'notes'), raft);
  await still.etcdeck.close();
  writeStore(dataFolder, `${onlyThisDeck(deck)}; ${weeksAway(7)}; UPDATE memories SET lapses = 7`);
  await still.start();
  await new TodayPage(still.page).startReview.click();
  const review = new ReviewPage(still.page);
  await review.showAnswer.click();
  await review.rating('Again').click();
  await expect(still.page.getByText(/was forgotten 8 times$/)).toBeVisible();
  await still.picture('review-leech', { zoomed: true });
  await still.page.keyboard.press('w');
  await expect(still.page.getByRole('textbox', { name: 'Question' })).toBeVisible();
  await still.picture('review-leech-rewrite');
  await still.page.getByRole('textbox', { name: 'Question' }).fill('What is better worded?');
  await still.page.keyboard.press('Control+Enter');
  await expect(still.page.getByText('Card rewritten')).toBeVisible();
  await still.picture('review-leech-rewritten');
  await still.page.keyboard.press('Escape');
  await expect(still.page.getByRole('button', { name: 'Review these again' })).toBeVisible();
  await still.picture('review-summary-again', { zoomed: true });
  await still.page.keyboard.press('a');
  await expect(still.page.getByText('Schedules untouched')).toBeVisible();
  await still.picture('review-practice');
  await review.showAnswer.click();
  await expect(review.rating('Again')).toBeVisible();
  await still.picture('review-practice-answer');
});

test('A session that is gone on with, and one with nothing in it', async ({ still, dataFolder }) => {
  await still.start();
  await withNote(still, join(dataFolder, 'notes'), raft);
  await still.etcdeck.close();
  writeStore(dataFolder, onlyThisDeck(deck));
  await still.start();
  await new TodayPage(still.page).startReview.waitFor();
  await still.page.keyboard.press('c');
  const study = still.page.getByRole('dialog', { name: 'Custom study' });
  await study.getByRole('radio', { name: 'All of them' }).check();
  await study.getByRole('button', { name: /^Study \d+ cards$/ }).click();
  const review = new ReviewPage(still.page);
  await review.showAnswer.click();
  await review.rating('Again').click();
  await expect(review.showAnswer).toBeVisible();
  await still.relaunch({ at: '2026-03-11T09:00:00Z' });
  await still.page.getByRole('button', { name: 'Continue' }).click();
  await expect(still.page.getByText(/^Continued from/)).toBeVisible();
  await still.picture('review-resumed');
  await still.page.keyboard.press('Escape');
  await expect(still.page.getByRole('button', { name: 'Done' }).or(new TodayPage(still.page).title).first()).toBeVisible();
  await still.picture('review-left');
  await still.fresh();
  const { question } = await startDeck(still.etcdeck);
  for (let cards = raft.length - 2; cards > 0; cards--) {
    const shown = await question.innerText();
    await still.page.keyboard.press('s');
    await expect(question).not.toHaveText(shown);
  }
  await expect(still.page.getByRole('heading', { name: 'Nothing to review' })).toBeVisible();
  await still.picture('review-nothing');
});

/** A card that is being learned comes back after half an hour, not while the person looks. */
async function slowSteps(): Promise<void> {
  const found = await window.etcdeck.call('presets.get', {});
  const presetId = found.ok ? found.value.presets[0]?.presetId : undefined;
  if (presetId) await window.etcdeck.call('presets.change', { presetId, options: { learningStepsMinutes: [30] } });
}
