/** The last step of an import: its outcome as rows to write. */
import type { CardContent, Decision, ImportBatch, Rows, StoredNote, Wording } from '../store/imported.js';
import type { ImportStore } from '../store/imports.js';
import { addTotals, contentOf, holds, noChanges } from './changes.js';
import { reportOf, totalsOf, type NoteOutcome, type PendingImport } from './pending-import.js';
import type { Decided } from './plan.js';
import { startOf } from './starts.js';

interface BatchParts {
  batchId: string;
  at: number;
  engine: string;
  store: ImportStore;
}

/** What is to be written. Only what differs from the store is in it. */
export function batchOf(pending: PendingImport, { batchId, at, engine, store }: BatchParts): ImportBatch {
  const outcomes = pending.outcomes();
  const notes = outcomes.flatMap((outcome) => noteRow(outcome, at, engine));
  const added: Decided[] = [];
  const changed: Decided[] = [];
  const orphaned: string[] = [];
  const wordings: (Wording & { cardId: string })[] = [];
  const decisions: Decision[] = [];
  const starts: ImportBatch['starts'][number][] = [];

  for (const { cards, removed } of outcomes) {
    orphaned.push(...removed.map(({ cardId }) => cardId));
    for (const card of cards) {
      const { cardId, known } = card;
      decisions.push(...decisionRow(card, pending));
      if (card.decision !== 'import') {
        if (known && !known.orphaned) orphaned.push(cardId);
        continue;
      }
      if (!known) added.push(card);
      else if (known.orphaned || !holds(known, contentOf(card))) changed.push(card);
      const memory = startOf(card, store, pending.dayRule);
      if (memory) starts.push({ cardId, start: { source: 'obsidian', memory, takenAt: at } });
      if (card.wording) wordings.push({ cardId, ...wordingOf(card, card.wording) });
    }
  }
  const totals = outcomes.map((outcome) => totalsOf(outcome)).reduce(addTotals, noChanges);
  const known = knownDecisions(decisions, store);
  return {
    batchId,
    at,
    label: pending.label,
    totals,
    basis: pending.basis,
    notes,
    added: rowsOf(added),
    changed: rowsOf(changed),
    orphaned,
    wordings,
    starts,
    decisions: decisions.filter((decision) => known.get(keyOf(decision)) !== decision.decision),
  };
}

const rowsOf = (cards: readonly Decided[]): Rows<CardContent & { cardId: string }> => ({
  length: cards.length,
  *[Symbol.iterator]() {
    for (const card of cards) yield { cardId: card.cardId, ...contentOf(card) };
  },
});

/** Would the batch change anything? */
export const isEmpty = ({ notes, added, changed, orphaned, wordings, starts, decisions }: ImportBatch): boolean =>
  [notes, added, changed, orphaned, wordings, starts, decisions].every((rows) => rows.length === 0);

/** The note's row, when it is new or differs. */
function noteRow(outcome: NoteOutcome, at: number, engine: string): StoredNote[] {
  const { noteId, path, name, stored, content } = outcome.note;
  const report = reportOf(outcome);
  if (content.state === 'gone') return stored ? [{ ...stored, fileHash: '', report, missingAt: at }] : [];
  if (content.state !== 'parsed') return [];
  const row: StoredNote = {
    noteId,
    path,
    name,
    title: content.note.title,
    fileHash: content.hash,
    engine,
    report,
    importedAt: at,
    missingAt: null,
  };
  return stored && JSON.stringify({ ...row, importedAt: 0 }) === JSON.stringify({ ...inOrder(stored), importedAt: 0 }) ? [] : [row];
}

/** The fields in one order, for comparing. */
const inOrder = ({ noteId, path, name, title, fileHash, engine, report, importedAt, missingAt }: StoredNote): StoredNote => ({
  noteId,
  path,
  name,
  title,
  fileHash,
  engine,
  report: {
    dialects: report.dialects,
    problems: report.problems,
    emptyReason: report.emptyReason,
    cards: report.cards,
    heldBack: report.heldBack,
    rejected: report.rejected,
  },
  importedAt,
  missingAt,
});

/** A decision worth remembering: one made now, or an earlier one that has to follow its text. */
function decisionRow(card: Decided, pending: PendingImport): Decision[] {
  const chosen = pending.wasChosen(card.key);
  if (card.decision === 'held-back' || (!chosen && card.decision !== 'rejected')) return [];
  const { kind, evidence } = card.draft;
  return [{ noteId: card.note.noteId, spanHash: evidence.spanHash, kind, slot: evidence.slot, decision: card.decision }];
}

const keyOf = ({ noteId, spanHash }: { noteId: string; spanHash: string }): string => `${noteId} ${spanHash}`;

function knownDecisions(decisions: readonly Decision[], store: ImportStore): Map<string, Decision['decision']> {
  const noteIds = new Set(decisions.map(({ noteId }) => noteId));
  return new Map(
    [...noteIds].flatMap((noteId) => store.decisionsOf(noteId).map((decision) => [keyOf(decision), decision.decision] as const)),
  );
}

/** The person's wording beside the generated one; nothing is kept where they are the same. */
function wordingOf({ draft }: Decided, { front, back }: { front: string; back: string }): Wording {
  const editedFront = front === draft.front ? null : front;
  const editedBack = back === draft.back ? null : back;
  return { editedFront, editedBack, editedSpanHash: editedFront === null && editedBack === null ? null : draft.evidence.spanHash };
}
