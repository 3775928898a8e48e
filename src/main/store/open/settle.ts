import type { Database } from './database.js';

/**
 * Brings what is in the journal into the database file, as far as nobody reads it just now. Answers go to the journal alone for a long
 * time, and a program that copies the data folder while Etcdeck is open may take the file without it.
 */
export const settle = (db: Database): void => void db.pragma('wal_checkpoint(PASSIVE)');
