import type { Locator, Page } from '@playwright/test';

/** The Cluster screen as a person finds it. */
export class ClusterPage {
  readonly title: Locator;
  readonly status: Locator;
  readonly checkAgain: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1, name: 'Cluster' });
    this.status = page.locator('.status');
    this.checkAgain = page.getByRole('button', { name: 'Check again' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Cluster' }).click();
    await this.title.waitFor();
  }

  async connect(context: string): Promise<void> {
    await this.page.getByRole('button', { name: `Connect to ${context}` }).click();
  }

  /** A check in the list, with its outcome. */
  check(name: string): Locator {
    return this.page.locator('.comp').filter({ has: this.page.getByText(name, { exact: true }) });
  }
}
