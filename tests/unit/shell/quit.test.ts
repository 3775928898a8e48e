import type { App } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeBeforeQuit } from '../../../src/main/shell/quit.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function quitWith(close: () => Promise<void>) {
  const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
  const log = vi.fn();
  closeBeforeQuit(app as unknown as App, close, log);
  const event = { preventDefault: vi.fn() };
  app.emit('will-quit', event);
  return { app, log, event };
}

it('ends the app when the services are closed, not before', async () => {
  let closed: () => void = () => undefined;
  const { app, event } = quitWith(() => new Promise((resolve) => (closed = resolve)));
  await vi.advanceTimersByTimeAsync(100);
  expect(event.preventDefault).toHaveBeenCalled();
  expect(app.exit).not.toHaveBeenCalled();
  closed();
  await vi.advanceTimersByTimeAsync(0);
  expect(app.exit).toHaveBeenCalledTimes(1);
});

it('closes once, however often it is asked to quit', async () => {
  const close = vi.fn(() => Promise.resolve());
  const { app, event } = quitWith(close);
  app.emit('will-quit', event);
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledTimes(1);
  expect(app.exit).toHaveBeenCalledTimes(1);
});

it('logs a close that fails and ends all the same', async () => {
  const { app, log } = quitWith(() => Promise.reject(new Error('disk')));
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: 'disk' }));
  expect(app.exit).toHaveBeenCalledTimes(1);
});

it('does not wait for ever', async () => {
  const { app, log } = quitWith(() => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(log).toHaveBeenCalledTimes(1);
  expect(app.exit).toHaveBeenCalledTimes(1);
});
