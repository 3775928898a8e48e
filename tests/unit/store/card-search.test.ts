import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseCardQuery } from '../../../src/main/domain/search/card-query.js';
import { createCardSearch } from '../../../src/main/store/tables/card-search.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import type { Database } from '../../../src/main/store/open/database.js';
import { createCandidates } from '../../../src/main/store/tables/search-candidates.js';
import { freshFolder } from '../folder.js';
import { addCards, cardIds } from '../sample-cards.js';

const at = Date.UTC(2026, 10, 22, 12);
const moment = { at, on: '2026-11-22' };
const notes = ['a', 'b', 'c'];

/** What a card may have met with. */
const card = fc.record({
  note: fc.constantFrom(...notes),
  suspended: fc.boolean(),
  flagged: fc.boolean(),
  setAside: fc.boolean(),
  buried: fc.boolean(),
  edit: fc.constantFrom('none', 'current', 'outdated'),
  memory: fc.option(fc.record({ lapses: fc.nat(9), dueInDays: fc.integer({ min: -2, max: 2 }), learning: fc.boolean() })),
});
type Met = typeof card extends fc.Arbitrary<infer T> ? T : never;

const filters = ['due', 'new', 'suspended', 'flagged', 'edited', 'changed', 'orphan'] as const;
const lapses = fc.tuple(fc.constantFrom('>', '>=', '<', '<=', '='), fc.nat(9)).map(([comparison, than]) => `lapses${comparison}${than}`);
const query = fc
  .tuple(fc.subarray([...filters], { maxLength: 2 }), fc.array(lapses, { maxLength: 2 }), fc.constantFrom('', 'answer', 'tag:none'))
  .map(([is, forgotten, rest]) => [...is.map((filter) => `is:${filter}`), ...forgotten, rest].join(' '));

function emptyStore(): Database {
  const db = openDatabase(freshFolder());
  db.pragma('synchronous = OFF');
  onTestFinished(() => void db.close());
  return db;
}

/** Puts the cards in the store in the place of those that were there. */
function fill(db: Database, met: readonly Met[]): void {
  const cards = cardIds(met.length).map((one, index) => ({ ...one, note: met[index]?.note ?? '' }));
  db.transaction(() => {
    db.exec('DELETE FROM cards; DELETE FROM notes; DELETE FROM decks');
    addCards(db, cards);
    const mark = db.prepare(
      `UPDATE cards SET suspendedAt = ?, flagged = ?, orphanedAt = ?, buriedOn = ?, editedSpanHash = ?, editedFront = ?, editedBack = ?
       WHERE cardId = ?`,
    );
    const hash = db.prepare<[string], string>('SELECT spanHash FROM cards WHERE cardId = ?').pluck();
    const remember = db.prepare(
      `INSERT INTO memories (cardId, state, stability, difficulty, step, reps, lapses, reviewedAt, reviewedOn, intervalDays, dueAt, dueOn)
       VALUES (?, ?, 3, 5, 0, 1, ?, ?, '2026-11-20', 1, ?, ?)`,
    );
    cards.forEach(({ cardId }, index) => {
      const one = met[index];
      if (!one) return;
      const edited = one.edit === 'none' ? null : one.edit === 'current' ? hash.get(cardId) : 'another';
      const [suspendedAt, orphanedAt] = [one.suspended ? at : null, one.setAside ? at : null];
      const text = edited === null ? null : 'A question of one’s own';
      mark.run(suspendedAt, one.flagged ? 1 : 0, orphanedAt, one.buried ? moment.on : null, edited, text, text, cardId);
      if (!one.memory) return;
      const { lapses: times, dueInDays, learning } = one.memory;
      const dueAt = at + dueInDays * 86_400_000;
      const dueOn = new Date(dueAt).toISOString().slice(0, 10);
      remember.run(cardId, learning ? 'learning' : 'review', times, at - 86_400_000, learning ? dueAt : null, learning ? null : dueOn);
    });
  })();
}

describe('cards found by a query', () => {
  test('are the same from an index as note by note, and in the same order', () => {
    const db = emptyStore();
    const search = createCardSearch(db);
    fc.assert(
      fc.property(fc.array(card, { maxLength: 25 }), query, fc.shuffledSubarray(notes), (met, text, among) => {
        fill(db, met);
        const asked = parseCardQuery(text);
        const together = [...search.find(asked, among, moment)].flat();
        const noteByNote = among.flatMap((noteId) => [...search.find(asked, [noteId], moment)].flat());
        expect(together).toEqual(noteByNote);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['is:due', 'is:suspended', 'is:flagged', 'is:edited', 'is:changed', 'is:orphan', 'lapses>3', 'lapses>=8', 'is:new is:flagged'])(
    'are taken from an index for %s',
    (text) => {
      expect(createCandidates(emptyStore())(parseCardQuery(text), moment)).toEqual([]);
    },
  );

  test.each(['is:new', 'lapses>2', 'lapses<9', 'etcd'])('are looked for note by note for %s, which many may fit', (text) => {
    expect(createCandidates(emptyStore())(parseCardQuery(text), moment)).toBeNull();
  });
});
