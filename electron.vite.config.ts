import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { workerEntries } from './worker-entries.js';

// The oldest runtime we run in (see scripts/runtime/closed-network) sets the targets, not the installed electron package.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      rollupOptions: {
        input: {
          index: 'src/main/shell/index.ts',
          cli: 'src/main/cli/index.ts',
          ...workerEntries('.'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [svelte()],
    build: {
      target: pageTarget,
      // The page's code is read at every start.
      minify: true,
      modulePreload: { polyfill: false },
      // The window's page, and the one that sheets are drawn in.
      rollupOptions: { input: ['src/renderer/index.html', 'src/renderer/print.html'] },
    },
  },
});
