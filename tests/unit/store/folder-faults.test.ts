import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../../src/shared/result.js';
import { FailureError } from '../../../src/shared/result.js';
import { backupFolder, backupName } from '../../../src/main/store/open/backup-files.js';
import { copyDatabase, makeBackup } from '../../../src/main/store/open/copy.js';
import { openDatabase, readDatabase, type Database } from '../../../src/main/store/open/database.js';
import { migrations } from '../../../src/main/store/open/migrations/index.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { startAnew } from '../../../src/main/store/transfer/mend.js';
import { restoreDatabase } from '../../../src/main/store/transfer/restore.js';
import { writeExport } from '../../../src/main/store/transfer/write-lines.js';
import { freshFolder } from '../folder.js';
import { killedAfter } from './left-by-killed.js';

const at = Date.parse('2026-11-30T08:00:00Z');

function failureOf(task: () => unknown): Failure {
  try {
    task();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It did not fail');
}

function open(folder: string): Database {
  const db = openDatabase(folder);
  onTestFinished(() => {
    if (db.open) db.close();
  });
  return db;
}

/** A closed database with a setting in it and a backup beside it. */
function withBackup(): { folder: string; file: string } {
  const folder = freshFolder();
  const db = openDatabase(folder);
  db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
  const { name } = makeBackup(db, folder, 'asked', at);
  db.close();
  return { folder, file: join(backupFolder(folder), name) };
}

const colourIn = (folder: string): unknown => open(folder).prepare('SELECT value FROM settings').pluck().get();

describe('a lock that is none', () => {
  const lockOf = (folder: string): string => join(folder, 'etcdeck.lock');

  test.each<[string, (lock: string) => void]>([
    ['garbage', (lock) => writeFileSync(lock, Buffer.alloc(4096, 0xa5))],
    ['a text', (lock) => writeFileSync(lock, 'locked')],
    ['an empty file', (lock) => truncateSync(lock)],
    ['a folder', (lock) => (rmSync(lock), mkdirSync(join(lock, 'with a folder'), { recursive: true }))],
    ['a link that leads nowhere', (lock) => (rmSync(lock), symlinkSync('/nowhere/at/all', lock))],
  ])('%s is made anew, and locks', (_name, spoil) => {
    const { folder, file } = withBackup();
    spoil(lockOf(folder));
    expect(colourIn(folder)).toBe('blue');
    expect(failureOf(() => openDatabase(folder)).code).toBe('busy');
    expect(statSync(lockOf(folder)).isFile()).toBe(true);
    expect(failureOf(() => restoreDatabase(folder, file, at)).code).toBe('busy');
  });

  test('garbage does not keep a backup from being restored', () => {
    const { folder, file } = withBackup();
    writeFileSync(lockOf(folder), 'x'.repeat(5000));
    restoreDatabase(folder, file, at + 1);
    expect(colourIn(folder)).toBe('blue');
  });

  test('garbage written over it while a window is open lets nobody in', () => {
    const { folder } = withBackup();
    open(folder);
    writeFileSync(lockOf(folder), 'x'.repeat(5000));
    expect(failureOf(() => openDatabase(folder)).code).toBe('busy');
  });
});

describe.skipIf(process.platform === 'win32')('what a data folder holds is for its owner only', () => {
  const modesIn = (folder: string): [string, string][] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);

  test('from the first start, also in a folder that everybody may look into', () => {
    const folder = freshFolder();
    chmodSync(folder, 0o755);
    const db = open(folder);
    db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
    makeBackup(db, folder, 'asked', at);
    const modes = [...modesIn(folder), ...modesIn(backupFolder(folder))];
    expect(modes.map(([name]) => name).sort()).toEqual([
      backupName(at, 'asked'),
      'etcdeck.lock',
      'etcdeck.sqlite',
      'etcdeck.sqlite-shm',
      'etcdeck.sqlite-wal',
    ]);
    expect(modes.filter(([, mode]) => mode !== '600')).toEqual([]);
  });

  test('also when an earlier version, or a restored file, was for everybody', () => {
    const folder = killedAfter((db) => db.exec("INSERT INTO settings VALUES ('colour', 'blue')"));
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    const { file } = withBackup();
    chmodSync(file, 0o644);
    open(folder);
    expect(modesIn(folder).filter(([, mode]) => mode !== '600')).toEqual([]);
    const other = freshFolder();
    restoreDatabase(other, file, at);
    open(other);
    expect(modesIn(other).filter(([, mode]) => mode !== '600')).toEqual([]);
  });
});

