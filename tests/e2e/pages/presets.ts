import type { Locator, Page } from '@playwright/test';

/** The presets in Settings. */
export class PresetsPage {
  readonly retention: Locator;
  readonly workload: Locator;
  readonly fitNow: Locator;
  readonly group: Locator;
  readonly toast: Locator;
  readonly undo: Locator;

  constructor(private readonly page: Page) {
    this.retention = page.getByRole('textbox', { name: 'Desired retention' });
    this.workload = page.locator('.workload');
    this.fitNow = page.getByRole('button', { name: 'Fit now' });
    this.group = page.locator('#presets');
    this.toast = page.locator('.toast');
    this.undo = this.toast.getByRole('button', { name: /Undo/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Settings' }).click();
    await this.page.getByRole('heading', { level: 2, name: 'Presets' }).waitFor();
  }

  /** Types a value into a field and leaves it. */
  async set(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
    await this.page.getByLabel(label, { exact: true }).press('Tab');
  }

  reschedule(): Locator {
    return this.page.getByRole('button', { name: /^Reschedule \d+ cards?$/ });
  }
}
