import fc from 'fast-check';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  firstState,
  fitToScreens,
  loadWindowState,
  parseWindowState,
  saveWindowState,
  type WindowState,
} from '../../../src/main/shell/window-state.js';
import { freshFolder } from '../folder.js';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: -200, width: 1280, height: 1024 };
const stateAt = (x: number, y: number, width = 1000, height = 700): WindowState => ({
  ...firstState,
  place: { x, y },
  size: { width, height },
});

describe('the memory of the window', () => {
  it('comes back as it was written', () => {
    const state: WindowState = {
      size: { width: 950, height: 640 },
      place: { x: -5, y: 7 },
      maximized: true,
      zoomLevel: 1.5,
      theme: 'dark',
    };
    const file = join(freshFolder(), 'window.json');
    saveWindowState(file, state);
    expect(loadWindowState(file)).toEqual(state);
  });

  it('leaves no other file behind', () => {
    const folder = freshFolder();
    saveWindowState(join(folder, 'window.json'), firstState);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it.each([
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{"size": null}',
    '{"size": {"width": "1", "height": {}}}',
    '{"theme": "blue"}',
    '{"zoomLevel": null}',
  ])('is the first state when its text is %j', (text) => {
    const file = join(freshFolder(), 'window.json');
    writeFileSync(file, text);
    expect(loadWindowState(file)).toEqual(firstState);
  });

  it('is the first state when there is no file', () => {
    expect(loadWindowState(join(freshFolder(), 'none.json'))).toEqual(firstState);
  });

  it('keeps what is usable of a damaged text', () => {
    const text = '{"size": {"width": 1e300, "height": 900}, "place": {"x": 4}, "maximized": 1, "zoomLevel": 99, "theme": "light"}';
    expect(parseWindowState(text)).toEqual({ ...firstState, size: { width: 1200, height: 900 }, zoomLevel: 5, theme: 'light' });
  });

  it('gives a window that can be used, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { size, zoomLevel } = parseWindowState(text);
        expect(size.width).toBeGreaterThanOrEqual(800);
        expect(size.height).toBeGreaterThanOrEqual(560);
        expect(Math.abs(zoomLevel)).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('the place of the window', () => {
  it('is kept on any screen that shows its title bar', () => {
    for (const state of [stateAt(10, 10), stateAt(-850, 10), stateAt(1900, 0), stateAt(2500, -150)]) {
      expect(fitToScreens(state, [screen, second]).place).toEqual(state.place);
    }
  });

  it.each([
    ['left of every screen', -950, 10],
    ['above', 100, -20],
    ['below', 100, 1060],
    ['on a screen that is gone', 2500, 100],
  ])('is left to the system when it is %s', (_, x, y) => {
    expect(fitToScreens(stateAt(x, y), [screen]).place).toBeNull();
  });

  it('is on a screen that is large enough, or the window is made smaller', () => {
    expect(fitToScreens(stateAt(0, 0, 4000, 3000), [screen]).size).toEqual({ width: 1920, height: 1080 });
    expect(fitToScreens(stateAt(1950, 0, 1900, 1000), [screen, second]).size).toEqual({ width: 1280, height: 1000 });
  });

  it('is as remembered when no screen is known', () => {
    expect(fitToScreens(stateAt(1, 2), [])).toEqual(stateAt(1, 2));
  });
});
