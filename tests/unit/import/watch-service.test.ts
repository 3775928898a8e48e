/** Watched folders from the disk to the store: what waits for the person, and what is taken over without asking. */
import { mkdirSync, renameSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TakenOver } from '../../../src/main/features/import/import-service.js';
import { createWatchHub } from '../../../src/main/features/import/watch/watch-hub.js';
import { createWatchService } from '../../../src/main/features/import/watch/watch-service.js';
import { createWatchedFolders } from '../../../src/main/store/tables/watched-folders.js';
import { eventually } from '../eventually.js';
import { changesIn, importDesk, type Desk } from './import-desk.js';

const times = { quietMs: 10, longestMs: 50, pollMs: 50, missingMs: 50 };
const etcd = ['- etcd: stores the state of the cluster', '- raft: keeps the members in agreement'];

function watchDesk(files: Record<string, string[]>): Desk & {
  watches: ReturnType<typeof createWatchService>;
  taken: TakenOver[];
  changedNotes: () => number;
} {
  const desk = importDesk(files);
  const folders = createWatchedFolders(desk.db);
  const taken: TakenOver[] = [];
  const watches = createWatchService({
    folders,
    createWatcher: (tell) => createWatchHub(folders, tell, times),
    now: () => 1,
    takeOver: (changes) => desk.service.takeOver(changes),
    onChanged: () => undefined,
    onTaken: (done) => void taken.push(done),
    log: (error) => {
      throw error;
    },
    restMs: 30,
  });
  onTestFinished(() => watches.close());
  const changedNotes = (): number => watches.list().folders.reduce((total, folder) => total + folder.changedNotes, 0);
  return { ...desk, watches, taken, changedNotes };
}

const isLooked = (desk: ReturnType<typeof watchDesk>) =>
  eventually(() => expect(desk.watches.list().folders.every(({ state }) => state === 'watched')).toBe(true));
const soon = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('a folder that asks', () => {
  it('tells of changes, shows what importing just these would do, and is quiet when they are imported', async () => {
    const desk = watchDesk({ 'cka/a.md': etcd, 'cka/b.md': ['- kubelet: starts containers'] });
    await desk.import();
    await desk.watches.add({ path: desk.folder });
    await isLooked(desk);
    expect(desk.changedNotes()).toBe(0);
    desk.write('cka/b.md', '- kubelet: starts the containers of its node');
    desk.write('cka/new.md', '- lease: a promise with an end');
    desk.remove('cka/a.md');
    await eventually(() => expect(desk.changedNotes()).toBe(3));
    const parsed = desk.pool.parsed.length;
    const preview = await desk.service.preview(desk.watches.changes());
    expect(preview.label).toBe('3 changed notes');
    expect(changesIn(preview.totals)).toEqual({ added: 1, edited: 1, removed: 2 });
    expect(desk.pool.parsed.slice(parsed)).toEqual(['cka/b.md', 'cka/new.md']);
    expect(desk.taken).toEqual([]);
    await desk.service.commit({ importId: preview.importId });
    desk.watches.look();
    await eventually(() => expect(desk.changedNotes()).toBe(0));
    await soon();
    expect(desk.taken).toEqual([]);
  });

  it('sees a renamed note as the one it was', async () => {
    const desk = watchDesk({ 'a.md': etcd });
    await desk.import();
    desk.review('stores the state of the cluster');
    await desk.watches.add({ path: desk.folder });
    renameSync(desk.path('a.md'), desk.path('b.md'));
    await eventually(() => expect(desk.changedNotes()).toBe(2));
    const preview = await desk.service.preview(desk.watches.changes());
    expect(changesIn(preview.totals)).toEqual({ moved: 2 });
  });

  it('finds at its first look what changed while nobody was looking', async () => {
    const desk = watchDesk({ 'a.md': etcd });
    await desk.import();
    desk.write('a.md', ...etcd, '- lease: a promise with an end');
    await desk.watches.add({ path: desk.folder });
    await eventually(() => expect(desk.changedNotes()).toBe(1));
  });
});

