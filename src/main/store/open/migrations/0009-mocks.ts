/** Mock exams: what each asks, as it was when it began, and what the person did in it, one row an action. */
export const sql = /* sql */ `
CREATE TABLE mocks (
  mockId TEXT PRIMARY KEY,
  startedAt INTEGER NOT NULL,
  startedOn TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  seed TEXT NOT NULL,
  exam TEXT NOT NULL,                      -- JSON: its name, pass mark and domains as they were
  tasks TEXT NOT NULL,                     -- JSON: the cards asked with both sides as they were
  spentMs INTEGER NOT NULL,                -- time on its clock when that was last written
  finishedAt INTEGER,
  grades TEXT,                             -- JSON: how each answer compares; NULL until that is worked out
  scorePercent REAL,                       -- likewise
  deletedAt INTEGER
) STRICT;
CREATE INDEX mocksByStart ON mocks (startedAt);

CREATE TABLE mockActions (
  mockId TEXT NOT NULL REFERENCES mocks ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  spentMs INTEGER NOT NULL,                -- time on the mock's clock
  action TEXT NOT NULL,                    -- JSON
  PRIMARY KEY (mockId, position)
) STRICT, WITHOUT ROWID;
`;
