/**
 * The walls of the house (see CONTRIBUTING.md). Each wall has one reason; a planted violation fails the lint
 * (tests/unit/walls.test.ts).
 */
const pure = '^src/main/(notes/(?!note-files|parse-worker|parse-pool)|review/(?!optimizer-worker)|grading/|exam/|insights/)';

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Notes, review, grading, exam and insights know no electron, sqlite, files, network or processes.',
      severity: 'error',
      from: { path: pure },
      to: {
        path: '(^|/)(electron|better-sqlite3)(/|$)|^(node:)?(fs|fs/promises|net|http|https|http2|tls|dgram|child_process|worker_threads|os|crypto)$',
      },
    },
    {
      name: 'domain-knows-no-outside',
      comment: 'The domain does not import the store, the shell, the command line or the import service.',
      severity: 'error',
      from: { path: pure },
      to: { path: '^src/main/(store|shell|cli|import|cluster)/' },
    },
    {
      name: 'electron-only-in-shell',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main/shell|preload)/' },
      to: { path: '(^|/)electron(/|$)' },
    },
    {
      name: 'sqlite-only-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/store/' },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'one-scheduler',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/review/scheduler\\.ts$' },
      to: { path: '(^|/)ts-fsrs(/|$)' },
    },
    {
      name: 'one-front-matter-reader',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/notes/front-matter\\.ts$' },
      to: { path: '(^|/)gray-matter(/|$)' },
    },
    {
      name: 'window-knows-only-the-contract',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(main|preload)/|^(node:)?(fs|path|os|child_process|crypto)$' },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(main|renderer|preload)/' },
    },
    {
      name: 'store-knows-no-shell',
      severity: 'error',
      from: { path: '^src/main/store/' },
      to: { path: '^src/main/(shell|cli|import)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'svelte'],
    },
  },
};
