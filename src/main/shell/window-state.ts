/** What the window remembers from one start to the next. Pure but for the two functions that touch its file. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Settings } from '../../shared/contract.js';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState {
  /** Size and place when not maximized, in screen points; a null place leaves it to the system. */
  size: { width: number; height: number };
  place: { x: number; y: number } | null;
  maximized: boolean;
  /** Chromium's scale: 0 is 100 %, each step of 1 is 20 %. */
  zoomLevel: number;
  /** The person's theme as last set, so that the first frame has the right background before the database is open. */
  theme: Settings['theme'];
}

export const smallest = { width: 800, height: 560 };
export const zoomLimits = { lowest: -3, highest: 5 };

export const firstState: WindowState = {
  size: { width: 1200, height: 800 },
  place: null,
  maximized: false,
  zoomLevel: 0,
  theme: 'system',
};

/** The remembered state; whatever is missing or unusable in the text is as on the first start. */
export function parseWindowState(text: string): WindowState {
  const stored = parseObject(text);
  const size = objectOf(stored['size']);
  const place = objectOf(stored['place']);
  return {
    size: {
      width: Math.max(smallest.width, numberOf(size['width']) ?? firstState.size.width),
      height: Math.max(smallest.height, numberOf(size['height']) ?? firstState.size.height),
    },
    place: placeOf(numberOf(place['x']), numberOf(place['y'])),
    maximized: stored['maximized'] === true,
    zoomLevel: clampZoom(numberOf(stored['zoomLevel']) ?? 0),
    theme: stored['theme'] === 'light' || stored['theme'] === 'dark' ? stored['theme'] : 'system',
  };
}

export const clampZoom = (level: number): number => Math.min(zoomLimits.highest, Math.max(zoomLimits.lowest, level));

/**
 * The state for the screens that are there now: a window whose title bar would be on none of them (a screen was unplugged) is left to
 * the system to place, and none is larger than the screen it is on.
 * @param screens work areas in screen points, the main screen first
 */
export function fitToScreens(state: WindowState, screens: readonly Rectangle[]): WindowState {
  const { size, place } = state;
  const home = place && screens.find((screen) => showsTitleBar(screen, { ...place, ...size }));
  const screen = home ?? screens[0];
  if (!screen) return state;
  return {
    ...state,
    place: home ? place : null,
    size: { width: Math.min(size.width, screen.width), height: Math.min(size.height, screen.height) },
  };
}

/** Enough of the title bar to take hold of: 100 points of its width, all of its height. */
function showsTitleBar(screen: Rectangle, window: Rectangle): boolean {
  const shownWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const titleBarHeight = 30;
  return shownWidth >= 100 && window.y >= screen.y && window.y + titleBarHeight <= screen.y + screen.height;
}

/** Reads the state; a file that is missing or damaged gives the first state. */
export function loadWindowState(file: string): WindowState {
  try {
    return parseWindowState(readFileSync(file, 'utf8'));
  } catch {
    return firstState;
  }
}

/** Writes the state in one step, so that a kill in between leaves the old one. */
export function saveWindowState(file: string, state: WindowState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

const objectOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Screens are smaller than this; more is damage. */
const farAway = 100_000;
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Math.abs(value) < farAway ? value : null);

const placeOf = (x: number | null, y: number | null): WindowState['place'] =>
  x === null || y === null ? null : { x: Math.round(x), y: Math.round(y) };
