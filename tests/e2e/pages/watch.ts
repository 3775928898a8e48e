import type { Locator, Page } from '@playwright/test';

/** Watched folders as a person finds them, in Settings and on Today. */
export class WatchPage {
  readonly title: Locator;
  readonly add: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { name: 'Notes', exact: true });
    this.add = page.getByRole('button', { name: 'Watch a folder' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Settings' }).click();
    await this.title.waitFor();
  }

  folder(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** On Today: how many notes changed. */
  changed(words: string): Locator {
    return this.page.getByRole('button', { name: words });
  }
}
