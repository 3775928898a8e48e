/** The last step of an import: its outcome as rows to write. */
import type { CardContent, ImportBatch, Rows, StoredNote } from '../../store/tables/import-rows.js';
import { addTotals, contentOf, noChanges } from './changes.js';
import type { NoteSummary, PendingImport } from './pending-import.js';

interface BatchParts {
  batchId: string;
  at: number;
  engine: string;
}

/** What is to be written. Only what differs from the store is in it; the many rows of cards are made note by note as they are written. */
export function batchOf(pending: PendingImport, { batchId, at, engine }: BatchParts): ImportBatch {
  const summaries = pending.summaries();
  const rows = summaries.flatMap(({ writes, totals }, index) => {
    const few = writes.orphaned + writes.wordings + writes.starts + writes.decisions + totals.removed;
    return few === 0 ? [] : [pending.changes(index, at)];
  });
  return {
    batchId,
    at,
    label: pending.label,
    totals: summaries.map(({ totals }) => totals).reduce(addTotals, noChanges),
    basis: pending.basis,
    notes: summaries.flatMap((summary) => noteRow(summary, at, engine)),
    added: cardRows(pending, summaries, 'added'),
    changed: cardRows(pending, summaries, 'changed'),
    orphaned: rows.flatMap(({ removed, orphaned }) => [...removed, ...orphaned]),
    wordings: rows.flatMap(({ wordings }) => wordings),
    starts: rows.flatMap(({ starts }) => starts),
    decisions: rows.flatMap(({ decisions }) => decisions),
  };
}

function cardRows(
  pending: PendingImport,
  summaries: readonly NoteSummary[],
  sort: 'added' | 'changed',
): Rows<CardContent & { cardId: string }> {
  return {
    length: summaries.reduce((total, { writes }) => total + writes[sort], 0),
    *[Symbol.iterator]() {
      for (const [index, { writes }] of summaries.entries()) {
        if (writes[sort] === 0) continue;
        for (const card of pending.changes(index, 0)[sort]) yield { cardId: card.cardId, ...contentOf(card) };
      }
    },
  };
}

/** How many notes would be written, and whether anything would. */
export function effectOf(pending: PendingImport, engine: string): { hasChanges: boolean; changedNotes: number } {
  const summaries = pending.summaries();
  const changedNotes = summaries.flatMap((summary) => noteRow(summary, 0, engine)).length;
  const writes = summaries.some(({ writes: own, totals }) => totals.removed > 0 || Object.values(own).some((rows) => rows > 0));
  return { hasChanges: changedNotes > 0 || writes, changedNotes };
}

/** The note's row, when it is new or differs. */
function noteRow({ note, report }: NoteSummary, at: number, engine: string): StoredNote[] {
  const { noteId, path, name, stored, content } = note;
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
