/** Notes on their way in: watched folders, notes the system opens, questions, problems; in the real app. */
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { executable, launchArguments, type Etcdeck } from './etcdeck.js';
import { expect, expectAccessible, test } from './fixtures.js';
import { zoomTo } from './looks.js';
import { ImportPage } from './pages/import.js';
import { TodayPage } from './pages/today.js';
import { WatchPage } from './pages/watch.js';

const pumps = [
  '# Pumps',
  '',
  '- **Feed pump**: moves water from the lower tank to the boiler',
  '- **Vacuum pump**: draws air out of the condenser before a start',
  '',
];
const valves = [
  '# Valves',
  '',
  '- **Check valve**: lets water pass in one direction only',
  '- **Gate valve**: closes the pipe for repairs',
  '',
];

function write(folder: string, name: string, lines: readonly string[]): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), lines.join('\n'));
}

/** A folder of notes beside the data folder, gone with it. */
function notesIn(etcdeck: Etcdeck, files: Record<string, readonly string[]>): string {
  const folder = join(etcdeck.dataFolder, 'my plant');
  mkdirSync(folder);
  for (const [name, lines] of Object.entries(files)) write(folder, name, lines);
  return folder;
}

async function importFolder(etcdeck: Etcdeck, folder: string, { watched = false } = {}): Promise<void> {
  const importing = new ImportPage(etcdeck.page);
  await etcdeck.willChoose([folder]);
  await importing.open();
  await importing.chooseFolder.click();
  if (watched) await etcdeck.page.getByRole('checkbox', { name: 'Watch this folder' }).check();
  await importing.commit.click();
  await expect(importing.toast).toBeVisible();
}

