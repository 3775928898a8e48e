/** Every screen in both themes and at two widths: accessible, and a picture of each under test-results/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Etcdeck } from './etcdeck.js';
import { projectFolder } from './etcdeck.js';
import { expect, expectAccessible, test } from './fixtures.js';
import { looks, wear } from './looks.js';
import { dayFromNow, ExamPage } from './pages/exam.js';
import { ImportPage } from './pages/import.js';
import { LibraryPage } from './pages/library.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';

const notes = join(projectFolder, 'tests/fixtures/notes/storage-notes.md');

for (const look of looks) {
  const { name } = look;

  test.describe(name, () => {
    test.beforeEach(async ({ etcdeck }) => {
      await wear(etcdeck, look);
      await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
    });

    test(`today, its keys and the palette are accessible (${name})`, async ({ etcdeck, page }) => {
      await check(etcdeck, `today-${name}`);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(etcdeck, `keys-${name}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeFocused();
      await page.keyboard.type('etcd');
      await check(etcdeck, `palette-${name}`);
    });

    test(`import is accessible, empty and full (${name})`, async ({ etcdeck, page }) => {
      const folder = join(etcdeck.dataFolder, 'notes');
      mkdirSync(folder);
      writeFileSync(join(folder, 'broken.md'), '# Services\n\nA Service is a stable address for a set of Pods.\n\n```\nkubectl get svc\n');
      writeFileSync(join(folder, 'links.md'), '[kubernetes](https://kubernetes.io)\n');
      writeFileSync(join(folder, `${'a-note-with-a-very-long-name-'.repeat(4)}.md`), `# Long\n\n- **Term**: ${'word '.repeat(60)}.\n`);
      const importing = new ImportPage(page);
      await importing.open();
      await check(etcdeck, `import-empty-${name}`);
      await etcdeck.willChoose([notes, folder]);
      await importing.chooseFolder.click();
      await importing.file('storage-notes.md').click();
      await expect(importing.cardsOf('storage-notes.md').first()).toBeVisible();
      await check(etcdeck, `import-${name}`);
    });

    test(`a review is accessible from question to summary (${name})`, async ({ etcdeck, page }) => {
      await new TodayPage(page).startReview.click();
      const review = new ReviewPage(page);
      await expect(review.showAnswer).toBeVisible();
      await check(etcdeck, `question-${name}`);
      await page.keyboard.press('Space');
      await expect(review.rating('Good')).toBeVisible();
      await check(etcdeck, `answer-${name}`);
      await page.keyboard.press('e');
      await check(etcdeck, `edit-${name}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('1');
      await expect(review.showAnswer).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Done' })).toBeVisible();
      await check(etcdeck, `summary-${name}`);
    });

    test(`the library is accessible, notes and cards (${name})`, async ({ etcdeck, page }) => {
      const library = new LibraryPage(page);
      await library.open();
      await page.locator('.ncard').nth(1).click();
      if (look.width > 960) await library.tree.getByText('kubelet', { exact: true }).hover();
      await check(etcdeck, `library-${name}`);
      await page.keyboard.press('e');
      await check(etcdeck, `library-edit-${name}`);
      await page.keyboard.press('Escape');
      await library.show('Cards');
      await page.getByRole('checkbox').nth(2).check();
      await page.keyboard.press('f');
      await expect(page.getByText('Card flagged')).toBeVisible();
      await check(etcdeck, `library-cards-${name}`);
    });

    test(`the exam is accessible, without and with a plan (${name})`, async ({ etcdeck, page }) => {
      const exam = new ExamPage(page);
      await exam.open();
      await expect(page.getByRole('heading', { name: 'Coverage by domain' })).toBeVisible();
      await check(etcdeck, `exam-first-${name}`);
      await exam.set.click();
      await expect(page.getByText('Choose a day after today, in the next three years.')).toBeVisible();
      await check(etcdeck, `exam-refused-${name}`);
      await exam.plan(dayFromNow(30), 0.5);
      await expect(exam.chart).toBeVisible();
      await page.getByRole('button', { name: 'Troubleshooting' }).click();
      await check(etcdeck, `exam-${name}`);
      for (const table of await page.getByRole('button', { name: 'Show as table' }).all()) await table.click();
      await page.keyboard.press('e');
      await expect(exam.form).toBeVisible();
      await check(etcdeck, `exam-change-${name}`);
      await page.keyboard.press('Escape');
      await expect(exam.form).toHaveCount(0);
      await page.keyboard.press('t');
      await page.getByRole('button', { name: /^Troubleshoot clusters and nodes/ }).click();
      await page
        .getByRole('button', { name: /^Cards of / })
        .first()
        .click();
      await expect(page.getByRole('checkbox').nth(2)).toBeVisible();
      await check(etcdeck, `exam-topics-${name}`);
      await new TodayPage(page).open();
      await expect(page.getByRole('button', { name: 'Open the plan' })).toBeVisible();
      await check(etcdeck, `exam-today-${name}`);
    });

    test(`settings are accessible (${name})`, async ({ etcdeck, page }) => {
      await page.getByRole('link', { name: 'Settings' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
      await check(etcdeck, `settings-${name}`);
    });
  });
}

async function check(etcdeck: Etcdeck, name: string): Promise<void> {
  await etcdeck.screenshot(name);
  await expectAccessible(etcdeck.page);
}
