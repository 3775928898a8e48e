import type { Locator, Page } from '@playwright/test';

/** A review session as a person finds it. */
export class ReviewPage {
  readonly showAnswer: Locator;
  readonly question: Locator;
  readonly answer: Locator;
  readonly undo: Locator;

  constructor(private readonly page: Page) {
    this.showAnswer = page.getByRole('button', { name: 'Show answer' });
    this.question = page.locator('.question');
    this.answer = page.locator('.answer');
    this.undo = page.getByRole('button', { name: 'Undo' });
  }

  rating(name: 'Again' | 'Hard' | 'Good' | 'Easy'): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) });
  }
}
