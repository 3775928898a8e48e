/** The session of chosen cards that was begun and not ended. There is one at most. */
import * as v from 'valibot';
import { study as studySchema } from '../../../shared/study.js';
import type { StudyRequest } from '../../../shared/study.js';
import type { Database } from '../open/database.js';

export interface OpenSession {
  study: StudyRequest;
  /** The cards chosen for it, in order. */
  cardIds: string[];
  startedAt: number;
  startedOn: string;
  /** The newest answer of either log when it began. */
  afterReviewId: string;
  afterPracticeId: string;
}

export interface OpenSessionStore {
  /** null when there is none, or none this version can read. */
  get(): OpenSession | null;
  put(session: OpenSession): void;
  remove(): void;
}

const storedStudy = v.pipe(v.string(), v.parseJson(), studySchema);
const storedIds = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

type Row = Omit<OpenSession, 'study' | 'cardIds'> & { study: string; cardIds: string };

export function createOpenSessionStore(db: Database): OpenSessionStore {
  const columns = 'study, cardIds, startedAt, startedOn, afterReviewId, afterPracticeId';
  const get = db.prepare<[], Row>(`SELECT ${columns} FROM openSession`);
  const put = db.prepare(
    `INSERT OR REPLACE INTO openSession (one, ${columns})
     VALUES (1, @study, @cardIds, @startedAt, @startedOn, @afterReviewId, @afterPracticeId)`,
  );
  const remove = db.prepare('DELETE FROM openSession');
  return {
    get() {
      const row = get.get();
      if (!row) return null;
      const study = v.safeParse(storedStudy, row.study);
      const cardIds = v.safeParse(storedIds, row.cardIds);
      return study.success && cardIds.success ? { ...row, study: study.output, cardIds: cardIds.output } : null;
    },
    put: ({ study, cardIds, ...row }) => void put.run({ ...row, study: JSON.stringify(study), cardIds: JSON.stringify(cardIds) }),
    remove: () => void remove.run(),
  };
}
