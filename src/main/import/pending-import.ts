/** An import between preview and commit: what was read, what it would do, and what the person says about it. */
import type { ChangeTotals, ImportFile, ImportPreview, PreviewCard, ProblemView } from '../../shared/contract.js';
import { FailureError } from '../../shared/result.js';
import type { Problem } from '../notes/card.js';
import { dayOf, type DayRule } from '../review/day.js';
import type { NoteReport, StoredCard } from '../store/imported.js';
import { noReport, type ImportStore } from '../store/imports.js';
import { addTotals, changeOf, countedAs, noChanges } from './changes.js';
import type { Gathered, ImportedNote } from './gather.js';
import { decide, planImport, type Choice, type Decided, type NotePlan } from './plan.js';
import { placeOf } from './progress.js';
import { startOf } from './starts.js';

export interface PendingParts {
  importId: string;
  label: string;
  /** The state of the store before anything was read. */
  basis: string;
  gathered: Gathered;
  store: ImportStore;
  cardIdFor: (evidence: string) => string;
  /** When the person's day begins. */
  dayRule: DayRule;
}

/** One note of the import as it stands with the choices made so far. */
export interface NoteOutcome {
  note: ImportedNote;
  cards: Decided[];
  /** Live cards that will be set aside. */
  removed: StoredCard[];
}

export class PendingImport {
  readonly importId: string;
  readonly label: string;
  readonly basis: string;
  readonly dayRule: DayRule;
  private readonly notes: ImportedNote[];
  private readonly choices = new Map<string, Choice>();
  private plan: NotePlan[];
  /** The outcomes until something is chosen. */
  private settled: NoteOutcome[] | null = null;

  constructor(private readonly parts: PendingParts) {
    this.importId = parts.importId;
    this.label = parts.label;
    this.notes = parts.gathered.notes;
    this.basis = parts.basis;
    this.dayRule = parts.dayRule;
    this.plan = planImport(this.notes, parts.store, parts.cardIdFor);
  }

  note(index: number): ImportedNote {
    const note = this.notes[index];
    if (!note) throw new FailureError({ code: 'not-found', message: 'There is no such note in this preview.' });
    return note;
  }

  /** Puts in what a note gives that was passed over before, and plans anew. */
  replace(index: number, note: ImportedNote): void {
    this.notes[index] = note;
    this.settled = null;
    this.plan = planImport(this.notes, this.parts.store, this.parts.cardIdFor);
  }

  choose(key: string, choice: Choice): void {
    if (!this.plan.some(({ proposals }) => proposals.some((proposal) => proposal.key === key))) {
      throw new FailureError({ code: 'not-found', message: 'There is nothing to decide about this card: its text is not in the notes.' });
    }
    this.choices.set(key, choice);
    this.settled = null;
  }

  wasChosen(key: string): boolean {
    return this.choices.has(key);
  }

  outcomes(): readonly NoteOutcome[] {
    this.settled ??= this.settle();
    return this.settled;
  }

  private settle(): NoteOutcome[] {
    const decided = this.plan.map(({ proposals }) => proposals.map((proposal) => decide(proposal, this.choices.get(proposal.key))));
    const continued = new Set(decided.flat().flatMap(({ known }) => (known ? [known.cardId] : [])));
    return this.plan.map(({ note, vanished }, index) => ({
      note,
      cards: decided[index] ?? [],
      removed: vanished.filter(({ cardId }) => !continued.has(cardId)),
    }));
  }

  /** What the person is shown, but for what of it would be stored. */
  preview(): Omit<ImportPreview, 'hasChanges' | 'changedNotes'> {
    const files = this.outcomes().map((outcome, index) => this.file(outcome, index));
    const problems = this.notes.flatMap((note, index) =>
      problemsOf(note).map((problem) => viewOf(problem, { path: note.file, name: note.name, fileIndex: index })),
    );
    return {
      importId: this.importId,
      label: this.label,
      folders: this.parts.gathered.folders,
      files,
      totals: files.map(({ totals }) => totals).reduce(addTotals, noChanges),
      questions: files.reduce((total, { questions }) => total + questions, 0),
      problems: [...this.parts.gathered.problems.map((problem) => viewOf(problem, { ...problem, fileIndex: null })), ...problems],
    };
  }

