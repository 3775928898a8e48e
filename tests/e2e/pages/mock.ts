import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Mock exams as a person finds them. */
export class MockPage {
  readonly title: Locator;
  readonly start: Locator;
  readonly resume: Locator;
  readonly clock: Locator;
  readonly subject: Locator;
  readonly tasks: Locator;
  readonly fields: Locator;
  readonly result: Locator;
  readonly results: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1, name: 'Mock exams' });
    this.start = page.getByRole('button', { name: 'Start mock exam' });
    this.resume = page.getByRole('button', { name: 'Continue' });
    this.clock = page.getByRole('timer', { name: 'Time left' });
    this.subject = page.getByRole('heading', { level: 1, name: /^Task \d+ of/ });
    this.tasks = page.getByRole('navigation', { name: 'Tasks' }).getByRole('listitem');
    this.fields = page.locator('.mock .mock-task').getByRole('textbox');
    this.result = page.getByRole('heading', { level: 1, name: 'Result' });
    this.results = page.getByRole('region', { name: 'Results' }).getByRole('row');
  }

  /** Opens the screen from Today, by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('m');
    await expect(this.title).toBeFocused();
  }

  /** Chooses the shortest length and begins, with the keys only. */
  async begin(): Promise<void> {
    await this.page.getByRole('radio', { name: /^15 minutes/ }).focus();
    await this.page.keyboard.press('Space');
    await this.page.keyboard.press('Enter');
    await expect(this.subject).toContainText('Task 1 of');
    await expect(this.fields.first()).toBeFocused();
  }

  /** Milliseconds on the clock. */
  async leftMs(): Promise<number> {
    const shown = /(?:(\d+):)?(\d+):(\d+)/.exec(await this.clock.innerText());
    return ((Number(shown?.[1] ?? 0) * 60 + Number(shown?.[2])) * 60 + Number(shown?.[3])) * 1000;
  }
}
