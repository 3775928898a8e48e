import type { Clock } from '../clock.js';
import { createReviewServices } from '../review-services.js';
import type { ReviewServices } from '../review-services.js';
import { readDatabase } from '../store/open/database.js';
import { plainly } from '../store/open/errors.js';

/** Reads one moment of a data folder, also beside an open window; null when nothing was ever stored there. */
export function reading<T>(dataFolder: string, clock: Clock, task: (services: ReviewServices) => T): T | null {
  const db = readDatabase(dataFolder);
  if (!db) return null;
  try {
    return plainly(dataFolder, () => db.transaction(() => task(createReviewServices(db, clock)))());
  } finally {
    db.close();
  }
}
