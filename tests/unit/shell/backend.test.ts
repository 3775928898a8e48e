import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backupFolder } from '../../../src/main/store/open/backup-files.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { daily } from '../../../src/shared/study.js';
import { behindWindow } from '../behind-window.js';
import { freshFolder } from '../folder.js';
import { addCards, cardIds } from '../sample-cards.js';
import { killedAfter } from '../store/left-by-killed.js';

function folderWithCards(): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  addCards(db, cardIds(5));
  db.close();
  return folder;
}

describe('behind the window', () => {
  test('a backup is restored while the app runs, and the restoring taken back', async () => {
    const { get } = await behindWindow();
    await get('settings.set', { theme: 'dark' });
    const { name } = await get('backups.make', {});
    await get('settings.set', { theme: 'light' });
    const [{ replaced }, during] = await Promise.all([get('backups.restore', { name }), get('app.info', {})]);
    expect(['dark', 'light']).toContain(during.settings.theme);
    expect((await get('app.info', {})).settings.theme).toBe('dark');
    expect((await get('backups.list', {})).backups.map(({ reason }) => reason)).toEqual(['restore', 'asked']);
    await get('backups.restore', { name: replaced ?? '' });
    expect((await get('app.info', {})).settings.theme).toBe('light');
  });

  test('what cannot be restored leaves the app as it was, and no file but a backup is looked at', async () => {
    const { dataFolder, get, call } = await behindWindow();
    await get('settings.set', { theme: 'dark' });
    const { name } = await get('backups.make', {});
    await get('settings.set', { theme: 'light' });
    writeFileSync(join(backupFolder(dataFolder), name), 'damaged');
    expect(await call('backups.restore', { name })).toMatchObject({ ok: false, error: { code: 'file' } });
    for (const other of ['../etcdeck.sqlite', '/etc/passwd', 'etcdeck.sqlite']) {
      expect(await call('backups.restore', { name: other })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
    expect((await get('app.info', {})).settings.theme).toBe('light');
  });

  test('a damaged database leaves one way open: the backups', async () => {
    const first = await behindWindow();
    await first.get('settings.set', { theme: 'dark' });
    const { name } = await first.get('backups.make', {});
    await first.backend.close();
    writeFileSync(databaseFile(first.dataFolder), 'this is no database');
    const { call, get } = await behindWindow(first.dataFolder);
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect((await get('backups.list', {})).backups.map((backup) => backup.name)).toEqual([name]);
    expect(await get('backups.restore', { name })).toEqual({ replaced: null });
    expect((await get('app.info', {})).settings.theme).toBe('dark');
  });
});

describe('a database that is taken away under the open app', () => {
  const ways: [string, (folder: string) => void][] = [
    ['its folder is removed', (folder) => rmSync(folder, { recursive: true })],
    ['its file is removed', (folder) => rmSync(databaseFile(folder))],
    ['its journal is removed', (folder) => rmSync(`${databaseFile(folder)}-wal`)],
    ['its folder is renamed', (folder) => renameSync(folder, `${folder}-elsewhere`)],
    [
      'another file takes its place',
      (folder) => (rmSync(databaseFile(folder)), writeFileSync(databaseFile(folder), 'what a sync program put there')),
    ],
  ];

  test.each(ways)('(%s) takes no answer more, says so at once, and is written anew with all that was answered', async (_way, takeAway) => {
    const { dataFolder, call, get, events } = await behindWindow(folderWithCards());
    onTestFinished(() => rmSync(`${dataFolder}-elsewhere`, { recursive: true, force: true }));
    const { card } = await get('session.start', { study: daily(null) });
    const rate = (cardId = '') => call('session.rate', { cardId, rating: 'good', durationMs: 1000 });
    const next = await rate(card?.cardId);
    expect(next.ok).toBe(true);
    takeAway(dataFolder);
    const second = next.ok ? next.value.card?.cardId : undefined;
    expect(await rate(second)).toMatchObject({ ok: false, error: { code: 'moved', where: databaseFile(dataFolder) } });
    expect(events).toContain('data.moved');
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'moved' } });
    expect(await call('backups.list', {})).toMatchObject({ ok: true });
    await get('backups.mend', {});
    expect((await get('today.get', {})).answeredToday).toBe(1);
    await get('session.start', { study: daily(null) });
    expect(await rate(second)).toMatchObject({ ok: true });
    expect((await get('today.get', {})).answeredToday).toBe(2);
  });

  test('is worked with again when it is put back', async () => {
    const { dataFolder, call, get } = await behindWindow();
    renameSync(dataFolder, `${dataFolder}-elsewhere`);
    expect(await call('settings.set', { theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'moved' } });
    renameSync(`${dataFolder}-elsewhere`, dataFolder);
    expect((await get('settings.set', { theme: 'dark' })).theme).toBe('dark');
    expect(await call('backups.mend', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  test('is noticed without a call', async () => {
    const { dataFolder, events } = await behindWindow();
    rmSync(dataFolder, { recursive: true });
    await expect.poll(() => events).toContain('data.moved');
  });

  test('stays a thing to be told when there is no place to write it to', async () => {
    const { dataFolder, call } = await behindWindow();
    rmSync(dataFolder, { recursive: true });
    writeFileSync(dataFolder, 'in the way');
    expect(await call('backups.mend', {})).toMatchObject({ ok: false, error: { code: 'store' } });
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'moved' } });
    rmSync(dataFolder);
    expect(await call('backups.mend', {})).toMatchObject({ ok: true });
  });
});

describe('a database that is not there at the start', () => {
  test('is missed beside its backups, and begun anew when that is asked for', async () => {
    const first = await behindWindow();
    await first.get('settings.set', { theme: 'dark' });
    await first.get('backups.make', {});
    await first.backend.close();
    truncateSync(databaseFile(first.dataFolder));
    const { call, get } = await behindWindow(first.dataFolder);
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'missing' } });
    expect((await get('backups.list', {})).backups).toHaveLength(1);
    await get('backups.mend', {});
    expect((await get('app.info', {})).settings.theme).toBe('system');
    expect((await get('backups.list', {})).backups).toHaveLength(1);
  });
});

test('changes lost with their journal are gone on without when that is asked for', async () => {
  const folder = killedAfter((db) => db.exec("INSERT INTO settings VALUES ('theme', '\"dark\"')"));
  rmSync(`${databaseFile(folder)}-wal`);
  const { call, get } = await behindWindow(folder);
  expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'journal' } });
  await get('backups.mend', {});
  expect((await get('app.info', {})).settings.theme).toBe('system');
});

test('what needs no mending is not mended', async () => {
  const { call } = await behindWindow();
  expect(await call('backups.mend', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
