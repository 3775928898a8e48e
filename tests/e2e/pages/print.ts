import type { Locator, Page } from '@playwright/test';
import type { Etcdeck } from '../etcdeck.js';

/** The dialog that makes a cheat sheet. */
export class PrintDialog {
  readonly dialog: Locator;
  readonly said: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Print a cheat sheet' });
    this.said = this.dialog.getByRole('status');
    this.save = this.dialog.getByRole('button', { name: 'Save as PDF' });
  }

  deck = (name: string): Locator => this.dialog.getByRole('checkbox', { name: new RegExp(`^${name} `) });
}

/** The next save dialog answers with this file; '' is Cancel. */
export const willSaveTo = (etcdeck: Etcdeck, file: string): Promise<void> =>
  etcdeck.tell(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath });
  }, file);
