/**
 * Schema v1. Times are epoch ms UTC (`…At`), local days `YYYY-MM-DD` (`…On`), JSON arrays are text.
 * The review log only grows: triggers refuse to change or delete a row. Undo adds a retraction beside it.
 * A memory can be rebuilt from the log alone: in the order of their ids, the reviews of a card that were not retracted.
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
  fileHash TEXT NOT NULL,                  -- sha256 of the bytes: unchanged files are not parsed again
  engine TEXT NOT NULL DEFAULT '',         -- the notes engine that parsed it: a newer one parses it again
  report TEXT NOT NULL DEFAULT '{}',       -- JSON: what the import had to say about it
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
  orphanedAt INTEGER,                      -- its text left the notes; kept, not shown, never deleted
  isNew INTEGER NOT NULL DEFAULT 1         -- 1 while it has no memory; kept by the triggers below, set by nobody else
) STRICT;
CREATE INDEX cardsByNote ON cards (noteId, position);
CREATE INDEX cardsByDeck ON cards (deckId, orphanedAt);
CREATE INDEX cardsBySpan ON cards (spanHash);
CREATE INDEX cardsByItem ON cards (noteId, item);
CREATE INDEX orphanCards ON cards (orphanedAt) WHERE orphanedAt IS NOT NULL;
CREATE INDEX newCards ON cards (deckId, noteId, position) WHERE isNew = 1 AND suspendedAt IS NULL AND orphanedAt IS NULL;

-- A card without a memory is new. A learning card comes back at an instant, a card in review on a local day.
CREATE TABLE memories (
  cardId TEXT PRIMARY KEY REFERENCES cards ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('learning', 'review', 'relearning')),
  stability REAL NOT NULL,                 -- days until recall falls to 90 %
  difficulty REAL NOT NULL,                -- 1 to 10
  step INTEGER NOT NULL,                   -- learning step, from 0
  reps INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  reviewedAt INTEGER NOT NULL,
  reviewedOn TEXT NOT NULL,
  intervalDays INTEGER NOT NULL,           -- 0 while learning
  dueAt INTEGER,
  dueOn TEXT,
  CHECK ((state = 'review') = (dueOn IS NOT NULL) AND (state = 'review') = (dueAt IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX learningByDue ON memories (dueAt) WHERE state <> 'review';
CREATE INDEX reviewsDue ON memories (dueOn, reviewedOn, stability) WHERE state = 'review';
CREATE INDEX memoriesByDay ON memories (reviewedOn);
CREATE TRIGGER cardIsKnown AFTER INSERT ON memories BEGIN UPDATE cards SET isNew = 0 WHERE cardId = NEW.cardId; END;
CREATE TRIGGER cardIsNewAgain AFTER DELETE ON memories BEGIN UPDATE cards SET isNew = 1 WHERE cardId = OLD.cardId; END;

-- What the scheduler was told, once for each wording; the id is made from the text, so that two devices agree on it.
CREATE TABLE parameters (
  parametersId TEXT PRIMARY KEY,
  algorithm TEXT NOT NULL,                 -- 'FSRS-6'
  text TEXT NOT NULL                       -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  reviewId TEXT PRIMARY KEY,               -- UUIDv7, growing on a device even when its clock goes back: the order of the log
  cardId TEXT NOT NULL REFERENCES cards,
  deviceId TEXT NOT NULL,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  stateBefore TEXT NOT NULL CHECK (stateBefore IN ('new', 'learning', 'review', 'relearning')),
  reviewedAt INTEGER NOT NULL,
  reviewedOn TEXT NOT NULL,
  offsetMinutes INTEGER NOT NULL,          -- local minus UTC at that instant
  durationMs INTEGER NOT NULL,
  parametersId TEXT NOT NULL REFERENCES parameters,
  stability REAL NOT NULL,                 -- after this answer, for charts and export
  difficulty REAL NOT NULL,
  intervalDays INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reviewsByCard ON reviews (cardId);
CREATE INDEX reviewsByDay ON reviews (reviewedOn, reviewedAt);
CREATE TRIGGER reviewsNeverChange BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER reviewsNeverGo BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TABLE retractions (
  reviewId TEXT PRIMARY KEY REFERENCES reviews,
  deviceId TEXT NOT NULL,
  retractedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Answers of each study day that were not taken back; kept by the triggers, so that a year needs no walk through the log.
CREATE TABLE studyDays (
  day TEXT PRIMARY KEY,
  answers INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER dayGetsAnswer AFTER INSERT ON reviews BEGIN
  INSERT INTO studyDays (day, answers) VALUES (NEW.reviewedOn, 1) ON CONFLICT (day) DO UPDATE SET answers = answers + 1;
END;
CREATE TRIGGER dayLosesAnswer AFTER INSERT ON retractions BEGIN
  UPDATE studyDays SET answers = answers - 1 WHERE day = (SELECT reviewedOn FROM reviews WHERE reviewId = NEW.reviewId);
END;

-- What the person can take back, newest last. 'before' holds the rows as they were.
CREATE TABLE undoSteps (
  stepId INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,                    -- 'rate', 'suspend', 'bury', 'flag', 'edit'
  cardId TEXT NOT NULL REFERENCES cards ON DELETE CASCADE,
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
  kind TEXT NOT NULL,
  slot TEXT NOT NULL,                      -- with the kind: where the card stands, when its text changed
  decision TEXT NOT NULL CHECK (decision IN ('import', 'rejected')),
  decidedAt INTEGER NOT NULL,
  PRIMARY KEY (noteId, spanHash)
) STRICT, WITHOUT ROWID;
`;