describe('a folder whose changes are taken over', () => {
  async function taking(files: Record<string, string[]>) {
    const desk = watchDesk(files);
    await desk.import();
    await desk.watches.add({ path: desk.folder, takesOver: true });
    await isLooked(desk);
    return desk;
  }

  it('has new, edited and moved cards imported, and after an undo it asks', async () => {
    const desk = await taking({ 'a.md': etcd });
    const id = desk.cardId('stores the state of the cluster');
    desk.write('a.md', '- etcd: stores the state of the whole cluster', etcd[1] ?? '', '- lease: a promise with an end');
    await eventually(() => expect(desk.taken).toHaveLength(1));
    expect(desk.taken[0]).toMatchObject({ changedNotes: 1, totals: { added: 1, edited: 1 } });
    expect(desk.cardId('stores the state of the whole cluster')).toBe(id);
    const batchId = desk.taken[0]?.batchId ?? '';
    await desk.service.undo({ batchId });
    desk.watches.tookBack(batchId);
    desk.watches.look();
    await eventually(() => expect(desk.changedNotes()).toBe(1));
    await soon();
    expect(desk.taken).toHaveLength(1);
    expect(desk.watches.list().folders).toMatchObject([{ takesOver: false }]);
    expect(desk.live()).toEqual(['keeps the members in agreement', 'stores the state of the cluster']);
  });

  it('asks before a card is set aside, and when a match is doubtful', async () => {
    const desk = await taking({ 'a.md': etcd, 'b.md': ['- kubelet: restarts a failed container on its node at once'] });
    desk.write('a.md', etcd[0] ?? '');
    await eventually(() => expect(desk.changedNotes()).toBe(1));
    await soon();
    expect(desk.taken).toEqual([]);
    desk.write('a.md', ...etcd);
    desk.remove('b.md');
    desk.write('c.md', '- kubelet daemon: restarts a crashed container after a short delay');
    await eventually(() => expect(desk.changedNotes()).toBe(2));
    await soon();
    expect(desk.taken).toEqual([]);
  });

  it('waits while a preview is open, and goes on after it', async () => {
    const desk = await taking({ 'a.md': etcd });
    await desk.preview();
    desk.write('a.md', ...etcd, '- lease: a promise with an end');
    await eventually(() => expect(desk.changedNotes()).toBe(1));
    await soon();
    expect(desk.taken).toEqual([]);
    await desk.service.cancel();
    desk.watches.look();
    await eventually(() => expect(desk.taken).toHaveLength(1));
    await eventually(() => expect(desk.changedNotes()).toBe(0));
  });

  it('asks when a note may have come from a folder that asks', async () => {
    const desk = watchDesk({ 'own/a.md': etcd, 'other/b.md': ['- kubelet: starts containers'], 'other/c.md': [] });
    await desk.import();
    await desk.watches.add({ path: desk.path('own'), takesOver: true });
    await desk.watches.add({ path: desk.path('other') });
    await isLooked(desk);
    renameSync(desk.path('other/b.md'), desk.path('own/b.md'));
    await eventually(() => expect(desk.changedNotes()).toBe(2));
    await soon();
    expect(desk.taken).toEqual([]);
    expect(changesIn((await desk.service.preview(desk.watches.changes())).totals)).toMatchObject({ moved: 1 });
  });
});

describe('the list of watched folders', () => {
  it('has each folder once: below a watched one is no room, and one above takes those below it in', async () => {
    const desk = watchDesk({ 'cka/a.md': etcd });
    await desk.watches.add({ path: desk.path('cka') });
    await expect(desk.watches.add({ path: desk.path('cka') })).rejects.toMatchObject({ failure: { code: 'conflict' } });
    await desk.watches.add({ path: desk.folder });
    expect(desk.watches.list().folders.map(({ path }) => path)).toEqual([desk.folder]);
    await expect(desk.watches.add({ path: desk.path('cka') })).rejects.toThrow('as part of');
  });

  it('refuses what is no folder', async () => {
    const desk = watchDesk({ 'a.md': etcd });
    await expect(desk.watches.add({ path: desk.path('a.md') })).rejects.toMatchObject({ failure: { code: 'file' } });
    await expect(desk.watches.add({ path: desk.path('nowhere') })).rejects.toMatchObject({ failure: { code: 'file' } });
  });

  it('keeps what the person set, and forgets a folder that is no longer watched', async () => {
    const desk = watchDesk({});
    mkdirSync(desk.path('one'));
    await desk.watches.add({ path: desk.path('one') });
    const [folder] = desk.watches.list().folders;
    const folderId = folder?.folderId ?? 0;
    desk.watches.set({ folderId, takesOver: true });
    expect(desk.watches.set({ folderId, polls: true }).folders).toMatchObject([{ takesOver: true, polls: true }]);
    expect(desk.watches.remove(folderId).folders).toEqual([]);
    expect(() => desk.watches.remove(folderId)).toThrow('no longer watched');
    expect(() => desk.watches.changes()).toThrow('No watched note is changed');
  });
});
