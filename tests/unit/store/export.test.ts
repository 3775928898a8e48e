import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportLines, parts } from '../../../src/main/store/transfer/export.js';
import { writeExport } from '../../../src/main/store/transfer/write-lines.js';
import { FailureError } from '../../../src/shared/result.js';
import { daily } from '../../../src/shared/study.js';
import { freshFolder } from '../folder.js';
import { studying } from '../review/studying.js';
import type { Studying } from '../review/studying.js';
import { addCards, cardIds } from '../sample-cards.js';

/** Three cards: one answered, one answered and taken back, one suspended and flagged. */
function studied(): Studying {
  const study = studying();
  addCards(study.db, cardIds(3));
  const rate = (): void => {
    const { card } = study.sessions.current();
    if (card) study.sessions.rate({ cardId: card.cardId, rating: 'good', durationMs: 1_000 });
  };
  study.sessions.start(daily(null));
  rate();
  rate();
  study.sessions.undo();
  return study;
}

type Line = Record<string, unknown>;
const linesOf = ({ db, clock }: Studying): Line[] => [...exportLines(db, clock.now())].map((line) => JSON.parse(line) as Line);

describe('the export', () => {
  test('covers every table but those that follow from the rest or only serve Undo', () => {
    const { db } = studying();
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
      .filter((table) => !parts.some(({ sql }) => new RegExp(`\\b(FROM|JOIN) ${table}\\b`).test(sql)));
    expect(tables.sort()).toEqual(['dueDays', 'openSession', 'studyDays', 'undoSteps']);
  });

  test('leaves no column of a table out that is not named here', () => {
    const { db } = studying();
    const told = new Set(
      parts.flatMap(({ sql }) =>
        db
          .prepare(sql)
          .columns()
          .map(({ table, column }) => `${table}.${column}`),
      ),
    );
    const kept = db
      .prepare<[], string>(
        `SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT IN ('dueDays', 'openSession', 'studyDays', 'undoSteps') AND t.name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(kept.filter((column) => !told.has(column)).sort()).toEqual([
      // Told as the path of the deck.
      'cards.deckId',
      // Follows from there being a memory.
      'cards.isNew',
      'decks.deckId',
      // Only serves Undo.
      'imports.undo',
      // Told as words.
      'practice.rating',
      // Told with the review.
      'retractions.reviewId',
      'reviews.rating',
      'watchedFolders.folderId',
    ]);
  });

  test('is documented, every type with every field', () => {
    const { db } = studying();
    const rows = readFileSync('docs/export.md', 'utf8').split('\n');
    for (const { type, sql } of parts) {
      const row = rows.find((line) => line.startsWith(`| \`${type}\` |`)) ?? '';
      const missing = db
        .prepare(sql)
        .columns()
        .map(({ name }) => name)
        .filter((name) => !row.includes(`\`${name}\``));
      expect({ type, missing }).toEqual({ type, missing: [] });
    }
  });

  test('tells answers in words, with those taken back, and cards with their deck', () => {
    const lines = linesOf(studied());
    expect(lines[0]).toMatchObject({ type: 'etcdeck', format: 1 });
    const reviews = lines.filter(({ type }) => type === 'review');
    expect(reviews.map(({ rating, retractedAt }) => [rating, retractedAt !== null])).toEqual([
      ['good', false],
      ['good', true],
    ]);
    expect(lines.filter(({ type }) => type === 'memory')).toHaveLength(1);
    expect(lines.find(({ type }) => type === 'card')).toMatchObject({ deck: 'CKA', headings: ['Etcd'], tags: [], flagged: false });
  });

  test('is a file that has its name only when it is whole, and replaces none', () => {
    const { db, clock } = studied();
    const folder = freshFolder();
    const path = join(folder, 'mine.jsonl');
    const count = writeExport(db, 'json', path, clock.now());
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(count);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('type');
    expect(() => writeExport(db, 'json', path, clock.now())).toThrow(FailureError);
    expect(() => writeExport(db, 'json', join(folder, 'none', 'x'), clock.now())).toThrow('there is no such folder');
    expect(readdirSync(folder)).toEqual(['mine.jsonl']);
  });

  test('as a table quotes what needs it and lets no text be a formula', () => {
    const { db, clock } = studied();
    db.exec(`UPDATE cards SET editedFront = '=SUM("x"), y' WHERE cardId = 'card-0'`);
    db.exec("UPDATE cards SET suspendedAt = 1 WHERE cardId = 'card-2'");
    const path = join(freshFolder(), 'cards.csv');
    expect(writeExport(db, 'csv', path, clock.now())).toBe(4);
    const [head, first, , third] = readFileSync(path, 'utf8').split('\r\n');
    expect(head).toBe('front,back,deck,tags,note,line,state,dueOn,stabilityDays,reps,lapses');
    expect(first).toContain(`"'=SUM(""x""), y",Answer of card-0,CKA,,etcd.md,1,`);
    expect(third).toContain(',suspended,');
  });

  test('of a file that nobody may replace says what to do', () => {
    const { db, clock } = studied();
    const path = join(freshFolder(), 'there');
    writeFileSync(path, 'mine');
    expect(() => writeExport(db, 'csv', path, clock.now())).toThrow('There is a file of this name already.');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});
