/** The app standing still: the same moment, the same chance and the same places in every run, so that its pictures can be compared. */
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { executable, type Etcdeck } from '../etcdeck.js';
import { expect, test as base } from '../fixtures.js';
import { Album, type PictureOptions } from './album.js';

/** Where the pictures go; without it there is nothing to take. */
const folder = process.env['ETCDECK_PICTURES'] ?? '';

/** A Tuesday. */
export const day = '2026-03-10';
const noon = `${day}T10:41:00Z`;
const language = { LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB' };
/** Drawn anew as a whole, a shadow is the same whatever changed beside it. */
const drawing = ['--disable-partial-raster'];
const wrapper = fileURLToPath(new URL('electron.sh', import.meta.url));

/** Timers of the page that end what a person is shown for a while, e.g. a toast, never fire. */
const shownMs = 1_500;

interface Answers {
  /** Calls of the page that have no answer yet. */
  open: number;
  given: Map<string, unknown>;
  /** Kept, since Electron answers by itself once nobody knows of a call any more. */
  never: Promise<never>;
}

type Handler = (event: unknown, method: string, ...rest: unknown[]) => unknown;

export class Still {
  readonly #album: Album;

  constructor(
    readonly etcdeck: Etcdeck,
    album: (quiet: () => Promise<void>) => Album,
  ) {
    this.#album = album(() => this.quiet());
  }

  get page(): Page {
    return this.etcdeck.page;
  }

  /** Starts the app at a moment, and waits for its first screen. */
  async start({ at = noon, env = {} }: { at?: string; env?: Record<string, string> } = {}): Promise<void> {
    const { etcdeck } = this;
    await etcdeck.start({ args: drawing, env: { ETCDECK_STILL_AT: at, ...language, ...env } });
    await etcdeck.page.addInitScript(standStill, { at: Date.parse(at), shownMs });
    await etcdeck.tell(listenIn);
    // The pointer of the display stays where it is: what it is over is only what a test says.
    await etcdeck.tell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setIgnoreMouseEvents(true));
    await this.fresh();
    await this.#album.open();
  }

  async relaunch(options?: Parameters<Still['start']>[0]): Promise<void> {
    await this.etcdeck.close();
    await this.start(options);
  }

  /** Loads the page anew, as at a start: no toast, no focus, nothing chosen. */
  async fresh(): Promise<void> {
    await this.page.reload();
    await this.etcdeck.tell(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.insertCSS('* { caret-color: transparent !important; }'),
    );
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Lets time pass, for the app and for its page. */
  async later(ms: number): Promise<void> {
    await this.etcdeck.advanceClock(ms);
    await this.page.evaluate((by) => {
      const [now, passed] = [Date.now.bind(Date), performance.now.bind(performance)];
      Date.now = () => now() + by;
      performance.now = () => passed() + by;
    }, ms);
  }

  /** From now on the app answers a call of the page with this; with `never` it is not even asked, with `late` it does not tell. */
  async answer(method: string, given: object | 'never' | 'late' | null): Promise<void> {
    await this.etcdeck.tell(
      (_, [to, reply]) => {
        const { answers } = globalThis as unknown as { answers: Answers };
        if (reply === null) answers.given.delete(to);
        else answers.given.set(to, reply);
      },
      [method, given] as const,
    );
  }

  /** From now on the same things are drawn by chance as in every run. */
  async reseed(seed: string): Promise<void> {
    await this.etcdeck.tell((_, to) => {
      Object.assign((globalThis as unknown as { chance: object }).chance, { seed: to, drawn: 0 });
    }, seed);
  }

  /** Waits until every call of the page is answered and everything of it is drawn. */
  async quiet(): Promise<void> {
    await expect(async () => {
      expect(await this.etcdeck.electron.evaluate(() => (globalThis as unknown as { answers: Answers }).answers.open)).toBe(0);
    }).toPass({ intervals: [20], timeout: 30_000 });
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    });
  }

  picture(name: string, options?: PictureOptions): Promise<void> {
    return this.#album.picture(name, options);
  }

  /** Keeps a sheet that was saved, to be compared as it is. */
  keep(file: string, name: string): void {
    this.#album.keep(file, name);
  }

  /** Takes one picture of all of another page. */
  pictureOf(page: Page, name: string): Promise<void> {
    return this.#album.pictureOf(page, name);
  }
}

export const test = base.extend<{ still: Still }>({
  /** The same for each run, since screens show it; a test has its own. */
  dataFolder: async ({}, use, testInfo) => {
    const place = join(tmpdir(), 'etcdeck pictures', testInfo.title.replaceAll(/[^a-z]+/gi, ' ').trim());
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    await use(place);
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  still: async ({ unstarted }, use, testInfo) => {
    test.slow();
    const electron = executable();
    Object.assign(process.env, { ELECTRON_EXEC_PATH: wrapper, ETCDECK_STILL_ELECTRON: electron, ETCDECK_STILL_AT: noon });
    await use(new Still(unstarted, (quiet) => new Album(unstarted, testInfo, folder, quiet)));
    process.env['ELECTRON_EXEC_PATH'] = electron;
  },
});

export { expect };

/** An answer of the app that says what went wrong. */
export const failure = (message: string, hint: string, where?: string): object => ({
  ok: false,
  error: { code: 'store', message, hint, ...(where !== undefined && { where }) },
});

/** In the page, before its own code: time stands, and what is shown for a while stays. */
function standStill({ at, shownMs }: { at: number; shownMs: number }): void {
  Date.now = () => at;
  window.Date = new Proxy(Date, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [target.now()] : args, self) as Date,
  });
  performance.now = () => 0;
  const { setTimeout } = window;
  window.setTimeout = new Proxy(setTimeout, {
    apply: (target, self, [run, ms, ...rest]: [() => void, number, ...unknown[]]) =>
      Reflect.apply(target, self, [ms >= shownMs ? () => undefined : run, ms, ...rest]) as number,
  });
}

/** In the main process: counts the calls of the page that have no answer yet, and gives the answers that a test has for them. */
function listenIn({ ipcMain }: typeof import('electron')): void {
  const answers: Answers = { open: 0, given: new Map(), never: new Promise(() => undefined) };
  Object.assign(globalThis, { answers });
  // The one place where Electron keeps them.
  const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
  for (const [channel, handle] of [...handlers]) {
    handlers.set(channel, async (event, method, ...rest) => {
      const given = answers.given.get(method);
      if (typeof given === 'object') return given;
      if (given === 'never') return answers.never;
      answers.open += 1;
      try {
        const answer = await handle(event, method, ...rest);
        if (given !== 'late') return answer;
      } finally {
        answers.open -= 1;
      }
      return answers.never;
    });
  }
}
