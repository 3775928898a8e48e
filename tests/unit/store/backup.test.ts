import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../../src/shared/result.js';
import { FailureError } from '../../../src/shared/result.js';
import { backupFolder, backupName, listBackups, outdatedBackups, readBackupName } from '../../../src/main/store/open/backup-files.js';
import { copyDatabase, makeBackup } from '../../../src/main/store/open/copy.js';
import { openDatabase, readDatabase } from '../../../src/main/store/open/database.js';
import { databaseFile } from '../../../src/main/store/open/place.js';
import type { Database } from '../../../src/main/store/open/database.js';
import { migrations } from '../../../src/main/store/open/migrations/index.js';
import { restoreDatabase } from '../../../src/main/store/transfer/restore.js';
import { freshFolder } from '../folder.js';

const at = Date.parse('2026-11-22T08:02:11.123Z');
const dayMs = 86_400_000;

function failureOf(task: () => unknown): Failure {
  try {
    task();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It did not fail');
}

/** An open database with a setting in it. */
function filled(colour = 'blue'): { folder: string; db: Database } {
  const folder = freshFolder();
  const db = openDatabase(folder);
  onTestFinished(() => {
    if (db.open) db.close();
  });
  db.prepare("INSERT INTO settings VALUES ('colour', ?)").run(colour);
  return { folder, db };
}

/** The same, closed again. */
function closed(colour = 'blue'): string {
  const { folder, db } = filled(colour);
  db.close();
  return folder;
}

function colourIn(folder: string): unknown {
  const db = openDatabase(folder);
  const colour = db.prepare("SELECT value FROM settings WHERE key = 'colour'").pluck().get();
  db.close();
  return colour;
}

describe('a copy', () => {
  test('is of one moment, one file of its owner only, and opens by itself', () => {
    const { folder, db } = filled();
    const path = join(folder, 'copy.sqlite');
    copyDatabase(db, path);
    db.exec("UPDATE settings SET value = 'green'");
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const copy = new Sqlite(path, { readonly: true });
    expect(copy.prepare('SELECT value FROM settings').pluck().get()).toBe('blue');
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length);
    copy.close();
  });

  test('is made beside a window that is writing', () => {
    const { folder, db } = filled();
    const reader = readDatabase(folder);
    db.exec("INSERT INTO settings VALUES ('size', 'big')");
    if (reader) copyDatabase(reader, join(folder, 'copy.sqlite'));
    reader?.close();
    const copy = new Sqlite(join(folder, 'copy.sqlite'), { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(2);
    copy.close();
  });

  test('never replaces a file', () => {
    const { folder, db } = filled();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    expect(failureOf(() => copyDatabase(db, join(folder, 'mine.txt')))).toMatchObject({ code: 'conflict' });
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('of a damaged database is refused and leaves nothing', () => {
    const folder = closed();
    const bytes = readFileSync(databaseFile(folder));
    bytes.fill(0xaa, 8192);
    writeFileSync(databaseFile(folder), bytes);
    const db = new Sqlite(databaseFile(folder), { readonly: true });
    onTestFinished(() => void db.close());
    expect(failureOf(() => makeBackup(db, folder, 'asked', at))).toMatchObject({ code: 'damaged' });
    expect(readdirSync(backupFolder(folder))).toEqual([]);
  });

  test('into a folder that is not there says so', () => {
    const { folder, db } = filled();
    expect(failureOf(() => copyDatabase(db, join(folder, 'nowhere', 'copy.sqlite')))).toMatchObject({
      code: 'store',
      message: 'No backup was made: its folder is not there or cannot be written. Nothing else was changed.',
    });
  });

  test('where a file is in the way of the backups says so', () => {
    const { folder, db } = filled();
    writeFileSync(backupFolder(folder), 'x');
    expect(failureOf(() => makeBackup(db, folder, 'asked', at)).message).toContain('there is a file in the way');
    expect(listBackups(folder)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'that the disk has no room for is told, and nothing is left of it',
    () => {
      const { folder, db } = filled();
      db.prepare("INSERT INTO settings VALUES ('long', ?)").run('x'.repeat(4_000_000));
      db.close();
      const script = `
        import { runnerImport } from 'vite';
        const { module: store } = await runnerImport('./src/main/store/open/database.ts', { logLevel: 'silent' });
        const { module: backup } = await runnerImport('./src/main/store/open/copy.ts', { logLevel: 'silent' });
        const db = store.readDatabase(${JSON.stringify(folder)});
        try { backup.makeBackup(db, ${JSON.stringify(folder)}, 'asked', ${at}); console.log('made'); }
        catch (error) { console.log(error.failure?.message ?? error.stack); }`;
      // No file may grow past 1 MB; the signal that would end the process for it is ignored.
      const child = spawnSync(
        'sh',
        ['-c', `trap '' XFSZ; ulimit -f 2048; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
        { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
      );
      expect(child.stdout).toMatch(/No backup was made: the disk (is full|reported an error)\. Nothing else was changed\./);
      expect(readdirSync(backupFolder(folder))).toEqual([]);
      expect(colourIn(folder)).toBe('blue');
    },
    60_000,
  );
});

describe('backups', () => {
  test('are listed with when and why, newest first; other files are none', () => {
    const { folder, db } = filled();
    makeBackup(db, folder, 'asked', at);
    makeBackup(db, folder, 'weights', at + 1_000);
    makeBackup(db, folder, 'weights', at + 1_000);
    writeFileSync(join(backupFolder(folder), 'notes.sqlite'), 'x');
    writeFileSync(join(backupFolder(folder), `${backupName(at, 'daily')}.partial`), 'x');
    expect(listBackups(folder).map(({ at: made, reason }) => [made - at, reason])).toEqual([
      [1_001, 'weights'],
      [1_000, 'weights'],
      [0, 'asked'],
    ]);
  });

  test('have names that tell their instant and reason, and no other name does', () => {
    expect(backupName(at, 'upgrade')).toBe('2026-11-22T08-02-11-123Z-upgrade.sqlite');
    expect(readBackupName('2026-11-22T08-02-11-123Z-upgrade.sqlite')).toEqual({ at, reason: 'upgrade' });
    for (const name of ['../2026-11-22T08-02-11-123Z-upgrade.sqlite', '2026-11-22T08-02-11-123Z-other.sqlite', 'x', '']) {
      expect(readBackupName(name)).toBeNull();
    }
  });

  test('that a stopped process left half made go with the next one, those of a running process stay', () => {
    const { folder, db } = filled();
    makeBackup(db, folder, 'asked', at);
    const [old, young] = ['a.sqlite.partial', 'b.sqlite.partial'].map((name) => join(backupFolder(folder), name)) as [string, string];
    for (const path of [old, young]) writeFileSync(path, 'x');
    utimesSync(old, (at - 2 * 3_600_000) / 1000, (at - 2 * 3_600_000) / 1000);
    utimesSync(young, at / 1000, at / 1000);
    makeBackup(db, folder, 'asked', at + 1);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  test('of every day for two years become few, and reach back over months all the time', () => {
    let kept: { at: number }[] = [];
    for (let day = 0; day < 730; day++) {
      const now = at + day * dayMs;
      kept = [{ at: now }, ...kept];
      const gone = new Set(outdatedBackups(kept, now));
      kept = kept.filter((backup) => !gone.has(backup));
      expect(kept.length).toBeLessThanOrEqual(2 + 12 + 10 + 9);
      for (const reach of [1, 5, 11, 40, 60, 150, 200]) {
        if (day > reach + 31) expect(kept.some((backup) => now - backup.at >= reach * dayMs)).toBe(true);
      }
    }
  });

  test('of a clock that was ahead are kept beside the others, up to as many as of two days', () => {
    const future = Array.from({ length: 40 }, (_, index) => ({ at: at + (900 - index) * dayMs }));
    const past = Array.from({ length: 15 }, (_, index) => ({ at: at - index * 3_600_000 }));
    const gone = outdatedBackups([...future, ...past], at);
    expect(gone).toEqual(future.slice(20));
  });

  test('never lose the newest one, and none of the last hours', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1, maxLength: 60 }), (hours) => {
        const backups = hours.map((hour) => ({ at: at - hour * 3_600_000 })).sort((a, b) => b.at - a.at);
        const gone = outdatedBackups(backups, at);
        expect(gone).not.toContain(backups[0]);
        for (const backup of backups.slice(0, 20)) if (at - backup.at < 2 * dayMs) expect(gone).not.toContain(backup);
      }),
    );
  });
});

describe('restoring', () => {
  /** A folder with a backup in which the colour is blue, while it is green now. */
  function changedSince(): { folder: string; file: string } {
    const { folder, db } = filled();
    const { name } = makeBackup(db, folder, 'asked', at);
    db.exec("UPDATE settings SET value = 'green'");
    db.close();
    return { folder, file: join(backupFolder(folder), name) };
  }

  test('brings the copy back, keeps what it replaced, and can be taken back', () => {
    const { folder, file } = changedSince();
    const { replaced, movedTo } = restoreDatabase(folder, file, at + 1);
    expect(movedTo).toBeNull();
    expect(colourIn(folder)).toBe('blue');
    expect(readBackupName(replaced ?? '')?.reason).toBe('restore');
    restoreDatabase(folder, join(backupFolder(folder), replaced ?? ''), at + 2);
    expect(colourIn(folder)).toBe('green');
    expect(readdirSync(folder)).not.toContain('restoring');
  });

  test('works in a folder where nothing was stored, with the file of another one and its journal', () => {
    const { folder: other, db } = filled();
    const moved = freshFolder();
    // As it is copied from a computer whose Etcdeck is open: the last commits are only in the journal.
    for (const end of ['', '-wal']) copyFileSync(databaseFile(other) + end, databaseFile(moved) + end);
    db.close();
    const folder = join(freshFolder(), 'new');
    expect(restoreDatabase(folder, databaseFile(moved), at)).toEqual({ replaced: null, movedTo: null });
    expect(colourIn(folder)).toBe('blue');
  });

  test('brings a backup of an earlier version up to date', () => {
    const older = freshFolder();
    const db = openDatabase(older, migrations.slice(0, 5));
    db.exec("INSERT INTO settings VALUES ('colour', 'old')");
    db.close();
    const folder = closed();
    restoreDatabase(folder, databaseFile(older), at);
    expect(colourIn(folder)).toBe('old');
  });

  const refusals: [string, (file: string) => void, RegExp][] = [
    ['is damaged', (file) => writeFileSync(file, readFileSync(file).fill(0xaa, 8192)), /damaged/],
    ['is cut', (file) => writeFileSync(file, readFileSync(file).subarray(0, 12_288)), /damaged/],
    ['is a text', (file) => writeFileSync(file, 'a note, not a database'.repeat(50)), /damaged/],
    ['is empty', (file) => writeFileSync(file, ''), /nothing stored/],
    ['belongs to another program', (file) => alter(file, 'application_id = 7'), /another program/],
    ['is of a newer version', (file) => alter(file, `user_version = ${migrations.length + 1}`), /newer version/],
  ];
  const alter = (file: string, pragma: string): void => {
    const db = new Sqlite(file);
    db.pragma(pragma);
    db.close();
  };

  test.each(refusals)('refuses a file that %s, and leaves everything', (_what, spoil, why) => {
    const { folder, file } = changedSince();
    spoil(file);
    const spoilt = readFileSync(file);
    const before = readFileSync(databaseFile(folder));
    const failure = failureOf(() => restoreDatabase(folder, file, at + 1));
    expect(failure.message).toMatch(why);
    expect(failure.message).toContain('Nothing was restored.');
    expect(failure.where).toBe(file);
    expect(readFileSync(file)).toEqual(spoilt);
    expect(readFileSync(databaseFile(folder))).toEqual(before);
    expect(readdirSync(folder)).not.toContain('restoring');
  });

  test('refuses a file that is not there', () => {
    const folder = closed();
    expect(failureOf(() => restoreDatabase(folder, join(folder, 'none'), at))).toMatchObject({ code: 'not-found' });
    expect(colourIn(folder)).toBe('blue');
  });

  test('is refused while a window has the folder open, and while somebody reads it', () => {
    const { folder, file } = changedSince();
    const db = openDatabase(folder);
    expect(failureOf(() => restoreDatabase(folder, file, at + 1)).code).toBe('busy');
    db.close();
    const reader = new Sqlite(databaseFile(folder), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM settings').get();
    expect(failureOf(() => restoreDatabase(folder, file, at + 1)).code).toBe('busy');
    reader.close();
    expect(colourIn(folder)).toBe('green');
  }, 30_000);

  test('moves a damaged database aside, byte for byte', () => {
    const { folder, file } = changedSince();
    const spoilt = readFileSync(databaseFile(folder)).fill(0xaa, 8192);
    writeFileSync(databaseFile(folder), spoilt);
    const { replaced, movedTo } = restoreDatabase(folder, file, at + 1);
    expect(replaced).toBeNull();
    expect(readFileSync(movedTo ?? '')).toEqual(spoilt);
    expect(colourIn(folder)).toBe('blue');
  });

  test('does not let a journal of the old database run into the new one', () => {
    const { folder, db } = filled();
    const { name } = makeBackup(db, folder, 'asked', at);
    db.exec("UPDATE settings SET value = 'green'");
    // As a killed process leaves it.
    const left = freshFolder();
    mkdirSync(backupFolder(left));
    copyFileSync(join(backupFolder(folder), name), join(backupFolder(left), name));
    for (const end of ['', '-wal', '-shm']) copyFileSync(databaseFile(folder) + end, databaseFile(left) + end);
    db.close();
    const { replaced } = restoreDatabase(left, join(backupFolder(left), name), at + 1);
    expect(existsSync(`${databaseFile(left)}-wal`)).toBe(false);
    expect(colourIn(left)).toBe('blue');
    restoreDatabase(left, join(backupFolder(left), replaced ?? ''), at + 2);
    expect(colourIn(left)).toBe('green');
  });
});
