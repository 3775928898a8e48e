import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/shared/result.js';
import { FailureError } from '../../../src/shared/result.js';
import { openDatabase, readDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { goOnWithoutJournal } from '../../../src/main/store/transfer/mend.js';
import { restoreDatabase } from '../../../src/main/store/transfer/restore.js';
import { freshFolder } from '../folder.js';
import { copied, killedAfter } from './left-by-killed.js';

const at = Date.parse('2026-11-30T08:00:00Z');
const headBytes = 32;
const frameBytes = 24 + 4096;

/** A folder whose last twenty changes are only in the journal, each a commit of its own. */
const twentyChanges = (): string =>
  killedAfter((db) => {
    const put = db.prepare('INSERT INTO settings VALUES (?, ?)');
    for (let change = 0; change < 20; change++) put.run(`change ${change}`, 'x');
  });

function failureOf(task: () => unknown): Failure | null {
  try {
    task();
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

const walOf = (folder: string): string => `${databaseFile(folder)}-wal`;
const indexOf = (folder: string): string => `${databaseFile(folder)}-shm`;

function spoil(file: string, position: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8((bytes[position] ?? 0) ^ 4, position);
  writeFileSync(file, bytes);
}

function changesIn(folder: string): number {
  const db = openDatabase(folder);
  try {
    return db.prepare<[], number>('SELECT count(*) FROM settings').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

const framesIn = (folder: string): number => (readFileSync(walOf(folder)).length - headBytes) / frameBytes;

const everything = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name !== 'etcdeck.lock')
    .map((name) => `${name} ${readFileSync(join(folder, name)).toString('base64')}`);

describe('changes that a damaged journal held', () => {
  const damages: [string, (folder: string) => void][] = [
    ['a flipped bit in a page', (folder) => spoil(walOf(folder), headBytes + 5 * frameBytes + 1000)],
    ['a flipped bit in the number of a page', (folder) => spoil(walOf(folder), headBytes + 3 * frameBytes + 3)],
    ['a flipped bit in the salt of a frame', (folder) => spoil(walOf(folder), headBytes + 3 * frameBytes + 9)],
    ['a flipped bit in a checksum', (folder) => spoil(walOf(folder), headBytes + 3 * frameBytes + 17)],
    ['a flipped bit in the header', (folder) => spoil(walOf(folder), 17)],
    ['another magic number', (folder) => spoil(walOf(folder), 0)],
    ['a page of zeros', (folder) => writeFileSync(walOf(folder), readFileSync(walOf(folder)).fill(0, 4096, 8192))],
    ['a flipped bit in the last frame', (folder) => spoil(walOf(folder), headBytes + (framesIn(folder) - 1) * frameBytes + 500)],
    ['a cut journal', (folder) => truncateSync(walOf(folder), headBytes + 4 * frameBytes)],
    ['an empty journal', (folder) => truncateSync(walOf(folder))],
    ['no journal', (folder) => rmSync(walOf(folder))],
  ];

  test.each(damages)('are missed after %s, and nothing is touched', (_name, damage) => {
    const folder = twentyChanges();
    damage(folder);
    const before = everything(folder);
    for (const task of [() => openDatabase(folder), () => readDatabase(folder)]) {
      expect(failureOf(task)).toMatchObject({ code: 'journal', where: databaseFile(folder) });
      expect(everything(folder).join() === before.join()).toBe(true);
    }
  });

  test.each(damages.slice(0, 7))('are missed without the index of the journal too, after %s', (_name, damage) => {
    const folder = twentyChanges();
    damage(folder);
    rmSync(indexOf(folder));
    expect(failureOf(() => openDatabase(folder))?.code).toBe('journal');
  });

  test.each(damages)('can be gone on without, after %s, and what was there is kept', (_name, damage) => {
    const folder = twentyChanges();
    damage(folder);
    const kept = ['', '-wal', '-shm']
      .filter((end) => existsSync(databaseFile(folder) + end))
      .map((end) => [end, readFileSync(databaseFile(folder) + end)] as const);
    const aside = goOnWithoutJournal(folder, at);
    expect(changesIn(folder)).toBeLessThan(20);
    for (const [end, bytes] of kept) expect(readFileSync(aside + end).equals(bytes)).toBe(true);
    expect(failureOf(() => readDatabase(folder)?.close())).toBeNull();
  });

  test('are kept aside when a backup is restored over them', () => {
    const folder = twentyChanges();
    spoil(walOf(folder), headBytes + 5 * frameBytes + 1000);
    const spoilt = readFileSync(walOf(folder));
    const other = freshFolder();
    openDatabase(other).close();
    const { movedTo } = restoreDatabase(folder, databaseFile(other), at);
    expect(readFileSync(`${movedTo ?? ''}-wal`).equals(spoilt)).toBe(true);
    expect(changesIn(folder)).toBe(0);
  });

  test('keep a file from being restored', () => {
    const file = databaseFile(twentyChanges());
    spoil(`${file}-wal`, headBytes + 5 * frameBytes + 1000);
    expect(failureOf(() => restoreDatabase(freshFolder(), file, at))?.message).toBe('This backup is damaged. Nothing was restored.');
  });

  test('of one flipped bit anywhere are never lost unnoticed', () => {
    const sound = twentyChanges();
    const length = readFileSync(walOf(sound)).length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 1 }), (position) => {
        const folder = copied(sound);
        spoil(walOf(folder), position);
        const noticed = failureOf(() => openDatabase(folder).close()) !== null;
        expect(noticed || changesIn(folder) === 20).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a journal is in order', () => {
  test('when its last change was not written to its end', () => {
    const folder = twentyChanges();
    const bytes = readFileSync(walOf(folder));
    rmSync(indexOf(folder));
    // As a power cut leaves it: some pages of the last transaction reached the disk, others did not.
    writeFileSync(walOf(folder), bytes.subarray(0, bytes.length - 100));
    expect(changesIn(folder)).toBe(19);
  });

  test('when something of an earlier round stands behind its end', () => {
    const folder = killedAfter((db) => {
      const put = db.prepare('INSERT INTO settings VALUES (?, ?)');
      for (let change = 0; change < 20; change++) put.run(`change ${change}`, 'x');
      db.pragma('wal_checkpoint(RESTART)');
      put.run('change 20', 'x');
    });
    expect(framesIn(folder)).toBeGreaterThan(10);
    expect(changesIn(folder)).toBe(21);
  });

  test('when it is empty and all of it is in the database', () => {
    const folder = killedAfter((db) => {
      db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
      db.pragma('wal_checkpoint(TRUNCATE)');
    });
    expect(changesIn(folder)).toBe(1);
  });

  test('when it went while its index stayed, with all of it in the database', () => {
    const folder = killedAfter((db) => {
      db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
      db.pragma('wal_checkpoint(PASSIVE)');
    });
    rmSync(walOf(folder));
    expect(changesIn(folder)).toBe(1);
  });

  test('for a reader beside an open window, whatever it is in the middle of', () => {
    const folder = freshFolder();
    const db = openDatabase(folder);
    db.exec("INSERT INTO settings VALUES ('colour', 'blue')");
    const reader = readDatabase(folder);
    expect(reader?.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(1);
    reader?.close();
    db.close();
  });
});
