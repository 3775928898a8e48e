import type { Locator, Page } from '@playwright/test';

/** The Import screen as a person finds it. */
export class ImportPage {
  readonly title: Locator;
  readonly chooseFiles: Locator;
  readonly chooseFolder: Locator;
  readonly commit: Locator;
  readonly files: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1, name: 'Import' });
    this.chooseFiles = page.getByRole('button', { name: 'Choose files' });
    this.chooseFolder = page.getByRole('button', { name: 'Choose folder' });
    this.commit = page.getByRole('button', { name: /^Import \d[\d,]* cards?/ });
    this.files = page.getByRole('list', { name: 'Notes in this import' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Import' }).click();
    await this.title.waitFor();
  }

  file(name: string): Locator {
    return this.files.getByRole('button').filter({ hasText: name });
  }

  cardsOf(name: string): Locator {
    return this.page.getByRole('list', { name: `Cards from ${name}` }).getByRole('listitem');
  }

  /** The toast after an import, with its Undo. */
  get toast(): Locator {
    return this.page.getByText(/cards? imported/);
  }
}
