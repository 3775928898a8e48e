import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ImportService } from '../../../src/main/features/import/import-service.js';
import { createImportThread } from '../../../src/main/features/import/import-thread.js';
import { parseFile } from '../../../src/main/note-files/parse-file.js';
import { parseNote } from '../../../src/main/domain/notes/parse-note.js';
import type { FolderState } from '../../../src/main/features/import/watch/folder-watch.js';
import { createWatchThread } from '../../../src/main/features/import/watch/watch-thread.js';
import { createParsePool } from '../../../src/main/note-files/parse-pool.js';
import { openDatabase, type Database } from '../../../src/main/store/open/database.js';
import { createWatchedFolders } from '../../../src/main/store/tables/watched-folders.js';
import { builtWorkers } from './built-workers.js';
import { eventually } from '../eventually.js';
import { shareAtWork } from '../main-thread.js';
import { folderWith } from './folders.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtWorkers();
});

interface Desk {
  imports: ImportService;
  db: Database;
  threads: Worker[];
}

function desk(idleMs = 10_000): Desk {
  const dataFolder = folderWith({});
  const db = openDatabase(dataFolder);
  const threads: Worker[] = [];
  const startWorker = (workerData: unknown): Worker => {
    const worker = new Worker(join(bundles, 'import-worker.js'), { workerData });
    threads.push(worker);
    return worker;
  };
  const imports = createImportThread({ dataFolder, startWorker, idleMs });
  onTestFinished(async () => {
    await imports.close();
    db.close();
  });
  return { imports, db, threads };
}

const note = [
  '# Etcd',
  '',
  'Etcd is a consistent key-value store.',
  '',
  '- **Leader**: takes every write',
  '- **Follower**: copies the log',
  '',
].join('\n');
const notes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}.md`, note.replaceAll('Etcd', `Etcd${n}`)]));
const count = (db: Database, table: string): unknown => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('the import thread', () => {
  it('previews, decides, commits and undoes, and the main process sees it at once', async () => {
    const { imports, db } = desk();
    const seen: number[] = [];
    const preview = await imports.preview([folderWith(notes(20))], ({ done }) => seen.push(done));
    expect(preview.totals.added).toBeGreaterThan(20);
    expect(seen.at(-1)).toBe(20);
    expect(count(db, 'cards')).toBe(0);
    const { importId } = preview;
    const { cards } = await imports.cards({ importId, fileIndex: 0 });
    const decided = await imports.decide({ importId, fileIndex: 0, key: cards[0]?.key ?? '', decision: 'rejected', edit: null });
    expect(decided.totals).toMatchObject({ added: preview.totals.added - 1, rejected: 1 });
    const { batchId } = await imports.commit({ importId });
    expect(count(db, 'cards')).toBe(preview.totals.added - 1);
    await imports.undo({ batchId });
    expect(count(db, 'cards')).toBe(0);
  });

  it('answers with the same failures as the service itself', async () => {
    const { imports } = desk();
    await expect(imports.commit({ importId: 'none' })).rejects.toMatchObject({ name: 'FailureError', failure: { code: 'not-found' } });
  });

  it('stops a running preview', async () => {
    const { imports } = desk();
    const running = imports.preview([folderWith(notes(80))], () => void imports.cancel());
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('ends when it has nothing to do, stays while a preview waits, and starts again', async () => {
    const { imports, threads } = desk(30);
    const folder = folderWith(notes(1));
    const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
    const { importId } = await imports.preview([folder]);
    await pause();
    await imports.commit({ importId });
    expect(threads).toHaveLength(1);
    const ended = new Promise((resolve) => threads[0]?.once('exit', resolve));
    await ended;
    expect((await imports.preview([folder])).totals.added).toBe(0);
    expect(threads).toHaveLength(2);
  });

  it('passes on that it died, and works again at the next call', async () => {
    const { imports, threads } = desk();
    const folder = folderWith(notes(80));
    const running = imports.preview([folder], () => void threads[0]?.terminate());
    await expect(running).rejects.toThrow('import thread ended');
    expect((await imports.preview([folder])).files).toHaveLength(80);
  });

  it('can be cancelled and closed after it died', async () => {
    const { imports, threads } = desk();
    const running = imports.preview([folderWith(notes(80))], () => void threads[0]?.terminate());
    await expect(running).rejects.toThrow('import thread ended');
    await imports.cancel();
    await imports.close();
  });

  it('can be cancelled while it dies', async () => {
    const { imports, threads } = desk();
    await imports.preview([folderWith(notes(1))]);
    void threads[0]?.terminate();
    await imports.cancel();
  });

  it('leaves the main process free while it stores thousands of cards', async () => {
    const { imports, db } = desk();
    const line = (n: number, k: number): string => `- **Pump ${n}.${k}**: moves water into tank ${k + 1} of machine ${n}`;
    const text = (n: number): string => [`# Machine ${n}`, '', ...Array.from({ length: 40 }, (_, k) => line(n, k)), ''].join('\n');
    const folder = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`n${n}.md`, text(n)])));
    const { importId } = await imports.preview([folder]);
    const share = await shareAtWork(() => imports.commit({ importId }));
    expect(count(db, 'cards')).toBeGreaterThan(2_000);
    expect(share).toBeLessThan(0.5);
  });
});

