/** The Library: notes with their text and cards, all cards in a table, and what can be done with them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryPage } from '../pages/library.js';
import { TodayPage } from '../pages/today.js';
import { importFolder, writeNote } from '../reading-desk.js';
import { writeStore } from '../schedules.js';
import { setAside, weeksAway } from './histories.js';
import { image, kinds, markdown, raft } from './notes.js';
import { expect, failure, test } from './still.js';

test('The Library with the notes that ship', async ({ still }) => {
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  const library = new LibraryPage(page);
  await library.open();
  await expect(page.locator('.ncard').first()).toBeVisible();
  await still.picture('library-notes', { zoomed: true });
  await library.tree.getByText('kubelet', { exact: true }).hover();
  await still.picture('library-notes-hover', { pointing: true });
  await page.locator('.ncard').nth(1).click();
  await still.picture('library-card-chosen');
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Question' })).toBeFocused();
  await still.picture('library-card-edit', { zoomed: true });
  await page.getByRole('textbox', { name: 'Question' }).fill('In words of my own?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('In your words. The note gives:')).toBeVisible();
  await still.picture('library-card-edited');
  await page.keyboard.press('s');
  await expect(page.getByText('Card suspended')).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByText('Card flagged')).toBeVisible();
  await still.picture('library-card-set-apart');
  await page
    .getByRole('list', { name: /^Text of / })
    .getByRole('button')
    .nth(3)
    .click();
  await still.picture('library-line-chosen');

  await page.getByRole('searchbox', { name: 'Find in notes' }).fill('proxy');
  await expect(library.tree.getByText('kube-proxy', { exact: true })).toBeVisible();
  await still.picture('library-notes-found');
  await page.getByRole('searchbox', { name: 'Find in notes' }).fill('no such note');
  await expect(page.getByText('No note has that name.')).toBeVisible();
  await still.picture('library-notes-not-found');
});

test('The Library with cards in a table', async ({ still, dataFolder }) => {
  await still.start();
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  await still.etcdeck.close();
  writeStore(dataFolder, `${weeksAway(5)}; ${setAside}`);
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  const library = new LibraryPage(page);
  await library.open();
  await library.show('Cards');
  await expect(library.row('etcd').first()).toBeVisible();
  await still.picture('library-cards', { zoomed: true });
  await library.findCards.fill('note:etcd lapses>3');
  await expect(page.getByText(/^\d+ cards? listed$/)).toBeAttached();
  await still.picture('library-cards-found');
  await page.getByRole('checkbox', { name: 'Select all on show' }).check();
  await still.picture('library-cards-selected');
  await page.getByRole('button', { name: 'Flag', exact: true }).click();
  await expect(page.getByText(/cards flagged$|^Card flagged$/)).toBeVisible();
  await still.picture('library-cards-flagged');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(page.getByText(/cards suspended$|^Card suspended$/)).toBeVisible();
  await still.picture('library-cards-suspended');
  await library.findCards.fill('is:nothing such');
  await expect(page.getByText(/is no filter\.$/)).toBeVisible();
  await still.picture('library-cards-no-filter');
  await library.findCards.fill('no card has these words');
  await expect(page.getByText('No card fits.')).toBeVisible();
  await still.picture('library-cards-none');
  await library.findCards.fill('');
  await library.states.selectOption('Set aside');
  await expect(page.getByText(/its text is no longer in/).first()).toBeVisible();
  await still.picture('library-cards-set-aside');
  await still.answer('library.cards', failure('The cards could not be read.', 'Try again.'));
  await library.states.selectOption('Due');
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('library-cards-failed');
});

test('The Library with notes of every sort', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  const folder = join(dataFolder, 'notes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'raft log.png'), image);
  writeNote(folder, 'markdown.md', ['# Markdown', '', ...markdown]);
  const changing = writeNote(folder, 'kinds.md', kinds);
  const going = writeNote(folder, 'raft.md', raft);
  await importFolder(still.etcdeck, folder);
  await still.fresh();
  const library = new LibraryPage(page);
  await library.open();
  const open = async (note: string): Promise<void> => {
    await library.tree
      .getByRole('button', { name: new RegExp(`^${note}`) })
      .last()
      .click();
    await expect(page.getByRole('heading', { level: 2, name: `${note}.md` })).toBeVisible();
  };
  await open('markdown');
  await expect(page.getByRole('list', { name: 'Text of markdown.md' })).toBeVisible();
  await still.picture('library-markdown');
  await page.getByRole('button', { name: /^Front matter/ }).click();
  await still.picture('library-front-matter');
  await open('kinds');
  await still.picture('library-kinds');
  await page.locator('.ncard').last().click();
  await still.picture('library-command-chosen');
  writeFileSync(changing, kinds.join('\n').replace('2379', '2390'));
  rmSync(going);
  await open('raft');
  await still.picture('library-note-gone');
  await open('kinds');
  await expect(page.getByText('The file changed after its cards were made.')).toBeVisible();
  await still.picture('library-note-changed');
});

test('The Library with nothing to show', async ({ still }) => {
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  const library = new LibraryPage(page);
  await still.answer('library.notes', 'never');
  await library.open();
  await expect(page.getByText('Reading your notes')).toBeAttached();
  await still.picture('library-loading');
  await still.answer('library.notes', failure('The Library is locked.', 'Try again.'));
  await still.fresh();
  await library.open();
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('library-failed');
  await still.answer('library.notes', { ok: true, value: { notes: [] } });
  await still.fresh();
  await library.open();
  await expect(page.getByRole('heading', { name: 'No notes yet' })).toBeVisible();
  await still.picture('library-empty', { zoomed: true });
});
