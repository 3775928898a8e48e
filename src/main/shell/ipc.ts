/** The border: one channel in, one channel out, and a look at who calls. Knows no method; the router does. */
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { eventChannel, invokeChannel } from '../../shared/channels.js';
import type { EventName, EventPayload } from '../../shared/contract.js';
import { fail } from '../../shared/result.js';
import type { Router } from '../router.js';
import { origin } from './protocol.js';

interface Frame {
  readonly origin: string;
}

/** Whether a call comes from the main frame of our window, while that shows our own page. */
export function isOurPage(caller: Frame | null, mainFrame: Frame): boolean {
  return caller !== null && caller === mainFrame && caller.origin === origin;
}

/**
 * Answers the window's calls. Calls that arrive while the services still open wait for them.
 * @param router resolves when the services are open, or to one that answers every call with why they are not
 */
export function serveCalls(ipcMain: IpcMain, window: BrowserWindow, router: Promise<Router>): void {
  ipcMain.handle(invokeChannel, async (event: IpcMainInvokeEvent, method: unknown, input: unknown) => {
    if (window.isDestroyed() || !isOurPage(event.senderFrame, window.webContents.mainFrame)) {
      return fail({ code: 'forbidden-sender', message: 'Only the window of Etcdeck can ask Etcdeck.' });
    }
    return (await router)(method, input);
  });
}

/** Tells the window; when it is gone there is nobody to tell. */
export function sendEvent<E extends EventName>(window: BrowserWindow, event: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, event, payload);
}
