/** Is everything in the database whole, and is every memory what the review log says? Changes nothing. */
import * as v from 'valibot';
import type { Rating } from '../../shared/contract.js';
import { difference, rebuild } from '../review/rebuild.js';
import type { LoggedAnswer } from '../review/rebuild.js';
import type { Memory, Parameters } from '../review/scheduler.js';
import type { Database } from './database.js';
import { createMemoryStore } from './memories.js';

export interface CheckReport {
  cards: number;
  /** Answers in the log, those taken back included. */
  reviews: number;
  /** What is wrong, in words; empty when all is well. */
  findings: string[];
}

const parametersSchema = v.object({
  algorithm: v.literal('FSRS-6'),
  version: v.literal(1),
  weights: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21)),
  desiredRetention: v.number(),
  maximumIntervalDays: v.number(),
  learningStepsMinutes: v.array(v.number()),
  relearningStepsMinutes: v.array(v.number()),
  fuzz: v.boolean(),
}) satisfies v.GenericSchema<unknown, Parameters>;

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

interface LogRow {
  cardId: string;
  rating: number;
  reviewedAt: number;
  reviewedOn: string;
  parametersId: string;
  intervalDays: number;
}

/** Checks the file, the references between rows, and every memory against the log. Takes seconds for a million reviews. */
export function checkDatabase(db: Database): CheckReport {
  const count = (table: 'cards' | 'reviews'): number => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return {
    cards: count('cards'),
    reviews: count('reviews'),
    findings: [...fileFindings(db), ...referenceFindings(db), ...newCardFindings(db), ...dayFindings(db), ...memoryFindings(db)],
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

function memoryFindings(db: Database): string[] {
  const findings: string[] = [];
  const stored = storedMemories(db);
  const parameters = readParameters(db, findings);
  for (const [cardId, rows] of answersByCard(db)) {
    const memory = stored.get(cardId);
    stored.delete(cardId);
    const answers = rows.flatMap((row) => loggedAnswer(row, parameters));
    // What it was learned with cannot be read: that is a finding of its own.
    if (answers.length < rows.length) continue;
    const rebuilt = rebuild(answers);
    if (!memory) findings.push(`Card ${cardId} has answers in the log but no memory.`);
    else if (rebuilt) {
      const part = difference(memory, rebuilt);
      if (part) findings.push(`Card ${cardId}: ${part} is ${memory[part]}, but by the log it is ${rebuilt[part]}.`);
    }
  }
  for (const cardId of stored.keys()) findings.push(`Card ${cardId} has a memory but no answer in the log.`);
  return findings;
}

function storedMemories(db: Database): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const { cardId, ...memory } of createMemoryStore(db).all()) memories.set(cardId, memory);
  return memories;
}

function readParameters(db: Database, findings: string[]): Map<string, Parameters> {
  const known = new Map<string, Parameters>();
  for (const { parametersId, text } of db
    .prepare<[], { parametersId: string; text: string }>('SELECT parametersId, text FROM parameters')
    .all()) {
    const checked = v.safeParse(v.pipe(v.string(), v.parseJson(), parametersSchema), text);
    if (checked.success) known.set(parametersId, checked.output);
    else findings.push(`The scheduler parameters ${parametersId} cannot be read, so the memories made with them cannot be checked.`);
  }
  return known;
}

/** The answers of each card that were not taken back, in the order they were given. */
function* answersByCard(db: Database): Generator<[cardId: string, rows: LogRow[]]> {
  const log = db.prepare<[], LogRow>(
    `SELECT cardId, rating, reviewedAt, reviewedOn, parametersId, intervalDays FROM reviews r
     WHERE NOT EXISTS (SELECT 1 FROM retractions x WHERE x.reviewId = r.reviewId) ORDER BY cardId, reviewId`,
  );
  let rows: LogRow[] = [];
  for (const row of log.iterate()) {
    const [first] = rows;
    if (first && first.cardId !== row.cardId) {
      yield [first.cardId, rows];
      rows = [];
    }
    rows.push(row);
  }
  if (rows[0]) yield [rows[0].cardId, rows];
}

function loggedAnswer(
  { rating, reviewedAt, reviewedOn, parametersId, intervalDays }: LogRow,
  known: Map<string, Parameters>,
): LoggedAnswer[] {
  const parameters = known.get(parametersId);
  const name = ratings[rating - 1];
  return parameters && name ? [{ rating: name, reviewedAt, reviewedOn, parameters, intervalDays }] : [];
}
