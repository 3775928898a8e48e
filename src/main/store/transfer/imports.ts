/** Imports in the database: what is known of notes and cards, a batch written in one transaction, a batch taken back. */
import { FailureError } from '../../../shared/result.js';
import type { CardKind } from '../../../shared/contract.js';
import type { Memory } from '../../domain/review/scheduler.js';
import type { Database } from '../open/database.js';
import { createDeckRows } from '../tables/deck-rows.js';
import { createImportUndo, type UndoImage } from './import-undo.js';
import { cardColumns, cardParameters, createCardImages } from '../tables/card-images.js';
import type { Decision, ImportBatch, PlacedCard, StoredCard, StoredNote } from '../tables/import-rows.js';
import { noteReportOf } from '../tables/import-rows.js';
import { textsIn } from '../tables/json.js';
import { createStartingMemories } from '../tables/starting-memories.js';

export interface ImportStore {
  /** All notes, also those whose file is missing. */
  notes(): StoredNote[];
  /** The live cards of a note and its orphans, in order. */
  cardsOf(noteId: string): StoredCard[];
  /** Span hashes of cards of a note that the person has answered or worded anew; orphans too, for their text may come back. */
  studiedSpans(noteId: string): string[];
  /** The cards with these ids, by id. */
  cards(cardIds: readonly string[]): ReadonlyMap<string, StoredCard>;
  /** Orphans of all notes. */
  orphans(): StoredCard[];
  /** Those of the ids that stored cards have. */
  taken(cardIds: readonly string[]): ReadonlySet<string>;
  /** Live cards made from these source texts, with the name of their note as shown to people. */
  cardsWithSpans(spanHashes: readonly string[]): PlacedCard[];
  /** The memory a card started with; null when it began as new. */
  startOf(cardId: string): Memory | null;
  /** Was a card ever answered here, be it taken back? Then it takes no start over. */
  wasAnswered(cardId: string): boolean;
  /** What the person said about cards of a note. */
  decisionsOf(noteId: string): Decision[];
  /** Changes with every import and every one taken back. */
  basis(): string;
  /**
   * Writes a batch in one transaction, with the image that takes it back.
   * Throws a FailureError `conflict` when the store is no longer as it was when the batch was planned.
   */
  commit(batch: ImportBatch): void;
  /**
   * Takes the newest import back: the rows it changed are as they were. A card it added that was answered or marked since becomes an
   * orphan, so that nothing of the person's work is lost.
   * Throws a FailureError `not-found` for a batch that is not there or was taken back, `conflict` when a later one must go first.
   */
  undo(batchId: string, at: number): void;
}

/** Imports that can be taken back; older ones keep only their label and totals. */
export const keptImages = 20;

type NoteRow = Omit<StoredNote, 'report'> & { report: string };

interface CardRow extends Omit<StoredCard, 'evidence' | 'headings' | 'tags' | 'orphaned'> {
  kind: CardKind;
  headings: string;
  tags: string;
  spanHash: string;
  slot: string;
  sourceText: string;
  userId: string | null;
  orphanedAt: number | null;
}

const selectCards = `
  SELECT c.cardId, c.noteId, d.path AS deck, c.kind, c.rule, c.front, c.back, c.headings, c.tags, c.line, c.endLine, c.position, c.item,
    c.spanHash, c.slot, c.sourceText, c.userId, c.orphanedAt, c.editedFront, c.editedBack, c.editedSpanHash, m.dueAt, m.dueOn
  FROM cards c JOIN decks d USING (deckId) LEFT JOIN memories m USING (cardId)`;

