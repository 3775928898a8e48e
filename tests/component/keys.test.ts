import { describe, expect, it, vi } from 'vitest';
import { keymap } from '../../src/renderer/app/keymap.js';
import { keys as review } from '../../src/renderer/features/review/keys.js';
import { everywhere } from '../../src/renderer/state/everywhere.js';
import { cap, pressed, shortcuts } from '../../src/renderer/state/keys.js';
import type { Binding } from '../../src/renderer/state/keys.js';
import { Commands } from '../../src/renderer/state/commands.svelte.js';
import { Toasts } from '../../src/renderer/state/toasts.svelte.js';

const key = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', { cancelable: true, ...init });

describe('pressed', () => {
  it.each([
    [{ key: 'u' }, 'u'],
    [{ key: 'U', shiftKey: true }, 'u'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'k', ctrlKey: true }, 'Mod+k'],
    [{ key: 'O', ctrlKey: true, shiftKey: true }, 'Mod+Shift+o'],
    [{ key: 'ㅕ', code: 'KeyU' }, 'u'],
    [{ key: '&', code: 'Digit1' }, '1'],
    [{ key: '!', code: 'Digit1', shiftKey: true }, '!'],
    [{ key: '3', code: 'Numpad3' }, '3'],
    [{ key: 'ё', code: 'Backquote' }, 'ё'],
  ])('reads %o as %s', (init, name) => {
    expect(pressed(key(init))).toBe(name);
  });
});

it('writes keys as they stand on the caps', () => {
  expect(['Mod+k', 'Mod+Enter', ' ', 'Escape', 'u', '?'].map(cap)).toEqual(['Ctrl K', 'Ctrl Enter', 'Space', 'Esc', 'U', '?']);
});

it('writes keys as screen readers want them', () => {
  expect(shortcuts([' ', 'u', 'Mod+Shift+z', 'Alt+Enter', '?', 'F1'])).toBe('Space U Control+Shift+Z Alt+Enter ? F1');
  expect(shortcuts([])).toBeUndefined();
});

describe('Commands', () => {
  const offer = (of: Binding) => {
    const commands = new Commands(keymap);
    const run = vi.fn();
    commands.offer({ of }, { of: { run } });
    const press = (init: KeyboardEventInit, target: HTMLElement = document.body) => {
      if (!target.isConnected) document.body.append(target);
      target.addEventListener('keydown', (event) => commands.press(event, 'review'), { once: true });
      target.dispatchEvent(key({ bubbles: true, ...init }));
    };
    return { commands, run, press };
  };

  it('leaves letters to a text field, but not Ctrl K', () => {
    const letters = offer(review.flag);
    letters.press({ key: 'f' }, document.createElement('textarea'));
    expect(letters.run).not.toHaveBeenCalled();
    const palette = offer(everywhere.palette);
    palette.press({ key: 'k', ctrlKey: true }, document.createElement('textarea'));
    expect(palette.run).toHaveBeenCalledOnce();
  });

  it('leaves Enter and Space to the button that has the focus', () => {
    const { run, press } = offer(review.show);
    press({ key: ' ' }, document.createElement('button'));
    expect(run).not.toHaveBeenCalled();
    press({ key: ' ' });
    expect(run).toHaveBeenCalledOnce();
  });

  it('stops offering when told', () => {
    const commands = new Commands(keymap);
    const stop = commands.offer(review, { flag: { run: () => undefined } });
    expect(commands.ready('review')).toEqual([review.flag]);
    stop();
    expect(commands.ready('review')).toEqual([]);
  });
});

it('takes a toast away after 8 seconds, but not under the pointer', () => {
  vi.useFakeTimers();
  const toasts = new Toasts();
  toasts.show({ text: 'Card suspended' });
  vi.advanceTimersByTime(7_000);
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(toasts.current?.text).toBe('Card suspended');
  toasts.release();
  vi.advanceTimersByTime(8_000);
  expect(toasts.current).toBeNull();
  vi.useRealTimers();
});
