/**
 * What the person said about where cards belong: to a topic of an exam, or to none. By id and without a reference: a card that goes
 * with an import and comes back with the next one, as a note that is moved, keeps what was said of it.
 */
export const sql = /* sql */ `
CREATE TABLE topicChoices (
  exam TEXT NOT NULL,                      -- the short name of its curriculum, as a newer edition has it too
  kind TEXT NOT NULL CHECK (kind IN ('card', 'note')),
  id TEXT NOT NULL,                        -- cardId or noteId
  topicId TEXT,                            -- NULL: it belongs to no topic
  chosenAt INTEGER NOT NULL,
  PRIMARY KEY (exam, kind, id)
) STRICT, WITHOUT ROWID;
`;
