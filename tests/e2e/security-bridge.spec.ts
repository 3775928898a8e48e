/** The one door between the page and the main process: what is on the page's side of it, and whom it opens for. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './etcdeck.js';
import { expect, test } from './fixtures.js';

const preload = join(projectFolder, 'out/preload/index.cjs');
const forbidden = { ok: false, error: { code: 'forbidden-sender' } };

/** Asks through the bridge of a page that is not Playwright's, from the main process; null where there is no bridge. */
const ask = `window.etcdeck ? window.etcdeck.call('app.info', {}) : null`;

test('node and Electron are not in the page', async ({ page }) => {
  const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'];
  const kinds = await page.evaluate(`[${names.map((name) => `typeof ${name}`).join()}]`);
  expect(kinds).toEqual(names.map(() => 'undefined'));
});

test('the process of the page runs in the sandbox', async ({ etcdeck }) => {
  const pid = await etcdeck.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const started = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  expect(started).toContain('--type=renderer');
  expect(started).toContain('--enable-sandbox');
});

test('the bridge is call, on and pathsOf, and nothing else', async ({ page }) => {
  const bridge = await page.evaluate(() => ({
    names: Reflect.ownKeys(window.etcdeck).map(String).sort(),
    kinds: Object.values(window.etcdeck).map((value) => typeof value as string),
    prototype: Object.getPrototypeOf(window.etcdeck) === Object.prototype,
    extra: Object.values(window.etcdeck).flatMap((value: object) => Object.keys(value)),
  }));
  expect(bridge.names).toEqual(['call', 'on', 'pathsOf']);
  expect(new Set(bridge.kinds)).toEqual(new Set(['function']));
  expect(bridge.prototype).toBe(true);
  expect(bridge.extra).toEqual([]);
});

test('the bridge cannot be replaced by the page', async ({ page }) => {
  const same = await page.evaluate(() => {
    const before = window.etcdeck.call;
    const attempts = [
      () => Object.assign(window.etcdeck, { call: () => 'mine' }),
      () => Object.defineProperty(window, 'etcdeck', { value: { call: () => 'mine' } }),
      () => Reflect.deleteProperty(window, 'etcdeck'),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Refused, as it should be.
      }
    }
    return window.etcdeck.call === before;
  });
  expect(same).toBe(true);
});

test('listening gives the page payloads and a way to stop, no more', async ({ etcdeck, page }) => {
  const stopped = await page.evaluate(() => {
    const heard: unknown[][] = [];
    Object.assign(window, { heard });
    const stop = window.etcdeck.on('app.navigate', (...given) => heard.push(given));
    const stopOther = window.etcdeck.on('data.changed', (...given) => heard.push(given));
    return typeof stopOther() + typeof stop === 'undefinedfunction' ? 'as agreed' : 'something leaks';
  });
  expect(stopped).toBe('as agreed');
  await etcdeck.tell(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('etcdeck:event', 'app.navigate', { screen: 'today' });
    BrowserWindow.getAllWindows()[0]?.webContents.send('etcdeck:event', 'data.changed', {});
    BrowserWindow.getAllWindows()[0]?.webContents.send('etcdeck:event', 'app.navigate', { screen: 'import' });
  });
  await expect.poll(() => page.evaluate('heard')).toEqual([[{ screen: 'today' }], [{ screen: 'import' }]]);
});

test('a page learns the paths of files it was given, and of no others', async ({ etcdeck, page }) => {
  const note = join(etcdeck.dataFolder, 'nöte.md');
  writeFileSync(note, 'text');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'given';
    document.body.append(input);
  });
  await page.locator('#given').setInputFiles(note);
  const paths = await page.evaluate(() => {
    const given = [...(document.querySelector<HTMLInputElement>('#given')?.files ?? [])];
    return window.etcdeck.pathsOf([...given, new File(['made up'], '/etc/passwd')]);
  });
  expect(paths).toEqual([note]);
});

test('unknown methods and input that does not fit are refused, and nothing is thrown', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const call = window.etcdeck.call as (method: unknown, input: unknown) => Promise<{ ok: boolean; error: { code: string } }>;
    const asked: [unknown, unknown][] = [
      ['__proto__', {}],
      ['constructor', {}],
      ['toString', {}],
      ['app.quit', {}],
      [7, {}],
      [undefined, undefined],
      ['app.info', { more: true }],
      ['app.info', null],
      ['settings.set', { theme: '<script>' }],
      ['import.preview', { paths: [] }],
      ['app.info', { run: () => 1 }],
    ];
    return Promise.all(asked.map(async ([method, input]) => (await call(method, input)).error.code));
  });
  expect(answers).toEqual([...Array<string>(6).fill('unknown-method'), ...Array<string>(4).fill('invalid-input'), 'internal']);
});

test('our own page is answered', async ({ page }) => {
  expect(await page.evaluate(() => window.etcdeck.call('app.info', {}))).toMatchObject({ ok: true });
});

test('another window with the same page and bridge is not answered', async ({ etcdeck }) => {
  const answer = await etcdeck.electron.evaluate(
    async ({ BrowserWindow }, { bridge, code }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload: bridge } });
      await other.loadURL('app://etcdeck/index.html');
      const said: unknown = await other.webContents.executeJavaScript(code);
      other.destroy();
      return said;
    },
    { bridge: preload, code: ask },
  );
  expect(answer).toMatchObject(forbidden);
  await etcdeck.close();
  etcdeck.takeFaults();
});

for (const url of ['data:text/html,elsewhere', 'app://other/index.html', 'about:blank']) {
  test(`our window is not answered while it shows ${url}`, async ({ etcdeck }) => {
    const answer = await etcdeck.electron.evaluate(
      async ({ BrowserWindow }, { target, code }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        await contents?.loadURL(target);
        return contents?.executeJavaScript(code) as Promise<unknown>;
      },
      { target: url, code: ask },
    );
    expect(answer).toMatchObject(forbidden);
    await etcdeck.close();
    etcdeck.takeFaults();
  });
}

test('a frame inside our page has no bridge of its own and is not answered', async ({ etcdeck, page }) => {
  // The CSP would not even show the frame, so it is taken away for this one.
  const debug = await etcdeck.electron.context().newCDPSession(page);
  await debug.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>frame</p>';
    document.body.append(frame);
    return new Promise((resolve) => frame.addEventListener('load', resolve));
  });
  expect(await page.evaluate(() => 'etcdeck' in (document.querySelector('iframe')?.contentWindow ?? {}))).toBe(false);
  expect(etcdeck.takeFaults()).toEqual([expect.stringContaining('Insecure Content-Security-Policy')]);
});
