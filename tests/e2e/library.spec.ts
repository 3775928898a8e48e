/** Cards after their import: found, rewritten in place, followed through changes of their note, set aside and back again. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Etcdeck } from './etcdeck.js';
import { expect, test } from './fixtures.js';
import { ImportPage } from './pages/import.js';
import { LibraryPage } from './pages/library.js';
import { TodayPage } from './pages/today.js';

const zone = '- **Quorum zone**: A group of members that must agree before a write counts.';
const note = ['# Agreement', '', zone, '- **Ballot box**: A place where the votes of members are kept until they are counted.', ''];

/** Imports a folder as a person does. */
async function importFolder(etcdeck: Etcdeck, folder: string): Promise<void> {
  const importing = new ImportPage(etcdeck.page);
  await etcdeck.willChoose([folder]);
  await importing.open();
  await importing.chooseFolder.click();
  await expect(importing.file('agreement.md')).toBeVisible();
  await etcdeck.page.keyboard.press('Control+Enter');
  await expect(new TodayPage(etcdeck.page).title).toBeVisible();
}

test('a rewritten card keeps its words, says when its note changed, is set aside and comes back', async ({ etcdeck, page }) => {
  test.slow();
  const folder = join(etcdeck.dataFolder, 'notes');
  const file = join(folder, 'agreement.md');
  mkdirSync(folder);
  writeFileSync(file, note.join('\n'));
  await expect(new TodayPage(page).startReview).toBeVisible();
  await importFolder(etcdeck, folder);
  const library = new LibraryPage(page);

  // Found by words, opened in its note, rewritten with the keyboard.
  await library.open();
  await page.keyboard.press('v');
  await page.keyboard.press('/');
  await expect(library.findCards).toBeFocused();
  await page.keyboard.type('note:agreement "Quorum zone?"');
  await expect(library.row('Quorum zone?')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  const question = page.getByRole('textbox', { name: 'Question' });
  await expect(question).toBeFocused();
  await question.fill('Who must agree before a write counts?');
  await page.keyboard.press('Control+Enter');
  const card = library.cardsOf('agreement.md').filter({ hasText: 'Who must agree before a write counts?' });
  await expect(card).toContainText('In your words. The note gives:');
  await expect(page.getByRole('button', { name: /^3\s/ })).toHaveAttribute('aria-pressed', 'true');

  // Undone and done again.
  await page.keyboard.press('Control+z');
  await expect(card).toHaveCount(0);
  await page.keyboard.press('e');
  await question.fill('Who must agree before a write counts?');
  await page.keyboard.press('Control+Enter');
  await expect(card).toBeVisible();

  // The note grows: the words stay. Its source changes: the card says so.
  const longer = [...note, '- **Vote token**: A mark that shows a member has voted in this round.', ''].join('\n');
  writeFileSync(file, longer);
  await importFolder(etcdeck, folder);
  await library.open();
  await expect(card).toContainText('edited');
  await expect(card).not.toContainText('note changed since');
  writeFileSync(file, note.join('\n').replace('group of members', 'group of server members'));
  await importFolder(etcdeck, folder);
  await library.open();
  await expect(card).toContainText('note changed since');
  await expect(card).toContainText('server members');

  // Its text goes: it is set aside, and Today leads to it. Its text comes back: so does the card.
  writeFileSync(file, note.filter((line) => line !== zone).join('\n'));
  await importFolder(etcdeck, folder);
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(library.row('Who must agree before a write counts?')).toContainText('its text is no longer in');
  writeFileSync(file, longer);
  await importFolder(etcdeck, folder);
  await library.open();
  await expect(page.getByText('No card is set aside')).toBeVisible();
  await library.states.selectOption('Edited by you');
  await expect(library.row('Who must agree before a write counts?')).toHaveCount(1);
});

test('many cards are suspended at once and taken back at once', async ({ page }) => {
  await expect(new TodayPage(page).startReview).toBeVisible();
  const library = new LibraryPage(page);
  await library.open();
  await library.show('Cards');
  await library.findCards.fill('note:etcd');
  await expect(page.getByText(/cards? listed/)).toBeAttached();
  await page.getByRole('checkbox', { name: 'Select all on show' }).check();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText(/cards suspended/)).toBeVisible();
  await library.findCards.fill('');
  await library.states.selectOption('Suspended');
  await expect(page.locator('.tag').filter({ hasText: 'Suspended' }).first()).toBeVisible();
  await library.title.click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No card fits.')).toBeVisible();
});

test('a note opens in the editor of the person at the chosen line', async ({ unstarted }) => {
  test.skip(process.platform === 'win32', 'the editor of this test is a shell script');
  const programs = mkdtempSync(join(tmpdir(), 'etcdeck-editor-'));
  const said = join(programs, 'said');
  writeFileSync(join(programs, 'code'), `#!/bin/sh\nprintf '%s|' "$@" > '${said}'\n`);
  chmodSync(join(programs, 'code'), 0o755);
  await unstarted.start({ env: { PATH: [programs, process.env['PATH']].join(delimiter) } });
  const { page } = unstarted;
  await expect(new TodayPage(page).startReview).toBeVisible();
  const library = new LibraryPage(page);
  await library.open();
  await page.locator('.ncard').first().click();
  await page.getByRole('button', { name: 'Open in editor' }).click();
  await expect.poll(() => (existsSync(said) ? readFileSync(said, 'utf8') : '')).toMatch(/^-g\|.+\.md:\d+\|$/);
});
