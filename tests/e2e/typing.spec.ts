/** Answers that are typed, by keyboard alone: the same command in other words, one that differs, and how both look. */
import { join } from 'node:path';
import { expect, expectAccessible, test } from './fixtures.js';
import { darkNarrow, looks, wear } from './looks.js';
import { importFolder, startDeck, writeNote } from './reading-desk.js';

const command = 'etcdctl get / --prefix --keys-only --limit=10 --cacert=/etc/kubernetes/pki/etcd/ca.crt';
const note = ['# Etcdctl', '', 'To list the first ten keys without their values:', '', '```sh', command, '```'];

for (const look of [...looks, darkNarrow]) {
  const { name } = look;
  test(`a command is typed, compared and rated without a mouse (${name})`, async ({ etcdeck, page }) => {
    await wear(etcdeck, look);
    const folder = join(etcdeck.dataFolder, 'notes');
    writeNote(folder, 'etcdctl.md', note);
    await importFolder(etcdeck, folder);
    const review = await startDeck(etcdeck);
    const field = page.getByRole('textbox', { name: 'Your command' });
    await expect(field).toBeFocused();
    await expectAccessible(page);

    await page.keyboard.type('etcdctl get / --keys-only --limit 11 --cert=/etc/kubernetes/pki/etcd/ca.crt -w json --prefix');
    await etcdeck.screenshot(`typing-${name}`);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Not yet: one part missing, one wrong, two extra')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Differences' }).getByRole('listitem').first()).toContainText('--cacert=');
    await expect(review.rating('Again')).toContainText('suggested');
    await etcdeck.screenshot(`typed-wrong-${name}`);
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
    await etcdeck.screenshot(`typed-same-${name}`);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('The same command', { exact: true })).toHaveCount(0);
  });
}
