import { join } from 'node:path';
import { build } from 'vite';
import { workerEntries } from '../../worker-entries.js';

/**
 * Bundles the measuring scripts with the app's own sources into `out/bench`, in the way the app is bundled. Its threads are bundles
 * beside them, as in the app.
 * @param {string} project
 */
export async function bundleScripts(project) {
  const source = (/** @type {string} */ file) => join(project, file);
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    ssr: { target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: 'out/bench',
      rollupOptions: {
        input: {
          store: source('scripts/bench/store.ts'),
          exam: source('scripts/bench/exam.ts'),
          'exam-run': source('scripts/bench/exam-run.ts'),
          'cluster-double': source('scripts/bench/cluster-double.ts'),
          'cluster-run': source('scripts/bench/cluster-run.ts'),
          'optimise-run': source('scripts/bench/optimise-run.ts'),
          'import-run': source('scripts/bench/import-run.ts'),
          ...workerEntries(project),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
}
