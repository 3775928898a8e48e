/** Brings a database to the newest schema, one transaction a step, with a copy kept of one that held data. */
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { backupFolder } from './backup-files.js';
import { makeBackup } from './copy.js';

export const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Runs the migrations a database has not seen yet. Each is all or nothing: after a crash the next start goes on from there.
 * Returns the path of the copy made before, or null when there was nothing to copy or to do.
 */
export function migrate(db: Database, migrations: readonly string[], folder: string, now: number): string | null {
  const version = versionOf(db);
  if (version >= migrations.length) return null;
  const copy = version > 0 ? join(backupFolder(folder), makeBackup(db, folder, 'upgrade', now).name) : null;
  migrations.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version + index + 1}`);
    }).immediate();
  });
  return copy;
}
