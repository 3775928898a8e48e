/** Answers cards for ever and prints each review once it is stored; ended from outside (see crash.test.ts). */
import { writeSync } from 'node:fs';
import { systemClock } from '../../../src/main/clock.js';
import { createReviewServices } from '../../../src/main/review-services.js';
import { openDatabase } from '../../../src/main/store/open/database.js';
import { daily } from '../../../src/shared/study.js';
import { sessionsOf } from '../review/sessions.js';

export function answerUntilKilled(folder: string): void {
  const db = openDatabase(folder);
  const sessions = sessionsOf(createReviewServices(db, systemClock).session);
  const newest = db.prepare<[], string>('SELECT max(reviewId) FROM reviews').pluck();
  let view = sessions.start(daily(null));
  while (view.card) {
    view = sessions.rate({ cardId: view.card.cardId, rating: 'again', durationMs: 1000 });
    writeSync(1, `${newest.get()}\n`);
  }
}
