/** Bundles code of the app as the app is bundled, so that tests run what people run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Bundles what is named; gives the folder it lies in and how that is removed. */
export async function bundle(input: Record<string, string>): Promise<{ folder: string; remove: () => void }> {
  // Inside the project, so that the bundles find their packages.
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'workers-'));
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
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
