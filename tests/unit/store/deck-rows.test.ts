import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { createDeckRows } from '../../../src/main/store/tables/deck-rows.js';
import { freshFolder } from '../folder.js';
import { addCards } from '../sample-cards.js';

function decks(...paths: string[]) {
  const db = openDatabase(freshFolder());
  onTestFinished(() => void db.close());
  addCards(db, [{ cardId: 'kept', deck: 'Kept::Full' }]);
  const rows = createDeckRows(db);
  const idOf = rows.finder();
  return { db, rows, ids: db.transaction(() => paths.map(idOf))() };
}

const pathsOf = (removed: { path: string }[]): string[] => removed.map(({ path }) => path).sort();

test('decks without cards go, a parent with the last of its children', () => {
  const { rows, ids } = decks('A', 'A::B', 'A::B::C', 'Kept', 'A::', 'AB');
  expect(pathsOf(rows.removeEmpty(ids))).toEqual(['A', 'A::', 'A::B', 'A::B::C', 'AB']);
});

test('a parent stays for a child that is not to go, also when a deck between them has no row', () => {
  const { rows, ids } = decks('A', 'A::B::C', 'A::D');
  const [parent = 0, , other = 0] = ids;
  expect(pathsOf(rows.removeEmpty([parent, other]))).toEqual(['A::D']);
});

test('as many decks as notes go in one sweep, and come back', () => {
  const { db, rows, ids } = decks(...Array.from({ length: 30_000 }, (_, number) => `Notes::${number % 300}::${number}`));
  // In one transaction, as an import and its undo are.
  const removed = db.transaction(() => rows.removeEmpty(ids))();
  expect(removed).toHaveLength(30_000);
  db.transaction(() => rows.restore(removed))();
  expect(db.prepare('SELECT count(*) FROM decks').pluck().get()).toBe(30_001);
}, 20_000);
