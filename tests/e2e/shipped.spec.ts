/** The notes that ship with the app, from the six of the first start to the whole curriculum. */
import { expect, expectAccessible, test } from './fixtures.js';
import { ImportPage } from './pages/import.js';

test('all notes that ship with the app come in by one button, and cover the exam', async ({ page }) => {
  await page.getByRole('link', { name: 'Exam' }).click();
  await page.getByRole('button', { name: /^Add the \d+ notes that ship with Etcdeck$/ }).click();
  const importing = new ImportPage(page);
  await expect(importing.files.getByRole('button')).toHaveCount(33);
  await expect(importing.file('volume-types.md')).toBeVisible();
  await expectAccessible(page);
  await importing.commit.click();
  await expect(importing.toast).toBeVisible();

  await page.getByRole('link', { name: 'Exam' }).click();
  for (const [domain, topics] of [
    ['Troubleshooting', 5],
    ['Storage', 3],
  ] as const) {
    await expect(page.getByRole('row', { name: new RegExp(`^${domain} .* ${topics} of ${topics} `) })).toBeVisible();
  }
  await importing.open();
  await expect(importing.chooseFolder).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look through them' })).toHaveCount(0);
});
