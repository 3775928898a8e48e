/** Catch-up plans with the cards that waited, and changes of a day's limits that hold for that day only. */
export const sql = /* sql */ `
CREATE TABLE catchUpPlans (
  planId INTEGER PRIMARY KEY AUTOINCREMENT,
  startedOn TEXT NOT NULL,                 -- cards answered on or after this day are done
  perDay INTEGER NOT NULL,
  pausesNew INTEGER NOT NULL,              -- 1: no new cards until it is over
  endedAt INTEGER                          -- when the person gave it up
) STRICT;

CREATE TABLE catchUpCards (
  planId INTEGER NOT NULL REFERENCES catchUpPlans ON DELETE CASCADE,
  cardId TEXT NOT NULL REFERENCES cards ON DELETE CASCADE,
  PRIMARY KEY (planId, cardId)
) STRICT, WITHOUT ROWID;
CREATE INDEX catchUpByCard ON catchUpCards (cardId);

CREATE TABLE dayExtras (
  day TEXT NOT NULL,
  path TEXT NOT NULL,                      -- a deck with its children; '' for all
  "new" INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  PRIMARY KEY (day, path)
) STRICT, WITHOUT ROWID;
`;
