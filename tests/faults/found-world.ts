import { expect } from 'vitest';
import { checkDatabase } from '../../src/main/store/transfer/integrity.js';
import { reading } from './folders.js';
import type { Person } from './person.js';
import { looks, stored, type World } from './world.js';

/** What is stored, in good order. It must be what was acknowledged, or that and what was under way. */
export function foundWorld(folder: string, { world, underWay }: Person): World {
  const { found, findings } = reading(folder, (db) => ({ found: looks(stored(db)), findings: checkDatabase(db).findings }));
  expect(findings).toEqual([]);
  const possible = [world, ...underWay];
  const match = possible.find((one) => looks(one) === found);
  // In full: what is lost should be seen.
  if (!match) throw new Error(`Stored is ${found},\nacknowledged was ${possible.map(looks).join('\nor ')}.`);
  return match;
}
