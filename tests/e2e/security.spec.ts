/** What the page may load, run and reach. Each test tries to get through and looks at what came of it, not at how the wall is built. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { DatagramListener, Listener } from './listener.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

declare global {
  interface Window {
    /** Directives of the CSP that were broken so far. */
    broken: string[];
    /** Set by an attack that got through. */
    hacked?: boolean;
  }
}

/** Lets the page attack itself and answers which directives of the CSP that broke, as soon as it broke one. */
async function attack(page: Page, code: string | (() => void)): Promise<string[]> {
  await page.evaluate(() => {
    window.broken = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.broken.push(effectiveDirective));
  });
  await page.evaluate(code);
  await expect.poll(() => page.evaluate(() => window.broken)).not.toEqual([]);
  return page.evaluate(() => window.broken);
}

const hacked = (page: Page): Promise<boolean> => page.evaluate(() => window.hacked ?? false);

test.describe('the content security policy', () => {
  test('comes with the page and with every other answer, word for word', async ({ etcdeck, page }) => {
    const sent = await page.evaluate(async () => {
      const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
      return Promise.all(
        [location.href, ...scripts, '/missing'].map(async (url) => (await fetch(url)).headers.get('content-security-policy')),
      );
    });
    expect(sent.length).toBeGreaterThanOrEqual(3);
    expect(new Set(sent)).toEqual(new Set([policy]));
    expect(etcdeck.takeFaults()).toEqual([expect.stringContaining('404')]);
  });

  test('lets no script run that is not a file of the app', async ({ etcdeck, page }) => {
    const broken = await attack(page, () => {
      const script = document.createElement('script');
      script.textContent = 'window.hacked = true';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.hacked = true');
      document.body.append(button);
      button.click();
      const link = document.createElement('a');
      link.href = 'javascript:window.hacked = true';
      document.body.append(link);
      link.click();
      const image = document.createElement('div');
      image.innerHTML = '<img src="data:," onerror="window.hacked = true">';
      document.body.append(image);
    });
    expect(broken).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']));
    expect(await hacked(page)).toBe(false);
    expect(etcdeck.takeFaults()).not.toEqual([]);
  });

  test('lets no text become code', async ({ etcdeck, page }) => {
    // Code from the debugger may use eval; code that a timer starts is the page's own.
    const broken = await attack(
      page,
      `for (const attempt of [
        () => (0, eval)('window.hacked = true'),
        () => new Function('window.hacked = true')(),
        () => setTimeout('window.hacked = true'),
      ]) setTimeout(attempt)`,
    );
    expect(broken).toContain('script-src');
    expect(await hacked(page)).toBe(false);
    expect(etcdeck.takeFaults()).not.toEqual([]);
  });

  test('lets no style apply that is not a file of the app', async ({ etcdeck, page }) => {
    const broken = await attack(page, () => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid red }';
      document.body.append(style);
      document.body.setAttribute('style', 'outline: 7px solid red');
    });
    expect(broken).toEqual(expect.arrayContaining(['style-src-elem', 'style-src-attr']));
    expect(await page.evaluate(() => getComputedStyle(document.body).outlineWidth)).not.toBe('7px');
    expect(etcdeck.takeFaults()).not.toEqual([]);
  });

  test('lets no frame, plugin, worker, base or form in', async ({ etcdeck, page }) => {
    const broken = await attack(page, () => {
      const frame = document.createElement('iframe');
      frame.src = 'data:text/html,hello';
      const plugin = document.createElement('object');
      plugin.data = 'data:text/html,hello';
      const base = document.createElement('base');
      base.href = 'https://example.invalid/';
      const form = document.createElement('form');
      form.action = 'https://example.invalid/';
      document.body.append(frame, plugin, base, form);
      form.submit();
      try {
        new Worker('data:text/javascript,1');
      } catch {
        // It may also be refused here and now.
      }
    });
    expect(broken).toEqual(expect.arrayContaining(['frame-src', 'object-src', 'base-uri', 'form-action']));
    // A refused frame stays as an empty box.
    expect(page.frames().filter((frame) => frame.url().startsWith('data:'))).toEqual([]);
    expect(await page.evaluate(() => document.baseURI)).toBe('app://etcdeck/index.html');
    expect(etcdeck.takeFaults()).not.toEqual([]);
  });
});

