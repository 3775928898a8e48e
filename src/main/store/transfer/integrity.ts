/** Is everything in the database whole, and is every memory what the review log says? Changes nothing. */
import { difference, rebuild } from '../../domain/review/rebuild.js';
import type { Memory } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { createHistories } from '../tables/history.js';
import { createMemoryStore } from '../tables/memories.js';
import { createStartingMemories } from '../tables/starting-memories.js';

export interface CheckReport {
  cards: number;
  /** Answers in the log, those taken back included. */
  reviews: number;
  /** What is wrong, in words; empty when all is well. */
  findings: string[];
}

/**
 * Checks the file, the references between rows, and every memory against the log, all as of one moment: a window may go on writing.
 * Takes seconds for a million reviews.
 */
export const checkDatabase = (db: Database): CheckReport => db.transaction(() => checked(db))();

function checked(db: Database): CheckReport {
  const count = (table: 'cards' | 'reviews'): number => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return {
    cards: count('cards'),
    reviews: count('reviews'),
    findings: [
      ...fileFindings(db),
      ...referenceFindings(db),
      ...newCardFindings(db),
      ...dayFindings(db),
      ...dueDayFindings(db),
      ...jsonFindings(db),
      ...memoryFindings(db),
    ],
  };
}

function fileFindings(db: Database): string[] {
  const rows = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  return rows.filter((row) => row !== 'ok').map((row) => `The file is damaged: ${row}.`);
}

function referenceFindings(db: Database): string[] {
  const rows = db.prepare<[], { table: string; parent: string; count: number }>(
    'SELECT "table", parent, count(*) AS count FROM pragma_foreign_key_check GROUP BY 1, 2',
  );
  return rows.all().map(({ table, parent, count }) => `${count} rows of ${table} belong to ${parent} that are not there.`);
}

function newCardFindings(db: Database): string[] {
  const rows = db.prepare<[], string>(
    'SELECT cardId FROM cards c WHERE isNew = EXISTS (SELECT 1 FROM memories m WHERE m.cardId = c.cardId)',
  );
  return rows
    .pluck()
    .all()
    .map((cardId) => `Card ${cardId} is marked as new although it has a memory, or the other way round.`);
}

function dayFindings(db: Database): string[] {
  const rows = db.prepare<[], { day: string; kept: number; logged: number }>(
    `WITH logged AS (
       SELECT reviewedOn AS day, count(*) AS answers FROM reviews r
       WHERE NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId) GROUP BY reviewedOn
     )
     SELECT day, coalesce(s.answers, 0) AS kept, coalesce(l.answers, 0) AS logged
     FROM studyDays s FULL JOIN logged l USING (day) WHERE kept <> logged`,
  );
  return rows.all().map(({ day, kept, logged }) => `${day} counts ${kept} answers, but by the log it has ${logged}.`);
}

function dueDayFindings(db: Database): string[] {
  const rows = db.prepare<[], { day: string; kept: number; due: number }>(
    `WITH due AS (SELECT dueOn AS day, count(*) AS cards FROM memories WHERE dueOn IS NOT NULL GROUP BY dueOn)
     SELECT day, coalesce(k.cards, 0) AS kept, coalesce(d.cards, 0) AS due FROM dueDays k FULL JOIN due d USING (day) WHERE kept <> due`,
  );
  return rows.all().map(({ day, kept, due }) => `${day} counts ${kept} cards that come back, but there are ${due}.`);
}

/** The columns of JSON that are read; one that cannot be read counts as empty (see tables/json.ts). */
export const jsonColumns: readonly { table: string; key: string; columns: readonly string[]; except?: string }[] = [
  { table: 'settings', key: 'key', columns: ['value'], except: "key = 'deviceId'" },
  { table: 'presets', key: 'presetId', columns: ['options', 'fit'] },
  { table: 'notes', key: 'noteId', columns: ['report'] },
  { table: 'cards', key: 'cardId', columns: ['headings', 'tags'] },
  { table: 'undoSteps', key: 'stepId', columns: ['before', 'after'] },
  { table: 'openSession', key: 'one', columns: ['study', 'cardIds'] },
  { table: 'mocks', key: 'mockId', columns: ['exam', 'tasks', 'grades'] },
  { table: 'mockActions', key: 'mockId', columns: ['action'] },
  // Of an import that can no longer be taken back, nothing is kept for that.
  { table: 'imports', key: 'batchId', columns: ['totals', 'undo'], except: "undo = ''" },
];

function jsonFindings(db: Database): string[] {
  return jsonColumns.flatMap(({ table, key, columns, except = 'FALSE' }) =>
    columns.flatMap((column) =>
      db
        .prepare<[], string>(`SELECT ${key} FROM ${table} WHERE ${column} IS NOT NULL AND NOT json_valid(${column}) AND NOT (${except})`)
        .pluck()
        .all()
        .map((row) => `${column} cannot be read in ${table}, row ${row}; it counts as empty.`),
    ),
  );
}

function memoryFindings(db: Database): string[] {
  const stored = storedMemories(db);
  const starts = createStartingMemories(db).all();
  const histories = createHistories(db);
  const findings = histories
    .unreadable()
    .map((id) => `The scheduler parameters ${id} cannot be read, so the memories made with them cannot be checked.`);
  for (const { cardId, events } of histories.all(null)) {
    const memory = stored.get(cardId);
    stored.delete(cardId);
    starts.delete(cardId);
    // What it was learned with cannot be read: that is a finding of its own.
    if (!events) continue;
    const rebuilt = rebuild(events);
    if (!memory) findings.push(`Card ${cardId} has answers in the log but no memory.`);
    else if (rebuilt) {
      const part = difference(memory, rebuilt);
      if (part) findings.push(`Card ${cardId}: ${part} is ${memory[part]}, but by the log it is ${rebuilt[part]}.`);
    }
  }
  for (const [cardId, start] of starts) {
    const memory = stored.get(cardId);
    stored.delete(cardId);
    const part = memory && difference(memory, start);
    if (!memory) findings.push(`Card ${cardId} started with a schedule but has no memory.`);
    else if (part) findings.push(`Card ${cardId}: ${part} is ${memory[part]}, but it started with ${start[part]}.`);
  }
  for (const cardId of stored.keys()) findings.push(`Card ${cardId} has a memory but no answer in the log.`);
  return findings;
}

function storedMemories(db: Database): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const { cardId, ...memory } of createMemoryStore(db).all()) memories.set(cardId, memory);
  return memories;
}
