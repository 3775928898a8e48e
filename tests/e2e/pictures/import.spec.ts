/** Notes on their way in: nothing chosen, being read, looked over with all that may be in a preview, and imported a second time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImportPage } from '../pages/import.js';
import { TodayPage } from '../pages/today.js';
import { writeStore } from '../schedules.js';
import { weeksAway } from './histories.js';
import { expect, failure, test, type Still } from './still.js';

const pumps = [
  '# Pumps',
  '',
  '- **Feed pump**: moves water from the lower tank to the boiler',
  '- **Vacuum pump**: draws air out of the condenser before a start',
  '- **Bilge pump**: keeps the cellar of the plant dry',
  '',
];
const valves = [
  '# Valves',
  '',
  '- **Check valve**: lets water pass in one direction only',
  '- **Gate valve**: closes the pipe for repairs',
  '',
];
/** Everything a preview has to say: held back, broken, empty, another program's schedule, a very long name. */
const everything: Record<string, readonly string[]> = {
  'a-pumps.md': pumps,
  'deep/valves.md': valves,
  'b-copy.md': pumps.slice(0, 3),
  'broken.md': ['# Tanks', '', 'A tank is a vessel for water.', '', '```', 'open', ''],
  'links.md': ['[kubernetes](https://kubernetes.io)', ''],
  'srs.md': ['# Boilers', '', 'Which part of a boiler holds the fire?::the furnace <!--SR:!2031-12-03,14,250-->', ''],
  [`${'a-note-with-a-very-long-name-'.repeat(4)}.md`]: ['# Long', '', `- **Term**: ${'word '.repeat(60)}.`, ''],
};

function write(folder: string, files: Record<string, readonly string[]>): void {
  for (const [name, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), lines.join('\n'));
  }
}

/** The Import screen, with a folder of notes that its next chooser answers with. */
async function opened(still: Still, files: Record<string, readonly string[]>): Promise<{ importing: ImportPage; folder: string }> {
  const folder = join(still.etcdeck.dataFolder, 'my plant');
  write(folder, files);
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  await still.etcdeck.willChoose([folder]);
  const importing = new ImportPage(still.page);
  await importing.open();
  return { importing, folder };
}

test('Import before and while notes are read', async ({ still }) => {
  await still.start();
  const { page } = still;
  const { importing } = await opened(still, everything);
  await expect(page.getByRole('button', { name: 'Look through them' })).toBeVisible();
  await still.picture('import-empty', { zoomed: true });
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([''], 'note.md'));
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
  });
  await still.picture('import-dragged-over');
  await still.fresh();
  await importing.open();
  await still.answer('import.preview', 'never');
  await importing.chooseFolder.click();
  await expect(page.getByText('Looking for notes')).toBeVisible();
  await still.picture('import-looking');
  await page.keyboard.press('Escape');
  await still.answer('import.preview', 'late');
  await still.fresh();
  await importing.open();
  await importing.chooseFolder.click();
  await expect(page.getByText('7 of 7 notes')).toBeVisible();
  await still.picture('import-reading', { zoomed: true });
  await still.answer('import.preview', failure('The notes could not be read.', 'Look at the folder.', '/home/somebody/notes'));
  await still.fresh();
  await importing.open();
  await importing.chooseFolder.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('import-failed');
});

test('A preview with everything in it', async ({ still }) => {
  await still.start();
  const { page } = still;
  const { importing } = await opened(still, everything);
  await importing.chooseFolder.click();
  await expect(page.getByText(/it is the same as a-pumps\.md:\d/).first()).toBeVisible();
  await still.picture('import-preview', { zoomed: true });
  await importing.file('srs.md').click();
  await expect(page.getByText('schedule taken over from the note: due 3 December 2031')).toBeVisible();
  await still.picture('import-schedule');
  await importing.file('links.md').click();
  await still.picture('import-no-cards');
  await importing.file('a-pumps.md').click();
  const cards = importing.cardsOf('a-pumps.md');
  await cards.first().getByRole('button', { name: 'Reject card' }).click();
  await expect(cards.first()).toContainText('Left out');
  await still.picture('import-left-out');
  await cards.last().getByRole('button', { name: 'Edit card' }).click();
  await expect(page.getByRole('textbox', { name: 'Question' })).toBeVisible();
  await still.picture('import-edit');
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.getByRole('checkbox', { name: 'Watch this folder' }).check();
  await still.answer('import.commit', failure('The cards could not be stored.', 'Free some space on the disk.'));
  await importing.commit.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('import-not-stored');
  await still.answer('import.commit', 'never');
  await importing.commit.click();
  await expect(importing.commit).toBeDisabled();
  await still.picture('import-storing');
});

test('A folder without notes', async ({ still }) => {
  await still.start();
  const { importing } = await opened(still, { 'picture.txt': ['no note'] });
  await importing.chooseFolder.click();
  await expect(still.page.getByRole('heading', { name: 'No notes found' })).toBeVisible();
  await still.picture('import-no-notes');
});

test('The notes that ship, looked through', async ({ still }) => {
  await still.start();
  await opened(still, {});
  await still.page.getByRole('button', { name: 'Look through them' }).click();
  await expect(new ImportPage(still.page).commit).toBeVisible();
  await still.picture('import-shipped');
});

test('A second import, with changes of each kind and a question', async ({ still, dataFolder }) => {
  await still.start();
  const doubtful = ['# Circuits', '', '- **Feed pump**: restarts a failed boiler circuit on its own at once', ''];
  const { folder } = await opened(still, { 'pumps.md': pumps, 'valves.md': valves, 'circuits.md': doubtful });
  const first = new ImportPage(still.page);
  await first.chooseFolder.click();
  await first.commit.click();
  await expect(first.toast).toBeVisible();
  await still.etcdeck.close();
  writeStore(dataFolder, weeksAway(0));
  await still.start();
  const { page } = still;
  await still.etcdeck.willChoose([folder]);
  const importing = new ImportPage(page);
  await importing.open();
  await importing.chooseFolder.click();
  await expect(page.getByText(/^Nothing to import/)).toBeVisible();
  await still.picture('import-nothing-new');
  write(folder, {
    'pumps.md': [...pumps.slice(0, 3), '- **Vacuum pump**: draws air out of the condenser before each start', ''],
    'valves.md': valves.slice(0, 3),
    'more.md': ['# More valves', '', valves[3] ?? '', '', '- **Ball valve**: turns by a quarter to open', ''],
    'circuits.md': ['# Circuits', ''],
    'units.md': ['# Circuits', '', '- **Feed pump unit**: restarts a crashed boiler circuit after a short delay', ''],
  });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await importing.chooseFolder.click();
  await expect(page.getByText(/^\d open question/)).toBeVisible();
  for (const note of ['pumps', 'valves', 'more', 'circuits']) {
    await importing.file(`${note}.md`).first().click();
    await expect(page.getByRole('heading', { level: 2, name: `${note}.md` })).toBeVisible();
    await still.picture(`import-second-${note}`);
  }
  await page.keyboard.press('n');
  const yes = page.getByRole('button', { name: 'Yes, keep its schedule' });
  await expect(yes.first()).toBeVisible();
  await still.picture('import-question', { zoomed: true });
  await yes.first().click();
  await expect(page.getByRole('button', { name: 'Change answer' }).first()).toBeVisible();
  await still.picture('import-answered');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/imported$/)).toBeVisible();
  await still.picture('import-second-done');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Import taken back')).toBeVisible();
  await still.picture('import-taken-back');
});