describe('a database that is gone while its backups are there', () => {
  const losses: [string, (file: string) => void][] = [
    ['removed', (file) => rmSync(file)],
    ['emptied', (file) => truncateSync(file)],
  ];

  test.each(losses)('(%s) is missed by windows and by reading commands', (_name, lose) => {
    const { folder, file } = withBackup();
    lose(databaseFile(folder));
    for (const task of [() => openDatabase(folder), () => readDatabase(folder)]) {
      const failure = failureOf(task);
      expect(failure).toMatchObject({ code: 'missing', where: databaseFile(folder) });
      expect(failure.hint).toContain(file);
    }
  });

  test.each(losses)('(%s) comes back with a backup', (_name, lose) => {
    const { folder, file } = withBackup();
    lose(databaseFile(folder));
    expect(restoreDatabase(folder, file, at + 1)).toEqual({ replaced: null, movedTo: null });
    expect(colourIn(folder)).toBe('blue');
    expect(readdirSync(backupFolder(folder))).toHaveLength(1);
  });

  test.each(losses)('(%s) is begun anew when that is asked for, once', (_name, lose) => {
    const { folder } = withBackup();
    lose(databaseFile(folder));
    startAnew(folder);
    const db = open(folder);
    expect(db.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(0);
    db.close();
    open(folder).close();
    expect(failureOf(() => startAnew(folder)).code).toBe('conflict');
    expect(readdirSync(backupFolder(folder))).toHaveLength(1);
  });

  test('takes no journal of the lost one into the one that is restored', () => {
    const folder = killedAfter((db) => db.exec("INSERT INTO settings VALUES ('colour', 'green'), ('size', 'big')"));
    rmSync(databaseFile(folder));
    const { file } = withBackup();
    const { movedTo } = restoreDatabase(folder, file, at);
    expect(existsSync(movedTo ?? '')).toBe(true);
    expect(open(folder).prepare('SELECT * FROM settings').all()).toEqual([{ key: 'colour', value: 'blue' }]);
  });
});

describe('a bit of the header', () => {
  test('that is flipped is harmless, or told as damage of the database', () => {
    const { folder, file } = withBackup();
    const sound = readFileSync(file);
    rmSync(databaseFile(folder));
    const unexplained: string[] = [];
    // Some of each byte, and all where sqlite says little: the format of the schema and its version.
    const bits = Array.from({ length: 800 }, (_, bit) => bit).filter((bit) => bit % 3 === 0 || [47, 63].includes(bit >> 3));
    for (const bit of bits) {
      const bytes = Buffer.from(sound);
      bytes.writeUInt8((bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
      writeFileSync(databaseFile(folder), bytes);
      try {
        const db = readDatabase(folder);
        db?.prepare('SELECT count(*) FROM settings').get();
        db?.close();
      } catch (error) {
        const code = error instanceof FailureError ? error.failure.code : '';
        const expected = bit >> 3 >= 68 && bit >> 3 < 72 ? ['store'] : bit >> 3 >= 60 && bit >> 3 < 64 ? ['store', 'damaged'] : ['damaged'];
        if (!expected.includes(code)) unexplained.push(`byte ${bit >> 3}, bit ${bit & 7}: ${String(error)}`);
      }
      for (const end of ['', '-wal', '-shm']) rmSync(databaseFile(folder) + end, { force: true });
    }
    expect(unexplained).toEqual([]);
  });
});

describe('a schema that is not the one of its version', () => {
  const changes: [string, string, RegExp][] = [
    ['without an index', 'DROP INDEX reviewsDue', /the index reviewsDue is missing/],
    ['without a column', 'ALTER TABLE notes DROP COLUMN title', /the table notes is another one/],
    ['without a rule of the log', 'DROP TRIGGER reviewsNeverGo', /the trigger reviewsNeverGo is missing/],
    [
      'with a rule of somebody else',
      'CREATE TRIGGER gone AFTER INSERT ON reviews BEGIN DELETE FROM memories; END',
      /the trigger gone is none of its own/,
    ],
    ['with an index that refuses rows', 'CREATE UNIQUE INDEX one ON decks (collapsed)', /the index one is none of its own/],
    ['of another version', `PRAGMA user_version = ${migrations.length - 2}`, /of a later version|another one/],
  ];

  test.each(changes)('%s is no database to work with, and none to restore', (_name, sql, why) => {
    const { folder, file } = withBackup();
    for (const path of [databaseFile(folder), file]) {
      const db = new Sqlite(path);
      db.exec(sql);
      db.close();
    }
    for (const task of [() => openDatabase(folder), () => readDatabase(folder)]) {
      expect(failureOf(task)).toMatchObject({ code: 'damaged', message: expect.stringMatching(why) });
    }
    const other = freshFolder();
    expect(failureOf(() => restoreDatabase(other, file, at)).message).toBe('This backup is damaged. Nothing was restored.');
    expect(existsSync(databaseFile(other))).toBe(false);
  });

  test('may have more than it needs: tables and indexes of somebody else', () => {
    const { folder } = withBackup();
    const db = new Sqlite(databaseFile(folder));
    db.exec('CREATE TABLE mine (x); CREATE INDEX mineToo ON reviews (rating); ANALYZE');
    db.close();
    expect(colourIn(folder)).toBe('blue');
  });

  test('is the one of its version for every version there was', () => {
    for (let version = 1; version <= migrations.length; version++) {
      const folder = freshFolder();
      openDatabase(folder, migrations.slice(0, version)).close();
      openDatabase(folder).close();
    }
  });
});

describe('files of other people', () => {
  test('beside a copy or an export stay, links are not followed', () => {
    const folder = freshFolder();
    const db = open(folder);
    const mine = join(folder, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'target.txt'), 'mine');
    for (const name of ['copy.sqlite', 'all.jsonl']) {
      writeFileSync(join(mine, `${name}.partial`), 'mine');
      copyOrExport(name);
      expect(readFileSync(join(mine, `${name}.partial`), 'utf8')).toBe('mine');
      rmSync(join(mine, name));
      rmSync(join(mine, `${name}.partial`));
      symlinkSync(join(mine, 'target.txt'), join(mine, `${name}.partial`));
      copyOrExport(name);
      expect(readFileSync(join(mine, 'target.txt'), 'utf8')).toBe('mine');
      rmSync(join(mine, name));
      symlinkSync(join(mine, 'not there yet'), join(mine, name));
      expect(failureOf(() => copyOrExport(name)).code).toBe('conflict');
    }
    expect(readdirSync(mine).sort()).toEqual(['all.jsonl', 'all.jsonl.partial', 'copy.sqlite', 'copy.sqlite.partial', 'target.txt']);

    function copyOrExport(name: string): void {
      if (name === 'copy.sqlite') copyDatabase(db, join(mine, name));
      else writeExport(db, 'json', join(mine, name), at);
    }
  });
});

describe('what killed processes left', () => {
  test('goes at the next start and with the next backup', () => {
    const { folder } = withBackup();
    mkdirSync(join(folder, 'restoring'));
    writeFileSync(join(folder, 'restoring', 'etcdeck.sqlite'), 'half a copy');
    const half = backupName(at, 'daily');
    for (const end of ['.partial', '.partial-journal', '.0123abcd.partial', '.0123abcd.partial-journal']) {
      writeFileSync(join(backupFolder(folder), half + end), 'half a copy');
    }
    writeFileSync(join(backupFolder(folder), 'notes of mine.partial'), 'mine');
    const db = open(folder);
    expect(readdirSync(folder)).not.toContain('restoring');
    makeBackup(db, folder, 'asked', Date.now() + 2 * 3_600_000);
    const left = readdirSync(backupFolder(folder)).filter((name) => name.includes('partial'));
    expect(left).toEqual(['notes of mine.partial']);
  });
});

test('a folder cannot be restored, and that is said', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'a folder'));
  expect(failureOf(() => restoreDatabase(folder, join(folder, 'a folder'), at)).message).toBe('This is not a file. Nothing was restored.');
});
