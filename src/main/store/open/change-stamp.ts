/** Tells whether anything was written, cheaply. */
import type { Database } from './database.js';

/** Makes a function whose answer changes with every write, of this connection and of others. */
export function createChangeStamp(db: Database): () => string {
  const own = db.prepare<[], number>('SELECT total_changes()').pluck();
  return () => `${own.get() ?? 0} ${String(db.pragma('data_version', { simple: true }))}`;
}
