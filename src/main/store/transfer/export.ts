/**
 * Everything a person has in Etcdeck, in a form that needs no Etcdeck to be read: one JSON object a line, each with its `type`.
 * docs/export.md says what each holds. What only serves taking steps back, and what follows from the rest, is left out.
 */
import type { Database } from '../open/database.js';
import { versionOf } from '../open/migrate.js';

/** Of the format; it changes when a reader of the one before would go wrong. */
const format = 1;

interface Part {
  type: string;
  sql: string;
  /** Columns that hold JSON. */
  json?: readonly string[];
  /** Columns that hold 0 or 1. */
  flags?: readonly string[];
}

/** In an order in which everything a line points to was on a line before it. */
export const parts: readonly Part[] = [
  { type: 'setting', sql: 'SELECT key, value FROM settings ORDER BY key', json: ['value'] },
  { type: 'preset', sql: 'SELECT presetId, name, options, fit FROM presets ORDER BY presetId', json: ['options', 'fit'] },
  { type: 'deck', sql: 'SELECT path, collapsed FROM decks ORDER BY path', flags: ['collapsed'] },
  { type: 'deckPreset', sql: 'SELECT path, presetId FROM deckPresets ORDER BY path' },
  {
    type: 'note',
    sql: 'SELECT noteId, path, name, title, fileHash, engine, report, importedAt, missingAt FROM notes ORDER BY path',
    json: ['report'],
  },
  {
    type: 'card',
    sql: `SELECT c.cardId, c.noteId, d.path AS deck, c.kind, c.rule, c.front, c.back, c.editedFront, c.editedBack, c.headings, c.tags,
            c.line, c.endLine, c.position, c.item, c.slot, c.spanHash, c.sourceText, c.editedSpanHash, c.userId, c.createdAt,
            c.suspendedAt, c.buriedOn, c.flagged, c.orphanedAt
          FROM cards c JOIN decks d USING (deckId) ORDER BY c.noteId, c.position, c.cardId`,
    json: ['headings', 'tags'],
    flags: ['flagged'],
  },
  { type: 'decision', sql: 'SELECT noteId, spanHash, kind, slot, decision, decidedAt FROM decisions ORDER BY noteId, spanHash' },
  {
    type: 'startingMemory',
    sql: `SELECT cardId, source, stability, difficulty, reviewedAt, reviewedOn, intervalDays, dueOn, takenAt
          FROM startingMemories ORDER BY cardId`,
  },
  {
    type: 'memory',
    sql: `SELECT cardId, state, stability, difficulty, step, reps, lapses, reviewedAt, reviewedOn, intervalDays, dueAt, dueOn
          FROM memories ORDER BY cardId`,
  },
  { type: 'parameters', sql: 'SELECT parametersId, algorithm, text FROM parameters ORDER BY parametersId', json: ['text'] },
  {
    type: 'review',
    sql: `SELECT r.reviewId, r.cardId, r.deviceId,
            CASE r.rating WHEN 1 THEN 'again' WHEN 2 THEN 'hard' WHEN 3 THEN 'good' ELSE 'easy' END AS rating,
            r.stateBefore, r.reviewedAt, r.reviewedOn, r.offsetMinutes, r.durationMs, r.parametersId, r.stability, r.difficulty,
            r.intervalDays, x.retractedAt, x.deviceId AS retractedBy
          FROM reviews r LEFT JOIN retractions x USING (reviewId) ORDER BY r.reviewId`,
  },
  {
    type: 'reschedule',
    sql: 'SELECT rescheduleId, deviceId, rescheduledAt, parametersId FROM reschedules ORDER BY rescheduleId',
  },
  {
    type: 'rescheduledCard',
    sql: 'SELECT rescheduleId, cardId, reviewId, intervalDays, undoneAt FROM rescheduledCards ORDER BY rescheduleId, cardId',
  },
  {
    type: 'practice',
    sql: `SELECT practiceId, cardId, CASE rating WHEN 1 THEN 'again' WHEN 2 THEN 'hard' WHEN 3 THEN 'good' ELSE 'easy' END AS rating,
            answeredAt, answeredOn, durationMs, takenBackAt
          FROM practice ORDER BY practiceId`,
  },
  {
    type: 'catchUpPlan',
    sql: 'SELECT planId, startedOn, perDay, pausesNew, endedAt FROM catchUpPlans ORDER BY planId',
    flags: ['pausesNew'],
  },
  { type: 'catchUpCard', sql: 'SELECT planId, cardId FROM catchUpCards ORDER BY planId, cardId' },
  { type: 'dayExtra', sql: 'SELECT day, path, "new", reviews FROM dayExtras ORDER BY day, path' },
  {
    type: 'mock',
    sql: `SELECT mockId, startedAt, startedOn, minutes, seed, exam, tasks, spentMs, finishedAt, grades, scorePercent, deletedAt
          FROM mocks ORDER BY startedAt, mockId`,
    json: ['exam', 'tasks', 'grades'],
  },
  { type: 'mockAction', sql: 'SELECT mockId, position, at, spentMs, action FROM mockActions ORDER BY mockId, position', json: ['action'] },
  { type: 'topicChoice', sql: 'SELECT exam, kind, id, topicId, chosenAt FROM topicChoices ORDER BY exam, kind, id' },
  { type: 'import', sql: 'SELECT batchId, at, label, totals, undoneAt FROM imports ORDER BY at, batchId', json: ['totals'] },
  {
    type: 'watchedFolder',
    sql: 'SELECT path, takesOver, polls, addedAt FROM watchedFolders ORDER BY path',
    flags: ['takesOver', 'polls'],
  },
];

/** The lines of an export, the first one about the export itself; of one moment when they are read in one transaction. */
export function* exportLines(db: Database, exportedAt: number): Generator<string> {
  yield JSON.stringify({ type: 'etcdeck', format, schema: versionOf(db), exportedAt });
  for (const { type, sql, json = [], flags = [] } of parts) {
    for (const row of db.prepare<[], Record<string, unknown>>(sql).iterate()) {
      for (const column of json) row[column] = readable(row[column]);
      for (const column of flags) row[column] = row[column] === 1;
      yield JSON.stringify({ type, ...row });
    }
  }
}

/** The value of a JSON text; a text somebody else put there stays what it is. */
function readable(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
