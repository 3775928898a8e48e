import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { checkDatabase, jsonColumns } from '../../../src/main/store/transfer/integrity.js';
import { writeExport } from '../../../src/main/store/transfer/write-lines.js';
import { createMockStore } from '../../../src/main/store/tables/mock-exams.js';
import { daily } from '../../../src/shared/study.js';
import type { Input, MethodName } from '../../../src/shared/contract.js';
import { behindWindow } from '../behind-window.js';
import { freshFolder } from '../folder.js';
import { addCards, cardIds } from '../sample-cards.js';

/** A folder with something in every table that has JSON. */
async function filled(): Promise<string> {
  const folder = freshFolder();
  const before = openDatabase(folder);
  addCards(before, cardIds(6));
  before.exec(
    `UPDATE cards SET tags = '["nodes","etcd"]';
     INSERT INTO imports (batchId, at, label, totals, undo) VALUES ('batch', 0, 'Notes', '{}', '{}');
     INSERT INTO mocks (mockId, startedAt, startedOn, minutes, seed, exam, tasks, spentMs, finishedAt, grades)
       VALUES ('mock', 0, '2026-11-01', 30, 's', '{"exam":"CKA","passPercent":66,"domains":[]}', '[]', 0, 1, '{}');
     INSERT INTO mockActions (mockId, position, at, spentMs, action) VALUES ('mock', 0, 0, 0, '{"type":"finished"}');
     UPDATE presets SET fit = '{}'`,
  );
  before.close();
  const { get, backend } = await behindWindow(folder);
  await get('settings.set', { theme: 'dark' });
  const { card } = await get('session.start', { study: { ...daily(null), pick: { kind: 'every' } } });
  await get('session.flag', { cardId: card?.cardId ?? '', flagged: true });
  await get('session.rate', { cardId: card?.cardId ?? '', rating: 'good', durationMs: 1000 });
  await get('session.undo', {});
  await backend.close();
  return folder;
}

let sound: Buffer | null = null;

/** The same with every cell of one column spoilt. */
async function spoilt(table: string, column: string, value: string): Promise<string> {
  sound ??= readFileSync(databaseFile(await filled()));
  const folder = freshFolder();
  writeFileSync(databaseFile(folder), sound);
  const db = openDatabase(folder);
  const { changes } = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} IS NOT NULL`).run(value);
  if (changes === 0) throw new Error(`There is nothing in ${table}.${column}`);
  db.close();
  return folder;
}

const calls: [MethodName, unknown][] = [
  ['app.info', {}],
  ['today.get', {}],
  ['study.tags', {}],
  ['library.notes', {}],
  ['library.cards', { query: 'tag:nodes', filter: null, offset: 0, limit: 50 }],
  ['library.cards', { query: '', filter: null, offset: 0, limit: 50 }],
  ['library.note', { noteId: 'etcd.md' }],
  ['presets.get', {}],
  ['mock.home', {}],
  ['cluster.card', { cardId: 'card-0' }],
  ['session.start', { study: daily(null) }],
  ['session.undo', {}],
  ['session.redo', {}],
];

describe('a cell of JSON that nobody can read', () => {
  const cells = jsonColumns.flatMap(({ table, columns }) => columns.map((column) => [table, column] as const));

  test.each(cells.flatMap((cell) => ['["a', '5'].map((value) => [...cell, value] as const)))(
    '(%s, %s: %s) takes no screen with it',
    async (table, column, value) => {
      const folder = await spoilt(table, column, value);
      const { call, backend } = await behindWindow(folder);
      const failed: string[] = [];
      for (const [method, input] of calls) {
        const result = await call(method, input as Input<typeof method>);
        // There is no curriculum here, which a mock exam asks for.
        if (!result.ok && result.error.code !== 'not-found') failed.push(`${method}: ${result.error.code} ${result.error.message}`);
      }
      await backend.close();
      expect(failed).toEqual([]);
      const db = openDatabase(folder);
      expect(createMockStore(db).history()).toHaveLength(1);
      for (const format of ['json', 'csv'] as const) {
        const path = join(folder, `all.${format}`);
        writeExport(db, format, path, 0);
        expect(readFileSync(path, 'utf8')).toContain('card-5');
      }
      db.close();
    },
  );

  test.each(cells)('(%s, %s) is named by the check', async (table, column) => {
    const db = openDatabase(await spoilt(table, column, '["a'));
    expect(checkDatabase(db).findings.join('\n')).toMatch(new RegExp(`${column} cannot be read`));
    db.close();
  });

  test('of an import keeps that import from being taken back, and says so', async () => {
    const { call } = await behindWindow(await spoilt('imports', 'undo', '["a'));
    expect(await call('import.undo', { batchId: 'batch' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
