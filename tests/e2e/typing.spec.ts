/** Answers that are typed, by keyboard alone: the same command in other words, one that differs, and how both look. */
import { join } from 'node:path';
import { expect, expectAccessible, test } from './fixtures.js';
import { importFolder, startDeck, writeNote } from './reading-desk.js';

const looks = [
  { theme: 'light', width: 1200, height: 800 },
  { theme: 'dark', width: 1200, height: 800 },
  { theme: 'light', width: 900, height: 700 },
  { theme: 'dark', width: 900, height: 700 },
] as const;

const command = 'etcdctl get / --prefix --keys-only --limit=10 --cacert=/etc/kubernetes/pki/etcd/ca.crt';
const note = ['# Etcdctl', '', 'To list the first ten keys without their values:', '', '```sh', command, '```'];

for (const { theme, width, height } of looks) {
  test(`a command is typed, compared and rated without a mouse (${theme}, ${width})`, async ({ etcdeck, page }) => {
    await etcdeck.resize(width, height);
    await etcdeck.setSystemTheme(theme);
    const folder = join(etcdeck.dataFolder, 'notes');
    writeNote(folder, 'etcdctl.md', note);
    await importFolder(etcdeck, folder);
    const review = await startDeck(etcdeck);
    const field = page.getByRole('textbox', { name: 'Your command' });
    await expect(field).toBeFocused();
    await expectAccessible(page);

    await page.keyboard.type('etcdctl get / --keys-only --limit 11 --cert=/etc/kubernetes/pki/etcd/ca.crt -w json --prefix');
    await etcdeck.screenshot(`typing-${theme}-${width}`);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Not yet: one part missing, one wrong, two extra')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Differences' }).getByRole('listitem').first()).toContainText('--cacert=');
    await expect(review.rating('Again')).toContainText('suggested');
    await etcdeck.screenshot(`typed-wrong-${theme}-${width}`);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(review.answer).toHaveCount(0);

    // Taken back, the card is there again with an empty field; the same command in other words is the same.
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    await page.keyboard.type('etcdctl --cacert /etc/kubernetes/pki/etcd/ca.crt --limit 10 --keys-only --prefix get /');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The same command', { exact: true })).toBeVisible();
    await expect(review.rating('Good')).toContainText('suggested');
    await etcdeck.screenshot(`typed-same-${theme}-${width}`);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('The same command', { exact: true })).toHaveCount(0);
  });
}
