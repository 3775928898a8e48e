/** Pictures of a screen as it stands: in each theme, in a small window, and all of what scrolls. */
import { expect, type Page, type TestInfo } from '@playwright/test';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Etcdeck } from '../etcdeck.js';
import { wear, zoomTo, type Look } from '../looks.js';

const wide = { width: 1200, height: 800, zoom: 1 } as const;
const light: Look = { name: 'light-1200', theme: 'light', ...wide };
const dark: Look = { name: 'dark-1200', theme: 'dark', ...wide };
const small: Look = { name: 'light-900', theme: 'light', width: 900, height: 700, zoom: 1 };
const zoomed: Look = { name: 'light-zoomed', theme: 'light', ...wide, zoom: 2 };

/** What is longer than this, e.g. a list of hundreds, repeats itself. */
const highest = 2_400;

/** How often a picture is taken before the window is said to never stand still. */
const tries = 40;

export interface PictureOptions {
  /** Also at twice the size: once for each screen, and where a state has a layout of its own. */
  zoomed?: boolean;
  /** The pointer stays where the test has put it; else it goes where nothing is. */
  pointing?: boolean;
}

export class Album {
  constructor(
    private readonly etcdeck: Etcdeck,
    private readonly test: TestInfo,
    private readonly folder: string,
    /** Waits until nothing that was asked for is still to come. */
    private readonly quiet: () => Promise<void>,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** Gives the window the look that a test works in. */
  async open(): Promise<void> {
    await wear(this.etcdeck, light);
  }

  /** Takes the pictures `<name>-<look>.png`; the window is as before after it. */
  async picture(name: string, { zoomed: withZoom = false, pointing = false }: PictureOptions = {}): Promise<void> {
    const { etcdeck } = this;
    if (!pointing) await etcdeck.page.mouse.move(0, 0);
    const places = await this.#places();
    for (const look of [light, dark, small]) {
      await wear(etcdeck, look);
      await this.#take(`${name}-${look.name}`);
    }
    for (const look of [light, dark]) {
      await wear(etcdeck, look);
      const hidden = await this.#hidden();
      if (hidden === 0) break;
      await wear(etcdeck, { ...look, height: Math.min(highest, look.height + hidden) });
      await this.#take(`${name}-${look.name}-whole`);
    }
    await wear(etcdeck, light);
    if (withZoom) {
      await zoomTo(etcdeck, zoomed);
      await this.#take(`${name}-${zoomed.name}`);
      await zoomTo(etcdeck, light);
    }
    await this.#scrollTo(places);
  }

  /** Takes the picture `<name>.png` of all of another page. */
  pictureOf(page: Page, name: string): Promise<void> {
    return this.#standing(name, (path) => page.screenshot({ path, fullPage: true, animations: 'disabled' }));
  }

  /** Keeps a sheet as `<name>.pdf`, without the moment it was made at and the names of its nodes, which are given in any order. */
  keep(file: string, name: string): void {
    const pdf = readFileSync(file, 'latin1').replaceAll(/\/(?:Creation|Mod)Date ?\(.*?\)|\(node\d+\)(?: \d+ 0 R)?/g, '');
    writeFileSync(join(this.folder, `${name}.pdf`), pdf, 'latin1');
  }

  /** Takes one picture of the window. */
  async #take(name: string): Promise<void> {
    await this.#standing(name, async () => {
      await this.quiet();
      // Rarely an answer of the main process is lost on its way to Playwright.
      await expect(() => this.etcdeck.screenshot(name)).toPass({ timeout: 10_000 });
    });
  }

  /** Keeps a picture as soon as two in a row are the same. */
  async #standing(name: string, take: (path: string) => Promise<unknown>): Promise<void> {
    const file = this.test.outputPath(`${name}.png`);
    let before = Buffer.alloc(0);
    for (let left = tries; left > 0; left--) {
      await take(file);
      const after = readFileSync(file);
      if (after.equals(before)) return copyFileSync(file, join(this.folder, `${name}.png`));
      before = after;
    }
    throw new Error(`${name} does not stand still.`);
  }

  /** How much higher the window must be for nothing in it to scroll. */
  #hidden(): Promise<number> {
    return this.etcdeck.page.evaluate(() => {
      const scrolls = (one: Element): boolean => one.matches(':root') || /auto|scroll/.test(getComputedStyle(one).overflowY);
      return Math.max(0, ...[...document.querySelectorAll('*')].filter(scrolls).map((one) => one.scrollHeight - one.clientHeight));
    });
  }

  /** How far each element is scrolled, in the order of the document. */
  #places(): Promise<number[]> {
    return this.etcdeck.page.evaluate(() => [...document.querySelectorAll('*')].map(({ scrollTop }) => scrollTop));
  }

  #scrollTo(places: readonly number[]): Promise<void> {
    return this.etcdeck.page.evaluate((tops) => {
      for (const [at, one] of [...document.querySelectorAll('*')].entries()) one.scrollTop = tops[at] ?? 0;
    }, places);
  }
}
