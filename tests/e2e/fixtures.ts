/** What every end-to-end test starts from: a real app on a fresh data folder, and a test that fails when anything complains. */
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Etcdeck, type StartOptions } from './etcdeck.js';
import { TodayPage } from './pages/today.js';

interface Fixtures {
  /** How the app is started: `test.use({ startOptions: … })`. */
  startOptions: StartOptions;
  /** A folder with a space and other letters in its name, gone after the test. */
  dataFolder: string;
  /** The app before its very first start, for tests of that start, and those that lay something into the data folder. */
  unstarted: Etcdeck;
  /** The app, started; it has the notes that ship already. */
  etcdeck: Etcdeck;
  page: Page;
}

interface WorkerFixtures {
  /** The database after a first start: reading the notes that ship takes as long as many a test, and gives the same each time. */
  databaseWithShippedNotes: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  startOptions: [{}, { option: true }],

  databaseWithShippedNotes: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'etcdeck-started-'));
      const etcdeck = new Etcdeck(folder, folder);
      try {
        await etcdeck.start();
        await expect(new TodayPage(etcdeck.page).startReview).toBeVisible();
        await etcdeck.close();
        await use(join(folder, 'etcdeck.sqlite'));
      } finally {
        await etcdeck.stop();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      }
    },
    { scope: 'worker' },
  ],

  dataFolder: async ({ startOptions: _startOptions }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'etcdeck dätä '));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  unstarted: async ({ dataFolder }, use, testInfo) => {
    const etcdeck = new Etcdeck(dataFolder, testInfo.outputDir);
    try {
      await use(etcdeck);
      if (testInfo.status !== testInfo.expectedStatus) await etcdeck.screenshot('failed').catch(() => undefined);
    } finally {
      await etcdeck.stop();
    }
    expect(etcdeck.takeFaults(), 'complaints of the page').toEqual([]);
    expect(etcdeck.takeLog(), 'internal errors').toBe('');
  },

  etcdeck: async ({ unstarted, startOptions, databaseWithShippedNotes }, use) => {
    copyFileSync(databaseWithShippedNotes, join(unstarted.dataFolder, 'etcdeck.sqlite'));
    await unstarted.start(startOptions);
    await use(unstarted);
  },

  page: async ({ etcdeck }, use) => {
    await use(etcdeck.page);
  },
});

/** Fails with every rule of WCAG 2.2 AA that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // The other mode opens a second page, which Electron cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
  expect(found, 'accessibility').toEqual([]);
}

export { expect };
