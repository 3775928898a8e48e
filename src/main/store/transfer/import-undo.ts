/** Takes an import back. Work the person did since is kept: answered or marked cards become orphans instead of going. */
import { FailureError } from '../../../shared/result.js';
import { createCardImages, type CardImage } from '../tables/card-images.js';
import type { Database } from '../open/database.js';
import { createDeckRows, type DeckImage } from '../tables/deck-rows.js';
import type { Decision, StoredNote, Wording } from '../tables/import-rows.js';
import { fieldsIn } from '../tables/json.js';
import { createStartingMemories, type StartingMemory } from '../tables/starting-memories.js';

/** The rows an import changed, as they were, and what it added. */
export interface UndoImage {
  notes: (Omit<StoredNote, 'report'> & { report: string })[];
  addedNotes: string[];
  cards: CardImage[];
  addedCards: string[];
  wordings: { cardId: string; before: Wording; after: Wording }[];
  /** What each card started with before; absent in images of earlier versions. */
  starts?: { cardId: string; before: StartingMemory | null }[];
  decisions: (Decision & { decidedAt: number })[];
  addedDecisions: [noteId: string, spanHash: string][];
  decks: DeckImage[];
}

/** null when it is not kept any more, or cannot be read. */
function imageIn(json: string): UndoImage | null {
  const fields = fieldsIn(json);
  return Array.isArray(fields['cards']) && Array.isArray(fields['addedCards']) ? (fields as unknown as UndoImage) : null;
}

export function createImportUndo(db: Database): (batchId: string, at: number) => void {
  const batchOf = db.prepare<[string], { undo: string; undoneAt: number | null }>('SELECT undo, undoneAt FROM imports WHERE batchId = ?');
  // In the order of writing: the clock may have been set back in between.
  const newest = db.prepare<[], string>('SELECT batchId FROM imports WHERE undoneAt IS NULL ORDER BY rowid DESC LIMIT 1').pluck();
  const labelOf = db.prepare<[string], string>('SELECT label FROM imports WHERE batchId = ?').pluck();
  const close = db.prepare("UPDATE imports SET undoneAt = ?, undo = '' WHERE batchId = ?");

  const isTouched = db
    .prepare<[string], number>(
      `SELECT 1 FROM cards c WHERE c.cardId = ? AND (c.suspendedAt IS NOT NULL OR c.buriedOn IS NOT NULL OR c.flagged = 1
         OR c.editedFront IS NOT NULL OR c.editedBack IS NOT NULL
         OR EXISTS (SELECT 1 FROM reviews r WHERE r.cardId = c.cardId)
         OR EXISTS (SELECT 1 FROM undoSteps u WHERE u.cardId = c.cardId AND u.undoneAt IS NULL))`,
    )
    .pluck();
  const dropCard = db.prepare('DELETE FROM cards WHERE cardId = ?');
  const deckOf = db.prepare<[string], number>('SELECT deckId FROM cards WHERE cardId = ?').pluck();
  const putWording = db.prepare(
    `UPDATE cards SET (editedFront, editedBack, editedSpanHash) = (@editedFront, @editedBack, @editedSpanHash)
     WHERE cardId = @cardId AND (editedFront, editedBack, editedSpanHash) IS (@wroteFront, @wroteBack, @wroteSpanHash)`,
  );
  const putNote = db.prepare(
    `UPDATE notes SET name = @name, title = @title, fileHash = @fileHash, engine = @engine, report = @report, importedAt = @importedAt,
       missingAt = @missingAt WHERE noteId = @noteId`,
  );
  const dropNote = db.prepare('DELETE FROM notes WHERE noteId = @noteId AND NOT EXISTS (SELECT 1 FROM cards WHERE noteId = @noteId)');
  const leaveNote = db.prepare("UPDATE notes SET fileHash = '', missingAt = ? WHERE noteId = ?");
  const putDecision = db.prepare(
    `UPDATE decisions SET decision = @decision, decidedAt = @decidedAt WHERE noteId = @noteId AND spanHash = @spanHash`,
  );
  const dropDecision = db.prepare('DELETE FROM decisions WHERE noteId = ? AND spanHash = ?');
  const starts = createStartingMemories(db);
  const images = createCardImages(db);
  const decks = createDeckRows(db);

  return (batchId, at) => {
    const batch = batchOf.get(batchId);
    if (!batch || batch.undoneAt !== null) {
      throw new FailureError({
        code: 'not-found',
        message: 'That import changed nothing, or was taken back already.',
        hint: 'See in the Library which cards are there.',
      });
    }
    const last = newest.get();
    if (last !== undefined && last !== batchId) {
      throw new FailureError({
        code: 'conflict',
        message: `A later import (“${labelOf.get(last) ?? ''}”) builds on this one.`,
        hint: 'Take the later one back first.',
      });
    }
    const image = imageIn(batch.undo);
    if (!image) {
      throw new FailureError({
        code: 'not-found',
        message: batch.undo === '' ? 'That import is too long ago to be taken back.' : 'What would take that import back cannot be read.',
        hint: 'Suspend its cards in the Library, or take them out of the notes and import those again.',
      });
    }
    const left = new Set<number>();
    const leaves = (cardId: string): void => {
      const deckId = deckOf.get(cardId);
      if (deckId !== undefined) left.add(deckId);
    };

    const deckIds = decks.restore(image.decks);
    for (const { cardId, before, after } of image.wordings) {
      const wrote = { wroteFront: after.editedFront, wroteBack: after.editedBack, wroteSpanHash: after.editedSpanHash };
      putWording.run({ cardId, ...before, ...wrote });
    }
    // Before added cards go: what a card that was answered since started with stays under its answers.
    for (const { cardId, before } of image.starts ?? []) starts.put(cardId, before);
    for (const cardId of image.addedCards) {
      leaves(cardId);
      if (isTouched.get(cardId) === undefined) dropCard.run(cardId);
      else images.orphan(cardId, at);
    }
    for (const card of image.cards) {
      leaves(card.cardId);
      images.put({ ...card, deckId: deckIds.get(card.deckId) ?? card.deckId });
    }
    for (const row of image.notes) putNote.run(row);
    for (const noteId of image.addedNotes) if (dropNote.run({ noteId }).changes === 0) leaveNote.run(at, noteId);
    for (const decision of image.decisions) putDecision.run(decision);
    for (const [noteId, spanHash] of image.addedDecisions) dropDecision.run(noteId, spanHash);
    decks.removeEmpty(left);
    close.run(at, batchId);
  };
}