describe('the watch thread', () => {
  it('is there only while a folder is watched, tells of a changed note, and starts again after it died', async () => {
    const dataFolder = folderWith({});
    const db = openDatabase(dataFolder);
    const folder = folderWith(notes(2));
    const folders = createWatchedFolders(db);
    const threads: Worker[] = [];
    const told: FolderState[] = [];
    const watcher = createWatchThread({
      dataFolder,
      isNeeded: () => folders.all().length > 0,
      tell: (_folderId, state) => void told.push(state),
      log: () => undefined,
      startWorker(workerData) {
        threads.push(new Worker(join(bundles, 'watch-worker.js'), { workerData }));
        return threads.at(-1) as Worker;
      },
    });
    onTestFinished(async () => {
      await watcher.close();
      db.close();
    });
    await watcher.look();
    expect(threads).toHaveLength(0);
    folders.add({ path: folder, takesOver: false, polls: false }, 1);
    await watcher.look();
    expect(told.at(-1)?.changes).toHaveLength(2);
    writeFileSync(join(folder, 'n3.md'), note);
    await eventually(() => expect(told.at(-1)?.changes).toHaveLength(3));
    await threads[0]?.terminate();
    writeFileSync(join(folder, 'n4.md'), note);
    await watcher.look();
    expect(threads).toHaveLength(2);
    expect(told.at(-1)?.changes).toHaveLength(4);
    folders.remove(folders.all()[0]?.folderId ?? 0);
    const ended = new Promise((resolve) => threads[1]?.once('exit', resolve));
    await watcher.look();
    await ended;
  });
});

describe('the bundled parse pool', () => {
  it('reads and parses files with the real engine', async () => {
    const pool = createParsePool({ startWorker: () => new Worker(join(bundles, 'parse-worker.js')) });
    onTestFinished(() => pool.close());
    const folder = folderWith({ 'a.md': note, 'b.md': '' });
    const results = [];
    for await (const { request, result } of pool.parse(['a.md', 'b.md', 'c.md'].map((name) => ({ path: join(folder, name), name })))) {
      results.push(`${request.name} ${result.status} ${result.status === 'parsed' ? result.note.cards.count > 0 : ''}`);
    }
    expect(results).toEqual(['a.md parsed true', 'b.md parsed false', 'c.md failed ']);
  });

  it('gives what parsing in this thread gives, to the last hash', async () => {
    const pool = createParsePool({ startWorker: () => new Worker(join(bundles, 'parse-worker.js')) });
    onTestFinished(() => pool.close());
    const text = `${note}\n| Größe | Wert |\n| --- | --- |\n| 容量 “x” | 3 |\n\n\`\`\`bash\netcdctl snapshot save file # – copies\n\`\`\`\nQ: Why?\nA: Because → so.\n`;
    const request = { path: join(folderWith({ 'a.md': text }), 'a.md'), name: 'folder/a.md' };
    for await (const { result } of pool.parse([request])) expect(result).toEqual(parseFile(request, parseNote));
  });
});
