import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// Tests that pass a zone or a locale say so; the rest see these, on every machine.
process.env.TZ = 'UTC';
process.env.LANG = 'C.UTF-8';

// Limits are for what hangs; a machine that is slow and busy with other things is no failure.
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{unit,cluster}/**/*.test.ts'],
          setupFiles: ['tests/seed.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/faults/setup.ts'],
          // In full they take an hour; what hangs is told by tests/faults/backend.ts.
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
      {
        plugins: [svelte(), svelteTesting()],
        test: {
          name: 'component',
          ...patience,
          environment: 'jsdom',
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/seed.ts', 'tests/component/setup.ts'],
        },
      },
    ],
  },
});
