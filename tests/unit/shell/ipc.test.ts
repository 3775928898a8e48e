import type { BrowserWindow, IpcMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { Router } from '../../../src/main/router.js';
import { isOurPage, sendEvent, serveCalls } from '../../../src/main/shell/ipc.js';
import { ok } from '../../../src/shared/result.js';

const ours = { origin: 'app://etcdeck' };

describe('the sender of a call', () => {
  it('is our page when it is the main frame and shows our origin', () => {
    expect(isOurPage(ours, ours)).toBe(true);
  });

  it('is not our page when its frame is gone or is another one', () => {
    expect(isOurPage(null, ours)).toBe(false);
    expect(isOurPage({ ...ours }, ours)).toBe(false);
  });

  it.each(['null', 'app://other', 'app://etcdeck.evil', 'app://etcdeck:1', 'https://etcdeck', 'file://', ''])(
    'is not our page when the main frame has the origin %j',
    (origin) => {
      const frame = { origin };
      expect(isOurPage(frame, frame)).toBe(false);
    },
  );
});

/** A window and a channel as far as the border needs them. */
function border(router: Promise<Router>) {
  const send = vi.fn();
  const state = { destroyed: false };
  const window = { isDestroyed: () => state.destroyed, webContents: { mainFrame: ours, send } } as unknown as BrowserWindow;
  const handle = vi.fn<(channel: string, answer: (event: unknown, method: unknown, input: unknown) => Promise<unknown>) => void>();
  serveCalls({ handle } as unknown as IpcMain, window, router);
  const answer = handle.mock.calls[0]?.[1];
  if (!answer) throw new Error('Nothing listens.');
  return { call: (senderFrame: unknown) => answer({ senderFrame }, 'app.info', {}), window, state, send };
}

describe('the border', () => {
  it('asks the router for our page only', async () => {
    const router = vi.fn<Router>(() => Promise.resolve(ok('answer')));
    const { call, state } = border(Promise.resolve(router));
    await expect(call(ours)).resolves.toEqual(ok('answer'));
    for (const stranger of [null, { origin: 'app://etcdeck' }]) {
      await expect(call(stranger)).resolves.toMatchObject({ ok: false, error: { code: 'forbidden-sender' } });
    }
    state.destroyed = true;
    await expect(call(ours)).resolves.toMatchObject({ ok: false, error: { code: 'forbidden-sender' } });
    expect(router).toHaveBeenCalledTimes(1);
  });

  it('lets calls wait until the services are open', async () => {
    let open: (router: Router) => void = () => undefined;
    const { call } = border(new Promise<Router>((resolve) => (open = resolve)));
    const waiting = call(ours);
    open(() => Promise.resolve(ok('open')));
    await expect(waiting).resolves.toEqual(ok('open'));
  });

  it('sends events while there is a window', () => {
    const { window, state, send } = border(Promise.resolve(() => Promise.resolve(ok(null))));
    sendEvent(window, 'app.navigate', { screen: 'import' });
    state.destroyed = true;
    sendEvent(window, 'data.changed', {});
    expect(send.mock.calls).toEqual([['etcdeck:event', 'app.navigate', { screen: 'import' }]]);
  });
});