export function createImportStore(db: Database): ImportStore {
  const notes = db.prepare<[], NoteRow>('SELECT * FROM notes ORDER BY path');
  const note = db.prepare<[string], NoteRow>('SELECT * FROM notes WHERE noteId = ?');
  const cardsOf = db.prepare<[string], CardRow>(`${selectCards} WHERE c.noteId = ? ORDER BY c.position`);
  // The plus keeps sqlite from walking all cards in this order instead of looking up the few orphans.
  const orphans = db.prepare<[], CardRow>(`${selectCards} WHERE c.orphanedAt IS NOT NULL ORDER BY +c.noteId, c.position`);
  const cardsById = db.prepare<[string], CardRow>(`${selectCards} WHERE c.cardId IN (SELECT value FROM json_each(?))`);
  const studiedSpans = db
    .prepare<[string], string>(
      `SELECT spanHash FROM cards LEFT JOIN memories USING (cardId)
       WHERE noteId = ? AND (memories.cardId IS NOT NULL OR editedSpanHash IS NOT NULL)`,
    )
    .pluck();
  const taken = db.prepare<[string], string>('SELECT cardId FROM cards WHERE cardId IN (SELECT value FROM json_each(?))').pluck();
  const cardsWithSpans = db.prepare<[string], PlacedCard>(
    `SELECT c.noteId, n.name AS noteName, c.front, c.back, c.line FROM cards c JOIN notes n USING (noteId)
     WHERE c.spanHash IN (SELECT value FROM json_each(?)) AND c.orphanedAt IS NULL ORDER BY n.path, c.line`,
  );
  const starts = createStartingMemories(db);
  const decisionsOf = db.prepare<[string], Decision>('SELECT noteId, spanHash, kind, slot, decision FROM decisions WHERE noteId = ?');
  const basis = db.prepare<[], string>("SELECT count(*) || ' ' || count(undoneAt) FROM imports").pluck();
  const writer = createWriter(db, (noteId) => note.get(noteId));
  const undo = createImportUndo(db);

  return {
    notes: () => notes.all().map((row) => ({ ...row, report: noteReportOf(row.report) })),
    cardsOf: (noteId) => cardsOf.all(noteId).map(storedCard),
    studiedSpans: (noteId) => studiedSpans.all(noteId),
    cards: (cardIds) =>
      new Map(cardIds.length === 0 ? [] : cardsById.all(JSON.stringify(cardIds)).map((row) => [row.cardId, storedCard(row)])),
    orphans: () => orphans.all().map(storedCard),
    taken: (cardIds) => new Set(cardIds.length === 0 ? [] : taken.all(JSON.stringify(cardIds))),
    cardsWithSpans: (spanHashes) => (spanHashes.length === 0 ? [] : cardsWithSpans.all(JSON.stringify(spanHashes))),
    startOf: (cardId) => starts.get(cardId)?.memory ?? null,
    wasAnswered: starts.wasAnswered,
    decisionsOf: (noteId) => decisionsOf.all(noteId),
    basis: () => basis.get() ?? '',
    commit: inLargeCache(db, (batch: ImportBatch) => {
      if (basis.get() !== batch.basis) {
        throw new FailureError({
          code: 'conflict',
          message: 'Something else was imported or taken back in the meantime, so this preview no longer holds.',
          hint: 'Choose the notes again.',
        });
      }
      writer(batch);
    }),
    undo: inLargeCache(db, undo),
  };
}

/** Pages that a large transaction changed are not written out before its end, which would be done again and again. */
const largeCacheKiB = 64 * 1024;

/** A transaction that may change much of the database. */
function inLargeCache<A extends unknown[]>(db: Database, work: (...input: A) => void): (...input: A) => void {
  const transaction = db.transaction(work);
  return (...input) => {
    const before = Number(db.pragma('cache_size', { simple: true }));
    db.pragma(`cache_size = -${largeCacheKiB}`);
    try {
      transaction.immediate(...input);
    } finally {
      db.pragma(`cache_size = ${before}`);
    }
  };
}

function storedCard(row: CardRow): StoredCard {
  const { spanHash, slot, sourceText, userId, headings, tags, orphanedAt, ...card } = row;
  return {
    ...card,
    headings: textsIn(headings),
    tags: textsIn(tags),
    evidence: { spanHash, slot, text: sourceText, userId },
    orphaned: orphanedAt !== null,
  };
}

