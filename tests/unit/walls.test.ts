import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configFile, cruise, lint, planted } from './cruise.js';

const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(configFile);

/** A wall, a file that breaks it, and what that file says. */
const breaches: [wall: string, file: string, text: string][] = [
  ['domain-is-pure', 'src/main/domain/notes/rules/reads-a-file.ts', "import 'node:fs/promises';"],
  ['domain-is-pure', 'src/main/domain/review/rolls-dice.ts', "import 'crypto';"],
  ['domain-is-pure', 'src/main/domain/grading/phones-home.ts', "import 'node:https';"],
  ['domain-is-pure', 'src/main/domain/facts/asks-a-cluster.ts', "import 'node:https';"],
  ['domain-knows-no-outside', 'src/main/domain/review/stores.ts', "import '../../store/free.js';"],
  ['electron-only-in-shell', 'src/main/store/asks-electron.ts', "import { app } from 'electron';\nexport const name = app;"],
  ['electron-only-in-shell', 'src/main/router-asks-electron.ts', "import { app } from 'electron/main';\nexport const name = app;"],
  ['sqlite-only-in-store', 'src/main/cli/queries.ts', "import Database from 'better-sqlite3';\nexport const open = Database;"],
  ['one-scheduler', 'src/main/domain/review/schedules-too.ts', "import { fsrs } from 'ts-fsrs';\nexport const scheduler = fsrs;"],
  ['one-front-matter-reader', 'src/main/features/import/reads-yaml.ts', "import matter from 'gray-matter';\nexport const read = matter;"],
  ['one-markdown', 'src/renderer/parts/parses-too.ts', "import Parser from 'markdown-it';\nexport const parser = Parser;"],
  [
    'network-only-to-the-cluster',
    'src/main/features/import/phones-home.ts',
    "import { request } from 'node:https';\nexport const ask = request;",
  ],
  ['network-only-to-the-cluster', 'src/main/features/cluster/checks/asks-itself.ts', "import 'node:http';"],
  ['one-web-socket-user', 'src/main/shell/opens-socket.ts', "import { WebSocket } from 'ws';\nexport const agent = WebSocket;"],
  [
    'one-proxy-user',
    'src/main/shell/goes-round.ts',
    "import { HttpsProxyAgent } from 'https-proxy-agent';\nexport const agent = HttpsProxyAgent;",
  ],
  [
    'one-proxy-user',
    'src/main/features/cluster/goes-round.ts',
    "import { SocksProxyAgent } from 'socks-proxy-agent';\nexport const agent = SocksProxyAgent;",
  ],
  ['programs-only-where-said', 'src/main/features/cluster/kubectl.ts', "import 'node:child_process';"],
  ['window-knows-only-the-contract', 'src/renderer/reaches-into-main.ts', "import '../main/store/free.js';"],
  ['window-knows-no-node', 'src/renderer/features/reads-a-file.ts', "import 'node:fs';"],
  ['window-knows-no-node', 'src/shared/reads-a-path.ts', "import 'path';"],
  ['window-parts-know-no-feature', 'src/renderer/parts/knows-a-feature.ts', "import '../features/one/stands.js';"],
  ['window-ground-knows-no-part', 'src/renderer/state/knows-a-part.ts', "import '../parts/free.js';"],
  ['features-know-no-app', 'src/renderer/features/one/knows-the-app.ts', "import '../../app/free.js';"],
  ['features-run-one-way', 'src/renderer/features/one/leans.ts', "import '../two/stands.js';"],
  ['preload-knows-only-the-contract', 'src/preload/reaches-into-main.ts', "import '../main/store/free.js';"],
  ['main-knows-no-window', 'src/main/shell/draws.ts', "import '../../renderer/free.js';"],
  ['shared-stands-alone', 'src/shared/leans-on-main.ts', "import '../main/store/free.js';"],
  ['store-knows-no-shell', 'src/main/store/opens-a-window.ts', "import '../shell/free.js';"],
  ['features-know-no-shell', 'src/main/features/today/opens-a-window.ts', "import '../../shell/free.js';"],
  ['features-know-no-shell', 'src/main/features/today/asks-for-all.ts', "import '../../services.js';"],
  ['threads-know-no-work', 'src/main/threads/parses.ts', "import '../store/free.js';"],
  ['src-stands-alone', 'src/main/uses-a-script.ts', "import '../../scripts/free.mjs';"],
  ['main-uses-what-ships', 'src/main/uses-a-test-tool.ts', "import fc from 'fast-check';\nexport const check = fc;"],
  ['no-circles', 'src/main/store/one.ts', "import './two.js';"],
  ['nothing-unresolved', 'src/main/store/hopes.ts', "import './not-there.js';"],
];

