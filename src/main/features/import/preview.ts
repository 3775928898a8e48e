/** What the person is shown of an import before it is stored. */
import type { ChangeTotals, ImportFile, ImportPreview, PreviewCard, ProblemView } from '../../../shared/contract.js';
import type { Problem } from '../../domain/notes/card.js';
import { dayOf, type DayRule } from '../../domain/review/day.js';
import type { NoteReport, StoredCard } from '../../store/tables/import-rows.js';
import type { ImportStore } from '../../store/transfer/imports.js';
import { addTotals, changeOf, noChanges } from './changes.js';
import { reasonsOf, type Decided } from './decisions.js';
import type { ImportedNote } from './gather.js';
import type { NoteSummary, PendingImport } from './pending-import.js';
import { placeOf } from './progress.js';
import { startOf } from './starting-schedules.js';

/** The import as a whole, but for what of it would be stored. */
export function previewOf(pending: PendingImport): Omit<ImportPreview, 'hasChanges' | 'changedNotes'> {
  const summaries = pending.summaries();
  const files = summaries.map(fileOf);
  const problems = summaries.flatMap(({ note }, index) =>
    problemsOf(note).map((problem) => viewOf(problem, { path: note.file, name: note.name, fileIndex: index })),
  );
  return {
    importId: pending.importId,
    label: pending.label,
    folders: pending.gathered.folders,
    files,
    totals: files.map(({ totals }) => totals).reduce(addTotals, noChanges),
    questions: files.reduce((total, { questions }) => total + questions, 0),
    problems: [...pending.gathered.problems.map((problem) => viewOf(problem, { ...problem, fileIndex: null })), ...problems],
  };
}

function fileOf({ note, totals, questions, report }: NoteSummary, index: number): ImportFile {
  return {
    index,
    path: note.path,
    ...placeOf(note),
    totals,
    problems: problemsOf(note).length,
    questions,
    emptyReason: emptyReasonOf(note, report, totals),
    dialects: [...report.dialects],
  };
}

/** The cards of a note, and those that would be set aside. */
export function previewCards(pending: PendingImport, index: number): PreviewCard[] {
  const { store, dayRule } = pending;
  const names = new Map(store.notes().map(({ noteId, name }) => [noteId, name]));
  return [
    ...pending.cards(index).map((card) => cardOf(card, names, store, dayRule)),
    ...pending.removed(index).map((card): PreviewCard => ({
      ...storedOf(card, dayRule),
      key: `removed-${card.cardId}`,
      change: 'removed',
      decision: 'import',
      before: null,
      reasons: [],
      movedFrom: null,
      takesOverDueOn: null,
    })),
  ];
}

function cardOf(decided: Decided, names: Map<string, string>, store: ImportStore, dayRule: DayRule): PreviewCard {
  const { key, known, note, decision, wording, asks } = decided;
  const draft = decided.draft();
  const change = changeOf(decided);
  const edited = known !== null && (known.front !== draft.front || known.back !== draft.back);
  // The person's own wording is what they will see; when the note changed under it, the change is what matters here.
  const own = edited ? null : { front: known?.editedFront ?? null, back: known?.editedBack ?? null };
  const movedFrom = known && change === 'moved' ? (known.noteId === note.noteId ? known.deck : (names.get(known.noteId) ?? null)) : null;
  return {
    key,
    change,
    decision,
    front: wording?.front ?? own?.front ?? draft.front,
    back: wording?.back ?? own?.back ?? draft.back,
    before: edited ? { front: known.front, back: known.back } : null,
    kind: draft.kind,
    rule: draft.rule,
    deck: draft.deck,
    line: draft.line,
    endLine: draft.endLine,
    reasons: reasonsOf(decided),
    movedFrom,
    dueOn: known ? dueOnOf(known, dayRule) : null,
    takesOverDueOn: startOf(decided, store, dayRule)?.dueOn ?? null,
    ...(asks ? { asks: questionOf(asks, names, dayRule) } : {}),
  };
}

function questionOf(
  { card, answer }: NonNullable<Decided['asks']>,
  names: Map<string, string>,
  dayRule: DayRule,
): NonNullable<PreviewCard['asks']> {
  return {
    front: card.editedFront ?? card.front,
    back: card.editedBack ?? card.back,
    note: names.get(card.noteId) ?? '',
    dueOn: dueOnOf(card, dayRule),
    answer: answer === null ? null : answer ? 'same' : 'new',
  };
}

function storedOf(card: StoredCard, dayRule: DayRule) {
  const { front, back, editedFront, editedBack, kind, rule, deck, line, endLine } = card;
  return { front: editedFront ?? front, back: editedBack ?? back, kind, rule, deck, line, endLine, dueOn: dueOnOf(card, dayRule) };
}

const dueOnOf = ({ dueOn, dueAt }: StoredCard, dayRule: DayRule): string | null => dueOn ?? (dueAt === null ? null : dayOf(dueAt, dayRule));

function emptyReasonOf({ content }: ImportedNote, report: NoteReport, { removed }: ChangeTotals): string | null {
  if (content.state === 'failed') return content.problem.message;
  if (content.state === 'gone') {
    return removed === 0
      ? 'The file is no longer there. None of its cards is left behind.'
      : 'The file is no longer there. Its cards are set aside and come back with it.';
  }
  return report.emptyReason;
}

const problemsOf = ({ content, stored }: ImportedNote): readonly Problem[] =>
  content.state === 'parsed'
    ? content.note.problems
    : content.state === 'failed'
      ? [content.problem]
      : content.state === 'unchanged'
        ? (stored?.report.problems ?? [])
        : [];

const viewOf = (
  { line, severity, message, hint }: Problem,
  { path, name, fileIndex }: Pick<ProblemView, 'path' | 'name' | 'fileIndex'>,
): ProblemView => ({
  path,
  name,
  fileIndex,
  line,
  severity,
  message,
  hint,
});
