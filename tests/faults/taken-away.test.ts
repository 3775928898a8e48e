/** The data folder or its files are taken away, under the open app or before it starts. */
import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { databaseFile } from '../../src/main/store/open/place.js';
import { freshFolder } from '../unit/folder.js';
import { started } from './backend.js';
import { seed, times } from './extent.js';
import { folderWithCards } from './folders.js';
import { foundWorld } from './found-world.js';
import { Person } from './person.js';
import { beginning } from './world.js';

const ways: [string, (folder: string) => void][] = [
  ['its folder is removed', (folder) => rmSync(folder, { recursive: true })],
  ['its file is removed', (folder) => rmSync(databaseFile(folder))],
  ['its journal is removed', (folder) => rmSync(`${databaseFile(folder)}-wal`)],
  ['its folder is renamed', (folder) => renameSync(folder, `${folder}-elsewhere`)],
  ['another file takes its place', (folder) => (rmSync(databaseFile(folder)), writeFileSync(databaseFile(folder), 'of a sync program'))],
];

describe('a database that is taken away', () => {
  test.each(ways.slice(0, times(1, ways.length)))(
    '(%s) takes no answer more, and is written anew with every one it took',
    async (_way, takeAway) => {
      const folder = folderWithCards();
      onTestFinished(() => rmSync(`${folder}-elsewhere`, { recursive: true, force: true }));
      const backend = await started(folder);
      const person = new Person(freshFolder(), beginning(1), randomFrom(`taken away ${seed}`));
      for (let deeds = 0; deeds < 20; deeds++) await person.act(backend, 'rate');
      takeAway(folder);
      const { world } = person;
      await expect(person.act(backend, 'rate')).rejects.toThrow(/"code":"moved"/);
      await backend.get('backups.mend', {});
      person.goOn(world);
      person.goOn(foundWorld(folder, person));
      for (let deeds = 0; deeds < 5; deeds++) await person.act(backend, 'rate');
      person.goOn(foundWorld(folder, person));
      expect(backend.unforeseen).toEqual([]);
    },
  );

  test.each([
    ['removed', (file: string) => rmSync(file)],
    ['emptied', (file: string) => truncateSync(file)],
  ])('(%s) before the start is missed beside its backups, and the newest of them restored', async (_how, takeAway) => {
    const folder = folderWithCards();
    const backend = await started(folder);
    const person = new Person(freshFolder(), beginning(1), randomFrom(`missing ${seed}`));
    await person.act(backend, 'rate');
    await person.act(backend, 'backup');
    const { world } = person;
    await backend.quit();
    takeAway(databaseFile(folder));
    const next = await started(folder);
    expect(await next.call('app.info', {})).toMatchObject({ ok: false, error: { code: 'missing' } });
    const [newest] = (await next.get('backups.list', {})).backups;
    await next.get('backups.restore', { name: newest?.name ?? '' });
    person.goOn(world);
    person.goOn(foundWorld(folder, person));
    expect(next.unforeseen).toEqual([]);
  });
});
