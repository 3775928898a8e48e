/**
 * Answers that leave schedules untouched, beside the review log: no memory is made of them. And the session of chosen cards that
 * can be gone on with; other sessions need no row, for what waits today is known without it.
 */
export const sql = /* sql */ `
CREATE TABLE practice (
  practiceId TEXT PRIMARY KEY,             -- UUIDv7, in the order of the answers
  cardId TEXT NOT NULL REFERENCES cards ON DELETE CASCADE,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  answeredAt INTEGER NOT NULL,
  answeredOn TEXT NOT NULL,
  durationMs INTEGER NOT NULL,
  takenBackAt INTEGER                      -- when it was undone; NULL while it counts
) STRICT, WITHOUT ROWID;
CREATE INDEX practiceByCard ON practice (cardId);

CREATE TABLE openSession (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  study TEXT NOT NULL,                     -- JSON: what was asked for
  cardIds TEXT NOT NULL,                   -- JSON: the cards chosen for it, in order
  startedAt INTEGER NOT NULL,
  startedOn TEXT NOT NULL,
  afterReviewId TEXT NOT NULL,             -- the newest answer of either log when it began
  afterPracticeId TEXT NOT NULL
) STRICT;

CREATE INDEX memoriesByLapses ON memories (lapses) WHERE lapses > 3;
`;
