/** Measures the store at the size of years of study, each figure beside the plainest SQL that reads or writes as much. */
import { copyFileSync, constants, mkdirSync } from 'node:fs';
import { v7 } from 'uuid';
import { systemClock } from '../../src/main/clock.js';
import { createReviewServices } from '../../src/main/review-services.js';
import { buildQueue } from '../../src/main/domain/review/queue.js';
import { openDatabase } from '../../src/main/store/open/database.js';
import { databaseFile } from '../../src/main/store/open/place.js';
import type { Database } from '../../src/main/store/open/database.js';
import { fillDatabase } from './fill.js';
import { plainQueue, plainToday } from './plain-sql.js';
import { serve } from './serve.js';

const size = { cards: 100_000, reviews: 1_000_000, seed: 7 };

let transaction: (() => void) | null = null;
let reviewsAtFirst = 0;

serve({
  /** Makes the database of the app, and a copy of it for the floors. */
  fill({ folder, copy }: { folder: string; copy: string }) {
    const rule = { zone: systemClock.zone(), startsAtHour: 4 };
    const filled = fillDatabase(folder, { ...size, now: systemClock.now(), rule });
    withoutStarters(folder);
    reviewsAtFirst = filled.reviews;
    mkdirSync(copy, { recursive: true });
    copyFileSync(databaseFile(folder), databaseFile(copy), constants.COPYFILE_FICLONE);
    transaction = bareTransaction(openDatabase(copy));
    return filled;
  },

  /** One bare transaction that survives a power cut, in ms. */
  transaction: () => timed(() => transaction?.()),

  /** Lets one session today have so many more answers, of all that is due and as many new cards as it takes; refuses when it is too short. */
  widenDay({ folder, answers }: { folder: string; answers: number }) {
    const db = openDatabase(folder);
    try {
      const { catchUp, study } = createReviewServices(db, systemClock);
      catchUp.setExtra(null, { new: answers, reviews: answers });
      const { learning, due, fresh } = study.plan(study.moment().on, null);
      const room = [...learning, ...due, ...fresh].reduce((sum, { answersLeft }) => sum + answersLeft, 0);
      if (room < answers) throw new Error(`A session of today has ${room} answers, not ${answers}.`);
    } finally {
      db.close();
    }
  },

  /** Refuses figures of answers that were not stored; what is stored now no longer counts at the next look. */
  requireAnswers({ folder, answers }: { folder: string; answers: number }) {
    const db = openDatabase(folder);
    const stored = db.prepare<[], number>('SELECT count(*) FROM reviews').pluck().get() ?? 0;
    db.close();
    if (stored - reviewsAtFirst !== answers) throw new Error(`${answers} answers were given and ${stored - reviewsAtFirst} stored.`);
    reviewsAtFirst = stored;
  },

  /** Samples in ms of what the Today screen asks for and of the queue of a session. */
  queries({ folder, rounds }: { folder: string; rounds: number }) {
    const db = openDatabase(folder);
    try {
      const { study, today } = createReviewServices(db, systemClock);
      const day = study.moment().on;
      const queue = (): unknown => {
        const { learning, due, fresh } = study.plan(day, null);
        return buildQueue(learning, due, fresh);
      };
      return {
        today: pairs(rounds, today, plainToday(db, day)),
        queue: pairs(rounds, queue, plainQueue(db, day)),
      };
    } finally {
      db.close();
    }
  },

  quit: () => process.disconnect(),
});

/** The app would import its own notes at the first start, in the middle of what is measured. */
function withoutStarters(folder: string): void {
  const db = openDatabase(folder);
  createReviewServices(db, systemClock).settings.setStartersImportedAt(systemClock.now());
  db.close();
}

/** The least an answer can cost: a row in the log and a new memory, on disk when it returns. */
function bareTransaction(db: Database): () => void {
  const cardIds = db.prepare<[], string>("SELECT cardId FROM memories WHERE state = 'review'").pluck().all();
  const insert = db.prepare(
    `INSERT INTO reviews (reviewId, cardId, deviceId, rating, stateBefore, reviewedAt, reviewedOn, offsetMinutes, durationMs,
       parametersId, stability, difficulty, intervalDays)
     SELECT ?, ?, 'bench', 3, 'review', ?, date('now'), 0, 5000, parametersId, 10, 5, 10 FROM parameters LIMIT 1`,
  );
  const update = db.prepare("UPDATE memories SET dueOn = date('now', '+10 days'), stability = 10 WHERE cardId = ?");
  // A stride without a common factor walks over the whole table, as the cards of a day do.
  const stride = 7919;
  let at = 0;
  const write = db.transaction(() => {
    const cardId = cardIds[(at += stride) % cardIds.length] ?? '';
    insert.run(v7(), cardId, Date.now());
    update.run(cardId);
  });
  return () => write.immediate();
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Both in turn, after one round that warms the caches of both. */
function pairs(rounds: number, value: () => unknown, floor: () => unknown): { values: number[]; floors: number[] } {
  const samples = Array.from({ length: rounds + 1 }, () => ({ value: timed(value), floor: timed(floor) })).slice(1);
  return { values: samples.map((sample) => sample.value), floors: samples.map((sample) => sample.floor) };
}
