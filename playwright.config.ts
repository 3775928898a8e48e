import { defineConfig } from '@playwright/test';

/** Pictures of every screen are taken when they are asked for (`npm run pictures -- DIR`), and then nothing else is done. */
const takesPictures = process.env['ETCDECK_PICTURES'] !== undefined;

/** End-to-end tests drive the built app (`out/`) in the real Electron; `npm test -- --only e2e` builds it and finds a display first. */
export default defineConfig({
  testDir: takesPictures ? 'tests/e2e/pictures' : 'tests/e2e',
  testIgnore: takesPictures ? [] : ['pictures/**'],
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
