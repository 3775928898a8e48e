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

type Listener = (payload: never) => void;
const listeners = new Set<{ event: string; listener: Listener }>();

// One for all events. The page never sees the IpcRendererEvent: its `sender` would be a way to every channel.
ipcRenderer.on(eventChannel, (_: IpcRendererEvent, name: unknown, payload: unknown) => {
  for (const { event, listener } of [...listeners]) if (event === name) listener(payload as never);
});

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(invokeChannel, method, input).catch(() => unreachable),

  on(event, listener) {
    const listening = { event, listener };
    listeners.add(listening);
    return () => {
      listeners.delete(listening);
    };
  },

  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
};

contextBridge.exposeInMainWorld('etcdeck', bridge);
