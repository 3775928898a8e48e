/** Two processes over one data folder. */
import { expect, test } from 'vitest';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { freshFolder } from '../unit/folder.js';
import { started } from './backend.js';
import { seed, times } from './extent.js';
import { findings, folderWithCards } from './folders.js';
import { foundWorld } from './found-world.js';
import { Person } from './person.js';
import { beginning } from './world.js';

const busy = { ok: false, error: { code: 'busy' } };

test('the second is told so and changes nothing, and has the folder when the first is gone, however that ended', async () => {
  const folder = folderWithCards();
  const person = new Person(freshFolder(), beginning(1), randomFrom(`two ${seed}`));
  for (let round = 0; round < times(1, 5); round++) {
    const first = await started(folder);
    const second = await started(folder);
    for (let deeds = 0; deeds < 5; deeds++) {
      await person.act(first);
      expect(await second.call('session.rate', { cardId: 'card-1', rating: 'good', durationMs: 1 })).toMatchObject(busy);
      expect(findings(folder)).toEqual([]);
    }
    await (round % 2 === 0 ? first.kill() : first.quit());
    await second.quit();
    const third = await started(folder);
    person.goOn(foundWorld(folder, person));
    await third.quit();
  }
});

test('of several that start at once in a new folder, one has it', async () => {
  for (let round = 0; round < times(1, 10); round++) {
    const folder = freshFolder();
    const all = await Promise.all(Array.from({ length: 3 }, () => started(folder)));
    const infos = await Promise.all(all.map((backend) => backend.call('app.info', {})));
    expect(infos.filter(({ ok }) => ok)).toHaveLength(1);
    for (const info of infos.filter(({ ok }) => !ok)) expect(info).toMatchObject(busy);
    await Promise.all(all.map((backend) => backend.quit()));
    expect(findings(folder)).toEqual([]);
    expect(all.flatMap(({ unforeseen }) => unforeseen)).toEqual([]);
  }
});
