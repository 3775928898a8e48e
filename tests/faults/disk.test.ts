/** A disk that is full, read-only or broken for a while. */
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { backupFolder } from '../../src/main/store/open/backup-files.js';
import { databaseFile } from '../../src/main/store/open/place.js';
import { freshFolder } from '../unit/folder.js';
import { started } from './backend.js';
import { seed, times } from './extent.js';
import { folderWithCards } from './folders.js';
import { foundWorld } from './found-world.js';
import { Person } from './person.js';
import { brittleDisk, hasShim } from './shim.js';
import { beginning } from './world.js';

const full = /^The disk is full, so nothing was saved\.|^No backup was made: the disk is full\./;
const readOnly = /^Etcdeck cannot write to its data folder\.|^No backup was made: its folder is not there or cannot be written\./;
const broken = /^The disk reported an error, so nothing was saved\.|^No backup was made: the disk reported an error\./;
const unreadable =
  /^The disk cannot read the database\. The file itself may be in order\.|^No backup was made: the disk cannot read the database\./;

const everyWrite = 'write,sync,create';

/** What is said of each, in the order of how often it happens. */
const faults = [
  ['ENOSPC', everyWrite, full],
  ['EIO', 'read', unreadable],
  ['EROFS', everyWrite, readOnly],
  ['EDQUOT', everyWrite, full],
  ['EIO', everyWrite, broken],
  ['EIO', 'sync', broken],
  ['ENOSPC', 'create', full],
  ['EDQUOT', 'create', full],
] as const;

describe.skipIf(!hasShim)('a disk that fails for a while', () => {
  test.each(faults.slice(0, times(1, faults.length)))(
    'with %s on %s takes no answer it does not store, says so, and goes on when it is mended',
    async (error, calls, words) => {
      const folder = folderWithCards();
      const disk = brittleDisk(folder, error, calls);
      const backend = await started(folder, disk.env);
      const person = new Person(freshFolder(), beginning(1), randomFrom(`disk ${seed}`));
      const cards = await backend.get('session.start', { study: { scope: { kind: 'all' }, pick: { kind: 'every' }, practice: false } });
      for (let deeds = 0; deeds < 5; deeds++) await person.act(backend, 'rate');
      await person.act(backend, 'backup');
      const [backup = ''] = person.backups.keys();

      disk.break();
      for (let mark = 1000; mark < 1005; mark++) {
        const said = await backend.call('session.rate', { cardId: cards.card?.cardId ?? '', rating: 'good', durationMs: mark });
        // A card that is not shown is refused as such; what is in memory need not be read, nor a file made.
        if (said.ok || said.error.code === 'conflict' || said.error.code === 'not-found') continue;
        expect(said.error).toMatchObject({ code: 'store', message: expect.stringMatching(words) });
      }
      const { card } = await backend.get('session.current', {}).catch(() => ({ card: null }));
      if (card && calls === everyWrite) {
        const said = await backend.call('session.rate', { cardId: card.cardId, rating: 'good', durationMs: 2000 });
        expect(said).toMatchObject({ ok: false, error: { code: 'store', message: expect.stringMatching(words) } });
      }
      for (const said of [await backend.call('backups.make', {}), await backend.call('backups.restore', { name: backup })]) {
        expect(backend.unforeseen).toEqual([]);
        if (said.ok) continue;
        expect(said.error).toMatchObject({ code: 'store', message: expect.stringMatching(words) });
        expect([folder, databaseFile(folder), backupFolder(folder)]).toContain(said.error.where);
      }
      disk.mend();

      await backend.quit();
      const next = await started(folder);
      await next.get('app.info', {});
      person.goOn(foundWorld(folder, person));
      for (let deeds = 0; deeds < 5; deeds++) await person.act(next, 'rate');
      expect(backend.unforeseen).toEqual([]);
    },
  );

  test.each(faults.slice(0, times(1, faults.length)))(
    'with %s on %s is named at the start, and starts when it is mended',
    async (error, calls, words) => {
      const folder = folderWithCards();
      const disk = brittleDisk(folder, error, calls);
      disk.break();
      const backend = await started(folder, disk.env);
      const said = await backend.call('app.info', {});
      // A start that makes no file is none the worse for a disk that cannot.
      if (!said.ok) expect(said.error).toMatchObject({ code: 'store', message: expect.stringMatching(words) });
      else expect(calls).not.toBe(everyWrite);
      expect(backend.unforeseen).toEqual([]);
      disk.mend();
      await backend.quit();
      const next = await started(folder);
      await next.get('app.info', {});
    },
  );
});
