/** The page a sheet is drawn in, which nobody sees: held just before it is printed, so that a picture of it can be taken. */
import type { Page } from '@playwright/test';
import { expect, type Still } from './still.js';

interface Held {
  letGo?: () => void;
}

export class HeldSheet {
  private constructor(
    private readonly still: Still,
    private readonly drawn: Promise<Page>,
  ) {}

  /** The next sheet that is drawn waits, once it is whole. */
  static async next(still: Still): Promise<HeldSheet> {
    await still.etcdeck.tell(({ app }) => {
      const held: Held = {};
      Object.assign(globalThis, { held });
      app.once('browser-window-created', (_event, window) => {
        const { webContents } = window;
        const print = webContents.printToPDF.bind(webContents);
        webContents.printToPDF = async (options) => {
          // Only a window that is shown draws its frames.
          window.showInactive();
          await new Promise<void>((resolve) => (held.letGo = resolve));
          return print(options);
        };
      });
    });
    return new HeldSheet(still, still.etcdeck.electron.waitForEvent('window'));
  }

  /** Takes the picture `<name>.png` of the whole page, as on paper. */
  async picture(name: string): Promise<void> {
    const sheet = await this.drawn;
    await expect
      .poll(() => this.still.etcdeck.electron.evaluate(() => (globalThis as unknown as { held: Held }).held.letGo !== undefined), {
        timeout: 60_000,
      })
      .toBe(true);
    await sheet.emulateMedia({ media: 'print' });
    await this.still.pictureOf(sheet, name);
  }

  async letGo(): Promise<void> {
    await this.still.etcdeck.tell(() => (globalThis as unknown as { held: Held }).held.letGo?.());
  }
}