test.describe('the network', () => {
  let listener: Listener;
  test.beforeEach(async () => {
    listener = await Listener.open();
  });
  test.afterEach(async () => {
    await listener.close();
  });

  /** Every way a page knows to reach a server. Resolves when each has been refused or has had its chance. */
  async function callOut(url: string): Promise<void> {
    const socket = url.replace('http', 'ws');
    const settled = (target: EventTarget, ...events: string[]) =>
      new Promise<void>((resolve) => {
        for (const event of events) target.addEventListener(event, () => resolve());
      });
    const element = (tag: 'img' | 'script' | 'link', attributes: Record<string, string>) => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      document.body.append(made);
      return settled(made, 'load', 'error');
    };
    const quietly = async (start: () => Promise<unknown>) => {
      try {
        await start();
      } catch {
        // Refused, as it should be.
      }
    };
    await Promise.all([
      quietly(() => fetch(url)),
      quietly(() => fetch(url, { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true })),
      quietly(() => element('img', { src: url })),
      quietly(() => element('script', { src: url })),
      quietly(() => element('link', { rel: 'stylesheet', href: url })),
      quietly(() => settled(new WebSocket(socket), 'open', 'error')),
      quietly(() => settled(new EventSource(url), 'open', 'error')),
      quietly(() => new FontFace('x', `url(${url})`).load()),
      quietly(() => Promise.resolve(navigator.sendBeacon(url, 'x'))),
      quietly(() => import(/* @vite-ignore */ url)),
    ]);
  }

  test('is out of reach for the page by the CSP', async ({ etcdeck, page }) => {
    await page.evaluate(() => {
      window.broken = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.broken.push(effectiveDirective));
    });
    await page.evaluate(callOut, listener.url);
    const broken = await page.evaluate(() => window.broken);
    expect(broken).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'font-src']));
    expect(broken.filter((directive) => directive === 'connect-src').length).toBeGreaterThanOrEqual(4);
    expect(listener.connections).toBe(0);
    expect(etcdeck.takeFaults()).not.toEqual([]);
  });

  test('is out of reach for the page even without the CSP', async ({ etcdeck, page }) => {
    const debug = await etcdeck.electron.context().newCDPSession(page);
    await debug.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.evaluate(() => {
      window.broken = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => window.broken.push(effectiveDirective));
    });
    await page.evaluate(callOut, listener.url);
    expect(await page.evaluate(() => window.broken), 'the CSP is off').toEqual([]);
    expect(listener.connections).toBe(0);
    const refused = etcdeck.takeFaults().filter((fault) => fault.includes('ERR_BLOCKED_BY_CLIENT'));
    expect(refused.length).toBeGreaterThanOrEqual(5);
  });

  test('is out of reach for Chromium itself', async ({ etcdeck, page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const outcomes = await etcdeck.electron.evaluate(async ({ session }, url) => {
      // Another session has none of the walls of our own; `localhost` and numbers resolve without any server.
      const other = session.fromPartition('elsewhere');
      const tries = [url, url.replace('127.0.0.1', 'localhost'), 'https://example.com/'];
      return Promise.all(tries.map((target) => other.fetch(target).then(String, (error: unknown) => String(error))));
    }, listener.url);
    for (const outcome of outcomes) expect(outcome).toContain('ERR_NAME_NOT_RESOLVED');
    expect(listener.connections).toBe(0);
  });
});

test.describe('datagrams', () => {
  let listener: DatagramListener;
  test.beforeEach(async () => {
    listener = await DatagramListener.open();
  });
  test.afterEach(async () => {
    await listener.close();
  });

  /**
   * The ways WebRTC sends them, which no CSP covers: to learn the own address, to a relay, and to another side, which here is a second
   * connection of the page and is said to be at the listener. Resolves when each had its chance.
   */
  async function sendOut(port: number): Promise<void> {
    const relay = { urls: `turn:127.0.0.1:${port}?transport=udp`, username: 'x', credential: 'x' };
    const offer = async (iceServers: RTCIceServer[]) => {
      const side = new RTCPeerConnection({ iceServers });
      side.createDataChannel('x');
      await side.setLocalDescription(await side.createOffer());
      return side;
    };
    await offer([{ urls: `stun:127.0.0.1:${port}` }]);
    await offer([relay]);
    const asking = await offer([]);
    const answering = new RTCPeerConnection();
    if (asking.localDescription) await answering.setRemoteDescription(asking.localDescription);
    await answering.setLocalDescription(await answering.createAnswer());
    if (answering.localDescription) await asking.setRemoteDescription(answering.localDescription);
    const candidate = `candidate:1 1 udp 2122260223 127.0.0.1 ${port} typ host`;
    for (const side of [asking, answering]) await side.addIceCandidate({ candidate, sdpMLineIndex: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }

  test('leave the page by no way, also when it was loaded anew', async ({ page }) => {
    await page.evaluate(sendOut, listener.port);
    await page.reload();
    await page.evaluate(sendOut, listener.port);
    expect(listener.packets).toBe(0);
  });

  test('leave no other page, whatever made it', async ({ etcdeck }) => {
    const code = `(${sendOut.toString()})(${listener.port}).then(() => 'sent')`;
    const outcome = await etcdeck.electron.evaluate(async ({ BrowserWindow, session }, attempt) => {
      const other = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('elsewhere') } });
      await other.loadURL('about:blank');
      const sent: unknown = await other.webContents.executeJavaScript(attempt);
      other.destroy();
      return sent;
    }, code);
    expect(outcome).toBe('sent');
    expect(listener.packets).toBe(0);
    // Electron warns of a page without a CSP, which is what this one is for.
    expect(etcdeck.takeFaults()).toEqual([expect.stringContaining('Insecure Content-Security-Policy')]);
  });
});
