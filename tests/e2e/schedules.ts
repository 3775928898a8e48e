import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { executable, projectFolder } from './etcdeck.js';

export interface StoredReview {
  front: string;
  rating: number;
  reviewedAt: number;
  /** The instant of a learning step, or the start of the due day (04:00 UTC, as the tests run). */
  dueAt: number;
}

/**
 * What the database file holds: every answer that counts, oldest first, with its card's due instant, and what `etcdeck check` complains of.
 * Read by another process, so that nothing the app keeps in memory can pass for stored.
 */
export function readSchedules(dataFolder: string): { reviews: StoredReview[]; failures: string[] } {
  const script = `
    const Database = require('better-sqlite3');
    const db = new Database(process.argv[1], { readonly: true });
    const reviews = db.prepare(\`SELECT c.front, r.rating, r.reviewedAt,
      coalesce(m.dueAt, unixepoch(m.dueOn || ' 04:00') * 1000) AS dueAt FROM reviews r JOIN cards c USING (cardId)
      JOIN memories m USING (cardId) WHERE r.reviewId NOT IN (SELECT reviewId FROM retractions) ORDER BY r.reviewId\`).all();
    const failures = db.pragma('integrity_check', { simple: true }) === 'ok' ? [] : ['integrity_check'];
    process.stdout.write(JSON.stringify({ reviews, failures }));`;
  const out = execFileSync(executable(), ['-e', script, join(dataFolder, 'etcdeck.sqlite')], {
    cwd: projectFolder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  return JSON.parse(out) as { reviews: StoredReview[]; failures: string[] };
}

/** Changes the database file of an app that is not running, by SQL: years cannot be waited for. */
export function writeStore(dataFolder: string, sql: string): void {
  const script = `
    const Database = require('better-sqlite3');
    const db = new Database(process.argv[1]);
    db.exec(process.argv[2]);
    db.close();`;
  execFileSync(executable(), ['-e', script, join(dataFolder, 'etcdeck.sqlite'), sql], {
    cwd: projectFolder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
}

/** Gives every card a schedule that ran out long ago, as after weeks away. Lapses are the card's own. */
export const weeksAway = (lapses: number): string => `
  INSERT INTO memories (cardId, state, stability, difficulty, step, reps, lapses, reviewedAt, reviewedOn, intervalDays, dueAt, dueOn)
  SELECT cardId, 'review', 10 + rowid, 5, 0, 3, ${lapses}, 0, date('now', '-30 days'), 10, NULL, date('now', '-20 days') FROM cards;
  INSERT INTO studyDays (day, answers) VALUES (date('now', '-30 days'), 3);`;
