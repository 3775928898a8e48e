/** What cards hold, as it is read in the real app: images of the note's folder, formulas, code; and a note that is out to do harm. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Etcdeck } from './etcdeck.js';
import { expect, expectAccessible, test } from './fixtures.js';
import { hostileCard, hostileNote, hostileSvg } from './hostile-note.js';
import { Listener } from './listener.js';
import { LibraryPage } from './pages/library.js';
import { ReviewPage } from './pages/review.js';
import { TodayPage } from './pages/today.js';
import { importFolder, rewriteCard, startDeck, writeNote } from './reading-desk.js';

/** 60 x 40, one blue. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAIAAAAt2Q6oAAAAO0lEQVR42u3OQQkAAAgEsMtnGasayRQ+hMECLNXzTqSlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpS8tfp5lMzddnncAAAAASUVORK5CYII=',
  'base64',
);

const rich = [
  'The leader keeps the log, see ![[raft log.png|240]] and ![the missing one](img/none.png), ![from the web](https://example.com/a.png).',
  '',
  'A cluster of $n$ members needs $\\lfloor n/2 \\rfloor + 1$ votes; that costs $5 and $10.',
  '',
  '$$\\sum_{i=1}^{n} x_i = \\begin{cases} 0 & \\text{if } n = 0 \\\\ \\frac{a}{b} & \\text{else} \\end{cases}$$',
  '',
  '```bash',
  'ETCDCTL_API=3 etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/kubernetes/pki/etcd/ca.crt --cert=/etc/kubernetes/pki/etcd/server.crt endpoint health',
  '```',
  '',
  '> [!tip] Learners',
  '> They do not vote. Press <kbd>Ctrl</kbd>, read [the docs](https://etcd.io/docs/v3.5/learning/design-learner/).',
  '',
  '- [ ] add a learner',
  '- [x] promote it',
  '',
  `| Flag | ${Array.from({ length: 9 }, (_, i) => `column_${i}`).join(' | ')} |`,
  `|---|${'---|'.repeat(9)}`,
  `| \`--cacert\` | ${Array.from({ length: 9 }, (_, i) => `value_number_${i}`).join(' | ')} |`,
  '',
  '```mermaid',
  'graph TD; A-->B',
  '```',
].join('\n');

/** Gives the first card of a folder this answer and shows it in a review. */
async function readCard(etcdeck: Etcdeck, folder: string, back: string): Promise<ReviewPage> {
  await importFolder(etcdeck, folder);
  await rewriteCard(etcdeck, 'What does the leader do?', back);
  const review = await startDeck(etcdeck);
  await etcdeck.page.keyboard.press('Space');
  await expect(review.answer).toBeVisible();
  return review;
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const look of [
  { theme: 'light', width: 1200, height: 1400 },
  { theme: 'dark', width: 900, height: 1400 },
] as const) {
  test(`images, formulas, code, tables and links are read in a card (${look.theme}-${look.width})`, async ({
    etcdeck,
    page,
    dataFolder,
  }) => {
    const folder = join(dataFolder, 'notes');
    mkdirSync(join(folder, 'attachments'), { recursive: true });
    writeFileSync(
      join(folder, 'raft.md'),
      '---\ndeck: A reading\n---\n# Raft\n\n- **Leader**: The member that takes all writes of the cluster.\n',
    );
    writeFileSync(join(folder, 'attachments', 'raft log.png'), png);
    await etcdeck.resize(look.width, look.height);
    await etcdeck.setSystemTheme(look.theme);
    const { answer } = await readCard(etcdeck, folder, rich);

    await expect(answer.locator('img')).toHaveCount(1);
    expect(await answer.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.width])).toEqual([60, 240]);
    await expect(answer).toContainText('It is not in the folder of the note.');
    await expect(answer).toContainText('https://example.com/a.png Images on the web are not loaded.');
    await expect(answer.locator('math')).toHaveCount(3);
    await expect(answer).toContainText('costs $5 and $10');
    expect(await overflow(page)).toBe(0);
    await etcdeck.screenshot(`rich-card-${look.theme}`);
    await expectAccessible(page);

    // What is wide scrolls in its place, by keyboard.
    const table = answer.locator('.wide');
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate((place) => place.scrollLeft)).toBeGreaterThan(0);

    // An address shows itself and goes to the clipboard; so does code.
    await answer.getByRole('button', { name: 'the docs' }).focus();
    await page.keyboard.press('Enter');
    await answer.getByRole('button', { name: 'Copy address' }).click();
    expect(await etcdeck.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
      'https://etcd.io/docs/v3.5/learning/design-learner/',
    );
    await answer.getByRole('button', { name: 'Copy code' }).first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => etcdeck.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('endpoint health');
    await expect(new ReviewPage(page).answer).toBeVisible();
    await etcdeck.screenshot(`rich-card-copied-${look.theme}`);
    await expectAccessible(page);
  });
}

