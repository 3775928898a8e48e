import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withoutDesktop } from '../../src/main/platform.js';
import { createRouter } from '../../src/main/router.js';
import { openServices } from '../../src/main/services.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import { databaseFile } from '../../src/main/store/open/place.js';
import type { EventName, Input, MethodName, Output } from '../../src/shared/contract.js';
import type { Result } from '../../src/shared/result.js';
import { freshFolder } from './folder.js';
import { handClock } from './review/studying.js';
import { sameThreadPool } from './same-thread-pool.js';
import { addCards, cardIds } from './sample-cards.js';
import { daily } from '../../src/shared/study.js';

const note = `# Components

- **etcd**: A key-value store that keeps the state of the whole cluster.
- **kubelet**: An agent on each node that runs the containers of its pods.
`;

/** A folder with one note in it. */
function notesFolder(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'components.md'), note);
  return folder;
}

async function opened(dataFolder = freshFolder(), startersFolder: string | null = null) {
  const events: EventName[] = [];
  const logged: unknown[] = [];
  const themes: string[] = [];
  const services = await openServices({
    dataFolder,
    startersFolder,
    clock: handClock(),
    platform: {
      ...withoutDesktop({ version: '1.2.3', electron: '45', name: 'linux' }),
      chooseNotes: (what) => Promise.resolve([`/chosen/${what}`]),
      applyTheme: (theme) => void themes.push(theme),
    },
    emit: (event) => void events.push(event),
    log: (error) => void logged.push(error),
    pool: sameThreadPool(),
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await services.close();
    isOpen = false;
  };
  onTestFinished(close);
  const route = createRouter(services.handlers, (error) => logged.push(error), { checkOutput: true });
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> =>
    (await route(method, input)) as Result<Output<M>>;
  /** Calls a method that must succeed. */
  async function get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)} ${String(logged.at(-1))}`);
    return result.value;
  }
  return { ...services, dataFolder, events, logged, themes, call, get, close };
}

/** A data folder with cards in it. */
function cardsFolder(count: number): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  addCards(db, cardIds(count));
  db.close();
  return folder;
}

describe('the first start', () => {
  test('imports the notes that ship with the app, once, and tells the window', async () => {
    const dataFolder = freshFolder();
    const starters = notesFolder();
    const first = await opened(dataFolder, starters);
    expect(await first.get('today.get', {})).toMatchObject({ cards: 0, preparing: true });
    await first.started;
    const { cards, preparing } = await first.get('today.get', {});
    expect(preparing).toBe(false);
    expect(cards).toBeGreaterThanOrEqual(2);
    expect(first.events).toEqual(['data.changed']);
    await first.close();

    writeFileSync(join(starters, 'more.md'), note.replaceAll('etcd', 'scheduler'));
    const second = await opened(dataFolder, starters);
    await second.started;
    expect(second.events).toEqual([]);
    expect((await second.get('today.get', {})).cards).toBe(cards);
  });

  test('leaves the notes below it until the person asks, and then imports these beside what was there', async () => {
    const starters = notesFolder();
    mkdirSync(join(starters, 'cka/storage'), { recursive: true });
    writeFileSync(join(starters, 'cka/storage/volumes.md'), note.replaceAll('etcd', 'volume'));
    const services = await opened(freshFolder(), starters);
    await services.started;
    const { cards } = await services.get('today.get', {});
    expect(await services.get('import.shippedLeft', {})).toEqual({ notes: 1 });

    const preview = await services.get('import.shipped', {});
    expect(preview).toMatchObject({ label: 'Notes that ship with Etcdeck', folders: [], totals: { edited: 0, moved: 0, removed: 0 } });
    expect(preview.totals.added).toBeGreaterThanOrEqual(2);
    await services.get('import.commit', { importId: preview.importId });
    expect((await services.get('today.get', {})).cards).toBe(cards + preview.totals.added);
    expect(await services.get('import.shippedLeft', {})).toEqual({ notes: 0 });
    expect(await services.get('import.shipped', {})).toMatchObject({ hasChanges: false });
  });

  test('says plainly that no notes ship with the app when none do', async () => {
    const { get, call } = await opened();
    expect(await get('import.shippedLeft', {})).toEqual({ notes: 0 });
    expect(await call('import.shipped', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('goes on without them when they are not there, and tries again at the next start', async () => {
    const dataFolder = freshFolder();
    const first = await opened(dataFolder, join(freshFolder(), 'nowhere'));
    await first.started;
    expect((await first.get('today.get', {})).cards).toBe(0);
    await first.close();
    const second = await opened(dataFolder, notesFolder());
    await second.started;
    expect((await second.get('today.get', {})).cards).toBeGreaterThanOrEqual(2);
  });
});

describe('an import asked for during the first start', () => {
  test('is cancelled as any other', async () => {
    const { call, get, started } = await opened(freshFolder(), notesFolder());
    const paths = [notesFolder()];
    const asked = call('import.preview', { paths });
    await get('import.cancel', {});
    expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await started;
    expect(await call('import.preview', { paths })).toMatchObject({ ok: true });
  });
});

describe('the contract', () => {
  test('is kept by a whole session', async () => {
    const { get, events } = await opened(cardsFolder(3));
    let view = await get('session.start', { study: daily(null) });
    const cardId = view.card?.cardId ?? '';
    await get('session.flag', { cardId, flagged: true });
    await get('session.edit', { cardId, front: 'Mine', back: 'Mine' });
    view = await get('session.rate', { cardId, rating: 'again', durationMs: 5 });
    view = await get('session.suspend', { cardId: view.card?.cardId ?? '' });
    await get('session.bury', { cardId: view.card?.cardId ?? '' });
    view = await get('session.undo', {});
    expect((await get('session.current', {})).card?.cardId).toBe(view.card?.cardId);
    while (view.card) view = await get('session.rate', { cardId: view.card.cardId, rating: 'easy', durationMs: 5 });
    expect(view.summary).toMatchObject({ answered: 3, hard: [{ cardId, front: 'Mine' }] });
    expect(await get('session.end', {})).toEqual(view.summary);
    expect(events).toEqual(['data.changed']);
    expect(await get('today.get', {})).toMatchObject({ answeredToday: 3, counts: { new: 0, learning: 0, due: 0 } });
  });

  test('is in the database file itself after a session and after an import, for whoever copies only that', async () => {
    const { dataFolder, get, close } = await opened();
    /** What somebody has who copied the database without its journal. */
    const inFile = (sql: string): unknown => {
      const copy = freshFolder();
      copyFileSync(databaseFile(dataFolder), databaseFile(copy));
      const db = openDatabase(copy);
      try {
        return db.prepare(sql).pluck().get();
      } finally {
        db.close();
      }
    };
    const { importId } = await get('import.preview', { paths: [notesFolder()] });
    await get('import.commit', { importId });
    expect(inFile('SELECT count(*) FROM cards')).toBe(2);
    const { card } = await get('session.start', { study: daily(null) });
    await get('session.rate', { cardId: card?.cardId ?? '', rating: 'good', durationMs: 1000 });
    await get('session.end', {});
    expect(inFile('SELECT count(*) FROM reviews')).toBe(1);
    await close();
  });

  test('is kept by settings, which reach theme and queue at once', async () => {
    const { get, themes, events } = await opened(cardsFolder(30));
    await get('session.start', { study: daily(null) });
    expect(await get('settings.set', { theme: 'dark', dayStartsAtHour: 5 })).toMatchObject({ theme: 'dark', dayStartsAtHour: 5 });
    expect(themes).toEqual(['dark']);
    expect(events).toEqual(['data.changed']);
    await get('presets.change', { presetId: 'default', options: { newPerDay: 5 } });
    expect((await get('session.current', {})).remaining.new).toBe(5);
    expect(await get('app.info', {})).toMatchObject({ version: '1.2.3', settings: { theme: 'dark' } });
  });

  test('is kept by decks', async () => {
    const { get, call } = await opened(cardsFolder(1));
    await get('decks.collapse', { path: 'CKA', collapsed: true });
    expect((await get('today.get', {})).decks).toMatchObject([{ path: 'CKA', collapsed: true }]);
    expect(await call('decks.collapse', { path: 'CKS', collapsed: true })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('is kept by an import, which joins the running session and is taken back', async () => {
    const { get, events } = await opened(cardsFolder(1));
    await get('session.start', { study: daily(null) });
    expect(await get('import.choose', { what: 'folder' })).toEqual({ paths: ['/chosen/folder'] });
    const preview = await get('import.preview', { paths: [notesFolder()] });
    expect((await get('import.cards', { importId: preview.importId, fileIndex: 0 })).cards.length).toBeGreaterThanOrEqual(2);
    const { batchId, totals } = await get('import.commit', { importId: preview.importId });
    expect(totals.added).toBeGreaterThanOrEqual(2);
    expect((await get('session.current', {})).remaining.new).toBeGreaterThanOrEqual(3);
    await get('import.undo', { batchId });
    expect((await get('session.current', {})).remaining.new).toBe(1);
    await get('import.cancel', {});
    expect(events.filter((event) => event === 'data.changed').length).toBe(2);
  });
});

describe('a backup', () => {
  test('is made before an import that sets cards aside, and before no other', async () => {
    const { get } = await opened();
    const folder = notesFolder();
    const importAll = async (): Promise<void> => {
      const { importId } = await get('import.preview', { paths: [folder] });
      await get('import.commit', { importId });
    };
    await importAll();
    expect((await get('backups.list', {})).backups).toEqual([]);
    writeFileSync(join(folder, 'components.md'), note.replace(/^- \*\*kubelet.*$/m, ''));
    await importAll();
    expect((await get('backups.list', {})).backups.map(({ reason }) => reason)).toEqual(['import']);
  });

  test('that cannot be made holds back what it was to be made before', async () => {
    const { dataFolder, call, get, events } = await opened();
    const folder = notesFolder();
    const { importId } = await get('import.preview', { paths: [folder] });
    await get('import.commit', { importId });
    writeFileSync(join(dataFolder, 'backups'), 'in the way');
    writeFileSync(join(folder, 'components.md'), '# Components\n');
    const { importId: emptying } = await get('import.preview', { paths: [folder] });
    expect(await call('import.commit', { importId: emptying })).toMatchObject({ ok: false, error: { code: 'store' } });
    expect(await call('presets.reschedule', { presetId: 'default' })).toMatchObject({ ok: false, error: { code: 'store' } });
    expect(await call('presets.adopt', { presetId: 'default' })).toMatchObject({ ok: false, error: { code: 'store' } });
    expect((await get('backups.list', {})).problem?.message).toContain('No backup was made');
    expect(events).toContain('backups.changed');
    expect((await get('library.notes', {})).notes.map(({ orphans }) => orphans)).toEqual([0]);
  });
});

describe('another program in the middle of a write', () => {
  test('stops nothing for seconds: the answer is refused, and taken when it is given again', async () => {
    const { dataFolder, call, get } = await opened(cardsFolder(3));
    const { card } = await get('session.start', { study: daily(null) });
    const answer: Input<'session.rate'> = { cardId: card?.cardId ?? '', rating: 'good', durationMs: 5 };
    const other = new Sqlite(databaseFile(dataFolder));
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    const since = performance.now();
    expect(await call('session.rate', answer)).toMatchObject({
      ok: false,
      error: { code: 'busy', hint: expect.stringContaining('try again') },
    });
    expect(performance.now() - since).toBeLessThan(2_500);
    expect(await get('session.current', {})).toMatchObject({ card: { cardId: answer.cardId } });
    other.exec('ROLLBACK');
    await get('session.rate', answer);
    expect(await get('today.get', {})).toMatchObject({ answeredToday: 1 });
  });
});

describe('while an import is stored', () => {
  /** Imports a note; the import is not over until `finish` is called. */
  async function importing({ imports, get, call }: Awaited<ReturnType<typeof opened>>) {
    const { importId } = await get('import.preview', { paths: [notesFolder()] });
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const commit = imports.commit.bind(imports);
    imports.commit = async (input) => {
      await finished;
      return commit(input);
    };
    return { finish, result: call('import.commit', { importId }) };
  }
  const soon = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('waits'), 20));

  test('answers and other changes wait for it, in their order, and what only reads does not', async () => {
    const services = await opened(cardsFolder(3));
    const { get } = services;
    const cardId = (await get('session.start', { study: daily(null) })).card?.cardId ?? '';
    const { finish, result } = await importing(services);
    const done: string[] = [];
    const rated = get('session.rate', { cardId, rating: 'easy', durationMs: 5 }).then(() => done.push('rate'));
    const flagged = get('card.flag', { cardIds: [cardId], flagged: true }).then(() => done.push('flag'));
    const set = get('settings.set', { dayStartsAtHour: 5 }).then(() => done.push('settings'));
    expect(await Promise.race([rated, flagged, set, soon()])).toBe('waits');
    expect(await get('today.get', {})).toMatchObject({ answeredToday: 0, cards: 3 });
    expect((await get('session.current', {})).card?.cardId).toBe(cardId);
    finish();
    expect(await result).toMatchObject({ ok: true });
    await Promise.all([rated, flagged, set]);
    expect(done).toEqual(['rate', 'flag', 'settings']);
    expect(await get('today.get', {})).toMatchObject({ answeredToday: 1 });
  });

  test('an answer is stored also when the import fails', async () => {
    const services = await opened(cardsFolder(1));
    const { get, call, imports } = services;
    const cardId = (await get('session.start', { study: daily(null) })).card?.cardId ?? '';
    const done: string[] = [];
    imports.undo = () => soon().then(() => Promise.reject(new Error('no undo')));
    const failed = call('import.undo', { batchId: 'some-batch' }).then(({ ok }) => done.push(ok ? 'undone' : 'failed'));
    const rated = get('session.rate', { cardId, rating: 'easy', durationMs: 5 }).then(({ summary }) =>
      done.push(`answered ${summary?.answered}`),
    );
    await Promise.all([failed, rated]);
    expect(done.sort()).toEqual(['answered 1', 'failed']);
  });
});

describe('a preview', () => {
  test('says when cards come back by the day that starts when the person says', async () => {
    const { get } = await opened();
    const folder = notesFolder();
    const { importId } = await get('import.preview', { paths: [folder] });
    await get('import.commit', { importId });
    const { card } = await get('session.start', { study: daily(null) });
    await get('session.rate', { cardId: card?.cardId ?? '', rating: 'again', durationMs: 5 });
    // It is nine in the morning: still yesterday.
    await get('settings.set', { dayStartsAtHour: 12 });
    writeFileSync(join(folder, 'components.md'), `\n${note}`);
    const again = await get('import.preview', { paths: [folder] });
    const { cards } = await get('import.cards', { importId: again.importId, fileIndex: 0 });
    const { dayOn } = await get('today.get', {});
    expect(cards.flatMap(({ dueOn }) => dueOn ?? [])).toEqual([dayOn]);
  });
});

describe('trouble', () => {
  test('without a session is said plainly', async () => {
    expect(await (await opened()).call('session.current', {})).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: 'No review session is running.', hint: 'Start a review from Today.' },
    });
  });

  test('with the database refuses to open it', async () => {
    const dataFolder = freshFolder();
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(databaseFile(dataFolder), 'x'.repeat(500));
    await expect(opened(dataFolder)).rejects.toMatchObject({ failure: { code: 'damaged', where: databaseFile(dataFolder) } });
  });

  test('of two programs with one folder is told to the second', async () => {
    const dataFolder = freshFolder();
    await opened(dataFolder);
    await expect(opened(dataFolder)).rejects.toMatchObject({ failure: { code: 'busy' } });
  });
});
