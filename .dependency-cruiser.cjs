/**
 * The walls of the house (see CONTRIBUTING.md). Each wall has one reason; a planted violation fails the lint
 * (tests/unit/walls.test.ts).
 */
const pure = `^${require('./pure-folder.cjs')}/`;

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain knows nothing of Node: no files, network, processes, random.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-no-outside',
      comment: 'The domain imports itself and what is shared, nothing else of the house.',
      severity: 'error',
      from: { path: pure },
      to: { path: '^src/', pathNot: [pure, '^src/shared/'] },
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
      from: { path: '^src/', pathNot: '^src/main/domain/review/scheduler\\.ts$' },
      to: { path: '(^|/)ts-fsrs(/|$)' },
    },
    {
      name: 'one-front-matter-reader',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/domain/notes/front-matter\\.ts$' },
      to: { path: '(^|/)gray-matter(/|$)' },
    },
    {
      name: 'one-markdown',
      comment: 'What notes write beyond CommonMark is known once, for the reader and for the window.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/shared/markdown/markdown\\.ts$' },
      to: { path: '(^|/)markdown-it(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'network-only-to-the-cluster',
      comment:
        'Etcdeck makes no network call but to the cluster a person chose, and that in two files; the others read addresses and certificates.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/features/cluster/(api|agent|access|proxy|trust)\\.ts$' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-web-socket-user',
      comment: 'Only the one place that runs etcdctl in the Pod of etcd, after a yes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/features/cluster/exec\\.ts$' },
      to: { path: '(^|/)ws(/|$)' },
    },
    {
      name: 'one-proxy-user',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/features/cluster/agent\\.ts$' },
      to: { path: '(^|/)(https|socks)-proxy-agent(/|$)' },
    },
    {
      name: 'programs-only-where-said',
      comment: 'A program is started to open a note in an editor, and to sign in to a cluster, when the person allowed it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/(shell/editor|features/cluster/exec-plugin)\\.ts$' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'window-knows-only-the-contract',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(main|preload)/' },
    },
    {
      name: 'window-knows-no-node',
      severity: 'error',
      from: { path: '^src/(renderer|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-parts-know-no-feature',
      comment: 'What every feature stands on: words, state and parts.',
      severity: 'error',
      from: { path: '^src/renderer/(parts|state|words)/' },
      to: { path: '^src/renderer/(features|app)/' },
    },
    {
      name: 'window-ground-knows-no-part',
      severity: 'error',
      from: { path: '^src/renderer/(state|words)/' },
      to: { path: '^src/renderer/parts/' },
    },
    {
      name: 'features-know-no-app',
      comment: 'A feature asks the app around it by the interface in state/app.ts.',
      severity: 'error',
      from: { path: '^src/renderer/features/' },
      to: { path: '^src/renderer/app/' },
    },
    {
      name: 'features-run-one-way',
      comment: 'Two features may not lean on each other, also not by a third one.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/renderer/features/' },
      to: { circular: true },
    },
    {
      name: 'preload-knows-only-the-contract',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/(main|renderer)/' },
    },
    {
      name: 'main-knows-no-window',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/(renderer|preload)/' },
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
      to: { path: '^src/main/(shell|cli|features)/' },
    },
    {
      name: 'features-know-no-shell',
      comment: 'A feature knows nothing of what puts the features together and runs them.',
      severity: 'error',
      from: { path: '^src/main/features/' },
      to: { path: ['^src/main/(shell|cli)/', '^src/main/(services|review-services|platform|router)\\.ts$'] },
    },
    {
      name: 'threads-know-no-work',
      comment: 'How threads are asked is one thing, what is done in them another.',
      severity: 'error',
      from: { path: '^src/main/threads/' },
      to: { path: '^src/main/', pathNot: '^src/main/threads/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'The app does not lean on its own tools and tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'main-uses-what-ships',
      comment: 'The main process loads packages at run time, so they must be dependencies; electron is the runtime itself.',
      severity: 'error',
      from: { path: '^src/(main|preload|shared)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)electron(/|$)' },
    },
    {
      name: 'no-circles',
      comment: 'But a tree is drawn by parts that contain themselves.',
      severity: 'error',
      from: {},
      to: { circular: true, via: { pathNot: '^src/renderer/parts/markdown/[^/]+\\.svelte$' } },
    },
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