/** What the breaches lean on, and files that look alike but break no wall. */
const harmless: [file: string, text: string][] = [
  ['src/main/store/free.ts', "import Database from 'better-sqlite3';\nimport 'node:fs';\nexport const open = Database;"],
  ['src/main/store/two.ts', "import './one.js';"],
  ['src/main/shell/free.ts', "import { app } from 'electron';\nimport 'node:fs';\nexport const name = app;"],
  ['src/main/services.ts', 'export {};'],
  ['src/main/note-files/note-files.ts', "import 'node:fs/promises';"],
  ['src/main/note-files/parse-worker.ts', "import 'node:worker_threads';"],
  ['src/main/domain/notes/front-matter.ts', "import matter from 'gray-matter';\nexport const read = matter;"],
  ['src/main/domain/review/scheduler.ts', "import { fsrs } from 'ts-fsrs';\nexport const scheduler = fsrs;"],
  ['src/main/features/cluster/api.ts', "import 'node:https';"],
  ['src/main/features/cluster/exec-plugin.ts', "import 'node:child_process';"],
  ['src/renderer/free.ts', "import '../shared/free.js';"],
  ['src/renderer/app/free.ts', "import '../features/one/stands.js';"],
  ['src/renderer/parts/free.ts', 'export {};'],
  ['src/renderer/features/one/stands.ts', "import '../../parts/free.js';"],
  ['src/renderer/features/two/stands.ts', 'export {};'],
  ['src/renderer/features/two/leans.ts', "import '../one/stands.js';"],
  ['src/shared/free.ts', 'export {};'],
  ['src/shared/markdown/markdown.ts', "import Parser from 'markdown-it';\nexport const parser = Parser;"],
  ['src/preload/free.ts', "import { ipcRenderer } from 'electron';\nexport const invoke = ipcRenderer;"],
  ['scripts/free.mjs', "import 'node:fs';"],
];

let remove: () => Promise<void>;
let exitCode: number;
let found: { wall: string; file: string }[];

beforeAll(async () => {
  const plot = await planted([...breaches.map(([, file, text]) => [file, text] as const), ...harmless]);
  remove = plot.remove;
  exitCode = await lint(plot.folder, 'src', 'scripts');
  const { summary } = await cruise(plot.folder, 'src', 'scripts');
  found = summary.violations.map(({ from, rule }) => ({ wall: rule.name, file: from }));
});

afterAll(() => remove());

describe('the walls of the house', () => {
  it.each(breaches)('%s: %s fails the lint', (wall, file) => {
    // What is told of rooms is told of the folder.
    const told = found.filter((breach) => breach.wall === wall).map((breach) => breach.file);
    expect(told.filter((name) => name === file || name === dirname(file))).not.toEqual([]);
  });

  it('are each proven by a breach', () => {
    const proven = new Set(breaches.map(([wall]) => wall));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  it('make the lint end with an error', () => {
    expect(exitCode).toBeGreaterThan(0);
  });

  it('leave what belongs where it is alone', () => {
    const files = new Set(harmless.map(([file]) => file));
    // A circle is told for one of its files, and that may be the harmless half.
    expect(found.filter(({ wall, file }) => files.has(file) && wall !== 'no-circles')).toEqual([]);
  });
});
