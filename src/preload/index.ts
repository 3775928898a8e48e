/**
 * Puts `window.etcdeck` into the page, and nothing else. It only carries: which methods exist and what they take is decided in
 * the main process, where a page cannot interfere.
 */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../shared/bridge.js';
import { eventChannel, invokeChannel } from '../shared/channels.js';

const unreachable = {
  ok: false,
  error: { code: 'internal', message: 'Etcdeck did not answer.', hint: 'Close the window and start Etcdeck again.' },
} as const;

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(invokeChannel, method, input).catch(() => unreachable),

  on(event, listener) {
    // The page never sees the IpcRendererEvent: its `sender` would be a way to every channel.
    const forward = (_: IpcRendererEvent, name: unknown, payload: Parameters<typeof listener>[0]) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(eventChannel, forward);
    // Braces matter: the value of removeListener is ipcRenderer itself.
    return () => {
      ipcRenderer.removeListener(eventChannel, forward);
    };
  },

  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
};

contextBridge.exposeInMainWorld('etcdeck', bridge);
