import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { openDatabase, readDatabase, type Database } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { restoreDatabase } from '../../../src/main/store/transfer/restore.js';
import { freshFolder } from '../folder.js';
import { killedInRollbackMode } from './left-by-killed.js';

const at = Date.parse('2026-11-30T08:00:00Z');

/** The colour stored, which is all there is when nothing is left of the change. */
function colourOf(db: Database | null): unknown {
  const colours = db?.prepare<[], string>('SELECT value FROM settings').pluck().all() ?? [];
  return colours.length === 1 ? JSON.parse(colours[0] ?? '') : colours.length;
}

test('a window opens where a killed process left a rollback journal, with what was stored before', () => {
  const folder = killedInRollbackMode('blue', 'green');
  const db = openDatabase(folder);
  expect(colourOf(db)).toBe('blue');
  expect(checkDatabase(db).findings).toEqual([]);
  db.close();
  expect(existsSync(`${databaseFile(folder)}-journal`)).toBe(false);
});

test('a reading command reads there too', () => {
  const reader = readDatabase(killedInRollbackMode('blue', 'green'));
  expect(colourOf(reader)).toBe('blue');
  reader?.close();
});

test('a backup is restored there, and what was stored before is kept', () => {
  const folder = killedInRollbackMode('blue', 'green');
  const other = killedInRollbackMode('red', 'yellow');
  openDatabase(other).close();
  const { replaced } = restoreDatabase(folder, databaseFile(other), at);
  const db = openDatabase(folder);
  expect(colourOf(db)).toBe('red');
  db.close();
  restoreDatabase(folder, join(folder, 'backups', replaced ?? ''), at + 1);
  const before = openDatabase(folder);
  expect(colourOf(before)).toBe('blue');
  before.close();
});

test('a file to restore may have a rollback journal of its own', () => {
  const folder = freshFolder();
  const file = databaseFile(killedInRollbackMode('blue', 'green'));
  const before = readFileSync(file);
  restoreDatabase(folder, file, at);
  const db = openDatabase(folder);
  expect(colourOf(db)).toBe('blue');
  db.close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.each(['', 'x'.repeat(5000)])('a journal that holds nothing of sqlite does not keep anybody out', (content) => {
  const folder = freshFolder();
  openDatabase(folder).close();
  writeFileSync(`${databaseFile(folder)}-journal`, content);
  readDatabase(folder)?.close();
  openDatabase(folder).close();
});

test('the database of another program with a rollback journal is left as it is', () => {
  const folder = killedInRollbackMode('blue', 'green');
  const bytes = readFileSync(databaseFile(folder));
  bytes.writeUInt32BE(7, 68);
  writeFileSync(databaseFile(folder), bytes);
  expect(() => openDatabase(folder)).toThrow(/another program/);
  expect(() => readDatabase(folder)).toThrow(/another program/);
  expect(readFileSync(databaseFile(folder)).equals(bytes)).toBe(true);
  expect(existsSync(`${databaseFile(folder)}-journal`)).toBe(true);
});

test.each(['new', 'new-journal', 'new-wal', 'new-shm'])('a first start that was killed (left: %s) is begun anew', (end) => {
  const folder = freshFolder();
  writeFileSync(`${databaseFile(folder)}.${end}`, 'half a database');
  openDatabase(folder).close();
  expect(readdirSync(folder).sort()).toEqual(['etcdeck.lock', 'etcdeck.sqlite']);
});
