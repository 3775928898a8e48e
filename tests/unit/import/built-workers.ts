/** Builds worker threads as the app does, so that tests run what people run. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { workerEntries } from '../../../worker-entries.js';

/** Bundles the workers of the app. See `bundled`. */
export const builtWorkers = (): Promise<string> => bundled(workerEntries('.'));

/** Bundles what is named and gives the folder it lies in; it is gone after the tests of the file. */
export async function bundled(input: Record<string, string>): Promise<string> {
  // Inside the project, so that the bundles find their packages.
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'workers-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      rollupOptions: {
        input,
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  return folder;
}
