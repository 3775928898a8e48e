/** Where the page may go, what it may ask the computer for, and which files it can see. */
import type { Page } from '@playwright/test';
import type { Etcdeck } from './etcdeck.js';
import { expect, test } from './fixtures.js';

test.describe('permissions', () => {
  test('are denied, whichever the page asks for', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'clipboard-write',
        'midi',
        'persistent-storage',
      ];
      names.push('background-sync', 'screen-wake-lock', 'local-fonts', 'storage-access', 'window-management', 'idle-detection');
      const query = (name: string) => navigator.permissions.query({ name: name as PermissionName });
      return Promise.all(
        names.map(async (name) => [
          name,
          await query(name).then(
            ({ state }) => state,
            () => 'unknown',
          ),
        ]),
      );
    });
    const given = states.filter(([, state]) => state !== 'denied' && state !== 'unknown');
    expect(given).toEqual([]);
    expect(states.filter(([, state]) => state === 'denied').length).toBeGreaterThanOrEqual(8);
  });

  test('are denied when they are used without asking', async ({ page }) => {
    const outcome = await page.evaluate(async () => {
      const name = (error: unknown) => (error instanceof Error ? error.name : String(error));
      const used = (use: () => Promise<unknown>) => use().then(() => 'given', name);
      return {
        place: await new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            ({ code }) => resolve(code),
          );
        }),
        notification: await Notification.requestPermission(),
        clipboard: await used(() => navigator.clipboard.readText()),
        screen: await used(() => navigator.mediaDevices.getDisplayMedia()),
        midi: await used(() => navigator.requestMIDIAccess({ sysex: true })),
        pointer: await used(() => document.body.requestPointerLock() as unknown as Promise<void>),
      };
    });
    expect(Object.values(outcome)).not.toContain('given');
    expect(outcome).toMatchObject({ place: 1, notification: 'denied', clipboard: 'NotAllowedError' });
  });
});

test('the page has no choosers of files and folders of its own', async ({ page }) => {
  const choosers = ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'];
  expect(await page.evaluate((names) => names.filter((name) => name in window), choosers)).toEqual([]);
});

test.describe('navigation', () => {
  /** Records what the window is asked to do; the test reads it with `asked`. */
  const watch = (etcdeck: Etcdeck) =>
    etcdeck.tell(({ app, BrowserWindow }) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.on('will-frame-navigate', (event) => seen.push(event.defaultPrevented ? 'stopped' : 'let go'));
      contents?.on('did-navigate', () => seen.push('gone'));
      app.on('browser-window-created', () => seen.push('new window'));
    });
  const asked = (etcdeck: Etcdeck) => etcdeck.electron.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

  const click = (page: Page, attributes: Record<string, string>) =>
    page.evaluate((all) => {
      Object.assign(window, { stayed: true });
      const link = document.createElement('a');
      for (const [name, value] of Object.entries(all)) link.setAttribute(name, value);
      document.body.append(link);
      link.click();
    }, attributes);

  const expectStayed = async (page: Page) => {
    expect(page.url()).toBe('app://etcdeck/index.html');
    expect(await page.evaluate('stayed')).toBe(true);
  };

  for (const href of ['https://example.invalid/', 'http://127.0.0.1:9/', 'app://etcdeck/assets/', 'app://other/index.html']) {
    test(`to ${href} is stopped`, async ({ etcdeck, page }) => {
      await watch(etcdeck);
      await click(page, { href });
      await expect.poll(() => asked(etcdeck)).toEqual(['stopped']);
      await expectStayed(page);
    });
  }

  for (const href of ['file:///etc/passwd', 'data:text/html,elsewhere']) {
    test(`to ${href} is refused by Chromium`, async ({ etcdeck, page }) => {
      await watch(etcdeck);
      await click(page, { href });
      await expect.poll(() => etcdeck.takeFaults()).toEqual([expect.stringContaining('Not allowed to')]);
      await expectStayed(page);
      expect(await asked(etcdeck)).toEqual([]);
    });
  }

  test('by script, by reloading onto another address and by a redirect are stopped too', async ({ etcdeck, page }) => {
    await watch(etcdeck);
    await page.evaluate(() => {
      Object.assign(window, { stayed: true });
      location.assign('https://example.invalid/');
    });
    await expect.poll(() => asked(etcdeck)).toEqual(['stopped']);
    await page.evaluate(() => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0;url=app://etcdeck/elsewhere.html';
      document.head.append(meta);
    });
    await expect.poll(() => asked(etcdeck)).toEqual(['stopped', 'stopped']);
    await expectStayed(page);
  });

  test('no new window opens, by script or by link', async ({ etcdeck, page }) => {
    await watch(etcdeck);
    const opened = await page.evaluate(() =>
      ['about:blank', 'https://example.invalid/', 'app://etcdeck/index.html', ''].map((url) => window.open(url) !== null),
    );
    expect(opened).toEqual([false, false, false, false]);
    await click(page, { href: 'app://etcdeck/index.html', target: '_blank' });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await asked(etcdeck)).toEqual([]);
    expect(etcdeck.electron.windows()).toHaveLength(1);
  });

  test('nothing is downloaded', async ({ etcdeck, page }) => {
    const download = etcdeck.electron.evaluate(
      ({ session }) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented ? 'stopped' : 'under way'));
        }),
    );
    await click(page, { href: 'data:text/plain,hello', download: 'hello.txt' });
    expect(await download).toBe('stopped');
  });
});

test.describe('files of the app', () => {
  const paths = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '/%2e%2e%5cmain%5cindex.js',
    '/..%252f..%252fpackage.json',
    '/%2fetc%2fpasswd',
    '//etc/passwd',
    '/index.html%00.js',
    '/%00',
    '/%ff',
    '/assets',
    '/assets/',
    '/',
    '/C:/Windows/win.ini',
    '/main/index.js',
    '/../main/index.js',
  ];

  test('are all that app:// serves', async ({ etcdeck, page }) => {
    const served = await page.evaluate(
      (all) => Promise.all(all.map(async (path) => [path, (await fetch(`app://etcdeck${path}`)).status] as const)),
      paths,
    );
    expect(served.filter(([, status]) => status !== 404)).toEqual([]);
    expect(etcdeck.takeFaults()).toHaveLength(paths.length);
  });

  test('have their type, and nobody guesses another', async ({ page }) => {
    const types = await page.evaluate(async () => {
      const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
      const style = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '';
      const headers = async (url: string) => {
        const answer = await fetch(url);
        return [answer.headers.get('content-type'), answer.headers.get('x-content-type-options')];
      };
      return Promise.all([location.href, script, style].map(headers));
    });
    expect(types).toEqual([
      ['text/html; charset=utf-8', 'nosniff'],
      ['text/javascript; charset=utf-8', 'nosniff'],
      ['text/css; charset=utf-8', 'nosniff'],
    ]);
  });
});
