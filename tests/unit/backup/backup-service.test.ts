import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createBackupService } from '../../../src/main/features/backup/backup-service.js';
import { createBackupThread } from '../../../src/main/features/backup/backup-thread.js';
import { backupsInThisThread } from '../../../src/main/features/backup/backups-here.js';
import { backupFolder } from '../../../src/main/store/open/backup-files.js';
import type { BackupsView } from '../../../src/shared/contract.js';
import { builtWorkers } from '../import/built-workers.js';
import { studying } from '../review/studying.js';
import type { Studying } from '../review/studying.js';
import { addCards, cardIds } from '../sample-cards.js';

let bundles = '';
beforeAll(async () => {
  bundles = await builtWorkers();
});

const startWorker = (workerData: unknown): Worker => new Worker(join(bundles, 'backup-worker.js'), { workerData });

function serviceOf({ folder, clock }: Studying, { hasAnswers = true, thread = backupsInThisThread(folder) } = {}) {
  const told: BackupsView[] = [];
  const service = createBackupService({
    dataFolder: folder,
    thread,
    now: () => clock.now(),
    dayOf: (at) => new Date(at).toISOString().slice(0, 10),
    hasAnswers: () => hasAnswers,
    onChanged: (view) => void told.push(view),
    log: (error) => {
      throw error;
    },
  });
  onTestFinished(() => service.close());
  return { service, told };
}

describe('the service of backups', () => {
  test('does a risky step when there is a backup from before, with what was stored then', async () => {
    const study = studying();
    const { service } = serviceOf(study);
    const seen = await service.before('weights', () => service.view().backups.map(({ reason }) => reason));
    expect(seen).toEqual(['weights']);
  });

  test('does not do it when there can be none, says why, and remembers until the next one is made', async () => {
    const study = studying();
    const { service, told } = serviceOf(study);
    writeFileSync(backupFolder(study.folder), 'in the way');
    let done = false;
    await expect(service.before('reschedule', () => void (done = true))).rejects.toThrow('No backup was made');
    expect(done).toBe(false);
    expect(told.at(-1)?.problem?.message).toContain('there is a file in the way');
    expect(service.view().backups).toEqual([]);
  });

  test('makes one on each study day there is something to lose', async () => {
    const study = studying();
    const { service } = serviceOf(study);
    expect((await service.daily())?.reason).toBe('daily');
    expect(await service.daily()).toBeNull();
    study.clock.at += 86_400_000;
    await service.make('asked');
    expect(await service.daily()).toBeNull();
    study.clock.at += 86_400_000;
    expect(await service.daily()).not.toBeNull();
    expect(await serviceOf(studying(), { hasAnswers: false }).service.daily()).toBeNull();
  });
});

describe('backups after a clock that was ahead', () => {
  const year = 365 * 86_400_000;

  test('are made on each study day again, and none of them goes for one of the future', async () => {
    const study = studying();
    const { service } = serviceOf(study);
    study.clock.at += 3 * year;
    for (let made = 0; made < 20; made++) await service.make('asked');
    study.clock.at -= 3 * year;
    const days: (string | undefined)[] = [];
    for (let day = 0; day < 4; day++) {
      days.push((await service.daily())?.reason, (await service.daily())?.reason);
      study.clock.at += 86_400_000;
    }
    expect(days).toEqual(['daily', undefined, 'daily', undefined, 'daily', undefined, 'daily', undefined]);
    expect(service.view().backups.filter(({ at }) => at < study.clock.at)).toHaveLength(4);
  }, 120_000);

  test('made while it was ahead by some minutes count as made today', async () => {
    const study = studying();
    const { service } = serviceOf(study);
    study.clock.at += 600_000;
    await service.daily();
    study.clock.at -= 600_000;
    expect(await service.daily()).toBeNull();
  });
});

describe('the backup thread', () => {
  test('copies while this process goes on writing, one copy after the other', async () => {
    const study = studying();
    addCards(study.db, cardIds(500));
    const { service } = serviceOf(study, { thread: createBackupThread({ dataFolder: study.folder, startWorker }) });
    const both = Promise.all([service.make('asked'), service.make('daily')]);
    study.db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
    expect((await both).map(({ reason }) => reason)).toEqual(['asked', 'daily']);
    expect(service.view().backups).toHaveLength(2);
  }, 30_000);

  test('restores when the folder is free, and says why not when it is in use', async () => {
    const study = studying();
    study.db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
    const thread = createBackupThread({ dataFolder: study.folder, startWorker });
    const { name } = await thread.run('make', { reason: 'asked', at: study.clock.now() });
    study.db.exec("UPDATE settings SET value = 'green' WHERE key = 'colour'");
    const restore = () => thread.run('restore', { file: join(backupFolder(study.folder), name), at: study.clock.now() + 1 });
    await expect(restore()).rejects.toMatchObject({ failure: { code: 'busy' } });
    study.close();
    await restore();
    expect(study.restarted().db.prepare("SELECT value FROM settings WHERE key = 'colour'").pluck().get()).toBe('blue');
  }, 30_000);
});
