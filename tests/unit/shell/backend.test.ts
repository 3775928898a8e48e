import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backupsInThisThread } from '../../../src/main/features/backup/backups-here.js';
import { openBackend } from '../../../src/main/shell/backend.js';
import { backupFolder } from '../../../src/main/store/open/backup-files.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import type { Input, MethodName, Output } from '../../../src/shared/contract.js';
import type { Result } from '../../../src/shared/result.js';
import { freshFolder } from '../folder.js';
import { sameThreadPool } from '../same-thread-pool.js';

async function opened(dataFolder = freshFolder()) {
  const backend = await openBackend(
    {
      dataFolder,
      startersFolder: null,
      platform: {
        version: '1.2.3',
        electron: '45',
        name: 'linux',
        chooseNotes: () => Promise.resolve([]),
        chooseKubeconfig: () => Promise.resolve(null),
        applyTheme: () => undefined,
        openNote: () => Promise.resolve(),
        copy: () => Promise.resolve(),
        takeOpened: () => [],
        print: null,
      },
      emit: () => undefined,
      pool: sameThreadPool(),
      backupThread: backupsInThisThread(dataFolder),
    },
    () => undefined,
  );
  onTestFinished(() => backend.close());
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> =>
    (await backend.router(method, input)) as Result<Output<M>>;
  async function get<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await call(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value;
  }
  return { dataFolder, backend, call, get };
}

describe('behind the window', () => {
  test('a backup is restored while the app runs, and the restoring taken back', async () => {
    const { get } = await opened();
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
    const { dataFolder, get, call } = await opened();
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
    const first = await opened();
    await first.get('settings.set', { theme: 'dark' });
    const { name } = await first.get('backups.make', {});
    await first.backend.close();
    writeFileSync(databaseFile(first.dataFolder), 'this is no database');
    const { call, get } = await opened(first.dataFolder);
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect((await get('backups.list', {})).backups.map((backup) => backup.name)).toEqual([name]);
    expect(await get('backups.restore', { name })).toEqual({ replaced: null });
    expect((await get('app.info', {})).settings.theme).toBe('dark');
  });
});
