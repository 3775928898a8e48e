import type { Locator, Page } from '@playwright/test';

/** Backups as Settings shows them. */
export class BackupsPage {
  readonly group: Locator;
  readonly make: Locator;
  readonly restore: Locator;
  readonly dialog: Locator;
  readonly toast: Locator;

  constructor(private readonly page: Page) {
    this.group = page.getByRole('region', { name: 'Your data' });
    this.make = this.group.getByRole('button', { name: 'Back up now' });
    this.restore = this.group.getByRole('button', { name: 'Restore' });
    this.dialog = page.getByRole('dialog', { name: 'Restore a backup' });
    this.toast = page.locator('.toast');
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Settings' }).click();
    await this.group.getByText('Data folder').scrollIntoViewIfNeeded();
  }
}
