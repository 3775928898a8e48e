/** Steps that tests of reading and of reviews share: a folder imported, its deck reviewed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Etcdeck } from './etcdeck.js';
import { expect } from './fixtures.js';
import { ImportPage } from './pages/import.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';

/** The first deck by name, so that it gets new cards on the first day. */
export const deck = 'A reading';

/** Writes a note of that deck and answers its path. */
export function writeNote(folder: string, name: string, lines: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, ['---', `deck: ${deck}`, '---', ...lines, ''].join('\n'));
  return file;
}

/** Imports a folder as a person does. */
export async function importFolder(etcdeck: Etcdeck, folder: string): Promise<void> {
  await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
  const importing = new ImportPage(etcdeck.page);
  await etcdeck.willChoose([folder]);
  await importing.open();
  await importing.chooseFolder.click();
  await expect(importing.commit).toBeVisible();
  await etcdeck.page.keyboard.press('Control+Enter');
  await expect(new TodayPage(etcdeck.page).title).toBeVisible();
}

/** Rewrites the first card of the deck, as the Library does. */
export async function rewriteCard({ page }: Etcdeck, front: string, back: string): Promise<void> {
  await page.evaluate(
    async (card) => {
      const found = await window.etcdeck.call('library.cards', { query: 'deck:reading', filter: null, limit: 1, offset: 0 });
      const cardId = found.ok ? found.value.cards[0]?.cardId : undefined;
      if (cardId) await window.etcdeck.call('card.edit', { cardId, ...card });
    },
    { front, back },
  );
}

/** Starts the review of the deck. */
export async function startDeck({ page }: Etcdeck): Promise<ReviewPage> {
  await new TodayPage(page).deck(deck).getByRole('button', { name: deck }).click();
  const review = new ReviewPage(page);
  await expect(review.showAnswer).toBeVisible();
  return review;
}
