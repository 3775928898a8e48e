import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../../src/shared/result.js';
import { FailureError } from '../../../src/shared/result.js';
import { openDatabase, readDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { migrations } from '../../../src/main/store/open/migrations/index.js';
import { freshFolder } from '../folder.js';

function failureOf(task: () => unknown): Failure {
  try {
    task();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It did not fail');
}

function open(folder: string, steps = migrations): ReturnType<typeof openDatabase> {
  const db = openDatabase(folder, steps);
  onTestFinished(() => {
    if (db.open) db.close();
  });
  return db;
}

/** A closed database with a setting in it. */
function filled(): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
  db.close();
  return folder;
}

/** A folder as a killed process leaves it: the last commits are only in the journal. */
function killed(sql: string): string {
  const folder = freshFolder();
  const db = openDatabase(folder);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec(sql);
  const left = freshFolder();
  for (const name of ['etcdeck.sqlite', 'etcdeck.sqlite-wal', 'etcdeck.sqlite-shm']) copyFileSync(join(folder, name), join(left, name));
  db.close();
  return left;
}

const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'etcdeck.lock')
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

describe('opening a data folder', () => {
  test('makes it for its owner only, with every answer safe on disk', () => {
    const folder = join(freshFolder(), 'deep', 'data');
    const db = open(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version', 'busy_timeout'];
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 0x4554434b, migrations.length, 250]);
  });

  test('a second time finds what was stored', () => {
    expect(open(filled()).prepare('SELECT value FROM settings').pluck().get()).toBe('blue');
  });

  test('finds what a killed process had committed', () => {
    const folder = killed("INSERT INTO settings VALUES ('colour', 'green')");
    expect(open(folder).prepare('SELECT value FROM settings').pluck().get()).toBe('green');
  });

  test('is refused to a second writer and allowed to readers', () => {
    const folder = filled();
    const db = open(folder);
    expect(failureOf(() => openDatabase(folder))).toMatchObject({ code: 'busy', where: folder });
    const reader = readDatabase(folder);
    db.exec("INSERT INTO settings VALUES ('size', 'big')");
    expect(reader?.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(2);
    expect(() => reader?.exec('DELETE FROM settings')).toThrow(/readonly/);
    reader?.close();
    db.close();
    expect(open(folder).open).toBe(true);
  });

  test('is refused to another process while this one has it', () => {
    const folder = filled();
    open(folder);
    const script = `const Sqlite = require('better-sqlite3');
      try { new Sqlite(${JSON.stringify(join(folder, 'etcdeck.lock'))}, { timeout: 0 }).exec('BEGIN EXCLUSIVE'); console.log('taken'); }
      catch (error) { console.log(error.code); }`;
    const child = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    expect(child.stdout.trim()).toBe('SQLITE_BUSY');
  });

  test('for reading only finds nothing before anything was stored, and makes nothing', () => {
    const folder = freshFolder();
    expect(readDatabase(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is refused where a file is in the way', () => {
    const file = join(freshFolder(), 'notes.txt');
    writeFileSync(file, 'x');
    expect(failureOf(() => openDatabase(file)).message).toContain('there is a file in its way');
    expect(failureOf(() => openDatabase(join(file, 'data'))).message).toContain('there is a file in its way');
  });
});

describe('a database that cannot be used is refused and stays byte for byte', () => {
  const refusals: [string, (folder: string) => void, RegExp][] = [
    ['text', (folder) => writeFileSync(databaseFile(folder), 'this is not a database, it is a note'.repeat(99)), /it is not a database/],
    ['a short file', (folder) => writeFileSync(databaseFile(folder), 'SQLite'), /too short/],
    ['a cut file', (folder) => truncateSync(databaseFile(folder), 8192), /its end is missing/],
    [
      'a file with garbage in its schema',
      (folder) => {
        const bytes = readFileSync(databaseFile(folder));
        bytes.fill(0xaa, 100, 4096);
        writeFileSync(databaseFile(folder), bytes);
      },
      /parts of it cannot be read/,
    ],
    [
      'a file whose tables are garbage',
      (folder) => {
        const bytes = readFileSync(databaseFile(folder));
        bytes.fill(0xaa, 4096);
        writeFileSync(databaseFile(folder), bytes);
      },
      /parts of it cannot be read/,
    ],
    [
      'the database of another program',
      (folder) => {
        const db = new Sqlite(databaseFile(folder));
        db.pragma('application_id = 7');
        db.close();
      },
      /another program/,
    ],
    [
      'a newer database',
      (folder) => {
        const db = new Sqlite(databaseFile(folder));
        db.pragma(`user_version = ${migrations.length + 1}`);
        db.close();
      },
      /newer version/,
    ],
  ];
  for (const [name, spoil, message] of refusals) {
    test(name, () => {
      const folder = filled();
      spoil(folder);
      const before = snapshot(folder);
      for (const task of [() => openDatabase(folder), () => readDatabase(folder)]) {
        const failure = failureOf(task);
        expect(failure).toMatchObject({ code: expect.stringMatching(/^(store|damaged)$/), where: databaseFile(folder) });
        expect(failure.message).toMatch(message);
        expect(failure.hint).not.toBe('');
        expect(snapshot(folder)).toEqual(before);
      }
    });
  }

  test('a newer database whose version is still in the journal of a killed process', () => {
    const folder = killed(`PRAGMA user_version = ${migrations.length + 1}`);
    const before = snapshot(folder);
    expect(failureOf(() => openDatabase(folder)).message).toMatch(/newer version/);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a damaged database beside the journal of a killed process', () => {
    const folder = killed("INSERT INTO settings VALUES ('colour', 'green')");
    const bytes = readFileSync(databaseFile(folder));
    bytes.fill(0xaa, 4096);
    writeFileSync(databaseFile(folder), bytes);
    const before = snapshot(folder);
    expect(failureOf(() => openDatabase(folder)).message).toMatch(/damaged/);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a journal without its database', () => {
    const folder = freshFolder();
    writeFileSync(`${databaseFile(folder)}-wal`, 'x'.repeat(5000));
    expect(failureOf(() => openDatabase(folder)).message).toMatch(/the file itself is gone/);
    expect(existsSync(databaseFile(folder))).toBe(false);
  });

  test('a database that lost a table', () => {
    const folder = filled();
    const db = new Sqlite(databaseFile(folder));
    db.exec('DROP TABLE undoSteps');
    db.close();
    expect(failureOf(() => openDatabase(folder)).message).toContain('the table undoSteps is missing');
  });
});

describe('migrations', () => {
  const second = [...migrations, 'CREATE TABLE later (x INTEGER) STRICT'];

  test('keep what was stored, and a copy of it from before', () => {
    const folder = filled();
    const db = open(folder, second);
    expect(db.pragma('user_version', { simple: true })).toBe(second.length);
    expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('blue');
    const [copy = ''] = readdirSync(join(folder, 'backups'));
    const before = new Sqlite(join(folder, 'backups', copy), { readonly: true });
    expect(before.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(before.prepare('SELECT value FROM settings').pluck().get()).toBe('blue');
    before.close();
  });

  test('that fail change nothing', () => {
    const folder = filled();
    const broken = [...migrations, "DELETE FROM settings; INSERT INTO nowhere VALUES ('x')"];
    expect(() => openDatabase(folder, broken)).toThrow(/nowhere/);
    const db = open(folder);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('blue');
  });

  test('copy nothing when there was nothing', () => {
    const folder = freshFolder();
    open(folder, second);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  test('are not run for a reader, who is told what to do', () => {
    expect(failureOf(() => readDatabase(filled(), second))).toMatchObject({
      code: 'store',
      hint: expect.stringContaining('Open Etcdeck once'),
    });
  });
});

test('a full disk is told in plain words and loses nothing', async () => {
  const folder = filled();
  const db = open(folder);
  const { plainly } = await import('../../../src/main/store/open/errors.js');
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  const fill = (): void => {
    const insert = db.prepare('INSERT INTO settings VALUES (?, ?)');
    db.transaction(() => {
      for (let index = 0; index < 50; index++) insert.run(`key-${index}`, 'x'.repeat(4000));
    })();
  };
  expect(failureOf(() => plainly(folder, fill))).toMatchObject({ code: 'store', message: 'The disk is full, so nothing was saved.' });
  expect(db.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(1);
});
