import type { Locator, Page } from '@playwright/test';

/** The Today screen as a person finds it. */
export class TodayPage {
  readonly title: Locator;
  readonly startReview: Locator;
  readonly decks: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1, name: 'Today' });
    this.startReview = page.getByRole('button', { name: 'Start review' });
    this.decks = page.getByRole('treegrid');
  }

  deck(name: string): Locator {
    return this.decks.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: /^Today/ }).click();
    await this.title.waitFor();
  }
}
