/** What is around every screen: the palette, the keys of each screen, and a window that refuses to work. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupsPage } from '../pages/backups.js';
import { MockPage } from '../pages/mock.js';
import { TodayPage } from '../pages/today.js';
import { importFolder, startDeck, writeNote } from '../reading-desk.js';
import { mockNotes, raft } from './notes.js';
import { expect, test, type Still } from './still.js';

async function keysOf(still: Still, name: string): Promise<void> {
  await still.page.keyboard.press('?');
  await expect(still.page.getByRole('dialog', { name: /^Keys of / })).toBeVisible();
  await still.picture(`keys-${name}`);
  await still.page.keyboard.press('Escape');
  await expect(still.page.getByRole('dialog')).toHaveCount(0);
}

test('The palette', async ({ still }) => {
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await still.picture('palette', { zoomed: true });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await still.picture('palette-moved');
  await page.keyboard.type('etcd');
  await expect(page.getByRole('option').first()).toBeVisible();
  await still.picture('palette-found');
  await page.keyboard.type(' no such thing');
  await expect(page.getByText('Nothing has that name.')).toBeVisible();
  await still.picture('palette-nothing');
});

test('The keys of each screen', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  const folder = join(dataFolder, 'notes');
  writeNote(folder, 'raft.md', raft);
  for (const [name, text] of Object.entries(mockNotes)) writeFileSync(join(folder, name), text);
  await importFolder(still.etcdeck, folder);
  await still.fresh();
  await still.reseed('keys');
  await expect(new TodayPage(page).startReview).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of Today' })).toBeVisible();
  await still.picture('keys-today', { zoomed: true });
  await page.keyboard.press('Escape');
  for (const screen of ['Library', 'Import', 'Exam', 'Cluster', 'Settings']) {
    await page.getByRole('link', { name: screen }).click();
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeFocused();
    await keysOf(still, screen.toLowerCase());
  }
  await new TodayPage(page).open();
  await startDeck(still.etcdeck);
  await keysOf(still, 'review');
  await still.fresh();
  await expect(new TodayPage(page).startReview).toBeVisible();
  const mock = new MockPage(page);
  await mock.open();
  await expect(mock.start).toBeEnabled();
  await keysOf(still, 'mock');
});

test('A window that refuses to work', async ({ still, dataFolder }) => {
  const file = join(dataFolder, 'etcdeck.sqlite');
  const spoilt = Buffer.from('this is no database '.repeat(500));
  writeFileSync(file, spoilt);
  await still.start();
  await expect(still.page.getByRole('alert')).toContainText('damaged');
  await still.picture('refused-damaged', { zoomed: true });
  await still.etcdeck.close();
  rmSync(file);

  await still.start();
  const backups = new BackupsPage(still.page);
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  await backups.open();
  await backups.make.click();
  await expect(backups.toast.getByText(/^Backup made/)).toBeVisible();
  await still.etcdeck.close();
  const sound = readFileSync(file);
  writeFileSync(file, spoilt);
  await still.start();
  await expect(still.page.getByText(/The newest backup is from today/)).toBeVisible();
  await still.picture('refused-with-backup');
  await still.etcdeck.close();

  const newer = Buffer.from(sound);
  // The version of the schema, in the header of the file.
  newer.writeUInt32BE(9_999, 60);
  writeFileSync(file, newer);
  await still.start();
  await expect(still.page.getByRole('alert')).toContainText('newer version of Etcdeck');
  await still.picture('refused-newer');
});
