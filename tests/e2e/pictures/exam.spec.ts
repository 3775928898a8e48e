/** The exam: without a plan, being planned, planned, over, and which notes belong to which of its topics. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ExamPage } from '../pages/exam.js';
import { TodayPage } from '../pages/today.js';
import { importFolder, writeNote } from '../reading-desk.js';
import { raft } from './notes.js';
import { expect, failure, test, type Still } from './still.js';

async function opened(still: Still): Promise<ExamPage> {
  await expect(new TodayPage(still.page).startReview).toBeVisible();
  const exam = new ExamPage(still.page);
  await exam.open();
  await expect(still.page.getByRole('heading', { name: 'Coverage by domain' })).toBeVisible();
  return exam;
}

test('An exam without a plan', async ({ still }) => {
  await still.start();
  const { page } = still;
  const exam = await opened(still);
  await expect(page.getByRole('button', { name: /^Add the \d+ notes/ })).toBeVisible();
  await still.picture('exam-no-plan', { zoomed: true });
  await exam.set.click();
  await expect(page.getByText('Choose a day after today, in the next three years.')).toBeVisible();
  await exam.hours.fill('x');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
    await page.getByRole('checkbox', { name: day }).check();
  await page.getByLabel('Day off', { exact: true }).fill('2026-03-01');
  await page.getByRole('button', { name: 'Add day off' }).click();
  await expect(page.getByRole('alert')).toHaveCount(4);
  await still.picture('exam-refused');
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await still.picture('exam-all-without-cards');

  await still.answer('exam.get', 'never');
  await still.fresh();
  await exam.open();
  await expect(page.getByText('Reading the exam')).toBeAttached();
  await still.picture('exam-loading');
  await still.answer('exam.get', failure('The curriculum of the exam is not there.', 'Put it back.', 'starter:cka/curriculum.yaml'));
  await still.fresh();
  await exam.open();
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('exam-failed');
});

test('An exam with a plan', async ({ still }) => {
  await still.start();
  const { page } = still;
  const exam = await opened(still);
  await exam.plan('2026-04-21', 5);
  await expect(exam.chart).toBeVisible();
  await still.picture('exam-plan-toast');
  await still.fresh();
  await exam.open();
  await expect(exam.chart).toBeVisible();
  await still.picture('exam-plan', { zoomed: true });
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  await page.getByRole('button', { name: 'Troubleshooting' }).click();
  await still.picture('exam-plan-tables');
  await page.keyboard.press('e');
  await expect(exam.form).toBeVisible();
  await page.getByRole('checkbox', { name: 'Sunday' }).check();
  await page.getByLabel('Day off', { exact: true }).fill('2026-03-20');
  await page.getByRole('button', { name: 'Add day off' }).click();
  await still.picture('exam-change', { zoomed: true });
  await page.getByRole('button', { name: 'Change plan' }).last().click();
  await expect(page.getByText('5 hours a week, no study on Sunday, 1 day off.')).toBeVisible();
  await still.picture('exam-changed');

  await still.answer('exam.plan', failure('The plan could not be stored.', 'Try again.'));
  await page.getByRole('button', { name: 'Remove the plan' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await still.picture('exam-not-stored');
  await still.answer('exam.plan', null);
  await still.answer('exam.forecast', 'never');
  await still.fresh();
  await exam.open();
  await expect(page.getByText('Working out the days until the exam')).toBeVisible();
  await still.picture('exam-reckoning');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await still.answer('exam.forecast', failure('The thread ended.', 'Try again.'));
  await still.fresh();
  await exam.open();
  await expect(page.getByText('The days until the exam could not be worked out')).toBeVisible();
  await still.picture('exam-not-reckoned');
});

test('An exam for which the time does not suffice', async ({ still }) => {
  await still.start();
  const { page } = still;
  const exam = await opened(still);
  await exam.plan('2026-04-21', 0.5);
  await expect(page.getByText(/^The time does not suffice/)).toBeVisible();
  await still.fresh();
  await exam.open();
  await expect(page.getByText(/^The time does not suffice/)).toBeVisible();
  await still.picture('exam-short', { zoomed: true });
  await page.getByRole('button', { name: /^Leave out \d+ topics?$/ }).click();
  await expect(page.getByText(/left out of the plan$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Left out of the plan' })).toBeVisible();
  await still.picture('exam-left-out');
});

test('An exam that is today, and one that is over', async ({ still }) => {
  await still.start();
  const exam = await opened(still);
  await exam.plan('2026-03-12', 10);
  await expect(exam.chart).toBeVisible();
  for (const [name, at, says] of [
    ['exam-tomorrow', '2026-03-11T09:00:00Z', 'Plan'],
    ['exam-today', '2026-03-12T09:00:00Z', 'Plan'],
    ['exam-over', '2026-03-16T09:00:00Z', 'The exam was on Thursday 12 March'],
  ] as const) {
    await still.relaunch({ at });
    await expect(new TodayPage(still.page).startReview).toBeVisible();
    await still.picture(`today-${name}`);
    await new ExamPage(still.page).open();
    await expect(still.page.getByRole('heading', { name: says, exact: true })).toBeVisible();
    await still.picture(name);
  }
});

test('Notes by topic', async ({ still, dataFolder }) => {
  await still.start();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  writeNote(join(dataFolder, 'notes'), 'raft.md', raft);
  await importFolder(still.etcdeck, join(dataFolder, 'notes'));
  await still.fresh();
  await opened(still);
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Of no topic' })).toBeVisible();
  await still.picture('exam-topics', { zoomed: true });
  await page.getByRole('button', { name: /^Cards of .*raft\.md$/ }).click();
  await noteOf(page).check();
  await page.getByLabel('Move to').selectOption({ label: 'Understand and use CoreDNS' });
  await expect(page.getByRole('button', { name: 'Move 1 note' })).toBeEnabled();
  await still.picture('exam-topics-chosen');
  await page.getByRole('button', { name: 'Move 1 note' }).click();
  await expect(noteOf(page)).toHaveCount(0);
  await still.picture('exam-topics-moved');
  await page.getByRole('button', { name: /^Understand and use CoreDNS/ }).click();
  await expect(page.getByText('you said so')).toBeVisible();
  await still.picture('exam-topics-by-hand');
  await still.answer('exam.map', failure('The topics are locked.', 'Try again.'));
  await still.fresh();
  await new ExamPage(page).open();
  await page.keyboard.press('t');
  await expect(page.getByText('The topics could not be read')).toBeVisible();
  await still.picture('exam-topics-failed');
});

const noteOf = (page: Page) => page.getByRole('checkbox', { name: /^Choose all cards of .*raft\.md$/ });
