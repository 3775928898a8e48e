import type { Locator, Page } from '@playwright/test';

/** The Library as a person finds it. */
export class LibraryPage {
  readonly title: Locator;
  readonly tree: Locator;
  readonly findCards: Locator;
  readonly states: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1, name: 'Library' });
    this.tree = page.getByRole('list', { name: 'Notes', exact: true });
    this.findCards = page.getByRole('searchbox', { name: 'Find cards' });
    this.states = page.getByRole('combobox', { name: 'Cards to list' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Library' }).click();
    await this.title.waitFor();
  }

  async show(view: 'Notes' | 'Cards'): Promise<void> {
    await this.page.getByRole('button', { name: view, exact: true }).and(this.page.locator('[aria-pressed]')).click();
  }

  /** Rows of the table that hold this text. */
  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  cardsOf(note: string): Locator {
    return this.page.getByRole('list', { name: `Cards from ${note}` }).getByRole('listitem');
  }
}
