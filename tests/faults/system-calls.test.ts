/** The process is killed instead of a system call that changes a file, one call after the other. */
import { cpSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mapAtMost } from '../../scripts/test/run-step.mjs';
import { randomFrom } from '../../src/main/domain/review/random.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import { migrations } from '../../src/main/store/open/migrations/index.js';
import { databaseFile } from '../../src/main/store/open/place.js';
import { freshFolder } from '../unit/folder.js';
import { Backend, endWithTest, started } from './backend.js';
import { seed, spread, tell, times } from './extent.js';
import { folderWithCards } from './folders.js';
import { foundWorld } from './found-world.js';
import { Person, type Kind } from './person.js';
import { callCounter, hasShim, throughShim } from './shim.js';
import { beginning, type World } from './world.js';

/** Calls that are killed at, of all there are; the first and the last among them. */
const mostCalls = times(2, 60);
const lanes = 3;

/** What is begun with, and what a person did to come there. */
interface Start {
  folder: string;
  world: World;
  backups?: ReadonlyMap<string, World>;
}

interface Story {
  name: string;
  start: () => Start | Promise<Start>;
  /** What the person does once it is open. */
  deeds?: readonly Kind[];
  /** The database is gone, and begun anew. */
  isMissing?: boolean;
}

const filled = (): Start => ({ folder: folderWithCards(12), world: beginning(1) });

/** Somebody did this, and then the process was closed or killed. */
async function after(deeds: readonly Kind[], end: 'quit' | 'kill'): Promise<Start> {
  const { folder, world } = filled();
  const backend = await started(folder);
  const person = new Person(freshFolder(), world, randomFrom(seed));
  for (const deed of deeds) await person.act(backend, deed);
  await backend[end]();
  return { folder, world: person.world, backups: person.backups };
}

const stories: Story[] = [
  { name: 'the first start', start: () => ({ folder: freshFolder(), world: beginning(0) }) },
  { name: 'a start', start: filled },
  { name: 'a start after a kill', start: () => after(['rate', 'rate', 'flag'], 'kill') },
  { name: 'a start with an older database', start: olderFolder },
  { name: 'answers', start: filled, deeds: ['rate', 'rate', 'undo', 'redo', 'flag', 'edit', 'suspend'] },
  { name: 'an import', start: filled, deeds: ['rate', 'import'] },
  { name: 'a backup', start: filled, deeds: ['rate', 'backup'] },
  { name: 'restoring a backup', start: () => after(['rate', 'backup', 'rate', 'import'], 'quit'), deeds: ['restore'] },
  { name: 'restoring a backup after a kill', start: () => after(['rate', 'backup', 'rate', 'import'], 'kill'), deeds: ['restore'] },
  { name: 'beginning anew', start: withoutDatabase, isMissing: true },
];

function olderFolder(): Start {
  const folder = freshFolder();
  openDatabase(folder, migrations.slice(0, 6)).close();
  return { folder, world: beginning(0) };
}

async function withoutDatabase(): Promise<Start> {
  const { folder } = await after(['rate', 'backup'], 'quit');
  rmSync(databaseFile(folder));
  return { folder, world: beginning(0) };
}

describe.skipIf(!hasShim)('a kill at any system call that changes a file', () => {
  test.each(spread(stories, times(2, stories.length)))('of $name loses nothing and locks nobody out', async (story) => {
    const start = await story.start();
    const { file, count } = callCounter();
    await tellStory(story, start, { COUNT: file });
    const calls = spread(
      Array.from({ length: count() }, (_, call) => call + 1),
      mostCalls,
    );
    expect(calls.length).toBeGreaterThan(1);
    const ends = await mapAtMost(calls, lanes, (call) => tellStory(story, start, { KILL_AT: String(call) }));
    tell(`${story.name}: ${count()} calls, killed at ${ends.filter((end) => end === 'killed').length} of ${calls.length} tried`);
  });
});

/** Lets the story go on until it is killed or over, and then opens what is left of it. */
async function tellStory(story: Story, { folder, world, backups }: Start, switches: { COUNT: string } | { KILL_AT: string }) {
  const copy = freshFolder();
  cpSync(folder, copy, { recursive: true });
  const person = new Person(freshFolder(), world, randomFrom(seed));
  for (const [name, then] of backups ?? []) person.backups.set(name, then);
  const backend = new Backend(copy, throughShim(copy, switches));
  endWithTest(backend);
  const end = await Promise.resolve(backend.open)
    .then(async () => {
      if (story.isMissing) await backend.get('backups.mend', {});
      for (const deed of story.deeds ?? []) await person.act(backend, deed);
      await backend.quit();
      return 'over' as const;
    })
    .catch((error: unknown) => {
      if ('COUNT' in switches || !String(error).includes('ended before it answered')) throw error;
      return 'killed' as const;
    });
  expect(backend.unforeseen).toEqual([]);

  const next = await started(copy);
  const info = await next.call('app.info', {});
  // Killed before it was begun anew, which the person asks for again.
  if (story.isMissing && !info.ok && info.error.code === 'missing') await next.get('backups.mend', {});
  else expect(info).toMatchObject({ ok: true });
  person.goOn(foundWorld(copy, person));
  if (person.world.notes > 0) await person.act(next, 'rate');
  await next.quit();
  expect(next.unforeseen).toEqual([]);
  rmSync(copy, { recursive: true });
  return end;
}
