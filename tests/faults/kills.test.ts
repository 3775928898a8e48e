/** The process is killed at moments drawn by chance, again and again over the same data folder. */
import { setTimeout as wait } from 'node:timers/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapAtMost } from '../../scripts/test/run-step.mjs';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { backupFolder } from '../../src/main/store/open/backup-files.js';
import { freshFolder } from '../unit/folder.js';
import { Backend, started } from './backend.js';
import { kills, seed, tell, times } from './extent.js';
import { folderWithCards } from './folders.js';
import { foundWorld } from './found-world.js';
import { Person } from './person.js';
import { beginning } from './world.js';

/** Then another folder is begun: what is stored should be more than a little, and not so much that the checks are slow. */
const killsOfAFolder = 25;

/** A killed process is mostly waited for. */
const lanes = times(3, 6);

type Moment = 'while it starts' | 'between two deeds' | 'in the middle of a deed';

const told = {
  ...{ kills: 0, starts: 0, slowestStartMs: 0, deeds: 0, answers: 0, storedUnanswered: 0 },
  ...{ 'while it starts': 0, 'between two deeds': 0, 'in the middle of a deed': 0 },
};

test(`no acknowledged answer is lost by ${kills} kills, the check is clean, and the app starts each time`, async () => {
  const folders = Array.from({ length: Math.ceil(kills / killsOfAFolder) }, (_, number) => ({
    number,
    kills: Math.min(killsOfAFolder, kills - number * killsOfAFolder),
  }));
  await mapAtMost(folders, lanes, async (folder) => {
    await surviveKills(folder.kills, randomFrom(`kills ${seed} ${folder.number}`));
    tell(`${folder.number + 1} of ${folders.length} folders: ${JSON.stringify(told)}`);
  });
  expect(told.kills).toBe(kills);
  expect(told.starts).toBe(kills + folders.length);
});

/** Somebody studies in one folder, over process after process. */
async function surviveKills(most: number, random: () => number): Promise<void> {
  const folder = folderWithCards();
  const person = new Person(freshFolder(), beginning(1), random);
  for (let kill = 0; ; kill++) {
    const startedAt = Date.now();
    const backend = await started(folder);
    // Without a hand: the first thing the window asks is answered.
    await backend.get('app.info', {});
    told.starts += 1;
    told.slowestStartMs = Math.max(told.slowestStartMs, Date.now() - startedAt);
    const found = foundWorld(folder, person);
    if (found !== person.world) told.storedUnanswered += 1;
    person.goOn(found);
    if (kill === most) {
      for (const name of person.backups.keys()) expect(existsSync(join(backupFolder(folder), name)), name).toBe(true);
      await backend.quit();
      break;
    }
    told[await killSometime(backend, folder, person, random)] += 1;
    expect(backend.unforeseen).toEqual([]);
    told.kills += 1;
  }
  told.deeds += person.deeds;
  told.answers += person.answers;
}

async function killSometime(backend: Backend, folder: string, person: Person, random: () => number): Promise<Moment> {
  if (random() < 0.1) {
    // This one is whole already; the one after it is not.
    await backend.kill();
    const early = new Backend(folder);
    await wait(random() * 1500);
    await early.kill();
    return 'while it starts';
  }
  for (let deeds = Math.floor(random() * 30); deeds > 0; deeds--) await person.act(backend);
  if (random() < 0.25) {
    await backend.kill();
    return 'between two deeds';
  }
  const acting = person.act(backend).catch(() => undefined);
  await wait(random() ** 2 * 40);
  await backend.kill();
  await acting;
  return person.underWay.length > 0 ? 'in the middle of a deed' : 'between two deeds';
}
