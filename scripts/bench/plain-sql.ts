/** The plainest SQL that reads what a day needs: what the services are measured against. It chooses no siblings and builds nothing. */
import type { Database } from '../../src/main/store/open/database.js';

const limits = { due: 200, fresh: 20 };
const shown = 'c.suspendedAt IS NULL AND c.orphanedAt IS NULL AND c.buriedOn IS NOT @day';

/** Reads the cards that wait on a study day. */
export function plainQueue(db: Database, day: string): () => void {
  const due = db.prepare(
    `SELECT m.cardId, c.deckId, c.noteId, c.item FROM memories m JOIN cards c ON c.cardId = m.cardId
     WHERE m.state = 'review' AND m.dueOn <= @day AND ${shown}
     ORDER BY (julianday(@day) - julianday(m.reviewedOn)) / m.stability DESC LIMIT ${limits.due}`,
  );
  const learning = db.prepare(
    `SELECT m.cardId, c.deckId, c.noteId, c.item, m.state, m.step, m.dueAt FROM memories m JOIN cards c ON c.cardId = m.cardId
     WHERE m.state <> 'review' AND ${shown} ORDER BY m.dueAt`,
  );
  const fresh = db.prepare(
    `SELECT c.cardId, c.deckId, c.noteId, c.item FROM cards c WHERE c.isNew = 1 AND ${shown}
     ORDER BY c.deckId, c.noteId, c.position LIMIT ${limits.fresh}`,
  );
  const answered = db.prepare(
    'SELECT DISTINCT c.noteId, c.item FROM memories m JOIN cards c ON c.cardId = m.cardId WHERE m.reviewedOn = @day',
  );
  return () => {
    for (const statement of [due, learning, fresh, answered]) statement.all({ day });
  };
}

/** Reads that, and the counts beside it on the Today screen. */
export function plainToday(db: Database, day: string): () => void {
  const queue = plainQueue(db, day);
  const numbers = [
    'SELECT deckId, path, collapsed FROM decks ORDER BY path',
    'SELECT deckId, count(*) FROM cards WHERE orphanedAt IS NULL GROUP BY deckId',
    "SELECT count(*) FROM memories m JOIN cards c ON c.cardId = m.cardId WHERE m.state = 'review' AND m.dueOn = date(@day, '+1 day')",
    'SELECT count(*) FROM reviews WHERE reviewedOn = @day',
    "SELECT day FROM studyDays WHERE day > date(@day, '-7 days')",
    'SELECT durationMs FROM reviews ORDER BY reviewedOn DESC, reviewedAt DESC LIMIT 500',
    'SELECT count(*) FROM cards WHERE orphanedAt IS NOT NULL',
  ].map((sql) => db.prepare(sql));
  return () => {
    queue();
    for (const statement of numbers) statement.all(...(statement.source.includes('@day') ? [{ day }] : []));
  };
}
