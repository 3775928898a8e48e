/**
 * Schema v1. Times are epoch ms UTC (`…At`), local days `YYYY-MM-DD` (`…On`), JSON arrays are text.
 * The review log only grows: triggers refuse to change or delete a row. Undo adds a retraction beside it.
 */
export const sql = /* sql */ `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE decks (
  deckId INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,               -- 'CKA::Node::kubelet'
  collapsed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE notes (
  noteId TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,               -- absolute path, or 'starter:cka/etcd.md' for notes that ship with the app
  name TEXT NOT NULL,                      -- path as shown to people
  title TEXT NOT NULL,
  fileHash TEXT NOT NULL,                  -- sha256 of the bytes: unchanged files are not read again
  importedAt INTEGER NOT NULL,
  missingAt INTEGER                        -- when a scan of its folder no longer found it
) STRICT;

CREATE TABLE cards (
  cardId TEXT PRIMARY KEY,                 -- UUIDv5 of the first evidence
  noteId TEXT NOT NULL REFERENCES notes,
  deckId INTEGER NOT NULL REFERENCES decks,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  front TEXT NOT NULL,                     -- generated text; the person's own wording stands beside it
  back TEXT NOT NULL,
  headings TEXT NOT NULL,
  tags TEXT NOT NULL,
  line INTEGER NOT NULL,
  endLine INTEGER NOT NULL,
  position INTEGER NOT NULL,               -- order within the note
  item TEXT NOT NULL,                      -- siblings share (noteId, item)
  slot TEXT NOT NULL,
  spanHash TEXT NOT NULL,
  sourceText TEXT NOT NULL,
  userId TEXT,
  editedFront TEXT,
  editedBack TEXT,
  editedSpanHash TEXT,                     -- the source as it was when the person rewrote the card
  createdAt INTEGER NOT NULL,
  suspendedAt INTEGER,
  buriedOn TEXT,                           -- hidden during this local day
  flagged INTEGER NOT NULL DEFAULT 0,
  orphanedAt INTEGER                       -- its text left the notes; suspended, never deleted
) STRICT;
CREATE INDEX cardsByNote ON cards (noteId, position);
CREATE INDEX cardsByDeck ON cards (deckId);
CREATE INDEX cardsBySpan ON cards (spanHash);
CREATE INDEX orphanCards ON cards (orphanedAt) WHERE orphanedAt IS NOT NULL;

-- A card without a memory is new.
CREATE TABLE memories (
  cardId TEXT PRIMARY KEY REFERENCES cards,
  state TEXT NOT NULL CHECK (state IN ('learning', 'review', 'relearning')),
  stability REAL NOT NULL,                 -- days until recall falls to 90 %
  difficulty REAL NOT NULL,                -- 1 to 10
  step INTEGER NOT NULL,                   -- learning step
  reps INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  reviewedAt INTEGER NOT NULL,
  reviewedOn TEXT NOT NULL,
  dueAt INTEGER NOT NULL,                  -- learning: the instant; review: start of the due day
  dueOn TEXT NOT NULL,
  intervalDays INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX memoriesByDue ON memories (state, dueAt);

CREATE TABLE reviews (
  reviewId TEXT PRIMARY KEY,               -- UUIDv7
  cardId TEXT NOT NULL REFERENCES cards,
  deviceId TEXT NOT NULL,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  reviewedAt INTEGER NOT NULL,
  reviewedOn TEXT NOT NULL,
  offsetMinutes INTEGER NOT NULL,          -- local minus UTC at that instant
  durationMs INTEGER NOT NULL,
  algorithm TEXT NOT NULL,                 -- 'FSRS-6'
  parameters TEXT NOT NULL,                -- what the scheduler was told, so that the memory can be rebuilt
  memory TEXT NOT NULL                     -- JSON: the memory after this answer
) STRICT;
CREATE INDEX reviewsByCard ON reviews (cardId, reviewedAt);
CREATE INDEX reviewsByDay ON reviews (reviewedOn);
CREATE TRIGGER reviewsNeverChange BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER reviewsNeverGo BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TABLE retractions (
  reviewId TEXT PRIMARY KEY REFERENCES reviews,
  deviceId TEXT NOT NULL,
  retractedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the person can take back, newest last. 'before' holds the rows as they were.
CREATE TABLE undoSteps (
  stepId INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,                    -- 'rate', 'suspend', 'bury', 'flag', 'edit'
  cardId TEXT NOT NULL REFERENCES cards,
  reviewId TEXT REFERENCES reviews,
  label TEXT NOT NULL,
  before TEXT NOT NULL                     -- JSON
) STRICT;

-- One row per committed import; 'undo' holds the rows it changed as they were, so that the whole import can be taken back.
CREATE TABLE imports (
  batchId TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  totals TEXT NOT NULL,
  undo TEXT NOT NULL,
  undoneAt INTEGER
) STRICT;

-- What the person said about a proposed card; survives re-imports.
CREATE TABLE decisions (
  noteId TEXT NOT NULL,
  spanHash TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('import', 'rejected')),
  decidedAt INTEGER NOT NULL,
  PRIMARY KEY (noteId, spanHash)
) STRICT, WITHOUT ROWID;
`;
