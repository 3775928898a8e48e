/**
 * Memories that cards started with because their note held a schedule of another program. A memory is the fold of a card's reviews
 * over its starting memory, or over nothing.
 */
export const sql = /* sql */ `
CREATE TABLE startingMemories (
  cardId TEXT PRIMARY KEY REFERENCES cards ON DELETE CASCADE,
  source TEXT NOT NULL,                    -- 'obsidian'
  stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  reviewedAt INTEGER NOT NULL,
  reviewedOn TEXT NOT NULL,
  intervalDays INTEGER NOT NULL,
  dueOn TEXT NOT NULL,
  takenAt INTEGER NOT NULL                 -- when the import stored it
) STRICT, WITHOUT ROWID;
`;