  cards(index: number): PreviewCard[] {
    const outcome = this.outcomes()[index];
    if (!outcome) return [];
    const names = new Map(this.parts.store.notes().map(({ noteId, name }) => [noteId, name]));
    return [
      ...outcome.cards.map((card) => this.card(card, names)),
      ...outcome.removed.map((card): PreviewCard => ({
        ...this.stored(card),
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

  private file(outcome: NoteOutcome, index: number): ImportFile {
    const { note } = outcome;
    const report = reportOf(outcome);
    return {
      index,
      path: note.path,
      ...placeOf(note),
      totals: totalsOf(outcome),
      problems: problemsOf(note).length,
      questions: outcome.cards.filter(isOpenQuestion).length,
      emptyReason: emptyReasonOf(note, report),
      dialects: [...report.dialects],
    };
  }

  private card(decided: Decided, names: Map<string, string>): PreviewCard {
    const { key, draft, known, note, decision, reasons, wording, asks } = decided;
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
      reasons: [...reasons],
      movedFrom,
      dueOn: known ? this.dueOn(known) : null,
      takesOverDueOn: startOf(decided, this.parts.store, this.dayRule)?.dueOn ?? null,
      ...(asks ? { asks: this.question(asks, names) } : {}),
    };
  }

  private question({ card, answer }: NonNullable<Decided['asks']>, names: Map<string, string>): NonNullable<PreviewCard['asks']> {
    return {
      front: card.editedFront ?? card.front,
      back: card.editedBack ?? card.back,
      note: names.get(card.noteId) ?? '',
      dueOn: this.dueOn(card),
      answer: answer === null ? null : answer ? 'same' : 'new',
    };
  }

  private stored(card: StoredCard) {
    const { front, back, editedFront, editedBack, kind, rule, deck, line, endLine } = card;
    return { front: editedFront ?? front, back: editedBack ?? back, kind, rule, deck, line, endLine, dueOn: this.dueOn(card) };
  }

  private dueOn({ dueOn, dueAt }: StoredCard): string | null {
    return dueOn ?? (dueAt === null ? null : dayOf(dueAt, this.dayRule));
  }
}

export function totalsOf({ note, cards, removed }: NoteOutcome): ChangeTotals {
  const totals = { ...noChanges, removed: removed.length };
  for (const card of cards) totals[countedAs(card)]++;
  if (note.stored && (note.content.state === 'unchanged' || note.content.state === 'failed')) {
    totals.kept += note.stored.report.cards;
    totals.heldBack += note.stored.report.heldBack;
    totals.rejected += note.stored.report.rejected;
  }
  return totals;
}

/** What is to be remembered about a note. */
export function reportOf({ note, cards }: NoteOutcome): NoteReport {
  if (note.content.state === 'gone') return noReport;
  if (note.content.state !== 'parsed') return note.stored?.report ?? noReport;
  const { dialects, problems, emptyReason } = note.content.note;
  const count = (decision: Decided['decision']): number => cards.filter((card) => card.decision === decision).length;
  return { dialects, problems, emptyReason, cards: count('import'), heldBack: count('held-back'), rejected: count('rejected') };
}

function emptyReasonOf({ content }: ImportedNote, report: NoteReport): string | null {
  if (content.state === 'failed') return content.problem.message;
  if (content.state === 'gone') return 'The file is no longer there. Its cards are set aside and come back with it.';
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

const isOpenQuestion = ({ asks, decision }: Decided): boolean => asks !== null && asks.answer === null && decision !== 'rejected';

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
