import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the built app (`out/`) in the real Electron; `npm test -- --only e2e` builds it and finds a display first. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/find-electron.ts',
  // Every test starts its own app with its own data folder, so they share nothing but the processor.
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
