import type { Locator, Page } from '@playwright/test';

/** The Exam screen as a person finds it. */
export class ExamPage {
  readonly title: Locator;
  readonly form: Locator;
  readonly date: Locator;
  readonly hours: Locator;
  readonly set: Locator;
  readonly study: Locator;
  /** What the plan has for today, in words. */
  readonly today: Locator;
  readonly chart: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1, name: 'Exam' });
    this.form = page.getByRole('form', { name: 'Exam plan' });
    this.date = page.getByLabel('Exam on');
    this.hours = page.getByLabel('Hours a week');
    this.set = page.getByRole('button', { name: 'Set exam' });
    this.study = page.getByRole('button', { name: /^Study/ });
    this.today = page.getByText(/^Today: \d+ cards?, about \d+ minutes?$/);
    this.chart = page.getByRole('img', { name: /^Minutes a day until the exam/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Exam' }).click();
    await this.title.waitFor();
  }

  /** Sets the exam on a local day `YYYY-MM-DD`. */
  async plan(examOn: string, hoursPerWeek: number): Promise<void> {
    await this.date.fill(examOn);
    await this.hours.fill(String(hoursPerWeek));
    await this.set.click();
    await this.figure('Days left').waitFor();
  }

  /** A figure at the top, with its caption. */
  figure(name: string): Locator {
    return this.page.locator('.fact').filter({ has: this.page.getByText(name, { exact: true }) });
  }
}

/** The local day, in UTC as the app under test has it, so many days from now. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