test('a change in a watched folder is shown on Today, looked over, imported and taken back', async ({ etcdeck, page }) => {
  const folder = notesIn(etcdeck, { 'pumps.md': pumps, 'deep/valves.md': valves });
  await importFolder(etcdeck, folder, { watched: true });
  const watching = new WatchPage(page);
  await watching.open();
  await expect(watching.folder('my plant')).toContainText('2 notes imported, none changed.');
  await new TodayPage(page).open();
  await expect(watching.changed('1 note changed')).toHaveCount(0);

  // As many editors save: beside the file, and then renamed over it.
  write(folder, '.pumps.md.tmp', [...pumps.slice(0, -1), '- **Bilge pump**: keeps the cellar of the plant dry', '']);
  const savedAt = Date.now();
  renameSync(join(folder, '.pumps.md.tmp'), join(folder, 'pumps.md'));
  await expect(watching.changed('1 note changed')).toBeVisible();
  test.info().annotations.push({ type: 'shown after', description: `${Date.now() - savedAt} ms` });
  await etcdeck.screenshot('today-changed');
  await expectAccessible(page);

  await watching.changed('1 note changed').click();
  const importing = new ImportPage(page);
  await expect(importing.file('pumps.md')).toBeVisible();
  await expect(importing.file('valves.md')).toHaveCount(0);
  await expect(importing.cardsOf('pumps.md').filter({ hasText: 'cellar of the plant' }).first()).toContainText('Added');
  await importing.commit.click();
  await expect(importing.toast).toBeVisible();
  await expect(watching.changed('1 note changed')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Import taken back')).toBeVisible();
  await expect(watching.changed('1 note changed')).toBeVisible();
});

test('what changed while the app was closed is shown at the next start', async ({ etcdeck }) => {
  const folder = notesIn(etcdeck, { 'pumps.md': pumps });
  await importFolder(etcdeck, folder, { watched: true });
  await etcdeck.close();
  write(folder, 'valves.md', valves);
  await etcdeck.start();
  await expect(new WatchPage(etcdeck.page).changed('1 note changed')).toBeVisible();
});

test('harmless changes are taken over by themselves where the person says so, and after an undo they wait', async ({ etcdeck, page }) => {
  const folder = notesIn(etcdeck, { 'pumps.md': pumps });
  await importFolder(etcdeck, folder, { watched: true });
  const watching = new WatchPage(page);
  await watching.open();
  await page.getByRole('switch', { name: 'Take changes of' }).check();
  await etcdeck.screenshot('settings-watched');
  await expectAccessible(page);
  await new TodayPage(page).open();
  write(folder, 'valves.md', valves);
  await expect(watching.changed('1 note changed')).toBeVisible();
  await expect(page.getByText(/^1 note changed: \d+ cards taken over/)).toBeVisible();
  await expect(watching.changed('1 note changed')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back. Changes of this folder wait for you from now on')).toBeVisible();
  await expect(watching.changed('1 note changed')).toBeVisible();
  await watching.open();
  await expect(page.getByRole('switch', { name: 'Take changes of' })).not.toBeChecked();
});

test('a folder that is no longer watched is quiet, and comes back with Undo', async ({ etcdeck, page }) => {
  const folder = notesIn(etcdeck, { 'pumps.md': pumps });
  const watching = new WatchPage(page);
  await etcdeck.willChoose([folder]);
  await watching.open();
  await etcdeck.screenshot('settings-none-watched');
  await watching.add.click();
  await expect(watching.folder('my plant')).toContainText('1 note changed');
  await page.getByRole('button', { name: /^Stop watching/ }).click();
  await expect(watching.folder('my plant')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(watching.folder('my plant')).toBeVisible();
});

test.describe('notes the system opens', () => {
  test('with the first start lead to their preview', async ({ unstarted }) => {
    const folder = notesIn(unstarted, { 'pumps.md': pumps, 'picture.png': ['no note'] });
    await unstarted.start({ args: [join(folder, 'pumps.md'), join(folder, 'picture.png'), '--unknown-flag'] });
    const importing = new ImportPage(unstarted.page);
    await expect(importing.title).toBeVisible();
    await expect(importing.file('pumps.md')).toBeVisible();
    await expect(importing.files.getByRole('button')).toHaveCount(1);
  });

  test('with another start go to the window that is open', async ({ etcdeck, page }) => {
    const folder = notesIn(etcdeck, { 'valves.md': valves });
    await expect(new TodayPage(page).startReview).toBeVisible();
    const second = spawn(executable(), [...launchArguments(etcdeck.dataFolder), 'my plant'], { cwd: etcdeck.dataFolder, stdio: 'ignore' });
    const ended = new Promise((resolve) => second.once('exit', resolve));
    const importing = new ImportPage(page);
    await expect(importing.file('valves.md')).toBeVisible();
    await ended;
    expect(folder).toContain('my plant');
  });
});

test('a doubtful match is answered by keyboard, and the card keeps its id', async ({ etcdeck, page }) => {
  const folder = notesIn(etcdeck, {
    'pumps.md': ['# Pumps', '', '- **Feed pump**: restarts a failed boiler circuit on its own at once', ''],
    'valves.md': valves,
  });
  await importFolder(etcdeck, folder);
  write(folder, 'pumps.md', ['# Pumps', '']);
  write(folder, 'more.md', ['# Pumps', '', '- **Feed pump unit**: restarts a crashed boiler circuit after a short delay', '']);
  const importing = new ImportPage(page);
  await importing.open();
  await importing.chooseFolder.click();
  await expect(page.getByText(/^\d open question/)).toBeVisible();
  await etcdeck.screenshot('import-question');
  await expectAccessible(page);
  await etcdeck.setSystemTheme('dark');
  await etcdeck.screenshot('import-question-dark');
  await expectAccessible(page);
  const yes = page.getByRole('button', { name: 'Yes, keep its schedule' });
  const count = await yes.count();
  for (let left = count; left > 0; left--) {
    await page.keyboard.press('n');
    await expect(yes.and(page.locator(':focus'))).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Change answer' }).and(page.locator(':focus'))).toBeVisible();
    await expect(yes).toHaveCount(left - 1);
  }
  await expect(page.getByText(/^\d open question/)).toHaveCount(0);
  await etcdeck.screenshot('import-answered');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/imported$/)).toBeVisible();
});

test('a problem of a preview opens its note at the line; duplicates and schedules say what they are', async ({ etcdeck, page }) => {
  const folder = notesIn(etcdeck, {
    'a-pumps.md': pumps,
    'b-copy.md': pumps.slice(0, 3),
    'broken.md': ['# Tanks', '', 'A tank is a vessel for water.', '', '```', 'open', ''],
    'srs.md': ['# Boilers', '', 'Which part of a boiler holds the fire?::the furnace <!--SR:!2031-12-03,14,250-->', ''],
  });
  await etcdeck.tell(({ shell }) => {
    shell.openPath = (path) => {
      (globalThis as { openedPath?: string }).openedPath = path;
      return Promise.resolve('');
    };
  });
  const importing = new ImportPage(page);
  await etcdeck.willChoose([folder]);
  await importing.open();
  await importing.chooseFolder.click();
  await expect(page.getByText(/it is the same as a-pumps\.md:\d/).first()).toBeVisible();
  await etcdeck.screenshot('import-held');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open note' }).first().click();
  await expect
    .poll(() => etcdeck.electron.evaluate(() => (globalThis as { openedPath?: string }).openedPath))
    .toBe(join(folder, 'broken.md'));
  await importing.file('srs.md').click();
  await expect(page.getByText('schedule taken over from the note: due 3 December 2031')).toBeVisible();
  await etcdeck.screenshot('import-schedule');
  await etcdeck.setSystemTheme('dark');
  await etcdeck.resize(900, 700);
  await etcdeck.screenshot('import-schedule-dark-900');
  await expectAccessible(page);
});

test('a preview at 200 % in a small window scrolls as a whole, with its buttons in sight and apart', async ({ etcdeck, page }) => {
  const look = { name: 'light-zoomed', theme: 'light', width: 900, height: 650, zoom: 2 } as const;
  const importing = new ImportPage(page);
  await etcdeck.resize(look.width, look.height);
  await zoomTo(etcdeck, look);
  await etcdeck.willChoose([notesIn(etcdeck, { 'pumps.md': pumps, 'valves.md': valves })]);
  await importing.open();
  await importing.chooseFolder.click();
  await expect(importing.commit).toBeInViewport({ ratio: 1 });
  const added = page.locator('.sumline');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  const boxes = await Promise.all(
    [added, cancel, importing.commit].map(async (one) => (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }),
  );
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1))
      expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
  }
  const scrolled = await page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((one) => one.scrollHeight > one.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(one).overflowY))
      .map((one) => one.tagName),
  );
  expect(scrolled, 'what scrolls by itself').toEqual(['MAIN']);
  await expectAccessible(page);
  await etcdeck.screenshot('import-zoomed');
});
