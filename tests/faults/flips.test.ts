/** Bits turn over in files at rest: what is damaged is told, left as it is, and a backup gets everything back. */
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { databaseFile } from '../../src/main/store/open/place.js';
import type { Result } from '../../src/shared/result.js';
import { freshFolder } from '../unit/folder.js';
import { started, type Backend } from './backend.js';
import { seed, tell, times } from './extent.js';
import { folderWithCards, reading } from './folders.js';
import { foundWorld } from './found-world.js';
import { Person } from './person.js';
import { beginning, stored, type World } from './world.js';

const flips = times(1, 60);

/** Somebody studied, made a backup and studied on; when the process is killed then, the journal is there. */
async function studied(end: 'kill' | 'quit'): Promise<{ folder: string; world: World; backedUp: World }> {
  const folder = folderWithCards(20);
  const backend = await started(folder);
  const person = new Person(freshFolder(), beginning(1), randomFrom(`flips ${seed}`));
  for (let deeds = 0; deeds < 8; deeds++) await person.act(backend, 'rate');
  await person.act(backend, 'backup');
  const backedUp = person.world;
  for (let deeds = 0; deeds < 8; deeds++) await person.act(backend, 'rate');
  await backend[end]();
  return { folder, world: person.world, backedUp };
}

describe.each([
  ['the database', ''],
  ['its journal', '-wal'],
  ['the index of the journal', '-shm'],
])('bits that turn over in %s', (_what, end) => {
  test('never lose an answer unnoticed, crash nothing, and a backup gets everything back', async () => {
    const { folder, world, backedUp } = await studied(end === '' ? 'quit' : 'kill');
    const random = randomFrom(`flips of ${end} ${seed}`);
    const told = { refused: 0, foundInUse: 0, unharmed: 0 };
    for (let flip = 0; flip < flips; flip++) {
      const copy = freshFolder();
      cpSync(folder, copy, { recursive: true });
      const file = `${databaseFile(copy)}${end}`;
      const place = turnOver(file, random);
      told[await useDamaged(copy, `${end} ${place}`, world, backedUp)] += 1;
      rmSync(copy, { recursive: true });
    }
    tell(`${flips} bits in ${end || 'the database'}: ${JSON.stringify(told)}`);
  });
});

/** Turns one bit over; says which. */
function turnOver(file: string, random: () => number): string {
  const bytes = readFileSync(file);
  const at = Math.floor(random() * bytes.length);
  const bit = Math.floor(random() * 8);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
  return `bit ${bit} of byte ${at} of ${bytes.length}`;
}

const plainCodes = ['damaged', 'journal', 'store', 'missing', 'not-found', 'conflict'];

async function useDamaged(folder: string, where: string, world: World, backedUp: World): Promise<'refused' | 'foundInUse' | 'unharmed'> {
  const before = bytesOf(folder);
  const backend = await started(folder);
  const person = new Person(freshFolder(), world, randomFrom(where));
  const info = await backend.call('app.info', {});
  if (!info.ok) {
    expect(plainCodes, where).toContain(info.error.code);
    expect(info.error.hint, where).toBeTruthy();
    expect(bytesOf(folder), `${where}: a refused file stays as it is`).toEqual(before);
    await restoreNewest(backend, folder, backedUp, person);
    return 'refused';
  }
  const found = await Promise.all([
    backend.call('today.get', {}),
    backend.call('library.cards', { query: '', filter: null, offset: 0, limit: 50 }),
    backend.call('session.start', { study: { scope: { kind: 'all' }, pick: { kind: 'every' }, practice: false } }),
  ]);
  const isFound = (found as Result<unknown>[]).some((result) => !result.ok && result.error.code === 'damaged');
  // A text may hold another letter, which nobody can see; an answer that is gone may not pass for none.
  const answers = isFound ? [] : answersIn(folder);
  const noticed = isFound || answers === null;
  if (!noticed) expect(answers, where).toHaveLength(world.studied.answers.length);
  expect(
    backend.unforeseen.filter((text) => !/SQLITE_CORRUPT|malformed/.test(text)),
    where,
  ).toEqual([]);
  if (noticed) await restoreNewest(backend, folder, backedUp, person);
  else await backend.quit();
  return noticed ? 'foundInUse' : 'unharmed';
}

/** The answers that are stored; null when reading tells of damage. */
function answersIn(folder: string): readonly number[] | null {
  try {
    return reading(folder, (db) => stored(db).studied.answers);
  } catch (error) {
    expect(String(error)).toMatch(/damaged|malformed/);
    return null;
  }
}

async function restoreNewest(backend: Backend, folder: string, backedUp: World, person: Person): Promise<void> {
  const { backups } = await backend.get('backups.list', {});
  const asked = backups.find(({ reason }) => reason === 'asked');
  await backend.get('backups.restore', { name: asked?.name ?? '' });
  await backend.get('app.info', {});
  person.goOn(backedUp);
  foundWorld(folder, person);
  await backend.quit();
}

/** What the database and its journal hold. The index is a cache that sqlite may write anew. */
const bytesOf = (folder: string): (string | null)[] =>
  ['', '-wal'].map((end) => {
    const file = `${databaseFile(folder)}${end}`;
    return existsSync(file) ? `${statSync(file).size} ${readFileSync(file).toString('base64')}` : null;
  });
