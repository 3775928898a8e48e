/** What screens show of somebody who has studied for a while: charts, readiness, schedules, a fitted memory. */
import type { Page } from '@playwright/test';
import { ExamPage } from '../pages/exam.js';
import { LibraryPage } from '../pages/library.js';
import { PresetsPage } from '../pages/presets.js';
import { TodayPage } from '../pages/today.js';
import { expect, test } from './still.js';

const studied = ['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-09'];

test('A learner after a week', async ({ still }) => {
  test.setTimeout(600_000);
  for (const [at, day] of studied.entries()) {
    await (at === 0 ? still.start({ at: `${day}T10:00:00Z` }) : still.relaunch({ at: `${day}T10:00:00Z` }));
    await expect(new TodayPage(still.page).startReview).toBeVisible();
    await still.page.evaluate(studyADay);
  }
  await still.relaunch();
  const { page } = still;
  await expect(new TodayPage(page).startReview).toBeVisible();
  await still.picture('learner-today');

  const exam = new ExamPage(page);
  await exam.open();
  await exam.plan('2026-04-14', 4);
  await expect(exam.chart).toBeVisible();
  await still.fresh();
  await exam.open();
  await expect(exam.chart).toBeVisible();
  await expect(exam.figure('Readiness')).toContainText('%');
  await still.picture('learner-exam', { zoomed: true });
  for (const table of await page.getByRole('button', { name: 'Show as table' }).all()) await table.click();
  await page.getByRole('button', { name: 'Cluster Architecture' }).click();
  await still.picture('learner-exam-tables');
  await new TodayPage(page).open();
  await expect(page.getByRole('button', { name: 'Open the plan' })).toBeVisible();
  await still.picture('learner-today-exam');

  const library = new LibraryPage(page);
  await library.open();
  await library.show('Cards');
  await library.states.selectOption('Due');
  await expect(page.getByText(/^\d+ cards? listed$/)).toBeAttached();
  await still.picture('learner-cards');

  const presets = new PresetsPage(page);
  await presets.open();
  await expect(presets.workload).toBeVisible();
  await presets.set('Desired retention', '97');
  await expect(presets.group.getByText(/^Reschedule \d+ cards? with the new parameters\?$/)).toBeVisible();
  await still.picture('learner-reschedule-offer');
  await presets.reschedule().click();
  await expect(presets.toast.getByText(/cards? rescheduled$/)).toBeVisible();
  await expect(presets.workload).toBeVisible();
  await still.picture('learner-rescheduled');
  await still.answer('presets.get', await withFit(page));
  await still.fresh();
  await presets.open();
  await expect(presets.workload).toBeVisible();
  await expect(presets.group.getByText(/^Last fitted/)).toBeVisible();
  await still.picture('learner-fitted');
});

/** Answers all that waits, a quarter of it Again, in the same order in every run. */
async function studyADay(): Promise<void> {
  const { call } = window.etcdeck;
  const found = await call('presets.get', {});
  const presetId = found.ok ? found.value.presets[0]?.presetId : undefined;
  if (presetId)
    await call('presets.change', { presetId, options: { newPerDay: 30, learningStepsMinutes: [], relearningStepsMinutes: [] } });
  const ratings = ['good', 'good', 'again', 'easy', 'good', 'hard', 'again', 'good'] as const;
  const study = { scope: { kind: 'all' }, pick: { kind: 'waiting' }, practice: false } as const;
  let view = await call('session.start', { study });
  for (let answers = 0; view.ok && view.value.card && answers < 200; answers++) {
    const { cardId } = view.value.card;
    view = await call('session.rate', {
      cardId,
      rating: ratings[answers % ratings.length] ?? 'good',
      durationMs: 9_000 + 500 * (answers % 20),
    });
  }
  await call('session.end', {});
}

/** The presets as they would be after a fitting: a real one trains on chance. */
async function withFit(page: Page): Promise<object> {
  const presets = await page.evaluate(() => window.etcdeck.call('presets.get', {}));
  if (!presets.ok) throw new Error(presets.error.message);
  const fit = { fittedAt: Date.UTC(2026, 2, 8, 9), reviews: 1_204, logLossBefore: 0.345, logLossAfter: 0.331 };
  return { ok: true, value: { ...presets.value, presets: presets.value.presets.map((preset) => ({ ...preset, fit })) } };
}