test('nothing in a hostile note runs, loads, leads away or restyles the window', async ({ etcdeck, page, dataFolder }) => {
  test.slow();
  const listener = await Listener.open();
  try {
    const folder = join(dataFolder, 'notes', 'hostile');
    writeNote(folder, 'hostile.md', hostileNote(listener.url).split('\n'));
    writeFileSync(join(folder, 'hostile.svg'), hostileSvg(listener.url));
    writeFileSync(join(folder, 'page.png'), '<!doctype html><script>parent.ran = 30</script>');
    writeFileSync(join(dataFolder, 'notes', 'secret.png'), png);
    if (process.platform !== 'win32') symlinkSync(join(dataFolder, 'notes', 'secret.png'), join(folder, 'link.png'));
    await etcdeck.tell(({ session }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
        if (!details.url.startsWith('app://etcdeck/')) asked.push(details.url);
        answer({ cancel: !details.url.startsWith('app:') });
      });
    });

    const { answer } = await readCard(etcdeck, folder, hostileCard(listener.url));
    // Of all its images, only the drawing is one.
    await expect(answer.locator('img')).toHaveCount(2);
    for (const image of await answer.locator('img').all()) {
      await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth)).toBe(200);
    }
    await expect(answer).toContainText('<script>globalThis.ran = 1</script>');
    await expect(answer.locator('script, style, iframe, object, embed, form, link, meta, video, a, input')).toHaveCount(0);
    await expect(answer.locator('[style], [onclick], [onerror], [onload], .dialog, .toast')).toHaveCount(0);
    for (const link of await answer.locator('.md-link').all()) await link.click();
    await expect(page).toHaveURL('app://etcdeck/index.html');
    await etcdeck.screenshot('hostile-card');

    // Every card the note itself gives, and the note in the library.
    await page.keyboard.press('Escape');
    const library = new LibraryPage(page);
    await page.getByRole('button', { name: 'Done' }).or(library.title).or(new TodayPage(page).title).first().waitFor();
    if (await page.getByRole('button', { name: 'Done' }).isVisible()) await page.keyboard.press('Enter');
    await library.open();
    await library.tree
      .getByRole('button', { name: /^hostile/ })
      .last()
      .click();
    await expect(page.getByRole('list', { name: 'Text of hostile.md' })).toContainText('<script>globalThis.ran = 1</script>');
    await etcdeck.screenshot('hostile-library');

    expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
    await expect(
      page.locator('style, iframe, meta[http-equiv=refresh], [src^=http], link:not([href^="app://etcdeck/"], [href^="./"], [href^="/"])'),
    ).toHaveCount(0);
    expect(await etcdeck.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([]);
    expect(listener.connections).toBe(0);
  } finally {
    await listener.close();
  }
});

/** A drawing of a few lines that asks for a hundred million parts. */
const drawingBomb = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><defs><rect id="a0" width="1" height="1"/>',
  ...Array.from({ length: 8 }, (_, deep) => `<g id="a${deep + 1}">${`<use href="#a${deep}"/>`.repeat(10)}</g>`),
  '</defs><use href="#a8"/></svg>',
].join('');

test('a card that would freeze the window is drawn in part, says so, and goes on by keyboard', async ({ etcdeck, page, dataFolder }) => {
  const folder = join(dataFolder, 'notes');
  const long = Array.from({ length: 2_500 }, (_, line) => `Line ${line} of the log.`).join('\n\n');
  writeNote(folder, 'raft.md', ['# Raft', '', '**Leader**: the member that takes all writes and sends them to the others.']);
  writeFileSync(join(folder, 'bomb.svg'), drawingBomb);
  const review = await readCard(etcdeck, folder, `![a drawing](bomb.svg)\n\n\`\`\`ini\n${'x'.repeat(30_000)}\n\`\`\`\n\n${long}`);
  await expect(review.answer.getByText('It is too much work to draw.')).toBeVisible();
  await etcdeck.screenshot('reading-too-long');
  await expectAccessible(page);

  const showAll = page.getByRole('button', { name: 'Show all' });
  for (let tabs = 0; tabs < 30 && !(await showAll.evaluate((one) => one === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await expect(showAll).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Line 2499 of the log.')).toBeAttached();
  await page.keyboard.press('3');
  await expect(review.answer).toBeHidden();
});
