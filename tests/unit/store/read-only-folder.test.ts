import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyDatabase } from '../../../src/main/store/open/copy.js';
import { openDatabase, readDatabase, type Database } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import { checkDatabase } from '../../../src/main/store/transfer/integrity.js';
import { freshFolder } from '../folder.js';
import { killedAfter, killedInRollbackMode } from './left-by-killed.js';

const isRoot = process.geteuid?.() === 0;
/** `nobody` on most systems: root itself may write everywhere. */
const nobody = 65_534;

/** Lets nobody write in a folder while something is done. */
function unwritably<T>(folder: string, work: () => T): T {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}

const colourOf = (db: Database | null): unknown =>
  JSON.parse(db?.prepare<[], string>("SELECT value FROM settings WHERE key = 'colour'").pluck().get() ?? 'null');

const copiesBeside = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('etcdeck-read-'));

describe.skipIf(process.platform === 'win32')('a folder that cannot be written', () => {
  const folders: [string, () => string][] = [
    [
      'as a closed window left it',
      () => {
        const folder = freshFolder();
        const db = openDatabase(folder);
        db.exec("INSERT INTO settings VALUES ('colour', '\"blue\"')");
        db.close();
        return folder;
      },
    ],
    ['with the journal of a killed process', () => killedAfter((db) => db.exec("INSERT INTO settings VALUES ('colour', '\"blue\"')"))],
    ['with the rollback journal of one', () => killedInRollbackMode('blue', 'green')],
  ];

  test.each(folders)('(%s) can be read, checked and copied, and stays as it is', (_name, make) => {
    const folder = make();
    const before = readdirSync(folder);
    const elsewhere = freshFolder();
    chmodSync(elsewhere, 0o777);
    const copies = copiesBeside();
    unwritably(folder, () => {
      const db = readDatabase(folder);
      expect(colourOf(db)).toBe('blue');
      expect(db && checkDatabase(db).findings).toEqual([]);
      if (db) copyDatabase(db, join(elsewhere, 'copy.sqlite'));
      expect(() => db?.exec('DELETE FROM settings')).toThrow(/readonly/);
      db?.close();
      expect(copiesBeside()).toEqual(copies);
    });
    expect(readdirSync(folder)).toEqual(before);
    expect(readdirSync(elsewhere)).toEqual(['copy.sqlite']);
  });

  test('is refused to a window, which says how to get at what is in it', () => {
    const folder = folders[0]?.[1]() ?? '';
    unwritably(folder, () => {
      expect(() => openDatabase(folder)).toThrow(
        expect.objectContaining({
          failure: expect.objectContaining({
            message: 'Etcdeck cannot write to its data folder.',
            hint: expect.stringContaining('etcdeck export FILE'),
          }),
        }),
      );
    });
  });

  test('that holds a damaged database is told as damage of that database', () => {
    const folder = folders[1]?.[1]() ?? '';
    rmSync(`${databaseFile(folder)}-wal`);
    unwritably(folder, () => {
      expect(() => readDatabase(folder)).toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ code: 'journal', where: databaseFile(folder) }) }),
      );
    });
  });
});

test('a file is no data folder, for reading either', () => {
  const file = join(freshFolder(), 'notes.txt');
  writeFileSync(file, 'x');
  expect(() => readDatabase(file)).toThrow(/there is a file in its way/);
});
