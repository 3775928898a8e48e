/** The window as a thing on the desktop: where it is, how it starts and ends, and what it says when it cannot work. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Etcdeck } from './etcdeck.js';
import { launchArguments, executable } from './etcdeck.js';
import { expect, test } from './fixtures.js';

const run = promisify(execFile);

const bounds = (etcdeck: Etcdeck) => etcdeck.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
const windowState = (etcdeck: Etcdeck): unknown => {
  const file = join(etcdeck.dataFolder, 'window.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};
const title = (etcdeck: Etcdeck) => etcdeck.page.getByRole('heading', { level: 1 });

test.describe('the window', () => {
  test('opens at 1200 x 800 with the first screen', async ({ etcdeck, page }) => {
    await expect(title(etcdeck)).toBeVisible();
    await expect(page).toHaveTitle('Etcdeck');
    expect(await bounds(etcdeck)).toMatchObject({ width: 1200, height: 800 });
  });

  test('cannot be made smaller than 800 x 560', async ({ etcdeck }) => {
    await etcdeck.tell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(300, 200));
    await expect.poll(() => bounds(etcdeck)).toMatchObject({ width: 800, height: 560 });
  });

  test('comes back with its size, place and zoom', async ({ etcdeck }) => {
    await etcdeck.tell(({ BrowserWindow, Menu }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 70, width: 950, height: 640 });
      const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View')?.submenu;
      view?.items.find(({ label }) => label === 'Zoom in')?.click();
    });
    const zoom = () => etcdeck.page.evaluate(() => devicePixelRatio);
    await expect.poll(zoom).toBeCloseTo(Math.sqrt(1.2), 5);
    await etcdeck.relaunch();
    expect(await bounds(etcdeck)).toEqual({ x: 60, y: 70, width: 950, height: 640 });
    await expect.poll(zoom).toBeCloseTo(Math.sqrt(1.2), 5);
  });

  test('comes back where it was after the process was killed', async ({ etcdeck }) => {
    await etcdeck.tell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 10, y: 20, width: 900, height: 600 }));
    await expect.poll(() => windowState(etcdeck)).toMatchObject({ place: { x: 10, y: 20 }, size: { width: 900, height: 600 } });
    await etcdeck.kill();
    await etcdeck.start();
    expect(await bounds(etcdeck)).toEqual({ x: 10, y: 20, width: 900, height: 600 });
  });

  test('opens as on the first day when its memory is damaged', async ({ unstarted }) => {
    writeFileSync(join(unstarted.dataFolder, 'window.json'), '{"size": {"width": 1e99, "hei');
    await unstarted.start();
    expect(await bounds(unstarted)).toMatchObject({ width: 1200, height: 800 });
  });

  test('follows the theme of the settings, from the first frame of the next start', async ({ etcdeck }) => {
    const look = async () => ({
      dark: await etcdeck.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
      frame: await etcdeck.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
      page: await etcdeck.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    });
    await expect(title(etcdeck)).toBeVisible();
    await etcdeck.page.evaluate(() => window.etcdeck.call('settings.set', { theme: 'light' }));
    await expect.poll(look).toEqual({ dark: false, frame: '#FDFDFC', page: 'rgb(253, 253, 252)' });
    await etcdeck.page.evaluate(() => window.etcdeck.call('settings.set', { theme: 'dark' }));
    await expect.poll(async () => (await look()).frame).toBe('#18191B');
    await etcdeck.relaunch();
    await expect(title(etcdeck)).toBeVisible();
    await expect.poll(look).toEqual({ dark: true, frame: '#18191B', page: 'rgb(24, 25, 27)' });
  });

  test('shows itself again when Etcdeck is started twice', async ({ etcdeck }) => {
    await etcdeck.tell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const { stderr } = await run(executable(), launchArguments(etcdeck.dataFolder), { timeout: 60_000 });
    expect(stderr).toContain('is open with');
    await expect
      .poll(() => etcdeck.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible())))
      .toEqual([true]);
  });

  test('reaches Import from the menu', async ({ etcdeck, page }) => {
    await expect(title(etcdeck)).toBeVisible();
    await etcdeck.tell(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File')?.submenu;
      file?.items.find(({ label }) => label.startsWith('Import'))?.click();
    });
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  });
});

test.describe('the end', () => {
  test('leaves the database in one file and nothing running', async ({ etcdeck }) => {
    await expect(title(etcdeck)).toBeVisible();
    const child = etcdeck.electron.process();
    await etcdeck.close();
    expect(child.exitCode).toBe(0);
    const left = readdirSync(etcdeck.dataFolder).filter((name) => name.startsWith('etcdeck.sqlite'));
    expect(left).toEqual(['etcdeck.sqlite']);
  });

  test('comes when the window is closed, also while it still loads', async ({ unstarted }) => {
    await unstarted.start();
    await unstarted.tell(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.webContents.reload();
      setImmediate(() => window?.close());
    });
    expect(await unstarted.ended()).toBe(0);
  });
});

test.describe('trouble', () => {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  test('a damaged database is named, explained and left as it is', async ({ unstarted }) => {
    const file = join(unstarted.dataFolder, 'etcdeck.sqlite');
    writeFileSync(file, 'this is no database '.repeat(500));
    const before = hash(file);
    await unstarted.start();
    const alert = unstarted.page.getByRole('alert');
    await expect(alert).toContainText('damaged');
    await expect(alert).toContainText(file);
    await expect(alert).toContainText('Restore a backup');
    await unstarted.screenshot('damaged-database');
    const close = unstarted.page.getByRole('button', { name: 'Close Etcdeck' });
    await expect(close).toBeEnabled();
    // The app may be gone before a click could report back; this one is made after the answer.
    await close.evaluate((button: HTMLElement) => void setTimeout(() => button.click()));
    expect(await unstarted.ended()).toBe(0);
    expect(hash(file)).toBe(before);
  });

  test('a newer database is named, explained and left as it is', async ({ unstarted }) => {
    await unstarted.start();
    await expect(title(unstarted)).toBeVisible();
    await unstarted.close();
    const file = join(unstarted.dataFolder, 'etcdeck.sqlite');
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(9_999, 60); // user_version
    writeFileSync(file, bytes);
    const before = hash(file);
    await unstarted.start();
    await expect(unstarted.page.getByRole('alert')).toContainText('newer version of Etcdeck');
    await expect(unstarted.page.getByRole('alert')).toContainText(file);
    await unstarted.close();
    expect(hash(file)).toBe(before);
  });

  test('a data folder that is a file is named and left as it is', async ({ unstarted }) => {
    rmSync(unstarted.dataFolder, { recursive: true });
    writeFileSync(unstarted.dataFolder, 'precious');
    await unstarted.start();
    await expect(unstarted.page.getByRole('alert')).toContainText(unstarted.dataFolder);
    await unstarted.close();
    expect(readFileSync(unstarted.dataFolder, 'utf8')).toBe('precious');
    rmSync(unstarted.dataFolder);
    mkdirSync(unstarted.dataFolder);
  });

  test('a page that crashes is offered again', async ({ etcdeck }) => {
    await expect(title(etcdeck)).toBeVisible();
    const shown = await etcdeck.electron.evaluate(async ({ BrowserWindow, dialog }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('There is no window.');
      const said: string[] = [];
      const stub = (_: unknown, options: { message: string; buttons?: string[] }) => {
        said.push(options.message, ...(options.buttons ?? []));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      Object.assign(dialog, { showMessageBox: stub });
      const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)));
      contents.forcefullyCrashRenderer();
      await loaded;
      const works: unknown = await contents.executeJavaScript(`window.etcdeck.call('app.info', {}).then(({ ok }) => ok)`);
      return { said, works };
    });
    expect(shown).toEqual({ said: ['The window stopped working', 'Reload', 'Quit'], works: true });
    expect(etcdeck.takeLog()).toMatch(/The page stopped: (crashed|killed)/);
    etcdeck.takeFaults();
  });

  test('a page that does not answer is waited for, or loaded anew', async ({ etcdeck }) => {
    await expect(title(etcdeck)).toBeVisible();
    const shown = await etcdeck.electron.evaluate(async ({ BrowserWindow, dialog }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('There is no window.');
      const said: string[] = [];
      let answer = 0;
      const stub = (_: unknown, options: { message: string; detail?: string; buttons?: string[]; signal?: AbortSignal }) => {
        said.push(options.message, ...(options.buttons ?? []));
        // Wait at first, and until the page answers; then Reload.
        if (answer === 1) return Promise.resolve({ response: 1, checkboxChecked: false });
        return new Promise((resolve) => options.signal?.addEventListener('abort', () => resolve({ response: 0, checkboxChecked: false })));
      };
      Object.assign(dialog, { showMessageBox: stub });
      contents.emit('unresponsive');
      contents.emit('unresponsive');
      contents.emit('responsive');
      await new Promise((resolve) => setImmediate(resolve));
      answer = 1;
      void contents.executeJavaScript('for (;;);').catch(() => undefined);
      const loaded = new Promise((resolve) => contents.once('did-finish-load', () => resolve(null)));
      contents.emit('unresponsive');
      await loaded;
      const works: unknown = await contents.executeJavaScript(`window.etcdeck.call('app.info', {}).then(({ ok }) => ok)`);
      return { said, works };
    });
    const question = ['The window does not answer', 'Wait', 'Reload'];
    expect(shown).toEqual({ said: [...question, ...question], works: true });
    expect(etcdeck.takeLog()).toMatch(/The page stopped: (crashed|killed)/);
    etcdeck.takeFaults();
  });

  test('an error nobody foresaw is logged and ends nothing', async ({ etcdeck, page }) => {
    await etcdeck.tell(() => {
      setImmediate(() => {
        throw new Error('thrown by a test');
      });
      void Promise.reject(new Error('rejected by a test'));
    });
    await expect.poll(() => existsSync(join(etcdeck.dataFolder, 'etcdeck.log'))).toBe(true);
    expect(await page.evaluate(() => window.etcdeck.call('app.info', {}))).toMatchObject({ ok: true });
    const log = etcdeck.takeLog();
    expect(log).toContain('thrown by a test');
    expect(log).toContain('rejected by a test');
  });
});

test.describe('the data folder', () => {
  test('is the one that --data names, whatever ETCDECK_DATA says', async ({ unstarted }) => {
    const other = join(unstarted.dataFolder, 'other');
    await unstarted.start({ env: { ETCDECK_DATA: other } });
    const info = await unstarted.page.evaluate(() => window.etcdeck.call('app.info', {}));
    expect(info).toMatchObject({ ok: true, value: { dataFolder: unstarted.dataFolder } });
    expect(existsSync(other)).toBe(false);
  });

  test('is the one of ETCDECK_DATA without --data', async ({ unstarted }) => {
    await unstarted.start({ folderBy: 'ETCDECK_DATA' });
    const info = await unstarted.page.evaluate(() => window.etcdeck.call('app.info', {}));
    expect(info).toMatchObject({ ok: true, value: { dataFolder: unstarted.dataFolder } });
  });

  test('must be named after --data', async () => {
    const failed = run(executable(), [...launchArguments(''), '--data'], { timeout: 60_000 });
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('--data needs a folder') as unknown });
  });
});
