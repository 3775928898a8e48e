/** How screens are looked at: in both themes, in a narrow window, at twice the size. */
import type { Etcdeck } from './etcdeck.js';

export interface Look {
  /** For test names and pictures. */
  name: string;
  theme: 'light' | 'dark';
  width: number;
  height: number;
  zoom: number;
}

const wide = { width: 1200, height: 800, zoom: 1 } as const;
const narrow = { width: 900, height: 700, zoom: 1 } as const;

/** What every screen is looked at in: each theme and each width once, since colours and room do not depend on each other. */
export const looks: readonly Look[] = [
  { name: 'dark-1200', theme: 'dark', ...wide },
  { name: 'light-900', theme: 'light', ...narrow },
];
export const darkNarrow: Look = { name: 'dark-900', theme: 'dark', ...narrow };
export const zoomed: Look = { name: 'dark-zoomed', theme: 'dark', ...wide, zoom: 2 };

/** Gives the window a look, but for its zoom. */
export async function wear(etcdeck: Etcdeck, { theme, width, height }: Look): Promise<void> {
  await etcdeck.resize(width, height);
  await etcdeck.setSystemTheme(theme);
}

/** Zooms the page as the look has it. */
export async function zoomTo(etcdeck: Etcdeck, { width, zoom }: Look): Promise<void> {
  await etcdeck.tell(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom);
  await etcdeck.page.waitForFunction((wide) => Math.abs(innerWidth - wide) < 2, width / zoom);
}