/** Writes a batch and its undo image. */
function createWriter(db: Database, noteBefore: (noteId: string) => NoteRow | undefined): (batch: ImportBatch) => void {
  const putNote = db.prepare(
    `INSERT INTO notes (noteId, path, name, title, fileHash, engine, report, importedAt, missingAt)
     VALUES (@noteId, @path, @name, @title, @fileHash, @engine, @report, @importedAt, @missingAt)
     ON CONFLICT (noteId) DO UPDATE SET name = excluded.name, title = excluded.title, fileHash = excluded.fileHash,
       engine = excluded.engine, report = excluded.report, importedAt = excluded.importedAt, missingAt = excluded.missingAt`,
  );
  const addCard = db.prepare(
    `INSERT INTO cards (cardId, createdAt, ${cardColumns.join(', ')})
     VALUES (@cardId, @createdAt, ${cardColumns.map((column) => `@${column}`).join(', ')})`,
  );
  const putWording = db.prepare(
    'UPDATE cards SET (editedFront, editedBack, editedSpanHash) = (@editedFront, @editedBack, @editedSpanHash) WHERE cardId = @cardId',
  );
  const wordingOf = db.prepare<[string], { editedFront: string | null; editedBack: string | null; editedSpanHash: string | null }>(
    'SELECT editedFront, editedBack, editedSpanHash FROM cards WHERE cardId = ?',
  );
  const decisionOf = db.prepare<[string, string], Decision & { decidedAt: number }>(
    'SELECT noteId, spanHash, kind, slot, decision, decidedAt FROM decisions WHERE noteId = ? AND spanHash = ?',
  );
  const putDecision = db.prepare(
    `INSERT INTO decisions (noteId, spanHash, kind, slot, decision, decidedAt)
     VALUES (@noteId, @spanHash, @kind, @slot, @decision, @decidedAt)
     ON CONFLICT (noteId, spanHash) DO UPDATE SET decision = excluded.decision, decidedAt = excluded.decidedAt`,
  );
  const putImport = db.prepare('INSERT INTO imports (batchId, at, label, totals, undo) VALUES (@batchId, @at, @label, @totals, @undo)');
  const dropOldImages = db.prepare(
    `UPDATE imports SET undo = '' WHERE undo <> '' AND batchId NOT IN
       (SELECT batchId FROM imports WHERE undoneAt IS NULL ORDER BY rowid DESC LIMIT ${keptImages})`,
  );
  const starts = createStartingMemories(db);
  const images = createCardImages(db);
  const decks = createDeckRows(db);

  return (batch) => {
    const started: NonNullable<UndoImage['starts']> = [];
    const image: UndoImage = {
      notes: [],
      addedNotes: [],
      cards: [],
      addedCards: [],
      wordings: [],
      starts: started,
      decisions: [],
      addedDecisions: [],
      decks: [],
    };
    const deckId = decks.finder();
    const left = new Set<number>();

    for (const row of batch.notes) {
      const before = noteBefore(row.noteId);
      if (before) image.notes.push(before);
      else image.addedNotes.push(row.noteId);
      putNote.run({ ...row, report: JSON.stringify(row.report) });
    }
    for (const card of batch.added) {
      addCard.run({ cardId: card.cardId, createdAt: batch.at, ...cardParameters(card, deckId(card.deck)) });
      image.addedCards.push(card.cardId);
    }
    const remember = (cardId: string): void => {
      const before = images.get(cardId);
      if (!before) return;
      image.cards.push(before);
      left.add(before.deckId);
    };
    for (const card of batch.changed) {
      remember(card.cardId);
      images.put({ cardId: card.cardId, ...cardParameters(card, deckId(card.deck)) });
    }
    for (const cardId of batch.orphaned) {
      remember(cardId);
      images.orphan(cardId, batch.at);
    }
    for (const { cardId, ...after } of batch.wordings) {
      const before = wordingOf.get(cardId);
      if (before) image.wordings.push({ cardId, before, after });
      putWording.run({ cardId, ...after });
    }
    for (const { cardId, start } of batch.starts) {
      const before = starts.get(cardId);
      if (starts.put(cardId, start)) started.push({ cardId, before });
    }
    for (const decision of batch.decisions) {
      const before = decisionOf.get(decision.noteId, decision.spanHash);
      if (before) image.decisions.push(before);
      else image.addedDecisions.push([decision.noteId, decision.spanHash]);
      putDecision.run({ ...decision, decidedAt: batch.at });
    }
    image.decks = decks.removeEmpty(left);
    const { batchId, at, label } = batch;
    putImport.run({ batchId, at, label, totals: JSON.stringify(batch.totals), undo: JSON.stringify(image) });
    dropOldImages.run();
  };
}
